"""Two things that are compared by name only: what is told of both alike leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from language.languages import LANGUAGES
from language.phrases import phrase
from qa.alongside import alongside, told_of
from qa.answers import Answer, Part
from qa.parts.asked import parts_of
from qa.presentation import presented
from tests.test_answer_html import ANSWER, CITATION

TOLD = {
    "Arvik": ("The harbour of Arvik is old.", "Arvik has 42,000 inhabitants."),
    "Solten": ("Solten has 17,000 inhabitants.", "Solten joined the league."),
}


class ByWord:
    """Texts with "inhabitants" are alike, all others differ."""

    fingerprint, dimension = "by word", 8

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for at, text in enumerate(texts):
            rows[at, 0 if "inhabitants" in text else 1 + at] = 1
        return rows

    embed_questions = embed_passages


def part(label: str, texts: Sequence[str], **changed: object) -> Part:
    cited = tuple(
        replace(CITATION, text=text, quote=text, language="en", score=0.9 - at / 10)
        for at, text in enumerate(texts)
    )
    answer = replace(
        ANSWER, kind="quote", language="en", citations=cited, answer=cited[0].text, confidence=0.9
    )
    return Part(label, replace(answer, **changed))  # type: ignore[arg-type]


def firsts(parts: Sequence[Part]) -> list[str | None]:
    return [one.answer.answer for one in parts]


def test_what_is_told_of_both_alike_leads_and_the_rest_follows() -> None:
    parts = [part(label, texts) for label, texts in TOLD.items()]

    led, comparable = alongside(ByWord(), parts, 3)

    assert comparable
    assert firsts(led) == ["Arvik has 42,000 inhabitants.", "Solten has 17,000 inhabitants."]
    assert [len(one.answer.citations) for one in led] == [2, 2]
    assert led[0].answer.confidence == led[0].answer.citations[0].score


def test_a_quote_that_names_neither_thing_is_no_part_of_a_pair() -> None:
    parts = [
        part("Arvik", ("The harbour of Arvik is old.", "It has 9,000 inhabitants.")),
        part("Solten", TOLD["Solten"]),
    ]

    led, comparable = alongside(ByWord(), parts, 3)

    assert not comparable
    assert firsts(led) == firsts(parts)


def test_where_one_has_no_answer_the_other_keeps_its_own() -> None:
    parts = [
        part("Arvik", TOLD["Arvik"]),
        part("Solten", TOLD["Solten"], kind="declined"),
    ]

    assert firsts(alongside(ByWord(), parts, 3)[0]) == firsts(parts)
    assert alongside(ByWord(), parts, 3)[1]


@pytest.mark.parametrize(
    ("question", "language", "bare"),
    [
        ("Compare Italy and France", "en", True),
        ("Compare the population of Italy and of France", "en", False),
        ("Comparez l'Italie et la France", "fr", True),
        ("比较意大利和法国", "zh-Hans", True),
        ("比較義大利和法國", "zh-Hant", True),
    ],
)
def test_only_things_without_an_aspect_are_compared_by_name(
    question: str, language: str, bare: bool
) -> None:
    parts = parts_of(question, language)

    assert len(parts) == 2
    assert all(one.named_only for one in parts) is bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_nothing_is_alike_is_said(language: str) -> None:
    answer: Answer = replace(ANSWER, language=language, apart=True)

    assert "not_alike" in presented(answer).notes
    assert phrase("not_alike", language)


def test_a_thing_without_an_answer_is_told_of_by_the_sentences_that_name_it() -> None:
    declined = part("Solten", TOLD["Solten"], kind="declined")
    declined = replace(declined, answer=replace(declined.answer, citations=(), answer=None))
    named = part("Solten", ("索尔滕有一万七千人。",)).answer.citations

    told = told_of(declined, lambda name: named if name == "Solten" else ())

    assert told.answer.kind == "possible"
    assert told.answer.answer == "索尔滕有一万七千人。"
    assert told_of(declined, lambda name: ()) is declined


def test_of_a_thing_that_only_is_named_whole_sentences_are_told() -> None:
    answered = part("Arvik", TOLD["Arvik"])
    marked = tuple(replace(each, highlight=(0, 3)) for each in answered.answer.citations)
    answered = replace(answered, answer=replace(answered.answer, citations=marked))

    told = told_of(answered, lambda name: ())

    assert all(each.highlight is None for each in told.answer.citations)


def test_a_quote_that_does_not_name_its_thing_gives_way_to_one_that_does() -> None:
    answered = part("Italy", ("It was built in 1911.", "South Sudan and Italy signed."))

    assert told_of(answered, lambda name: ()).answer.answer == "South Sudan and Italy signed."
    sudan = part("Sudan", ("South Sudan signed.", "It rained."))
    named = part("Sudan", ("Sudan signed too.",)).answer.citations
    assert told_of(sudan, lambda name: named).answer.answer == "Sudan signed too."
