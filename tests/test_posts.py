"""An export of posts: each is a record with its own date, and is called by when and by whom."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Passage
from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from corpus.posts import post

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


def read(source: str) -> tuple[Document, list[Passage]]:
    return read_document(SourceFile("log/harbour.txt", "0", Loaded(source)))


def test_each_post_is_a_record_with_its_date_and_author() -> None:
    document, passages = read(INLINE)

    days = ["2024-03-05", "2024-03-06", "2024-03-07", "2024-03-08"]
    assert [each.date for each in document.records] == days
    assert [each.date for each in passages] == days
    assert [passage.title.split()[-1] for passage in passages] == [
        "ida_holm",
        "Roy",
        "林月",
        "陳海",
    ]
    assert passages[3].text.endswith("Keine Fahrt.")
    assert document.title == "harbour"


def test_the_text_below_its_line_belongs_to_a_post() -> None:
    document, passages = read(BELOW)

    assert document.title == "Harbour channel"
    posts = [each for each in passages if each.date]
    assert [each.date for each in posts] == ["2023-11-02", "2023-11-02", "2023-11-04"]
    assert "We closed the gate." in posts[1].text
    assert posts[0].title == "2023-11-02 07:45 paul"


@pytest.mark.parametrize(
    ("line", "header", "day"),
    [
        ("2024-03-05 18:22 ann: hello", "2024-03-05 18:22 ann", "2024-03-05"),
        ("[2024/3/5 18:22:10] Ann Lee: hello", "[2024/3/5 18:22:10] Ann Lee", "2024-03-05"),
        ("2024/03/05, 18:22 - Ann Lee: hello", "2024/03/05, 18:22 - Ann Lee", "2024-03-05"),
        ("2024年3月5日 18:22 林月：你好", "2024年3月5日 18:22 林月", "2024-03-05"),
        ("2024-03-05 18:22 陳海", "2024-03-05 18:22 陳海", "2024-03-05"),
    ],
)
def test_a_header_says_when_and_by_whom(line: str, header: str, day: str) -> None:
    assert post(line) == (header, day)


@pytest.mark.parametrize(
    "line",
    [
        "2024-03-05 18:22:01 INFO started: 3 workers",
        "2024-03-05 18:22",
        "2024-03-05: the quay was closed",
        "2024-13-05 18:22 ann: hello",
        "On 2024-03-05 at 18:22 the quay was closed, said Ann: too late.",
        "2024-03-05 18:22 the quay was closed because of the flood, and nobody came: why?",
        "08:15 ann: hello",
    ],
)
def test_other_lines_head_no_post(line: str) -> None:
    assert post(line) is None


def test_two_such_lines_in_a_text_make_no_export() -> None:
    document, _ = read("The log.\n2024-03-05 18:22 ann: hello\n2024-03-05 18:23 bo: hello\nEnd.\n")

    assert len(document.records) == 1


@given(st.lists(st.sampled_from(INLINE.split("\n") + BELOW.split("\n") + [""]), max_size=12))
def test_records_of_posts_hold_all_that_the_source_has(lines: list[str]) -> None:
    source = "\n".join(lines)
    document, passages = read(source)

    held = "".join(each.text for each in passages)
    assert "".join(held.split()) == "".join(source.split())
    assert [each.start for each in document.records] == sorted(
        each.start for each in document.records
    )
