"""Who asks for a price with a condition is answered by what states it for that condition.

"Entry costs 20 euros.  Students pay half": to what students pay, the second answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.asking import NUMBER, any_of
from language.chinese import to_simplified
from language.languages import KNOWN
from language.rules import Kind
from language.terms import term_set
from qa.question import Question
from qa.reading.candidates import Candidate
from qa.reading.judge import Outcome

PRICES = any_of(one.asking.prices for one in KNOWN.values())
REDUCED = any_of(one.asking.reductions for one in KNOWN.values())


def is_reduced(text: str) -> bool:
    """Tell whether *text* gives a price as part of another one, or says that there is none."""
    return REDUCED.search(to_simplified(text)) is not None


def asks_price(question: str) -> bool:
    """Tell whether *question* asks what something costs."""
    return PRICES.search(question) is not None


def meeting_condition(question: Question, texts: Sequence[str], language: str) -> int | None:
    """Return which of *texts* gives a reduced price under a condition that *question* names.

    None where there is not just one, or what gives the full price has every word of it too.
    """
    if not asks_price(question.text):
        return None
    full = frozenset[str]().union(
        *(term_set(text, language) for text in texts if not is_reduced(text))
    )
    missing = question.weights.keys() - full
    fitting = [
        at
        for at, text in enumerate(texts)
        if is_reduced(text) and missing & term_set(text, language)
    ]
    return fitting[0] if len(fitting) == 1 else None


def condition_first(question: Question, candidates: list[Candidate]) -> list[Candidate]:
    """Put what gives the price under the question's condition before what gives the full one.

    Both of one passage: the full price lacks a word of the question, which the reduced one has.

    Args:
        question: What is asked.
        candidates: Sentences that may answer, the best first.
    """
    if Kind.NUMBER not in question.kinds or not (candidates and asks_price(question.text)):
        return candidates
    full = candidates[0]
    if is_reduced(full.text) or not NUMBER.search(full.text):
        return candidates
    missing = question.weights.keys() - term_set(full.text, full.language)
    for at, other in enumerate(candidates):
        same = other.hit.record.number == full.hit.record.number
        held = missing & term_set(other.text, other.language)
        if same and held and other.outcome is not Outcome.NOTHING and is_reduced(other.text):
            first = replace(other, score=full.score)
            second = replace(full, score=other.score)
            return [first, *candidates[1:at], second, *candidates[at + 1 :]]
    return candidates
