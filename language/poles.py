"""What a sentence says one way or the other, clause by clause: allowed, forbidden; open, closed.

A denial before a word turns it: not allowed is forbidden.  What is excepted stands apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

import regex

from language.bounds import as_written, bounded
from language.languages import KNOWN
from language.spans import Span, overlap
from language.tags import family
from language.weekdays import weekdays

# Axes that say how, when or in which order, and make no clause of their own.
BESIDE = frozenset({"rate", "order", "rank", "time", "company", "amount", "duty"})
# Those that with a value make a bound of it.
OF_VALUES = frozenset({"time", "amount", "rank", "permission"})
# So far before a word stands the denial that turns it: words; in Chinese characters.
NEAR, NEAR_HAN = 3, 4
EVERY_DAY = frozenset(range(1, 8))
SPACE = regex.compile(r"\s+")
APART = ":：;；"  # what stands behind these belongs to no clause before them


@dataclass(frozen=True, slots=True)
class Pole:
    """A word that lies at one end of an axis."""

    axis: str
    side: int
    span: Span  # in the text, with the denial that turned it
    denies: bool = False  # whether it is a denial by itself, or one turned it


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause says; offsets are into the text."""

    span: Span
    poles: tuple[Pole, ...] = ()
    denials: tuple[Span, ...] = ()  # that turn no pole
    days: frozenset[int] = frozenset()  # of the week

    def sides(self, axis: str) -> frozenset[int]:
        """Return at which ends of *axis* it has words."""
        return frozenset(each.side for each in self.poles if each.axis == axis)

    def denied(self, axes: frozenset[str]) -> tuple[Span, ...]:
        """Return what denies in it, but for words of *axes*, which are compared by themselves."""
        own = (each.span for each in self.poles if each.denies and each.axis not in axes)
        return (*self.denials, *own)

    @property
    def axes(self) -> frozenset[str]:
        """All axes that it has words of."""
        return frozenset(each.axis for each in self.poles)


@dataclass(frozen=True, slots=True)
class Polar:
    """The clauses of a text and what it excepts."""

    clauses: tuple[Clause, ...]
    excepted: tuple[Span, ...]


@lru_cache(maxsize=4096)
def polar(text: str, language: str) -> Polar:
    """Return what each clause of *text* says; one clause that says nothing where none are told."""
    forms = _forms(family(language))
    if forms is None:
        return Polar((Clause((0, len(text))),), ())
    known = as_written(text, language)
    excepted = tuple(
        match.span("out") for match in forms.exceptions.finditer(known) if match["out"]
    )
    kept = list(known)
    for match in forms.exceptions.finditer(known):
        kept[slice(*match.span())] = " " * len(match.group())
    plain = "".join(kept)
    # What makes a bound of a value is compared with the value: not before 12 May, 不超过三本.
    bounds = [each for told in bounded(text, language) for each in (*told.marks, told.value)]
    poles, denials = _turned(plain, forms, bounds)
    spans = _clauses(plain, forms, poles, denials)
    out = frozenset(day for span, day in weekdays(text) if any(overlap(span, e) for e in excepted))
    return Polar(
        tuple(
            Clause(
                span,
                tuple(each for each in poles if overlap(each.span, span)),
                tuple(each for each in denials if overlap(each, span)),
                _days(plain[slice(*span)], out, forms),
            )
            for span in spans
        ),
        excepted,
    )


def whole(text: str, language: str) -> Clause:
    """Return what all clauses of *text* say together."""
    clauses = polar(text, language).clauses
    return Clause(
        (0, len(text)),
        tuple(pole for each in clauses for pole in each.poles),
        tuple(span for each in clauses for span in each.denials),
        frozenset().union(*(each.days for each in clauses)),
    )


def goes_on(text: str, language: str, *, anywhere: bool = False) -> bool:
    """Tell whether a sentence begins with what stands for something that was named before it.

    Or has it *anywhere*.
    """
    known = KNOWN.get(family(language))
    if known is None or known.poles is None:
        return False
    text = as_written(text, language)
    pronoun = regex.compile(rf"(?<!\p{{Latin}})(?:{known.poles.pronouns})", regex.I)
    return bool(
        pronoun.search(text)
        if anywhere
        else regex.match(rf"\P{{L}}*{pronoun.pattern}", text, regex.I)
    )


@dataclass(frozen=True, slots=True)
class _Forms:
    han: bool
    axes: tuple[tuple[str, int, regex.Pattern[str]], ...]
    exceptions: regex.Pattern[str]
    clauses: regex.Pattern[str]
    through: regex.Pattern[str]
    daily: regex.Pattern[str]
    denials: regex.Pattern[str]


@cache
def _forms(language: str) -> _Forms | None:
    known = KNOWN.get(language)
    if known is None or known.poles is None:
        return None
    rules, han = known.poles, language == "zh"

    def compiled(pattern: str) -> regex.Pattern[str]:
        return regex.compile(
            pattern if han else rf"(?<!\p{{L}})(?:{pattern})(?!\p{{L}}|['’]t\b)", regex.I
        )

    axes = tuple(
        (axis, side, compiled(pattern))
        for axis, sides in rules.axes.items()
        for side, pattern in enumerate(sides)
    )
    return _Forms(
        han,
        axes,
        regex.compile(rules.exceptions, regex.I),
        regex.compile(rules.clauses, regex.I),
        regex.compile(
            rf"^[\p{{L}}.]{{0,3}}\s*(?:{rules.through}|[-–—])(?: (?:le|the))?\s*$", regex.I
        ),
        compiled(rules.daily),
        regex.compile(known.words.denials or r"(?!)", regex.I),
    )


def _turned(text: str, forms: _Forms, bounds: list[Span]) -> tuple[list[Pole], list[Span]]:
    """Return the poles, each with the denial that turns it, and the denials that turn none."""
    poles = [
        each for each in _longest(text, forms)
        if each.axis not in OF_VALUES or not any(overlap(each.span, span) for span in bounds)
    ]  # fmt: skip
    every = (match.span() for match in forms.denials.finditer(text))
    denials = [each for each in every if not any(overlap(each, span) for span in bounds)]
    free = [each for each in denials if not any(overlap(each, pole.span) for pole in poles)]
    turned: list[Pole] = []
    for pole in poles:
        by = next((each for each in free if _turns(text, each, pole.span, forms)), None)
        if by is None or pole.axis in BESIDE:
            own = any(overlap(each, pole.span) for each in denials)
            turned.append(replace(pole, denies=own))
            continue
        free.remove(by)
        span = min(by[0], pole.span[0]), max(by[1], pole.span[1])
        turned.append(Pole(pole.axis, 1 - pole.side, span, denies=True))
    return turned, free


def _longest(text: str, forms: _Forms) -> Iterator[Pole]:
    """Yield the words at an end of an axis; of those of one axis that overlap the longest."""
    every = [
        Pole(axis, side, match.span())
        for axis, side, pattern in forms.axes
        for match in pattern.finditer(text)
    ]
    for each in every:
        size = each.span[1] - each.span[0]
        rivals = (other for other in every if other.axis == each.axis and other != each)
        if not any(
            overlap(each.span, other.span) and other.span[1] - other.span[0] > size
            for other in rivals
        ):
            yield each


def _turns(text: str, denial: Span, pole: Span, forms: _Forms) -> bool:
    if denial[0] >= pole[1]:
        return denial[0] - pole[1] <= (0 if forms.han else 1)  # may not
    between = text[denial[1] : pole[0]]
    if forms.clauses.search(between):
        return False
    return len(between) <= NEAR_HAN if forms.han else len(SPACE.split(between.strip())) <= NEAR


def _clauses(text: str, forms: _Forms, poles: list[Pole], denials: list[Span]) -> list[Span]:
    """Return the clauses of a text; what says nothing one way or the other belongs to another."""
    telling = [each.span for each in poles if each.axis not in BESIDE] + denials
    ends = [match.end() for match in forms.clauses.finditer(text)]
    spans: list[Span] = []
    dated = [span[0] for span, _ in weekdays(text)] if forms.han else []
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        own = any(start <= span[0] < end for span in telling)
        before = spans and any(spans[-1][0] <= span[0] < start for span in telling)
        # 逢周三清洗，暂停开放: the day begins what follows it.
        own = own or (any(start <= at < end for at in dated) and end < len(text))
        if spans and not (own and before) and text[start - 1] not in APART:
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans


def _days(text: str, excepted: frozenset[int], forms: _Forms) -> frozenset[int]:
    """Return the days of the week of which a clause speaks."""
    named = weekdays(text)
    days = {day for _, day in named}
    for (first, day), (second, last) in pairwise(named):
        if forms.through.search(text[first[1] : second[0]]):
            days |= {(day - 1 + n) % 7 + 1 for n in range((last - day) % 7 + 1)}
    if not days and (excepted or forms.daily.search(text)):
        days = set(EVERY_DAY)
    return frozenset(days - excepted)
