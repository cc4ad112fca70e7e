"""An export of posts: each is a record with its own date, and is called by when and by whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Passage
from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from corpus.post_headers import header
from corpus.posts import posts

INLINE = (
    "2024-03-05 18:22 ida_holm: The quay is closed until Friday.\n"
    "2024-03-06 08:15 Inès Roy : Le parking est fermé, prenez le bus.\n"
    "2024-03-07 12:44 林月：桥上的灯今天修好了。\n"
    "2024-03-08 21:05 陳海: 渡輪明天停航。\nKeine Fahrt.\n"
)
BELOW = (
    "Harbour channel\n"
    "2023-11-02 07:45 paul\nWater at the gate 3.4 metres.\n"
    "2023-11-02 12:10 mei\nNow 3.9 metres.\n\nWe closed the gate.\n"
    "2023-11-04 08:00 paul\nBack to 3.1 metres.\n"
)
PHONE = (
    "27/02/2023, 08:00 - Messages are encrypted end to end.\n"
    "27/02/2023, 08:02 - Inès: Le four est froid ce matin.\nLe mécanicien vient à dix heures.\n"
    "01/03/2023, 09:40 - Ove Dahl: The baker in Rue Haute has bread.\n"
    "02/03/2023, 10:15 - Inès: Le four marche de nouveau.\n"
)
THREAD = (
    "Subject: Swans on the pond\nFrom: Ann Lee <ann@example.org>\nDate: 3 May 2022 08:10\n\n"
    "Seven swans landed.\n\n---\n"
    "Objet : Re: Swans on the pond\nDe : Ève Roy\nDate : 4 mai 2022\n\nIls sont neuf.\n\n---\n"
    "寄件者：林月\n主旨：回覆\n日期：2022年5月6日 下午3:20\n\n今天飛走了兩隻。\n"
)


def read(source: str, path: str = "log/harbour.txt") -> tuple[Document, list[Passage]]:
    return read_document(SourceFile(path, "0", Loaded(source)))


def told(source: str, path: str = "log/harbour.txt") -> list[tuple[str, str, str]]:
    """Return author, date and text of each passage."""
    return [(each.author, each.date, each.text.strip()) for each in read(source, path)[1]]


def test_each_post_is_a_record_with_its_date_and_author() -> None:
    document, passages = read(INLINE)

    days = ["2024-03-05", "2024-03-06", "2024-03-07", "2024-03-08"]
    assert [each.date for each in document.records] == days
    assert [each.date for each in passages] == days
    assert [each.author for each in document.records] == ["ida_holm", "Inès Roy", "林月", "陳海"]
    assert passages[1].title == "2024-03-06 08:15 Inès Roy"
    assert passages[3].text.endswith("Keine Fahrt.")
    assert document.title == "harbour"


def test_what_says_when_and_by_whom_is_no_part_of_what_is_quoted() -> None:
    _, passages = read(INLINE)

    assert passages[0].text == "The quay is closed until Friday."
    assert passages[2].text == "桥上的灯今天修好了。"


def test_the_text_below_its_line_belongs_to_a_post() -> None:
    document, passages = read(BELOW)

    assert document.title == "Harbour channel"
    held = [each for each in passages if each.date]
    assert [each.date for each in held] == ["2023-11-02", "2023-11-02", "2023-11-04"]
    assert "We closed the gate." in held[1].text
    assert held[0].title == "2023-11-02 07:45 paul"
    assert held[0].text == "Water at the gate 3.4 metres."


def test_a_message_of_several_lines_is_one_and_the_program_s_own_has_no_author() -> None:
    assert told(PHONE)[:2] == [
        ("", "2023-02-27", "Messages are encrypted end to end."),
        (
            "Inès",
            "2023-02-27",
            "Le four est froid ce matin.\nLe mécanicien vient à dix heures.",
        ),
    ]


def test_a_thread_of_mails_is_split_by_its_heads_in_any_language() -> None:
    document, passages = read(THREAD)

    assert [(each.author, each.date) for each in document.records] == [
        ("Ann Lee", "2022-05-03"),
        ("Ève Roy", "2022-05-04"),
        ("林月", "2022-05-06"),
    ]
    assert passages[0].text.strip() == "Seven swans landed."
    assert passages[0].title == "Swans on the pond · Ann Lee"


@pytest.mark.parametrize(
    ("line", "author", "text"),
    [
        ("2024-03-05 18:22 ann: hello", "ann", "2024-03-05 18:22 ann"),
        ("[2024/3/5 18:22:10] Ann Lee: hello", "Ann Lee", "[2024/3/5 18:22:10] Ann Lee"),
        ("2024/03/05, 18:22 - Ann Lee: hello", "Ann Lee", "2024/03/05, 18:22 - Ann Lee"),
        ("2024年3月5日 18:22 林月：你好", "林月", "2024年3月5日 18:22 林月"),
        ("2024-03-05 18:22 陳海", "陳海", "2024-03-05 18:22 陳海"),
        ("\u200e[5/3/24, 6:22:01\u202fPM] Ann 🐐: hi", "Ann 🐐", "\u200e[5/3/24, 6:22:01\u202fPM] Ann 🐐"),
        ("5/3/24, 6:22 PM - +41 79 555 01 02: hi", "+41 79 555 01 02", "5/3/24, 6:22 PM - +41 79 555 01 02"),
        ("[18-May-24 06:02 PM] ann#1234", "ann#1234", "[18-May-24 06:02 PM] ann#1234"),
        ("2024-05-12T18:02:11 <ann_l> hi", "ann_l", "2024-05-12T18:02:11 <ann_l>"),
        ("Ann Lee, [12.05.2024 18:02]", "Ann Lee", "Ann Lee, [12.05.2024 18:02]"),
        ("Ann — 12/05/2024 18:02", "Ann", "Ann — 12/05/2024 18:02"),
        ("林月 2024-05-12 18:02:11", "林月", "林月 2024-05-12 18:02:11"),
        ("Ann · 12 May 2024", "Ann", "Ann · 12 May 2024"),
        ("## Ève Roy, 12 mai 2024", "Ève Roy", "Ève Roy, 12 mai 2024"),
        ("Ann wrote on 12 May 2024:", "Ann", "Ann wrote on 12 May 2024"),
        ("On Sun, May 12, 2024 at 6:02 PM Ann Lee <a@x.org> wrote:", "Ann Lee", "On Sun, May 12, 2024 at 6:02 PM Ann Lee <a@x.org> wrote"),
        ("Le dim. 12 mai 2024 à 18:02, Ève Roy a écrit :", "Ève Roy", "Le dim. 12 mai 2024 à 18:02, Ève Roy a écrit"),
        ("林月 于 2024年5月12日 写道：", "林月", "林月 于 2024年5月12日 写道"),
        ("2024年5月12日，陳海寫道：", "陳海", "2024年5月12日，陳海寫道"),
        ("by ann_l » Sun May 12, 2024 6:02 pm", "ann_l", "by ann_l » Sun May 12, 2024 6:02 pm"),
    ],
)  # fmt: skip
def test_a_header_says_when_and_by_whom(line: str, author: str, text: str) -> None:
    head = header(line)

    assert head is not None
    assert head.author == author
    assert head.text == text


@pytest.mark.parametrize(
    "line",
    [
        "2024-03-05 18:22:01 INFO started: 3 workers",
        "2024-03-05 18:22",
        "2024-03-05: the quay was closed",
        "On 2024-03-05 at 18:22 the quay was closed, said Ann: too late.",
        "2024-03-05 18:22 the quay was closed because of the flood, and nobody came: why?",
        "08:15 ann: hello",
        "> Ann wrote on 12 May 2024:",
        "In May 2024 Ann wrote to the council.",
    ],
)
def test_other_lines_head_no_post(line: str) -> None:
    assert header(line) is None


def chat(*days: str) -> str:
    names = "Ann", "Bo"
    return "".join(
        f"[{day}, 18:0{at}] {names[at % 2]}: Hello {at}.\n" for at, day in enumerate(days)
    )


@pytest.mark.parametrize(
    ("days", "dates"),
    [
        # A figure above 12 anywhere decides for all.
        (("12/05/2024", "12/05/2024", "13/05/2024"), ["2024-05-12", "2024-05-12", "2024-05-13"]),
        (("5/12/24", "5/12/24", "5/13/24"), ["2024-05-12", "2024-05-12", "2024-05-13"]),
        # So does the order of the posts, one way or the other.
        (("11/05/2024", "02/06/2024", "03/07/2024"), ["2024-05-11", "2024-06-02", "2024-07-03"]),
        (("5/11/24", "5/10/24", "4/12/24"), ["2024-05-11", "2024-05-10", "2024-04-12"]),
        # Where nothing decides no date is claimed, but of what is the same in both.
        (("01/05/2024", "02/05/2024", "05/05/2024"), ["", "", "2024-05-05"]),
        # Nobody writes the month first with full stops.
        (("01.05.24", "02.05.24", "03.05.24"), ["2024-05-01", "2024-05-02", "2024-05-03"]),
        # A day that the calendar has not is none.
        (("2024-13-05", "2024-03-05", "2024-03-06"), ["", "2024-03-05", "2024-03-06"]),
    ],
)
def test_which_figure_is_the_month_is_decided_by_the_whole_file(
    days: tuple[str, ...], dates: list[str]
) -> None:
    assert [each.date for each in read(chat(*days))[0].records] == dates


def test_two_such_lines_in_a_text_make_no_export() -> None:
    document, _ = read("The log.\n2024-03-05 18:22 ann: hello\n2024-03-05 18:23 bo: hello\nEnd.\n")

    assert len(document.records) == 1


@pytest.mark.parametrize(
    "source",
    [
        # A programme: nothing recurs.
        "12/05/2024 18:00 - Opening: the mayor speaks.\n12/05/2024 19:00 - Concert: the band.\n"
        "12/05/2024 20:00 - Supper: soup.\n13/05/2024 09:00 - Walk: to the lake.\n",
        # Letters from one place.
        "Lyon, 12 mai 2024\nLa récolte est bonne.\nLyon, 14 mai 2024\nIl pleut encore.\n"
        "Lyon, 16 mai 2024\nLe soleil revient.\n",
        # Versions.
        "Version 1.2, 12 May 2024\nFixes.\nVersion 1.3, 14 May 2024\nMore.\nVersion 2, 16 May 2024\nAll new.\n",
        # Texts under a title, each with its author.
        "The harbour in winter\nAuthor: Ann Lee\nDate: 3 May 2022\n\nIce lay on the quay.\n\n"
        "The harbour in spring\nAuthor: Ann Lee\nDate: 4 May 2022\n\nThe ice broke.\n\n"
        "The harbour in summer\nAuthor: Bo Dahl\nDate: 5 May 2022\n\nBoats came.\n",
        # What a program logs.
        "2024-05-12 18:02:11 - root - INFO - started\n2024-05-12 18:02:12 - root - INFO - read\n"
        "2024-05-12 18:02:13 - root - ERROR - stopped\n",
    ],
)
def test_what_is_no_export_is_not_split(source: str) -> None:
    assert posts([line for line in source.split("\n") if line.strip()]) == []


@pytest.mark.parametrize(
    ("heads", "authors"),
    [
        (("From: plum_ed\nDate: 2024-06-02\nSubject: Yeast?",
          "From: ryegirl\nDate: 2024-06-03\nSubject: Re: Yeast?"), ["plum_ed", "ryegirl"]),
        (("De : figue_bo\nDate : 2024-06-02\nObjet : Levain ?",
          "De : seigle_io\nDate : 2024-06-03\nObjet : Re : Levain ?"), ["figue_bo", "seigle_io"]),
        (("发件人：麦子\n日期：2024-06-02\n主题：酵母？",
          "发件人：小麦\n日期：2024-06-03\n主题：回复：酵母？"), ["麦子", "小麦"]),
        (("寄件者：麥穗\n日期：2024-06-02\n主旨：酵母？",
          "寄件者：小麥\n日期：2024-06-03\n主旨：回覆：酵母？"), ["麥穗", "小麥"]),
    ],
)  # fmt: skip
def test_two_mails_whose_heads_take_lines_are_two_posts(
    heads: tuple[str, str], authors: list[str]
) -> None:
    document, _ = read("".join(f"{head}\n\nThe dough rose.\n\n" for head in heads))

    assert [each.author for each in document.records] == authors


def test_a_heading_of_markdown_with_name_and_day_begins_a_post() -> None:
    source = (
        "# Garden log\n\n## Mei, 12 May 2024\nThe beans are up.\n\n## Ove, 13 May 2024\n"
        "Snails.\n\n**Mei** · 14 May 2024\nI set up traps.\n"
    )

    assert told(source, "garden.md")[-1] == ("Mei", "2024-05-14", "I set up traps.")
    assert [each.author for each in read(source, "garden.md")[0].records] == [
        "",
        "Mei",
        "Ove",
        "Mei",
    ]


LINES = [*"\n".join((INLINE, BELOW, PHONE, THREAD)).split("\n"), "", "---", "Ann · 12 May 2024"]


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_records_of_posts_hold_all_that_was_posted(lines: list[str]) -> None:
    source = "\n".join(lines)
    document, passages = read(source)

    sent = posts([line.strip() for line in lines if line.strip()])
    held = "".join("".join(each.text.split()) for each in passages)
    rest = "".join(source.split())
    if not sent:
        assert held == rest
    assert _is_within(held, rest)
    for passage in passages:
        start, end = passage.source_span
        assert "".join(source[start:end].split()) == "".join(passage.text.split())
    starts = [each.start for each in document.records]
    assert starts == sorted(starts)


def _is_within(part: str, whole: str) -> bool:
    letters = iter(whole)
    return all(letter in letters for letter in part)
