"""The values that a text states, each with the words beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from language.spans import Span
from language.tags import family
from language.terms import question_terms
from language.values.scan import values_in
from language.values.value import Name, Value

# What is counted stands so near its figure, in characters; a sign ends the search.
NEAR, NEAR_HAN = 28, 6
LAST_DIGIT = regex.compile(r"^.*\p{Nd}", flags=regex.DOTALL)
STOP = regex.compile(r"[,.;:!?()，。；：！？、（）]")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value where a text states it."""

    span: Span
    value: Value
    around: frozenset[str]  # terms of the words beside it


@lru_cache(maxsize=4096)
def stated(text: str, language: str) -> tuple[Stated, ...]:
    """Return the values that *text* states, names aside, each with the words beside it."""
    values = [(span, value) for span, value in values_in(text, language)
              if not isinstance(value, Name)]  # fmt: skip
    ends = [0, *(span[1] for span, _ in values)]
    starts = [*(span[0] for span, _ in values[1:]), len(text)]
    return tuple(
        Stated(span, value, _around(text, span, (before, after), language))
        for (span, value), before, after in zip(values, ends, starts, strict=False)
    )


def _around(text: str, span: Span, room: Span, language: str) -> frozenset[str]:
    """Return the terms of what stands beside a value, up to the next value or sign."""
    # The noun or unit of what counts; what stands before the figure says how exact it is, and in
    # Chinese a measure word follows: nearly 5,000, 6000余名.
    own = LAST_DIGIT.sub("", text[slice(*span)])
    inside = [term for term in question_terms(own, language) if term.isalpha() and len(term) > 1]
    if inside and family(language) != "zh":
        return frozenset(inside)
    near = NEAR_HAN if family(language) == "zh" else NEAR
    after = STOP.split(text[span[1] : min(room[1], span[1] + near)])[0]
    terms = question_terms(after, language)[:3]
    if terms:
        return frozenset(terms)
    before = STOP.split(text[max(room[0], span[0] - near) : span[0]])[-1]
    return frozenset(question_terms(before, language)[-2:])


def without_values(text: str, language: str) -> str:
    """Return *text* without the values that it states."""
    pieces, at = [], 0
    for each in stated(text, language):
        pieces.append(text[at : each.span[0]])
        at = each.span[1]
    return " ".join([*pieces, text[at:]])
