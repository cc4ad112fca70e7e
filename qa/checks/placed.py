"""Whether a statement's value or name stands in the evidence beside what it is said of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

import regex

from language.languages import KNOWN
from language.spans import Span, overlap
from language.tags import family
from language.values.names import PERSONS, name_spans
from language.values.stated import Stated, stated
from language.values.surnames import with_surname
from language.values.value import COUNT, Date, Quantity
from qa.checks.comparing import Difference
from qa.checks.segments import Placed, Placing, placing
from qa.naming import missing

FIGURE = regex.compile(r"^\P{L}*\p{Nd}")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A value or name that the evidence has of another thing, and what it has of this one."""

    kind: Literal["value", "name"]
    difference: Difference

    def behind(self, start: int) -> Misplaced:
        """Return the same with its place counted from *start* characters before."""
        return replace(self, difference=self.difference.behind(start))


def misplaced(statement: str, text: str, language: str) -> Misplaced | None:
    """Return what *statement* says of one thing and *text*, in its language, of another.

    Income was £6,412 and expenses £5,977: expenses of £6,412 are another's.  None where each value
    and name is said of what it is of, or nothing tells.
    """
    return next(chain(_values(statement, text, language), _names(statement, text, language)), None)


def rightly(statement: str, text: str, language: str) -> frozenset[Span]:
    """Return the values of *statement* that *text* has, more clearly of the same than any other."""
    ours, theirs = (_figures(each, language) for each in (statement, text))
    kept: set[Span] = set()
    for mine, whole in zip(ours, stated(statement, language), strict=True):
        told = [each for _, each in _placings((statement, ours), mine, (text, theirs), language)]
        if told and all(each.own == 1 and each.own > each.other for each in told):
            kept.add(whole.span)
    return frozenset(kept)


def mixed(statement: str, text: str, language: str) -> bool:
    """Tell whether *statement* says of one value what *text* says of two: 5 boats, 2 of them ours.

    Our 5 boats are not said.
    """
    ours, theirs = (_figures(each, language) for each in (statement, text))
    part = _part(family(language))
    return any(
        each.mixed
        for mine in ours
        if not part.match(statement, mine.span[1])
        for _, each in _placings((statement, ours), mine, (text, theirs), language)
    )


@cache
def _part(language: str) -> regex.Pattern[str]:
    """Return what behind a value makes it a part of others: 14 of the boats."""
    known = KNOWN.get(language)
    return regex.compile(known.poles.part if known and known.poles else r"(?!)", regex.I)


def _placings(
    statement: tuple[str, list[Stated]],
    mine: Stated,
    evidence: tuple[str, list[Stated]],
    language: str,
) -> list[tuple[Span, Placing]]:
    """Return of each value that may stand for *mine* of another thing how well it fits."""
    (written, ours), (text, theirs) = statement, evidence
    same = [each for each in theirs if each.value == mine.value]
    if len(same) != 1:
        return []
    placed = Placed(written, language, _kin(ours, mine)), Placed(text, language, _kin(theirs, mine))
    rivals = [each.span for each in theirs if _rival(mine, each, ours)]
    return _fits(placed[0], mine.span, placed[1], same[0].span, rivals)


def _values(statement: str, text: str, language: str) -> Iterator[Misplaced]:
    ours, theirs = (_figures(each, language) for each in (statement, text))
    for mine in ours:
        every = _placings((statement, ours), mine, (text, theirs), language)
        if best := _best(every):
            yield _of(statement, mine.span, text, best, "value")


def _figures(text: str, language: str) -> list[Stated]:
    """Return the values of a text, those that count without what they count."""
    values = stated(text, language)
    if family(language) == "zh":
        return list(values)
    return [
        replace(each, span=(each.span[0], each.span[0] + match.end()))
        if _kind(each) == COUNT and (match := FIGURE.match(text[slice(*each.span)])) else each
        for each in values
    ]  # fmt: skip


def _kin(values: Sequence[Stated], mine: Stated) -> tuple[Span, ...]:
    return tuple(each.span for each in values if _kind(each) == _kind(mine))


def _kind(stated: Stated) -> object:
    """Return what two values have in common that may be exchanged."""
    value = stated.value
    if isinstance(value, Date):
        return tuple(part is None for part in value.parts)
    return value.unit if isinstance(value, Quantity) else type(value)


def _rival(mine: Stated, other: Stated, ours: Sequence[Stated]) -> bool:
    """Tell whether a value of the evidence may stand for another thing of the kind of *mine*."""
    if _kind(mine) != _kind(other):
        return False
    return all(each.value != other.value for each in ours)


def _names(statement: str, text: str, language: str) -> Iterator[Misplaced]:
    named = set(_named(statement, language)), set(_named(text, language))
    ours = _outer(named[0] | _located(named[1], text, statement))
    items = _outer(named[1] | _located(named[0], statement, text))
    for mine in ours:
        name = statement[slice(*mine)]
        same = [span for span in items if _same(name, text[slice(*span)], language)]
        own = [statement[slice(*span)] for span in ours]
        rivals = [
            span for span in items
            if not any(_same(each, text[slice(*span)], language) for each in own)
        ]  # fmt: skip
        if len(same) != 1 or not rivals:
            continue
        placed, evidence = Placed(statement, language, ours), Placed(text, language, items)
        every = _fits(placed, mine, evidence, same[0], rivals, loosely=False)
        if best := _best(every):
            yield _of(statement, mine, text, best, "name")


@lru_cache(maxsize=1024)
def _named(text: str, language: str) -> tuple[Span, ...]:
    """Return where a text has names; in Chinese of persons only."""
    if family(language) == "zh":
        spans = name_spans(text, language, PERSONS)
        return tuple(sorted({with_surname(text, span) for span in spans}))
    values = [each.span for each in stated(text, language)]
    spans = missing(text, language, "", language)
    return tuple(span for span in spans if not any(overlap(span, each) for each in values))


def _located(spans: set[Span], text: str, other: str) -> set[Span]:
    """Return where *other* has names of *text* to the letter."""
    names = [text[slice(*span)] for span in spans]
    return {(at, at + len(name)) for name in names if (at := other.find(name)) >= 0}


def _outer(spans: set[Span]) -> tuple[Span, ...]:
    """Return spans that lie in no other, in order."""
    outer = (
        span for span in spans
        if not any(each != span and each[0] <= span[0] and span[1] <= each[1] for each in spans)
    )  # fmt: skip
    return tuple(sorted(outer))


def _same(name: str, other: str, language: str) -> bool:
    """Tell whether two names have a word in common, or in Chinese begin or end alike."""
    if family(language) == "zh":
        return name in other or other in name
    return not set(name.casefold().split()).isdisjoint(other.casefold().split())


def _fits(
    statement: Placed,
    ours: Span,
    evidence: Placed,
    own: Span,
    rivals: Sequence[Span],
    *,
    loosely: bool = True,
) -> list[tuple[Span, Placing]]:
    """Return how well each of *rivals* fits a statement, where that can be told."""
    return [
        (span, told)
        for span in rivals
        if (told := placing(statement, ours, evidence, own, span, loosely=loosely))
    ]


def _best(every: Sequence[tuple[Span, Placing]]) -> tuple[Span, Placing] | None:
    """Return the one of which a statement speaks, with how well; None where of none."""
    others = [pair for pair in every if pair[1].misplaced]
    return max(others, key=lambda pair: pair[1].other, default=None)


def _of(
    statement: str,
    mine: Span,
    text: str,
    best: tuple[Span, Placing],
    kind: Literal["value", "name"],
) -> Misplaced:
    span, _ = best
    difference = Difference(statement[slice(*mine)], text[slice(*span)], span)
    return Misplaced(kind, difference)
