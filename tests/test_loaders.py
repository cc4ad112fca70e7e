from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFileError
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders.loaded import Loaded
from corpus.loaders.plain import decoded
from corpus.passages import read_document
from tests import makers
from tests.makers import ENGLISH, FRENCH, HANS, HANT

JAPANESE = "灯台は一八八七年に建てられました。毎日三回、天気が記録されました。"
KOREAN = "등대는 1887년에 세워졌으며 등대지기는 하루에 세 번 날씨를 적었다."

# Encodings of other languages that can write a text too.
JAPANESE_ONES, KOREAN_ONES = ("cp932", "euc_jp", "iso2022_jp"), ("cp949",)
FOREIGN = {
    HANS * 4: (*JAPANESE_ONES, *KOREAN_ONES),
    HANT * 4: (*JAPANESE_ONES, *KOREAN_ONES),
    JAPANESE: ("big5", *KOREAN_ONES),
    KOREAN: ("gb18030",),
    FRENCH * 2: JAPANESE_ONES,
}


@pytest.fixture(scope="module")
def loaders() -> Iterator[Loaders]:
    with Loaders() as running:
        yield running


@pytest.mark.parametrize(("name", "content"), makers.every_format().items())
def test_every_format_gives_its_text_and_every_passage_replays(
    loaders: Loaders, name: str, content: bytes
) -> None:
    loaded = loaders.load(name[1:], content)
    file = SourceFile(name, "0", loaded)
    _, passages = read_document(file)

    assert ENGLISH[:14] in loaded.text
    assert name == "a.pdf" or HANT in loaded.text
    assert passages
    assert all(passage.view.borne_out_by(loaded.text) for passage in passages)


@pytest.mark.parametrize(
    "text",
    [HANS * 4, HANT * 4, FRENCH * 2, "The “forum” – a café for £5.", JAPANESE, KOREAN],
    ids=["hans", "hant", "fr", "en", "ja", "ko"],
)
@pytest.mark.parametrize(
    "encoding",
    [
        *(
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "utf-32-le",
            "utf-32-be",
        ),
        *("gb18030", "big5", "cp1252", "cp932", "euc_jp", "iso2022_jp", "cp949"),
    ],
)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    try:
        content = text.encode(encoding)
    except UnicodeEncodeError:
        pytest.skip(f"{encoding} cannot write this")
    if encoding in FOREIGN.get(text, ()):
        pytest.skip(f"nobody writes this in {encoding}")

    assert decoded(content).removeprefix("\ufeff") == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_utf_8_is_always_read_as_utf_8(text: str) -> None:
    assert decoded(b"\xef\xbb\xbf" + text.encode()) == "\ufeff" + text


def test_a_web_page_in_the_encoding_that_it_declares_keeps_its_text(loaders: Loaders) -> None:
    page = makers.html_file("灯塔", HANS * 10, charset="gb2312")

    loaded = loaders.load(".html", page)

    assert HANS in loaded.text
    assert loaded.headings[0].title == "灯塔"
    assert loaded.headings[0].date == "2019-04-25"
    assert "All rights reserved" not in loaded.text


def test_pages_of_a_pdf_are_parts_and_running_heads_are_residue(loaders: Loaders) -> None:
    pages = [("Annals of the Harbour", f"Line {n} of text.", str(n)) for n in (1, 2, 3)]

    loaded = loaders.load(".pdf", makers.pdf_file(*pages))

    assert [part.name for part in loaded.parts] == ["1", "2", "3"]
    assert all(loaded.text[part.start :].startswith("Annals") for part in loaded.parts)
    left_out = [loaded.text[start:end].strip() for start, end in loaded.residue]
    assert left_out.count("Annals of the Harbour") == 3
    assert not any("Line" in one for one in left_out)


def test_a_row_of_a_table_says_what_its_columns_are(loaders: Loaders) -> None:
    rows: list[list[object]] = [["Nom", "Hauteur"], ["Phare de l’île", 32], ["Phare du port", 12.5]]

    loaded = loaders.load(".xlsx", makers.xlsx_file(Phares=rows))

    _, passages = read_document(SourceFile("a.xlsx", "0", loaded))

    assert [passage.text for passage in passages] == [
        "Nom: Phare de l’île · Hauteur: 32",
        "Nom: Phare du port · Hauteur: 12.5",
    ]
    assert loaded.headings[0].title == loaded.tables[0].name == "Phares"
    assert [row.number for row in loaded.tables[0].rows] == [2, 3]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_without_names_keeps_its_first_row(loaders: Loaders, separator: str) -> None:
    loaded = loaders.load(".csv", separator.join(["1887", "32"]).encode() + b"\n")
    _, passages = read_document(SourceFile("a.csv", "0", loaded))

    assert [passage.text for passage in passages] == ["1887 · 32"]


def test_a_table_of_one_row_keeps_it(loaders: Loaders) -> None:
    loaded = loaders.load(".csv", "Phare de l’île,allumé au printemps\n".encode())
    _, passages = read_document(SourceFile("a.csv", "0", loaded))

    assert [passage.text for passage in passages] == ["Phare de l’île · allumé au printemps"]


def test_an_object_with_a_title_and_a_date_is_a_record(loaders: Loaders) -> None:
    posts = [
        {"title": "灯塔", "date": "2019-04-25", "text": HANS * 5},
        {"text": FRENCH * 2, "n": 7},
    ]

    loaded = loaders.load(".json", json.dumps(posts).encode())

    assert [(one.title, one.date) for one in loaded.headings] == [("灯塔", "2019-04-25"), ("", "")]
    assert FRENCH * 2 in loaded.text.split("\n")
    assert "n: 7" in loaded.text


def test_objects_that_one_object_lists_are_records_of_their_own(loaders: Loaders) -> None:
    content = {"ville": "Brest", "ponts": [{"nom": "Albert", "an": 1930}, {"nom": "Iroise"}]}
    loaded = loaders.load(".json", json.dumps(content).encode())
    _, passages = read_document(SourceFile("a.json", "0", loaded))

    assert [passage.text for passage in passages] == [
        "ville: Brest",
        "nom: Albert · an: 1930",
        "nom: Iroise",
    ]


def test_a_number_of_json_stays_as_it_is_written(loaders: Loaders) -> None:
    large = "1" + "0" * 5000

    loaded = loaders.load(".json", f'[{{"rate": 7.50, "small": 1e-7, "large": {large}}}]'.encode())

    assert "rate: 7.50 · small: 1e-7" in loaded.text
    assert large in loaded.text


def test_a_broken_line_of_json_lines_costs_only_itself(loaders: Loaders) -> None:
    loaded = loaders.load(".jsonl", b'{"a": "phare"}\n{"a": \n{"a": "port"}\n')

    assert "phare" in loaded.text
    assert "port" in loaded.text
    assert [note.told("en") for note in loaded.notes] == ["line 2 is not JSON"]


def test_a_sentence_across_two_subtitles_is_one_sentence(loaders: Loaders) -> None:
    cues = "1\n00:00:01,000 --> 00:00:02,000\n灯塔建于1887年，\n\n2\n00:01:05,000 --> 00:01:06,000\n高三十二米。\n"

    loaded = loaders.load(".srt", cues.encode())

    assert loaded.text == HANS
    assert [part.name for part in loaded.parts] == ["0:00:01", "0:01:05"]


def test_a_message_has_its_subject_as_title_and_its_attachments_unopened(loaders: Loaders) -> None:
    loaded = loaders.load(".eml", makers.eml_file("灯塔", HANS))

    assert loaded.headings[0][1:3] == ("灯塔", "2019-04-25")
    assert HANS in loaded.text
    assert [note.told("en") for note in loaded.notes] == ["the attachment map.png was not opened"]


def test_slides_and_chapters_are_parts(loaders: Loaders) -> None:
    slides = loaders.load(".pptx", makers.pptx_file(HANS, FRENCH))
    book = loaders.load(".epub", makers.epub_file("Le phare", FRENCH, HANT))

    assert [part[1:] for part in slides.parts] == [("slide", "1"), ("slide", "2")]
    assert slides.text[slides.parts[1].start :] == FRENCH
    assert [part[1:] for part in book.parts] == [("chapter", "1"), ("chapter", "2")]
    assert book.headings[0].title == "Le phare"


def test_a_table_of_a_document_is_read_row_by_row(loaders: Loaders) -> None:
    content = makers.docx_file(HANT, table=(("名稱", "高度"), ("燈塔", "32")))

    assert loaders.load(".docx", content).text == f"{HANT}\n\n名稱 | 高度\n燈塔 | 32"


REFUSED = {
    "empty": (".pdf", b"", "is empty"),
    "truncated zip": (".docx", makers.docx_file(HANS)[:900], "not a complete zip archive"),
    "truncated pdf": (".pdf", makers.pdf_file((ENGLISH,))[:60], "damaged or no PDF"),
    "pdf named as text": (".txt", makers.pdf_file((ENGLISH,)), r"is a PDF, not a \.txt file"),
    "zip named as pdf": (".pdf", makers.docx_file(HANS), "is a zip archive or an office file"),
    "picture": (".html", b"\x89PNG\r\n", "is a picture"),
    "program": (".txt", b"\x7fELF\x02", "is a program"),
    "pdf with a password": (".pdf", makers.with_password(makers.pdf_file((ENGLISH,))), "is encrypted"),
    "zip with a password": (".docx", makers.with_password(makers.docx_file(HANS)), "is encrypted"),
    "old office file": (".docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or an encrypted office"),
    "not an office file": (".xlsx", makers.zip_file({"a.txt": "x"}), "is damaged"),
    "book without chapters": (".epub", makers.zip_file({"a.txt": "x"}), "lists no chapters"),
    "not json": (".json", b"{'a': 1", "is not JSON"),
    "deep json": (".json", b"[" * 100_000, "damaged or of another kind"),
    "no subtitles": (".srt", b"hello", "holds no subtitles"),
    "no message": (".eml", b"hello", "is not a message"),
    "blank pages": (".pdf", makers.pdf_file(()), "no text"),
    "unknown": (".exe", b"x", r"type \.exe are not read"),
}  # fmt: skip


@pytest.mark.parametrize(("suffix", "content", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_is_explained(
    loaders: Loaders, suffix: str, content: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        loaders.load(suffix, content)


def test_a_compressed_bomb_is_not_unpacked() -> None:
    bomb = makers.zip_file({"word/document.xml": "0" * 2_000_000})

    with (
        Loaders(Limits(unpacked_bytes=1_000_000)) as loaders,
        pytest.raises(UnreadableFileError, match="unpacks to 2,000,000 bytes"),
    ):
        loaders.load(".docx", bomb)


def test_a_file_that_takes_too_long_is_explained_and_the_next_one_is_read() -> None:
    rows = b"a,b\n" + b"1,2\n" * 2_000_000

    with Loaders(Limits(seconds=0.6)) as loaders:
        with pytest.raises(UnreadableFileError, match=r"longer than the limit of 0\.6 s"):
            loaders.load(".csv", rows)
        loaders.limits = Limits()
        assert loaders.load(".csv", b"1,2\n").text == "1,2\n"


def test_a_file_that_needs_too_much_memory_is_explained_and_the_next_one_is_read() -> None:
    with Loaders(Limits(memory_bytes=300_000_000)) as loaders:
        with pytest.raises(UnreadableFileError, match=r"memory|crash"):
            loaders.load(".json", b"[" + b"[0]," * 5_000_000 + b"0]")
        assert loaders.load(".csv", b"1,2\n").text == "1,2\n"


def test_the_loaders_process_may_write_no_file_and_expands_no_entity(loaders: Loaders) -> None:
    book = makers.zip_file(
        {
            "META-INF/container.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            '<c><rootfile full-path="a.opf"/></c>',
            "a.opf": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            '<p><title>&x;</title><item id="1" href="b.html"/><itemref idref="1"/></p>',
            "b.html": "<html><body><p>Phare</p></body></html>",
        }
    )

    loaded: Loaded = loaders.load(".epub", book)

    assert loaded.text == "Phare"
    assert "root" not in loaded.headings[0].title


def test_half_a_character_in_escaped_text_is_shown_as_unknown(loaders: Loaders) -> None:
    loaded = loaders.load(
        ".json", b'{"title": "phare \\ud83d", "text": "\\ud800 Le phare est rouge."}'
    )
    document, passages = read_document(SourceFile("a.json", "0", loaded))

    assert "\ufffd Le phare est rouge." in document.source
    document.source.encode()
    assert passages
