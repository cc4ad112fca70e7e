"""What is shown of an answer is escaped, marked and in the user's language."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.status import Row
from language.languages import LANGUAGES
from language.messages import Message
from page import answer_html
from page.chat_html import conversation
from page.conversation import Turn
from page.documents_table_html import table
from page.looking import Look
from page.source import stored
from page.viewer_html import Quoted, viewer
from qa.answers import Answer, Citation, Part, Place
from serving.now import Now
from serving.originals import Original

CITATION = Citation(
    document="a.txt", title="The bridge", sha256="0" * 64, start=0, end=29,
    quote="It opened on 3 May 1932, at 9.", text="It opened on 3 May 1932, at 9.",
    language="en", page=None, part=("slide", "3"), date="2019-04-25", passage=0, score=0.9, highlight=(13, 23),
    before="Before. ", after=" After.", also_in=(Place("b.txt", 5, 34),),
)  # fmt: skip
ANSWER = Answer(
    question="When?", understood="When?", language="en", kind="quote", confidence=0.9,
    answer=CITATION.text, said=None, citations=(CITATION,), nearest=(),
    generation="000001-0", seconds=0.1,
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


def whole(citation: Citation, question: str) -> str:
    """All that the page makes of an answer and of a document."""
    answer = replace(ANSWER, question=question, citations=(citation,))
    shelf = [
        Row(
            citation.document,
            citation.title,
            citation.language,
            3,
            "skipped",
            Message("unknown_reason", {"reason": question}),
        )
    ]
    return (
        conversation([Turn(question, answer)], "en", Now(), [])
        + viewer(stored(citation), Quoted(citation, "g", "t", 1, note="gone"), Original(), "en")
        + table(shelf, [], Look(), "en", deletes=True)
        + conversation([], "en", Now(), [question])
    )


OURS = parsed(whole(CITATION, "When?"))


def test_the_answering_words_are_marked() -> None:
    assert "<mark>3 May 1932</mark>" in answer_html.rendered(ANSWER)


def test_where_no_words_stand_out_the_whole_quote_is_marked() -> None:
    answer = replace(ANSWER, citations=(replace(CITATION, highlight=None),))

    assert f"<mark>{CITATION.text}</mark>" in answer_html.rendered(answer)


def test_a_source_names_its_slide_and_its_date() -> None:
    shown = parsed(answer_html.rendered(ANSWER)).shown

    assert "slide 3 · 25 April 2019" in shown


def test_what_is_nearly_sure_is_never_shown_as_a_hundred_per_cent() -> None:
    sure = replace(ANSWER, confidence=0.9999)

    shown = [answer_html.rendered(replace(sure, language=each)) for each in LANGUAGES]

    assert all("99" in each and "100" not in parsed(each).shown for each in shown)


def test_a_source_is_called_once_where_several_of_it_follow_each_other() -> None:
    tide = replace(CITATION, start=40, text="It was painted green.", date="", part=None)
    chart = replace(tide, document="c.txt", title="The chart")
    declined = replace(ANSWER, kind="declined", citations=(), nearest=(CITATION, tide, chart, tide))

    shown = parsed(answer_html.rendered(declined)).shown

    assert shown.count("The bridge") == 2
    assert shown.count("a.txt") == 2
    assert shown.count("It was painted green.") == 3


def test_no_line_of_a_french_reply_begins_with_its_colon() -> None:
    talk = replace(ANSWER, language="fr", kind="talk", reply="Les énoncés datés, cités :")

    assert "cités\u00a0:" in answer_html.rendered(talk)


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
    answer = replace(ANSWER, language=language, kind="declined", citations=(), nearest=(CITATION,))

    assert words in answer_html.rendered(answer)


def test_a_quote_in_another_language_is_announced() -> None:
    answer = replace(ANSWER, language="fr")

    assert "dans une autre langue" in answer_html.rendered(answer)


def test_a_question_that_was_understood_otherwise_is_shown_as_understood() -> None:
    answer = replace(ANSWER, question="And in 1940?", understood="When did it open in 1940?")

    assert "Understood as: When did it open in 1940?" in answer_html.rendered(answer)


@pytest.mark.parametrize(
    ("digests", "words"),
    [
        ({"a.txt": "0" * 64}, ""),
        ({"a.txt": "1" * 64}, "changed since"),
        ({}, "deleted since"),
    ],
)
def test_an_answer_of_an_earlier_generation_says_what_became_of_its_documents(
    digests: dict[str, str], words: str
) -> None:
    shown = parsed(answer_html.rendered(ANSWER, now=Now("000002-1", digests))).shown

    assert "earlier state of the documents" in shown
    assert words in shown
    assert ("since" in shown) == bool(words)


def test_an_answer_of_the_current_generation_is_not_marked() -> None:
    assert "earlier" not in answer_html.rendered(ANSWER, now=Now("000001-0", {}))


@given(st.one_of(st.just(HOSTILE), st.text(min_size=1)))
def test_no_text_of_a_document_or_a_question_becomes_markup(text: str) -> None:
    citation = replace(
        CITATION, text=text, quote=text, title=text, document=text, before=text, after=text,
        language=text, highlight=None, date=text, part=("page", text), also_in=(Place(text, 0, 1),),
    )  # fmt: skip

    tags = parsed(whole(citation, text))

    assert tags.tags <= OURS.tags
    assert tags.attributes <= OURS.attributes


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_message_is_escaped(language: str) -> None:
    tags = parsed(answer_html.error(HOSTILE, HOSTILE, language))

    assert tags.tags == {"div", "p", "details", "summary"}


HANS = "海岛图书馆于1902年由渔民捐款建成。"
HANT = "海島圖書館於1902年由漁民捐款建成。"


def in_other_script() -> Citation:
    start = HANS.index("1902年")
    return replace(
        CITATION, text=HANS, quote=HANS, language="zh-Hans", own_script=HANT,
        highlight=(start, start + 5),
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["quote", "possible"])
def test_the_answering_words_are_marked_in_the_readers_script_too(kind: str) -> None:
    answer = replace(ANSWER, language="zh-Hant", kind=kind, citations=(in_other_script(),))  # type: ignore[arg-type]

    html = answer_html.rendered(answer, "t")

    assert "海島圖書館於<mark>1902年</mark>由漁民捐款建成。" in html
    assert "海岛图书馆于<mark>1902年</mark>由渔民捐款建成。" in html  # the original, folded


def test_items_of_a_list_are_in_the_readers_script() -> None:
    cited = in_other_script()
    answer = replace(ANSWER, language="zh-Hant", kind="list", citations=(cited,))

    html = answer_html.rendered(answer, "t")

    assert f'<li lang="zh-Hant" dir="auto">{HANT} ' in html


@pytest.mark.parametrize(
    ("label", "asked", "shown"),
    [
        ("first ferry", "The first ferry?", False),
        ("premier bac", "Le premier bac ?", False),
        ("第一班渡轮", "第一班渡轮？", False),
        ("first ferry", "How long is the first ferry?", True),
        ("第一班渡轮", "谁乘过第一班渡轮？", True),
    ],
)
def test_what_is_compared_stands_side_by_side_and_is_named_once(
    label: str, asked: str, shown: bool
) -> None:
    parts = (
        Part(label, replace(ANSWER, question=asked, kind="possible")),
        Part("second", replace(ANSWER, question="The second?")),
    )
    answer = replace(ANSWER, kind="parts", parts=parts)

    html = answer_html.rendered(answer, "t")

    assert html.count('<section class="cq-part') == 2
    assert '<section class="cq-part cq-possible">' in html
    assert f"<h3>{label}</h3>" in html
    assert (f'<p class="cq-asked-part">{asked}</p>' in html) is shown
