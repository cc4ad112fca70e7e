"""When the events of a timeline were, to scale: a line with a mark for each, in HTML."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from language.values.iso import iso, read, said_date
from language.values.value import Date, DateRange

FEWEST = 3  # events that are worth a line
SHORTEST = 0.15  # years: what lies within some weeks the list tells better
MONTHS_A_YEAR, DAYS_A_YEAR = 12, 372  # every month with 31 of them
MONTHLY = 2.0  # years: up to so long the line is parted by months
# Years and months between two names on the line, and how many names have room on a telephone.
YEARS, MOST_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000), 5
MONTHS, MOST_MONTHS = (1, 2, 3, 4, 6, 12), 3


class Stretch(NamedTuple):
    """A stretch of time in years, a year before Christ negative."""

    start: float
    end: float


def axis(dates: Sequence[str], speaks: str) -> str:
    """Return the line, or nothing where it would tell no more than a list.

    It says nothing that the list of the events does not, and is hidden from who hears the page.

    Args:
        dates: Of the events; ISO 8601 as far as each is told, two joined by "/" for a range.
        speaks: The language that years and months are said in, BCP 47.
    """
    stretches = [each for each in map(_stretch, dates) if each]
    if len(stretches) < FEWEST:
        return ""
    first, last = min(each.start for each in stretches), max(each.end for each in stretches)
    if last - first < SHORTEST:
        return ""
    places, part = _parted(first, last)
    low, high = places[0] / part, places[-1] / part
    names = "".join(
        f'<span style="left:{_share(each / part, low, high)}%">{escape(_named(each, part, speaks))}'
        f"</span>"
        for each in places
    )
    marks = "".join(
        f'<i style="left:{_share(each.start, low, high)}%;'
        f'width:{round(_share(each.end, low, high) - _share(each.start, low, high), 2)}%"></i>'
        for each in stretches
    )
    return f'<div class="cq-axis" aria-hidden="true"><div>{marks}{names}</div></div>'


def _stretch(date: str) -> Stretch | None:
    """Return the years, months or days that a date tells; None where it tells none."""
    told = read(date)
    if told is None:
        return None
    if isinstance(told, DateRange):
        return Stretch(_ends(told.first).start, _ends(told.last).end)
    return _ends(told)


def _ends(date: Date) -> Stretch:
    year = date.year or 0
    start = float(year + (year < 0))  # there was no year 0
    if date.month is None:
        return Stretch(start, start + 1)
    start += (date.month - 1) / MONTHS_A_YEAR
    if date.day is None:
        return Stretch(start, start + 1 / MONTHS_A_YEAR)
    start += (date.day - 1) / DAYS_A_YEAR
    return Stretch(start, start + 1 / DAYS_A_YEAR)


def _parted(first: float, last: float) -> tuple[list[int], int]:
    """Return where the line is named, in months or years, and how many of these a year has."""
    part = MONTHS_A_YEAR if last - first < MONTHLY else 1
    steps, most = (MONTHS, MOST_MONTHS) if part > 1 else (YEARS, MOST_YEARS)
    for step in steps:
        low, high = math.floor(first * part / step), math.ceil(last * part / step)
        if high - low <= most or step == steps[-1]:
            break
    return [each * step for each in range(low, high + 1)], part


def _named(place: int, part: int, speaks: str) -> str:
    year, rest = divmod(place, part)
    date = iso(Date(year - (year <= 0), rest + 1 if part > 1 else None))
    return said_date(date or "", speaks)


def _share(at: float, low: float, high: float) -> float:
    return round(100 * (at - low) / (high - low), 2)
