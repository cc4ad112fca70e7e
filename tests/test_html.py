"""What is shown is escaped, marked and in the user's language."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import html
from qa.answers import Answer, Citation, Place

CITATION = Citation(
    document="a.txt", title="The bridge", sha256="0" * 64, start=0, end=29,
    quote="It opened on 3 May 1932, at 9.", text="It opened on 3 May 1932, at 9.",
    language="en", page=None, part=("slide", "3"), date="2019-04-25", passage=0, score=0.9, highlight=(13, 23),
    before="Before. ", after=" After.", also_in=(Place("b.txt", 5, 34),),
)  # fmt: skip
ANSWER = Answer(
    question="When?", understood="When?", language="en", declined=False, confidence=0.9,
    answer=CITATION.text, said=None, citations=(CITATION,), nearest=(), generation="000001-0", seconds=0.1,
)  # fmt: skip
HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(2)">&amp;$x^2$ **b** [l](javascript:0)'
)


class Tags(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.shown = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.shown += data


def parsed(text: str) -> Tags:
    tags = Tags()
    tags.feed(text)
    return tags


OURS = parsed(html.rendered(ANSWER))


def test_the_answering_words_are_marked() -> None:
    assert "<mark>3 May 1932</mark>" in html.rendered(ANSWER)


def test_where_no_words_stand_out_the_whole_quote_is_marked() -> None:
    answer = replace(ANSWER, citations=(replace(CITATION, highlight=None),))

    assert f"<mark>{CITATION.text}</mark>" in html.rendered(answer)


def test_other_places_of_the_same_words_are_listed() -> None:
    assert "b.txt" in OURS.shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The documents do not answer"),
        ("fr", "Les documents ne répondent pas"),
        ("zh-Hans", "这些文档没有回答"),
        ("zh-Hant", "這些文件沒有回答"),
        ("de", "The documents do not answer"),
    ],
)
def test_a_decline_speaks_the_users_language(language: str, words: str) -> None:
    answer = replace(ANSWER, language=language, declined=True, citations=(), nearest=(CITATION,))

    assert words in html.rendered(answer)


def test_a_quote_in_another_language_is_announced() -> None:
    answer = replace(ANSWER, language="fr")

    assert "dans une autre langue" in html.rendered(answer)


@given(st.one_of(st.just(HOSTILE), st.text()))
def test_no_text_of_a_document_becomes_markup(text: str) -> None:
    citation = replace(
        CITATION, text=text or " ", quote=text, title=text, document=text, before=text, after=text,
        language=text, highlight=None, also_in=(Place(text, 0, 1),),
    )  # fmt: skip

    tags = parsed(html.rendered(replace(ANSWER, citations=(citation,))))

    assert tags.tags <= OURS.tags
    assert tags.attributes <= OURS.attributes


def test_an_error_message_is_escaped() -> None:
    assert parsed(html.error(HOSTILE)).tags == {"div"}
