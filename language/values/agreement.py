"""Whether two values can both be true of one thing."""

from __future__ import annotations

from decimal import Decimal

from language.values.units import dollars
from language.values.value import (
    DOLLAR,
    Bound,
    Century,
    Date,
    DateRange,
    Decade,
    Name,
    Quantity,
    QuantityRange,
    Unit,
    UnitKind,
    Value,
)

Interval = tuple[Decimal | int, Decimal | int]

INFINITY = Decimal("Infinity")
BEYOND = {Bound.OVER, Bound.ODD, Bound.NEARLY, Bound.UNDER}  # not the number itself
ROUNDED_DOWN = {Bound.OVER, Bound.ODD, Bound.AT_LEAST, Bound.ABOUT}
ROUNDED_UP = {Bound.NEARLY, Bound.UNDER, Bound.AT_MOST, Bound.ABOUT}


def same(a: Value, b: Value) -> bool | None:
    """Tell whether *a* and *b* agree.

    Returns:
        True if one says no more than the other allows ("4000余名" and 4,000; 2017 and 14 May
        2017), False if they contradict each other (29 and 30), None if they cannot be compared:
        other types, other units, one day and the days of a meeting, two places of which one may
        lie in the other.
    """
    if a == b:
        return True
    if isinstance(a, Quantity | QuantityRange) and isinstance(b, Quantity | QuantityRange):
        return _quantities(a, b)
    if isinstance(a, Date) and isinstance(b, Date):
        return _dates(a, b)
    if isinstance(a, DateRange) or isinstance(b, DateRange):
        return _ranges(a, b)
    if isinstance(a, Date | Decade | Century) and isinstance(b, Date | Decade | Century):
        return _periods(a, b)
    return False if type(a) is type(b) and not isinstance(a, Name) else None


def _quantities(a: Quantity | QuantityRange, b: Quantity | QuantityRange) -> bool | None:
    if not _same_unit(a.unit, b.unit):
        return None
    if _agree(_meant(a), _meant(b), a, b):
        return True
    # "More than 30" does not exclude 90, though nobody would say so.
    return None if _agree(_allowed(a), _allowed(b), a, b) else False


def _agree(
    ours: Interval, theirs: Interval, a: Quantity | QuantityRange, b: Quantity | QuantityRange
) -> bool:
    """Tell whether intervals of *a* and *b* meet.

    One number alone is enough if both state it and one as it is: "more than 5,000" may be said of
    5,000, but not of "nearly 5,000", nor is 5000余 what is 6000余.
    """
    low, high = max(ours[0], theirs[0]), min(ours[1], theirs[1])
    if low != high or any(ends[0] < low < ends[1] for ends in (ours, theirs)):
        return low <= high
    rounded = all(isinstance(one, Quantity) and one.bound in BEYOND for one in (a, b))
    return low in _numbers(a) and low in _numbers(b) and not rounded


def _numbers(value: Quantity | QuantityRange) -> tuple[Decimal, ...]:
    return (value.low, value.high) if isinstance(value, QuantityRange) else (value.number,)


def _same_unit(a: Unit, b: Unit) -> bool:
    if a == b:
        return True
    money = a.kind is b.kind is UnitKind.CURRENCY
    codes = {a.code, b.code}
    return money and DOLLAR.code in codes and not codes.isdisjoint(dollars())


def _meet(a: Interval, b: Interval) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _meant(value: Quantity | QuantityRange) -> Interval:
    """Return the numbers that people think of.

    A rounded figure stands for those up to one unit of its last digit that is not zero away:
    640多 is below 650, "more than 4,000" below 5,000.  One that is rounded either way stands for
    those up to half a unit away: "about 6,000" is not 5,000.
    """
    if isinstance(value, QuantityRange):
        return value.low, value.high
    exponent = value.number.normalize().as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)
    step = step / 2 if value.bound is Bound.ABOUT else step
    below, above = step * (value.bound in ROUNDED_UP), step * (value.bound in ROUNDED_DOWN)
    return value.number - below, value.number + above


def _allowed(value: Quantity | QuantityRange) -> Interval:
    """Return the numbers that the words do not exclude."""
    low, high = _meant(value)
    bound = value.bound if isinstance(value, Quantity) else Bound.EXACT
    return (
        -INFINITY if bound in (Bound.UNDER, Bound.AT_MOST) else low,
        INFINITY if bound in (Bound.OVER, Bound.AT_LEAST) else high,
    )


def _dates(a: Date, b: Date) -> bool | None:
    ours, theirs = _common(a, b), _common(b, a)
    return ours == theirs if ours else None


def _ranges(a: Value, b: Value) -> bool | None:
    """Compare where at least one is a range; a date inside it is only one of its days."""
    if isinstance(a, DateRange) and isinstance(b, DateRange):
        ends = (_dates(a.first, b.first), _dates(a.last, b.last))
        return False if False in ends else None if None in ends else True
    span, other = (a, b) if isinstance(a, DateRange) else (b, a)
    if not isinstance(span, DateRange) or not isinstance(other, Date | Decade | Century):
        return None
    if isinstance(other, Date) and _dates(span.first, other) and _dates(span.last, other):
        return True
    apart = _apart(span, other)
    return False if apart else None


def _apart(span: DateRange, other: Date | Decade | Century) -> bool:
    if isinstance(other, Date):
        day = _common(other, span.first)
        return bool(day) and not _common(span.first, other) <= day <= _common(span.last, other)
    if span.first.year is None or span.last.year is None:
        return False
    start, end = _years(other)
    return span.last.year < start or end < span.first.year


def _common(date: Date, like: Date) -> tuple[int, ...]:
    """Return the parts of *date* that *like* tells too, for order."""
    pairs = zip(date.parts, like.parts, strict=True)
    return tuple(part for part, told in pairs if part is not None and told is not None)


def _periods(a: Date | Decade | Century, b: Date | Decade | Century) -> bool | None:
    if any(isinstance(one, Date) and one.year is None for one in (a, b)):
        return None
    return _meet(_years(a), _years(b))


def _years(period: Date | Decade | Century) -> Interval:
    if isinstance(period, Decade):
        return period.year, period.year + 9
    if isinstance(period, Century):
        return 100 * (period.number - 1), 100 * period.number
    year = period.year or 0
    return year, year
