"""What the page keeps, converts, limits and says, apart from any browser."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Record
from corpus.errors import UnreadableFileError
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from index.passage_index import Outline
from language.languages import LANGUAGES
from language.messages import Message
from language.phrases import moment, number, percent, phrase
from language.talk_rules import Act
from language.talking import heard
from page import adding_html
from page import citation_forms as citing
from page.blocks import PRESSED, TURNS
from page.bridge import Bridge
from page.chat_html import conversation
from page.conversation import KEPT, Turn, as_document, full, restored, saved
from page.keeping import keeping, taken_out
from page.passwords import PasswordError, line, read_users
from page.source import shown, stored
from page.waits import Waits
from qa.answers import Answer, AnswerKind, Event, Part, Valued
from qa.settings import Settings, sample_corpus
from qa.talk.examples import Examples, titles
from serving.folder import FolderError, delete
from serving.limiter import Limiter, TooManyError
from serving.now import Now
from serving.spoken_to import spoken_to
from serving.uploads import add
from tests.makers import zip_file
from tests.test_answer_html import ANSWER, CITATION


def test_numbers_dates_and_shares_are_written_as_the_language_does() -> None:
    assert [number(12345, one) for one in LANGUAGES] == [
        "12,345",
        "12\u202f345",
        "12,345",
        "12,345",
    ]
    assert percent(0.8, "fr") == "80\u202f%"
    assert moment("2017-05-14T09:05:00+00:00", "fr") == "14 mai 2017 09:05 UTC"
    assert moment("2017-05-01T09:05:00+00:00", "fr").startswith("1er mai")
    assert moment("2017-05-14T09:05:00+00:00", "zh-Hant").startswith("2017年5月14日")
    assert moment("14 May", "en") == "14 May"


def test_every_event_of_the_bridge_tells_that_it_was_taken_and_goes_on_with_its_script() -> None:
    with gr.Blocks() as blocks:
        bridge = Bridge(gr.HTML(js_on_load="trigger('pin'); trigger('open')"))
        bridge.pin(lambda: None, None, None)
        bridge.open(None, None, None, js="() => ['shown']")

    scripts = [event["js"] for event in blocks.config["dependencies"]]

    assert "citedQA.taken('pin', " in scripts[0]
    assert "citedQA.taken('open', " in scripts[1]
    assert "() => ['shown']" in scripts[1]


def test_a_conversation_comes_back_from_the_browser_as_it_was() -> None:
    turns = (Turn("When?", ANSWER, created="2026", liked=True), Turn("Why?", error="Broken."))

    assert restored(json.loads(json.dumps(saved(turns)))) == turns


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    )
)
def test_whatever_else_the_browser_holds_is_left_out(content: object) -> None:
    kept = saved((Turn("When?", ANSWER),))

    assert [
        one.question for one in restored([content, *kept, {**kept[0], "answer": content or 1}])
    ] == ["When?"]


@given(st.text(min_size=1))
def test_a_citation_taken_along_as_markdown_holds_no_markup_of_the_document(text: str) -> None:
    written = citing.as_markdown(replace(CITATION, text=text, title=text, document=text), "en")

    bare = re.sub(r"\\.", "", written)
    assert not re.search(r"[`*_\[\]<#$~|]", bare)


def test_a_citation_taken_along_as_a_record_can_be_checked() -> None:
    record = citing.as_bibtex(replace(CITATION, title="100% {sure}"), "000001-0")

    assert record.startswith("@misc{00000000-0-29,")
    assert "title = {{100\\% \\textbraceleft{}sure\\textbraceright{}}}" in record
    assert f"sha256 = {{{CITATION.sha256}}}" in record
    assert "start = {0}" in record
    assert "end = {29}" in record


def test_a_conversation_that_was_kept_before_rows_of_tables_were_cited_comes_back() -> None:
    kept = saved((Turn("Quand ?", ANSWER),))
    kept[0]["answer"] = ANSWER.kept()  # as whole as answers were kept then
    for citation in kept[0]["answer"]["citations"]:
        del citation["table"], citation["recognised"]

    turns = restored(json.loads(json.dumps(kept)))

    assert [turn.answer for turn in turns] == [ANSWER]


def test_an_exported_conversation_names_question_quote_and_source() -> None:
    text = as_document((Turn("When?", ANSWER),), "fr")

    assert text.startswith("# Discussion")
    assert (
        "> It opened on 3 May 1932, at 9\\." in text or "> It opened on 3 May 1932, at 9." in text
    )
    assert "a.txt" in text


def test_an_id_that_its_user_put_into_the_storage_is_no_markup() -> None:
    kept = saved((Turn("When?", ANSWER, id='"><img src=x>'), Turn("Why?", error="no", id="'<b>")))

    shown_log = conversation(restored(kept), "en", Now(), ())

    assert shown_log.count('class="cq-turn"') == 2
    assert "<img" not in shown_log
    assert "<b>" not in shown_log


def test_an_exported_answer_says_what_it_understood_converted_and_found_to_differ() -> None:
    differing = replace(CITATION, stance="differs")
    answer = replace(
        ANSWER, language="fr", understood="When did <it> open?", said="3 mai 1932",
        citations=(CITATION, differing),
    )  # fmt: skip

    text = as_document((Turn("When?", answer),), "fr")

    assert "When did \\<it\\> open?" in text
    assert "**3 mai 1932** (converti)" in text
    assert phrase("conflict", "fr") in text


def test_the_viewer_marks_the_quoted_characters_in_both_forms() -> None:
    source = "One  line.\r\nThe bridge&nbsp;opened in 1932. It closed in 1940.\r\n"
    document, passages = read_document(SourceFile("a.txt", "0" * 64, Loaded(source)))
    start, end = source.index("The bridge"), source.index(" It closed")

    window = shown(document, passages, (start, end))

    assert "".join(one.text for one in window.source if one.quoted) == source[start:end]
    assert "".join(one.text for one in window.source) == source
    read = [one.text for block in window.reading for one in block.pieces if one.quoted]
    assert "".join(read) == "The bridge\u00a0opened in 1932."


@given(
    st.lists(
        st.sampled_from(["A bell. ", "第一句。", "\n\n", "Une  cloche ! ", "x" * 90]), min_size=1
    ),
    st.data(),
)
def test_any_window_of_the_viewer_is_a_slice_of_the_source(
    parts: list[str], data: st.DataObject
) -> None:
    source = "".join(parts)
    document, passages = read_document(SourceFile("a.txt", "0" * 64, Loaded(source)))
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    at = data.draw(st.integers(-1, len(source) - 1))

    window = shown(document, passages, (start, end), at)

    first, last = window.window
    assert "".join(one.text for one in window.source) == source[first:last]
    if at < 0:
        assert "".join(one.text for one in window.source if one.quoted) == source[start:end]


def test_of_a_source_that_is_gone_the_quote_and_its_context_are_shown() -> None:
    window = stored(CITATION)

    assert (
        "".join(one.text for one in window.reading[0].pieces)
        == "Before. It opened on 3 May 1932, at 9. After."
    )
    assert [one.text for one in window.source] == [CITATION.quote]


def test_a_person_is_admitted_so_often_a_minute_and_told_when_again() -> None:
    now = [0.0]
    limiter = Limiter(2, clock=lambda: now[0])
    limiter.admit("anna")
    limiter.admit("anna")

    with pytest.raises(TooManyError) as refused:
        limiter.admit("anna")
    limiter.admit("ben")
    now[0] += refused.value.message.values["seconds"]
    limiter.admit("anna")

    assert refused.value.message.values["seconds"] == 30


def test_a_user_signs_in_with_the_password_of_the_file_only(tmp_path: Path) -> None:
    file = tmp_path / "users"
    file.write_text(
        f"# who may\n\n{line('anna', 'correct horse')}\n{line('李明', '密碼密碼密碼密碼')}\n",
        encoding="utf-8",
    )
    users = read_users(file)

    assert users.admits("anna", "correct horse")
    assert users.admits("李明", "密碼密碼密碼密碼")
    assert not users.admits("anna", "correct horse ")
    assert not users.admits("ben", "correct horse")
    assert "correct horse" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "anna:secret", "anna:scrypt$1$1$1$!$!", "anna:md5$a$b"])
def test_a_file_of_passwords_that_cannot_be_used_says_how_to_make_one(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "users"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(PasswordError, match="cited-qa password"):
        read_users(file)


@pytest.mark.parametrize(
    ("name", "password"), [("a:b", "long enough"), ("", "long enough"), ("anna", "short")]
)
def test_no_line_is_made_for_a_name_or_a_password_that_will_not_do(
    name: str, password: str
) -> None:
    with pytest.raises(PasswordError):
        line(name, password)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "kept.txt").write_text("A document.", encoding="utf-8")
    return replace(Settings.from_env(), corpus=folder)


def uploaded(tmp_path: Path, name: str, content: bytes = b"It opened in 1932.") -> Path:
    file = tmp_path / "upload" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content)
    return file


def test_an_uploaded_document_is_put_into_the_folder(settings: Settings, tmp_path: Path) -> None:
    name = add(settings, uploaded(tmp_path, "橋.txt"))

    assert settings.corpus
    assert (settings.corpus / name).read_bytes() == b"It opened in 1932."


def test_an_upload_replaces_nothing(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(FolderError) as refused:
        add(settings, uploaded(tmp_path, "kept.txt"))

    assert "déjà" in refused.value.told("fr")
    assert settings.corpus
    assert (settings.corpus / "kept.txt").read_text(encoding="utf-8") == "A document."


@pytest.mark.parametrize(
    "name", [".hidden.txt", "a\\b.txt", "a\u202etxt.exe.txt", "x" * 200 + ".txt"]
)
def test_an_upload_whose_name_is_a_trap_is_refused(
    settings: Settings, tmp_path: Path, name: str
) -> None:
    with pytest.raises(FolderError, match="name"):
        add(settings, uploaded(tmp_path, name))


@pytest.mark.parametrize(
    ("name", "content"), [("a.exe", b"MZ\x90"), ("a.pdf", b"%PDF-1.4 broken"), ("a.txt", b"  ")]
)
def test_an_upload_that_cannot_be_read_is_not_kept(
    settings: Settings, tmp_path: Path, name: str, content: bytes
) -> None:
    with pytest.raises(UnreadableFileError):
        add(settings, uploaded(tmp_path, name, content))

    assert settings.corpus
    assert not (settings.corpus / name).exists()


def test_only_a_document_of_the_index_can_be_deleted(settings: Settings, tmp_path: Path) -> None:
    outside = uploaded(tmp_path, "outside.txt")
    assert settings.corpus
    for path in ("../upload/outside.txt", str(outside)):
        with pytest.raises(FolderError):
            delete(settings, path, {path: ""})
    with pytest.raises(FolderError):
        delete(settings, "kept.txt", {})

    delete(settings, "kept.txt", {"kept.txt": ""})

    assert outside.exists()
    assert not (settings.corpus / "kept.txt").exists()


def test_a_document_in_an_archive_is_not_deleted_and_it_is_said_where_it_is(
    settings: Settings,
) -> None:
    assert settings.corpus
    archive = settings.corpus / "a.zip"
    archive.write_bytes(zip_file({"b.txt": "Le phare est rouge."}))

    with pytest.raises(FolderError, match=r"in the archive a\.zip"):
        delete(settings, "a.zip/b.txt", {"a.zip/b.txt": ""})
    assert archive.exists()


def test_an_archive_is_added_if_a_file_of_it_can_be_read(
    settings: Settings, tmp_path: Path
) -> None:
    good, bad = uploaded(tmp_path, "good.zip"), uploaded(tmp_path, "bad.zip")
    good.write_bytes(zip_file({"a.exe": "x", "b.txt": "Le phare est rouge."}))
    bad.write_bytes(zip_file({"a.exe": "x"}))

    assert add(settings, good) == "good.zip"
    with pytest.raises(UnreadableFileError):
        add(settings, bad)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5"])  # noqa: S104
def test_a_page_for_others_takes_and_deletes_no_file_unless_told(
    settings: Settings, tmp_path: Path, host: str
) -> None:
    public = replace(settings, host=host)
    file = uploaded(tmp_path, "new.txt")

    with pytest.raises(FolderError):
        add(public, file)
    with pytest.raises(FolderError):
        delete(public, "kept.txt", {"kept.txt": ""})
    assert add(replace(public, uploads=True), file) == "new.txt"


def test_the_sample_documents_are_not_altered(tmp_path: Path) -> None:
    settings = replace(Settings.from_env(), corpus=sample_corpus())

    with pytest.raises(FolderError, match="--corpus"):
        add(settings, uploaded(tmp_path, "new.txt"))


def test_why_a_file_was_skipped_is_said_in_the_users_language() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        load(".txt", b"GIF8", Limits())

    assert str(refused.value) == "is a picture, not a .txt file"
    assert refused.value.told("zh-Hant") == "是圖片，不是 .txt 檔"
    assert Message("file_encrypted").told("fr").startswith("est chiffré")
    assert Message("unknown_reason", {"reason": "something new"}).told("fr") == "something new"


def test_suggestions_come_from_titles_that_read_well_and_are_in_the_users_language_where_any_is() -> (
    None
):
    known = [
        ("A bridge", "en"),
        ("Le pont", "fr"),
        ("…", "fr"),
        ("x" * 90, "fr"),
        ("桥", "zh-Hans"),
        ("Le pont", "fr"),
    ]

    assert titles(known, "fr") == ["Le pont"]
    assert titles(known, "zh-Hant") == ["桥"]
    assert titles(known[:1], "fr") == ["A bridge"]


def test_a_title_that_was_cut_is_not_suggested() -> None:
    known = [
        ("The mill on the", "en"),
        ("Le moulin de", "fr"),
        ("磨坊的", "zh-Hans"),
        ("磨坊在", "zh-Hant"),
    ]

    assert [titles(known, language) for language in ("en", "fr", "zh-Hans")] == [[], [], []]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_suggestions_at_once_that_need_no_answer_first(language: str) -> None:
    never = threading.Event()

    def slow(question: str) -> Answer:
        never.wait(20)
        raise ReferenceError(question)

    outlines = [
        Outline("a.txt", "The mill", "en", (Record(0, "The mill", "en", ""),), 0),
        Outline("b.txt", "磨坊与鐵路", "zh-Hant", (Record(0, "磨坊与鐵路", "zh-Hant", ""),), 0),
    ]

    begin = Examples(slow, lambda: outlines).to_begin(language)
    never.set()

    assert 2 <= len(begin) <= 4
    assert len(set(begin)) == len(begin)
    for question in begin:
        meaning = heard(question)
        assert meaning is not None
        assert meaning.act in (Act.OVERVIEW, Act.DOCUMENTS)


def test_chinese_written_alike_in_both_scripts_is_answered_in_that_of_the_page() -> None:
    assert spoken_to("列出六大成果", "zh-Hant") == "zh-Hant"
    assert spoken_to("列出六大成果", "zh-Hans") == "zh-Hans"
    assert spoken_to("列出六大成果", "en") == "auto"
    assert spoken_to("论坛在哪里？", "zh-Hant") == "auto"
    assert spoken_to("Where is it?", "zh-Hant") == "auto"


def test_a_certain_answer_outlives_the_browser_which_writes_1_for_1_0() -> None:
    certain = replace(ANSWER, confidence=1.0)
    kept = json.loads(json.dumps(saved([Turn("When?", certain)])).replace("1.0", "1"))

    assert restored(kept)[0].answer == certain
    assert restored([{**kept[0], "answer": {**kept[0]["answer"], "confidence": "x"}}]) == ()


@pytest.mark.parametrize("kind", ["quote", "declined", "list", "timeline", "parts"])
def test_an_answer_is_stored_lean_and_comes_back_as_it_was(kind: AnswerKind) -> None:
    long = replace(CITATION, before="b" * 900 + "e", after="a" * 900, also_in=CITATION.also_in * 99)
    two = (long, replace(CITATION, start=40, end=69, page=3, own_script="它", stance="differs"))
    answer = replace(
        ANSWER, kind=kind, citations=two, values=(Valued("1932", two[:1]), Valued("1933", two[1:])),
        events=tuple(Event("1932", each) for each in two) if kind == "timeline" else (),
        parts=(Part("Rail", replace(ANSWER, citations=two)),) if kind == "parts" else (),
    )  # fmt: skip
    if kind == "declined":
        answer = replace(answer, answer=None, citations=(), nearest=two, values=(), understood="Q?")

    kept = json.dumps(saved((Turn("When?", answer),)), ensure_ascii=False)
    (turn,) = restored(json.loads(kept))
    back = turn.answer

    assert back is not None
    assert len(kept) < len(json.dumps(answer.kept())) / 2
    assert [each.quote for each in back.shown] == [each.quote for each in answer.shown]
    assert (back.understood, back.answer) == (answer.understood, answer.answer)
    whole = [replace(each, before="", after="", also_in=()) for each in back.shown]
    assert whole == [replace(each, before="", after="", also_in=()) for each in answer.shown]
    assert [each.citations for each in back.values] == [
        tuple(each for each in back.citations if each.start == valued.citations[0].start)
        for valued in answer.values
    ]
    assert back.shown[0].before.endswith("e")  # what stands next to the quote


def test_a_conversation_of_300_turns_comes_back_whole_and_is_full_then() -> None:
    turns = tuple(Turn(f"第 {at} 个问题？", ANSWER) for at in range(KEPT))

    back = restored(json.loads(json.dumps(saved(turns))))

    assert back == turns
    assert full(turns)
    assert not full(turns[1:])
    large = replace(ANSWER, citations=(replace(CITATION, quote="长" * 20_000, text="长"),))
    assert full(tuple(Turn(f"{at}?", large) for at in range(KEPT // 10)))


def test_what_was_taken_out_is_kept_once() -> None:
    request: Any = SimpleNamespace(username="")
    turns = tuple(Turn(f"{at}?", ANSWER) for at in range(30))
    kept = keeping((*turns[:20], Turn("Better?", ANSWER)), {}, request, turns)

    assert taken_out(json.loads(json.dumps(kept)), request) == turns
    assert sum(isinstance(each, str) for each in kept["before"]) == 20


def test_no_selector_depends_on_a_list_that_gradio_cuts() -> None:
    """Gradio puts its own prefix behind every comma: inside `:has` nothing matches it then."""
    sheet = files("page").joinpath("page.css").read_text(encoding="utf-8")
    inside = re.findall(r":has\(((?:[^()]|\([^()]*\))*)\)", sheet)

    assert inside
    assert [each for each in inside if "," in each] == []


def test_an_answer_is_not_put_into_the_conversation_that_is_begun_meanwhile() -> None:
    waits = Waits()

    with waits.begun("window", "When was it built?") as first:
        waits.leave("another window")
        assert not first.over.is_set()
        assert waits.has("window")
        waits.leave("window")
        assert not waits.has("window")
        with waits.begun("window", "Who built it?") as second:
            assert waits.stop("window") == "Who built it?"

    assert first.superseded
    assert first.over.is_set()
    assert not second.superseded


def test_a_name_that_is_written_to_the_left_does_not_turn_what_is_said_of_it() -> None:
    turned = adding_html.added("x\u202egnp.txt", "en")

    assert "\u2068x\u202egnp.txt\u2069 was added." in turned
    assert adding_html.added("bridge.txt", "en") == "<li>bridge.txt was added.</li>"


def test_what_is_pressed_is_told_apart_by_its_name() -> None:
    together = [name for names in TURNS for name in names]

    assert sorted(PRESSED) == sorted(set(PRESSED))
    assert sorted(together) == sorted(set(together))
    assert set(together) <= set(PRESSED)
