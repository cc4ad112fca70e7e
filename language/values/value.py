"""Values that a few words state, free of any language: dates, quantities, ordinals, names.

Numbers are exact decimals: nothing here rounds.  A rounded figure keeps what is said of it
("more than", 多, près de) as a `Bound`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Bound(Enum):
    """What is said of a figure that is not the exact one."""

    EXACT = "exact"
    OVER = "over"  # more than, 超过, plus de
    ODD = "odd"  # and some more, below the next round figure: 多, 余
    NEARLY = "nearly"  # almost, 近, près de
    ABOUT = "about"  # some, 约, environ
    UNDER = "under"  # less than, 不到, moins de
    AT_LEAST = "at least"
    AT_MOST = "at most"


class UnitKind(Enum):
    """What a number counts or measures."""

    COUNT = "count"
    PERCENT = "percent"
    CURRENCY = "currency"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: an ISO 4217 code, or ``$`` for dollars of no named country, or a CLDR unit."""

    kind: UnitKind
    code: str = ""


COUNT = Unit(UnitKind.COUNT)
PERCENT = Unit(UnitKind.PERCENT)
DOLLAR = Unit(UnitKind.CURRENCY, "$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: 29, 78.7 %, more than 64 billion US dollars."""

    number: Decimal
    unit: Unit = COUNT
    bound: Bound = Bound.EXACT


@dataclass(frozen=True, slots=True)
class QuantityRange:
    """From one number to a higher one, both included: 30 to 40 km."""

    low: Decimal
    high: Decimal
    unit: Unit = COUNT


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A place in an order: the 2nd, 第二, le deuxième."""

    number: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number that names a thing: No. 2344, 2344号, n° 2344."""

    number: int


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year, as far as it is told; a year before Christ is negative.

    Without its year a date has month and day.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        """Year, month and day."""
        return self.year, self.month, self.day


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one date to a later one of the same precision, both included."""

    first: Date
    last: Date


@dataclass(frozen=True, slots=True)
class Decade:
    """The ten years from *year* on."""

    year: int


@dataclass(frozen=True, slots=True)
class Century:
    """A century after Christ by its number; the 19th began in 1801, in common use in 1800."""

    number: int


class NameKind(Enum):
    """Of what CLDR knows the names."""

    TERRITORY = "territory"
    LANGUAGE = "language"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class Name:
    """A territory, language or currency by its code: ISO 3166 or UN M.49, BCP 47, ISO 4217."""

    kind: NameKind
    code: str


Value = Quantity | QuantityRange | Ordinal | Numbered | Date | DateRange | Decade | Century | Name
