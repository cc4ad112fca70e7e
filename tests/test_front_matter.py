"""Front matter of Markdown: what a file says about itself is not its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import SourceFile
from corpus.loaders.front_matter import front_matter
from corpus.loaders.plain import load
from corpus.passages import read_document
from tests.strategies import texts

PAGE = (
    '---\r\ntitle: "The old harbour: a history"  # ours\r\ndate: 2021-03-04T10:00:00Z\r\n'
    "lang: en_GB\r\ntags:\r\n  - port\r\n- sea\r\n---\r\nThe mole was built in 1887.\r\n"
)


def test_title_date_and_language_are_of_the_document_and_not_in_its_text() -> None:
    loaded = load(PAGE.encode(), ".md")
    document, passages = read_document(SourceFile("a.md", "0", loaded))

    assert document.source == PAGE
    assert (document.title, document.language) == ("The old harbour: a history", "en")
    assert [one.text for one in passages] == ["The mole was built in 1887."]
    assert passages[0].date == "2021-03-04"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: Le phare\nlangue: fr\n---\nx", ("Le phare", "", "fr")),
        ("---\ntitle: '灯塔'\nlang: zh-TW\n...\nx", ("灯塔", "", "zh-Hant")),
        ("---\n标题: 灯塔\n日期: 2019年4月25日\nlanguage: zh\n---\nx", ("灯塔", "2019年4月25日", "zh-Hans")),
        ('+++\ntitle = "Harbour"\ndate = 2019-04-25\n+++\nx', ("Harbour", "2019-04-25", "und")),
        ("---\nauthor: Ann\n---\nx", ("", "", "und")),
        ("---\ntitle: no # yes\nlang: 3:30\n---\nx", ("no", "", "und")),
    ],
)  # fmt: skip
def test_values_are_text_whatever_yaml_makes_of_them(text: str, told: tuple[str, str, str]) -> None:
    about = front_matter(text)

    assert text[about.end :] == "x"
    assert (about.title, about.date, about.language) == told


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe mole was built in 1887.\n---\nIt is open.",
        "---\n\n---\nIt is open.",
        "Text first\n---\ntitle: x\n---\n",
        "---\ntitle: x\nno end",
    ],
)
def test_rules_around_prose_are_no_front_matter(text: str) -> None:
    assert front_matter(text).end == 0
    assert load(text.encode(), ".md").residue == ()


def test_a_file_of_front_matter_alone_is_read_as_text() -> None:
    assert load(b"---\ntitle: Harbour\n---\n", ".md").residue == ()


def test_a_plain_text_has_no_front_matter() -> None:
    assert load(PAGE.encode(), ".txt").residue == ()


@given(texts(), st.sampled_from(["---\n", "---\r\ntitle: a\r\n---\r\n", "+++\n"]))
def test_no_text_breaks_it_or_is_lost(text: str, before: str) -> None:
    loaded = load((before + text).encode("utf-8", "replace"), ".md")

    assert all(0 <= start < end <= len(loaded.text) for start, end in loaded.residue)
