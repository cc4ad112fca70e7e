"""The values that a text states, each with the words beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from language.chinese import tagged_words
from language.spans import Span
from language.terms import question_terms
from language.values.named_years import in_a_name
from language.values.prepared import forms_of
from language.values.scan import values_in
from language.values.value import Name, Value

# What is counted stands so near its figure, in characters; a sign ends the search.
NEAR, NEAR_HAN = 28, 6
LAST_DIGIT = regex.compile(r"^.*\p{Nd}", flags=regex.DOTALL)
MEASURED = regex.compile(r"[名位](?P<noun>\p{Han}{2,})$")
STOP = regex.compile(r"[,.;:!?()，。；：！？、（）]")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value where a text states it."""

    span: Span
    value: Value
    around: frozenset[str]  # terms of the words beside it


@lru_cache(maxsize=4096)
def stated(text: str, language: str) -> tuple[Stated, ...]:
    """Return the values that *text* states, each with the words beside it.

    Names are aside, and the years in them.
    """
    values = [(span, value) for span, value in values_in(text, language)
              if not isinstance(value, Name)]  # fmt: skip
    ends = [0, *(span[1] for span, _ in values)]
    starts = [*(span[0] for span, _ in values[1:]), len(text)]
    return tuple(
        Stated(span, value, _around(text, span, (before, after), language))
        for (span, value), before, after in zip(values, ends, starts, strict=False)
        if not in_a_name(text, span, value, language)
    )


def _around(text: str, span: Span, room: Span, language: str) -> frozenset[str]:
    """Return the terms of what stands beside a value, up to the next value or sign."""
    # The noun or unit of what counts; what stands before the figure says how exact it is.
    inside = _noun(text[slice(*span)], language)
    if inside:
        return inside
    near = NEAR_HAN if forms_of(language).han else NEAR
    after = STOP.split(text[span[1] : min(room[1], span[1] + NEAR)])[0]
    after = _counted(after, language)
    terms = question_terms(after, language)[:3]
    if terms:
        return frozenset(terms)
    before = STOP.split(text[max(room[0], span[0] - near) : span[0]])[-1]
    return frozenset(question_terms(before, language)[-2:])


def _noun(written: str, language: str) -> frozenset[str]:
    """Return the terms of the noun in a value as it is *written*: 5,000 *people*, 1500名*代表*."""
    forms = forms_of(language)
    own = LAST_DIGIT.sub("", written)
    if forms.han:
        match = MEASURED.search(own)
        return frozenset(question_terms(match["noun"], language)) if match else frozenset()
    number = regex.compile(rf"(?:{forms.numbers.words}|{'|'.join(forms.numbers.sizes)})", regex.I)
    own = " ".join(word for word in regex.split(r"[\s-]+", own) if not number.fullmatch(word))
    terms = question_terms(own, language)
    return frozenset(term for term in terms if term.isalpha() and len(term) > 1)


def _counted(after: str, language: str) -> str:
    """Return what of the words *after* a figure may be what it counts.

    That is what stands before "of": 38 *heads* of state; in Chinese before 的, if it is a noun:
    130多个*国家和地区*的来宾; else what stands behind it: 8位年轻的*来宾*.
    """
    forms = forms_of(language)
    cut = regex.search(forms.quantities.noun_ends, after)
    first, second = (after[: cut.start()], after[cut.end() :]) if cut else (after, "")
    if not forms.han:
        return first[:NEAR]
    nominal = bool(first) and all(tag[0] in "nc" for _, tag in tagged_words(first))
    return (first if nominal or not second else second)[:NEAR_HAN]


def without_values(text: str, language: str) -> str:
    """Return *text* without the values that it states."""
    pieces, at = [], 0
    for each in stated(text, language):
        pieces.append(text[at : each.span[0]])
        at = each.span[1]
    return " ".join([*pieces, text[at:]])
