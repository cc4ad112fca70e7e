"""Dates as ISO 8601 has them, as far as they are told, and back."""

from __future__ import annotations

import datetime

import regex

from language.values.value import Century, Date, DateRange, Decade, Value

# A stretch of more years is too long to say when something was in one of them.
VAGUE = 10
# A year may be before the year 1: ISO 8601 calls 1 BC 0000 and 45 BC -0044.
WRITTEN = regex.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def iso(value: Value, year: int | None = None) -> str | None:
    """Return the date or dates of *value*: 2017, 2017-05, 2017-05-14, 2017-05-14/2017-05-15.

    None where it is none, or one without its year; a century is its years, 1801/1900.

    Args:
        value: What a text states.
        year: What is taken for the year where none is told.
    """
    if isinstance(value, DateRange):
        first, last = iso(value.first, year), iso(value.last, year)
        return f"{first}/{last}" if first and last else None
    if isinstance(value, Decade):
        return f"{value.year:04}/{value.year + 9:04}"
    if isinstance(value, Century):
        return f"{100 * value.number - 99:04}/{100 * value.number:04}"
    if not isinstance(value, Date):
        return None
    told = year if value.year is None else value.year
    if told is None or not _in_calendar(told, value):
        return None
    counted = told + (told < 0)
    parts = f"{counted:0{4 + (counted < 0)}}", *(f"{n:02}" for n in value.parts[1:] if n)
    return "-".join(parts)


def read(written: str) -> Date | DateRange | None:
    """Return the date or dates that :func:`iso` wrote; None of anything else.

    Both ends of a range are told alike, and before the year 1 there are only years.
    """
    first, slash, last = written.partition("/")
    if not slash:
        return _read(first)
    begins, ends = _read(first), _read(last)
    if not begins or not ends:
        return None
    alike = [part is None for part in begins.parts] == [part is None for part in ends.parts]
    return DateRange(begins, ends) if alike else None


def later(written: str, days: int) -> str:
    """Return the day so many *days* after one of ISO 8601; the same where the calendar ends."""
    try:
        return (datetime.date.fromisoformat(written) + datetime.timedelta(days)).isoformat()
    except (ValueError, OverflowError):
        return written


def said_date(written: str, language: str) -> str:
    """Return a date as :func:`iso` wrote it in *language*; what is no date as it is."""
    from language.values.saying import say  # loads what segments Chinese: only where it is said

    date = read(written)
    return say(date, language) if date else written


def order(written: str) -> tuple[int, str]:
    """Return what dates are sorted by: a year stands before its months, these before their days."""
    first = _read(written.partition("/")[0])
    return (first.year or 0) if first else 0, written


def within(written: str, period: str) -> bool:
    """Tell whether a date or dates meet a *period*, both as :func:`iso` wrote them.

    What is told less far than the period is not known to: 2017 may not be May 2017, nor a century.
    """
    (first, last), (begins, ends) = _bounds(written), _bounds(period)
    as_far = len(first) >= len(begins) and _years(written) <= max(_years(period), VAGUE)
    return as_far and first <= ends and begins <= last


def _years(written: str) -> int:
    """Return how many years lie between the ends of dates."""
    first, _, last = written.partition("/")
    ends = [_read(each) for each in (first, last or first)]
    years = [each.year or 0 for each in ends if each]
    return max(years, default=0) - min(years, default=0)


def _bounds(written: str) -> tuple[str, str]:
    """Return what sorts as the first and the last day: no day of 2019 sorts behind 2019-99."""
    first, slash, last = written.partition("/")
    return first, f"{last if slash else first}-99"


def _in_calendar(year: int, date: Date) -> bool:
    """Tell whether there was such a day in *year*: 29 February is not in every one."""
    if not date.day:
        return True
    try:
        datetime.date(year if year > 0 else 2000, date.month or 1, date.day)
    except ValueError:
        return False
    return True


def _read(written: str) -> Date | None:
    match = WRITTEN.fullmatch(written)
    if not match:
        return None
    month, day = (int(part) if part else None for part in match.groups()[1:])
    counted = int(match["year"])
    date = Date(counted - (counted <= 0), month, day)
    told = counted > 0 if month else True
    return date if told and 0 < (month or 1) <= 12 and _in_calendar(counted, date) else None
