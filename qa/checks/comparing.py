"""Whether a text states the values that a statement states, others in their place, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from language.bounds import SIDES, side
from language.spans import Span
from language.tags import family
from language.values.agreement import same
from language.values.figures import figures
from language.values.stated import Stated, stated
from language.values.value import (
    COUNT,
    Bound,
    Century,
    Date,
    DateRange,
    Decade,
    Numbered,
    Ordinal,
    Quantity,
    QuantityRange,
    UnitKind,
    Value,
)
from qa.counted import counts_alike

TIMES, NUMBERS = (Date, DateRange, Decade, Century), (Quantity, QuantityRange)
LIMITS = frozenset({Bound.OVER, Bound.UNDER, Bound.AT_LEAST, Bound.AT_MOST})
ENDS = " \t\n\u00a0\u202f\u3000.,;:，。；：、"  # tell nothing at the ends of what differs
LONE = regex.compile(r"\p{Latin}?")  # what is cut out of "22 h" tells nothing
DIGIT = regex.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Difference:
    """What the draft says and what the source has in its place."""

    draft: str
    source: str
    span: Span | None = None  # of *source*, in the text that was compared

    def behind(self, start: int) -> Difference:
        """Return the same with its place counted from *start* characters before."""
        if self.span is None:
            return self
        return Difference(self.draft, self.source, (self.span[0] + start, self.span[1] + start))


def tidied(differences: Sequence[Difference]) -> tuple[Difference, ...]:
    """Return differences without space and marks at their ends, and none of what is the same."""
    every = (
        Difference(each.draft.strip(ENDS), each.source.strip(ENDS), each.span)
        for each in differences
    )
    return tuple(
        each for each in every
        if each.draft.casefold() != each.source.casefold() and not LONE.fullmatch(each.source)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compared:
    """What a text says of the values of a statement."""

    values: int  # that the statement has
    differing: tuple[Difference, ...] = ()
    open: tuple[str, ...] = ()  # values of the statement of which the text says nothing for certain
    shared: int = 0  # how much those tell that it states too, of the same thing

    @property
    def borne_out(self) -> bool:
        """Whether the text states them all."""
        return not self.differing and not self.open


def compared(
    statement: str,
    language: str,
    text: str,
    of: str,
    dated: str = "",
    before: str = "",
    rightly: frozenset[Span] = frozenset(),
) -> Compared:
    """Return what *text* says of the values in *statement*.

    Args:
        statement: A sentence.
        language: Its BCP 47 tag.
        text: The evidence.
        of: The language of *text*.
        dated: What tells the year of a day in *text* that is written without it.
        before: What stands before *text*: which of several things it speaks of, the second forum,
            may be told there only.
        rightly: Values of the statement that the text has of the same, as the words beside them
            tell.
    """
    ours, theirs = stated(statement, language), stated(text, of)
    years = {figure for figure in figures(dated) if len(figure) == 4}
    one_language = family(language) == family(of)
    differing: list[Difference] = []
    unclear: list[str] = []
    told: list[Span] = []  # places in the statement that are judged
    shared = 0
    for each in ours:
        written = statement[slice(*each.span)]
        counterpart = _counterpart(each, theirs, one_language and each.span not in rightly, years)
        if counterpart is None:
            if isinstance(each.value, Ordinal) and _last(stated(before, of)) == each.value:
                told.append(each.span)
                continue
            # 首届 is the first in figures, and no value.
            if not (isinstance(each.value, Ordinal) and figures(written) <= figures(text)):
                unclear.append(written)
            continue
        told.append(each.span)
        if not _implies(counterpart.value, each.value, years):
            source = text[slice(*counterpart.span)]
            differing.append(Difference(written, source, counterpart.span))
        elif turned := _turned((statement, language, each), (text, of, counterpart)):
            differing.append(turned)
        elif counts_alike(statement, each.span, language, (text, counterpart.span, of)):
            shared += telling(each.value)
    unclear += [figure for figure in _unread(statement, told, text) if figure not in unclear]
    return Compared(len(ours), tuple(differing), tuple(unclear), shared)


def _turned(ours: tuple[str, str, Stated], theirs: tuple[str, str, Stated]) -> Difference | None:
    """Return what makes a value the first in one text and the last in the other."""
    (statement, language, mine), (text, of, other) = ours, theirs
    bounds = side(statement, language, mine.span), side(text, of, other.span)
    if not bounds[0] or not bounds[1] or bounds[0].side == bounds[1].side:
        return None
    spans = bounds[0].span, bounds[1].span
    return Difference(statement[slice(*spans[0])], text[slice(*spans[1])], spans[1])


def telling(value: Value) -> int:
    """Return how much two texts have in common by stating *value*, in figures that agree by chance.

    A year is one, a day three; of a number each digit but the zeros at its end, and its unit.
    """
    if isinstance(value, Date):
        return sum(part is not None for part in value.parts)
    if isinstance(value, DateRange):
        return 2 * telling(value.first)
    if isinstance(value, Quantity):
        digits = len(value.number.normalize().as_tuple().digits)
        return min(digits, 3) + (value.unit != COUNT)
    if isinstance(value, QuantityRange):
        return 3
    return int(isinstance(value, Decade | Century | Numbered))


def _last(values: Sequence[Stated]) -> Ordinal | None:
    """Return the last place in an order that is stated."""
    return next((v.value for v in reversed(values) if isinstance(v.value, Ordinal)), None)


def _unread(statement: str, told: list[Span], text: str) -> list[str]:
    """Return the figures in *statement* that *text* has not, but in values that agree."""
    rest = list(statement)
    for start, end in told:
        rest[start:end] = " " * (end - start)
    left = [figure for figure in figures("".join(rest)) if DIGIT.search(figure)]
    return sorted(set(left) - figures(text))


def _counterpart(
    ours: Stated, theirs: Sequence[Stated], one_language: bool, years: set[str]
) -> Stated | None:
    """Return the value that a text has of what *ours* is of; None where that is not clear."""
    agreeing = [each for each in theirs if _implies(each.value, ours.value, years)]
    others = [each for each in theirs if _differs(ours.value, each.value)]
    beside = [each for each in others if ours.around & each.around] if one_language else []
    if agreeing:
        # 130 countries and 29 heads of state are not 29 countries.
        elsewhere = one_language and not any(each.around & ours.around for each in agreeing)
        return beside[0] if len(beside) == 1 and elsewhere and ours.around else agreeing[0]
    if len(beside) == 1:
        return beside[0]
    return others[0] if len(others) == 1 and not _loosely(ours.value, theirs) else None


def _loosely(value: Value, theirs: Sequence[Stated]) -> bool:
    """Tell whether a text states what may be the same, less exactly or as a part of it.

    The century of a day says nothing of it: the 21st is in names.
    """
    days = isinstance(value, Date) and value.day is not None
    rough = (Decade, Century) if days or isinstance(value, DateRange) else ()
    return any(
        _comparable(value, each.value) and not _differs(value, each.value)
        for each in theirs
        if not isinstance(each.value, rough)
    )


def _differs(value: Value, other: Value) -> bool:
    """Tell whether nobody would say both of one thing: "over 270" and "over 350" neither."""
    if _other_unit(value, other) or _other_side(value, other):
        return True
    agrees = same(value, other)
    open_ended = agrees is None and isinstance(value, NUMBERS) and _comparable(value, other)
    return agrees is False or open_ended


def _other_side(value: Value, other: Value) -> bool:
    """Tell whether one figure is the most and the least: at most four, at least four."""
    if not (isinstance(value, Quantity) and isinstance(other, Quantity)):
        return False
    ends = SIDES.get(value.bound), SIDES.get(other.bound)
    same_figure = (value.number, value.unit) == (other.number, other.unit)
    return same_figure and None not in ends and ends[0] != ends[1]


def _other_unit(value: Value, other: Value) -> bool:
    """Tell whether the same figure is in two units of one kind: six weeks, six months."""
    if not (isinstance(value, Quantity) and isinstance(other, Quantity)):
        return False
    kinds = [(each.unit.kind, each.unit.code.partition("-")[0]) for each in (value, other)]
    money = all(each.unit.kind is UnitKind.CURRENCY for each in (value, other))
    alike = money and same(value, other) is not False
    one_kind = money or (kinds[0] == kinds[1] and kinds[0][0] is UnitKind.MEASURE)
    return value.number == other.number and value.unit != other.unit and one_kind and not alike


def _comparable(value: Value, other: Value) -> bool:
    """Tell whether both are times, or count in one unit."""
    if isinstance(value, TIMES):
        return isinstance(other, TIMES)
    numbers = isinstance(value, NUMBERS) and isinstance(other, NUMBERS)
    return numbers and getattr(value, "unit", None) == getattr(other, "unit", None)


def _implies(source: Value, ours: Value, years: set[str]) -> bool:
    """Tell whether what *source* states bears *ours* out: it is no less exact."""
    if source == ours or same(source, ours) is not True:
        return source == ours
    if isinstance(source, Date) and isinstance(ours, Date):
        return _dates(source, ours, years)
    if isinstance(source, Quantity) and isinstance(ours, Quantity):
        # Of what is rounded in the source only the same figure is said, and of a limit the limit.
        limited = source.bound in LIMITS and source.bound is not ours.bound
        rounded = source.bound is Bound.EXACT is not ours.bound
        return not limited and (source.number == ours.number or rounded)
    if isinstance(source, DateRange) and isinstance(ours, DateRange):
        ends = (source.first, ours.first), (source.last, ours.last)
        return all(_dates(theirs, mine, years) for theirs, mine in ends)
    if isinstance(source, DateRange) and isinstance(ours, Date):  # in April: from 25 to 27 April
        return all(_dates(end, ours, years) for end in (source.first, source.last))
    # A year is in its decade; 29 is not said where "20 to 30" is, nor 1955 where "the 1950s" are.
    # Neither the year nor one day of a meeting tells from when to when it was.
    return isinstance(source, Date | Quantity) and not isinstance(ours, DateRange)


def _dates(source: Date, ours: Date, years: set[str]) -> bool:
    """Tell whether *source* tells each part that *ours* does, or its text tells the year."""
    month_and_day = all(
        theirs is not None
        for mine, theirs in zip(ours.parts[1:], source.parts[1:], strict=True)
        if mine is not None
    )
    year = ours.year is None or source.year is not None or str(ours.year) in years
    return month_and_day and year
