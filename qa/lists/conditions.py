"""Which rows of a table a question means: those whose cells fit its conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from language.table_rules import TableRules
from language.values.parsing import parse
from language.values.scan import values_in
from language.values.value import COUNT, Bound, Date, Quantity, Unit

YEAR = re.compile(r"1\d{3}|20\d\d")  # in a cell by itself, in any language
LIMITS = {Bound.OVER, Bound.UNDER, Bound.AT_LEAST, Bound.AT_MOST}


@dataclass(frozen=True, slots=True)
class Condition:
    """What the cells of a column must be, and the words of the question that say so."""

    column: int
    used: tuple[str, ...]
    fits: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Extreme:
    """That the largest or smallest value of a column is meant, and the words that say so."""

    column: int
    used: tuple[str, ...]
    most: bool
    named: bool  # whether the question names the column


@dataclass(frozen=True, slots=True)
class Size:
    """A number or a date as what rows are ordered by."""

    number: Decimal
    unit: Unit = COUNT


@dataclass(frozen=True, slots=True)
class Limit:
    """A number or date that values must be above or below."""

    bound: Bound
    size: Size
    dates: bool
    used: tuple[str, ...]

    def holds(self, value: Size | None) -> bool:
        """Tell whether *value* keeps it; none does, nor one in another unit where that is said."""
        if value is None or (self.size.unit not in (COUNT, value.unit)):
            return False
        number, limit = value.number, self.size.number
        if self.bound is Bound.OVER:
            return number > limit
        if self.bound is Bound.UNDER:
            return number < limit
        return number >= limit if self.bound is Bound.AT_LEAST else number <= limit


@lru_cache(maxsize=1 << 14)
def size(cell: str, language: str) -> Size | None:
    """Return what a cell is ordered by; None where it is neither a number nor a date."""
    if YEAR.fullmatch(cell.strip()):
        return Size(Decimal(cell.strip()))
    value = parse(cell.strip(), language)
    if isinstance(value, Quantity):
        return Size(value.number, value.unit)
    if isinstance(value, Date) and value.year is not None:
        return Size(value.year + Decimal(value.month or 0) / 100 + Decimal(value.day or 0) / 10_000)
    return None


def bounds(question: str, language: str, rules: TableRules) -> Iterator[Limit]:
    """Yield the limits that a *question* sets: more than 3, at least 5 euros, before 1930."""
    for span, value in values_in(question, language):
        words = question[slice(*span)]
        if isinstance(value, Quantity) and value.bound in LIMITS:
            yield Limit(value.bound, Size(value.number, value.unit), False, (words,))
        elif isinstance(value, Quantity):
            match = rules.than.search(f"{question[: span[0]]}#{question[span[1] :]}")
            if match:
                bound = Bound.OVER if match["more"] else Bound.UNDER
                used = (words, *match[0].split("#"))
                yield Limit(bound, Size(value.number, value.unit), False, used)
        elif isinstance(value, Date) and (known := size(words, language)):
            marked = f"{question[: span[0]]}#{question[span[1] :]}"
            after, before = rules.after.search(marked), rules.before.search(marked)
            match = after or before
            if match:
                strictly = bool(match["strictly"])
                bound = {
                    (True, True): Bound.OVER, (True, False): Bound.AT_LEAST,
                    (False, True): Bound.UNDER, (False, False): Bound.AT_MOST,
                }[bool(after), strictly]  # fmt: skip
                yield Limit(bound, known, True, (words, *match[0].split("#")))
