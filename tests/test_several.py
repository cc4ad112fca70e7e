"""Parts, comparisons and lists as they are shown, kept and given to programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cli.terminal import shown
from language.languages import LANGUAGES
from language.phrases import phrase
from page import answer_html
from page.conversation import Turn, as_document, restored, saved
from qa.answers import Answer, Part
from qa.composing import together
from qa.service import Service
from tests.test_answer_html import ANSWER, CITATION

SECOND = replace(CITATION, document="b.txt", start=40, end=55, quote="Forty men came.", text="Forty men came.",
                 highlight=(0, 9))  # fmt: skip
CAME = replace(ANSWER, question="How many men came?", understood="How many men came?", answer=SECOND.text,
               citations=(SECOND,), confidence=0.6)  # fmt: skip
DECLINED = replace(
    ANSWER, question="Who paid?", understood="Who paid?", kind="declined", answer=None, citations=(),
    nearest=(replace(CITATION, text="<b>Nobody</b> knows."),),
)  # fmt: skip
WHOLE = "When did it open, how many men came and who paid?"


def several(*parts: Answer, labels: tuple[str, ...] = ("", "", "")) -> Answer:
    named = [Part(label, answer) for label, answer in zip(labels, parts, strict=False)]
    return together(WHOLE, WHOLE, "en", named, 1.5)


def checked(service: Service, answer: Answer) -> None:
    """Check that every quote is a slice of its source."""
    for cited in answer.shown:
        document = service.generation.source(cited.document)
        assert document
        assert document.source[cited.start : cited.end] == cited.quote


PARTS = several(ANSWER, CAME, DECLINED)
ITEMS = tuple(
    replace(CITATION, start=start, end=start + 6, quote=text, text=text, highlight=None)
    for start, text in ((100, "<i>ale"), (110, "bread "), (120, "cheese"))
)
LIST = replace(
    ANSWER, kind="list", citations=ITEMS, answer="\n".join(i.text for i in ITEMS), announced=4
)


def test_the_whole_cites_the_first_quote_of_each_part_and_is_as_sure_as_the_least_sure() -> None:
    assert PARTS.kind == "parts"
    assert PARTS.citations == (CITATION, SECOND)
    assert PARTS.confidence == 0.6
    assert not PARTS.declined
    assert [part.answer.kind for part in PARTS.parts] == ["quote", "quote", "declined"]


def test_it_declines_where_all_parts_do() -> None:
    nothing = several(DECLINED, DECLINED)

    assert (nothing.kind, nothing.declined, nothing.parts) == ("declined", True, ())
    assert nothing.nearest == DECLINED.nearest


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_part_without_evidence_says_so_and_the_others_answer(language: str) -> None:
    answer = several(*(replace(each, language=language) for each in (ANSWER, CAME, DECLINED)))
    answer = replace(answer, language=language)

    printed, html = shown(answer, 200), answer_html.rendered(answer, "t")

    for text in (printed, html):
        assert text.count(phrase("declined", language)) == 1
        assert "Forty" in text
        assert "Nobody" not in text
    assert "[1] It opened" in printed
    assert "[2] Forty men came." in printed
    assert html.count('data-number="2" aria-label') == 2  # beside the quote and in the sources
    assert "<table" not in html


def test_what_is_compared_stands_in_a_column_under_its_name() -> None:
    answer = several(ANSWER, CAME, labels=("<first>", "second"))

    html = answer_html.rendered(answer)

    assert "<h3>&lt;first&gt;</h3>" in html
    assert html.count("<section") == 2
    assert "<first>" not in html
    assert shown(answer).index("<first>") < shown(answer).index("Forty")


def test_the_items_of_a_list_are_numbered_escaped_and_counted() -> None:
    html, printed = answer_html.rendered(LIST), shown(LIST)

    assert html.count("<li lang") == 3
    assert "&lt;i&gt;ale" in html
    assert "<i>" not in html
    assert "4 announced, 3 found" in html
    assert "4 announced, 3 found" in printed
    assert "[3] cheese" in printed
    assert "announced" not in shown(replace(LIST, announced=3))
    assert "announced" not in shown(replace(LIST, announced=None))


def test_the_sentence_that_holds_a_row_is_quoted_before_its_items() -> None:
    whole = replace(
        CITATION, start=90, end=140, text="They sold ale, bread and cheese.", highlight=(10, 31)
    )
    answer = replace(LIST, citations=(whole, *ITEMS), announced=None)

    html = answer_html.rendered(answer)

    assert answer.items == ITEMS
    assert answer.short_answer == "ale, bread and cheese"
    assert html.index("They sold") < html.index("cq-items")
    assert html.count("<li lang") == 3


@pytest.mark.parametrize(
    "answer", [PARTS, LIST, several(LIST, DECLINED), several(ANSWER, CAME, labels=("a", "b"))]
)
def test_it_comes_back_from_the_browser_as_it_was(answer: Answer) -> None:
    turns = (Turn(WHOLE, answer),)

    assert restored(json.loads(json.dumps(saved(turns)))) == turns


def test_an_answer_that_was_kept_before_there_were_parts_comes_back() -> None:
    kept = json.loads(json.dumps(saved((Turn("When?", ANSWER),))))
    for later in ("parts", "announced"):
        kept[0]["answer"].pop(later, None)

    assert [turn.answer for turn in restored(kept)] == [ANSWER]


def test_a_program_gets_each_part_as_an_answer_with_its_label() -> None:
    content = json.loads(json.dumps(several(ANSWER, DECLINED, labels=("a", "b")).as_json()))

    assert [part["label"] for part in content["parts"]] == ["a", "b"]
    assert [part["declined"] for part in content["parts"]] == [False, True]
    assert content["parts"][0]["citations"][0]["quote"] == CITATION.quote
    assert content["citations"][0]["quote"] == CITATION.quote
    assert content["short_answer"] is None
    assert json.loads(json.dumps(LIST.as_json()))["items"][2]["quote"] == "cheese"


def test_an_export_names_each_part_and_quotes_it() -> None:
    text = as_document((Turn(WHOLE, several(ANSWER, CAME, labels=("1871", "1902"))),), "en")

    assert "### 1902 – How many men came?" in text
    assert text.count("> Forty men came.") == 1


def test_sources_that_differ_in_a_part_are_said_to_differ() -> None:
    other = replace(CAME, citations=(SECOND, replace(CITATION, stance="differs")))

    assert several(ANSWER, other).conflict
    assert not several(ANSWER, CAME).conflict
    assert phrase("conflict", "en") in answer_html.rendered(several(ANSWER, other))


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "kinds", "quotes"),
    [
        ("How tall is the lighthouse of Pen-Men and how much does the bell of Sainte-Foy weigh?",
         ["quote", "quote"], ["tall", "kilograms"]),
        ("How much does the bell of Sainte-Foy weigh and who painted the Mona Lisa?",
         ["quote", "declined"], ["kilograms"]),
    ],
)  # fmt: skip
def test_each_part_is_answered_from_the_documents_on_its_own(
    coast_service: Service, question: str, kinds: list[str], quotes: list[str]
) -> None:
    answer = coast_service.engine().ask(question)

    assert answer.kind == "parts"
    assert [part.answer.kind for part in answer.parts] == kinds
    for quote, cited in zip(quotes, answer.citations, strict=True):
        assert quote in cited.quote
    checked(coast_service, answer)


@pytest.mark.model
def test_two_forums_are_compared_each_by_its_own_quote(coast_service: Service) -> None:
    answer = coast_service.engine().ask(
        "Compare the first and the second forum: how many guests did each draw?"
    )

    assert [part.label for part in answer.parts] == ["first forum", "second forum"]
    assert "1,500" in answer.citations[0].quote
    assert "6,000" in answer.citations[1].quote
    checked(coast_service, answer)
