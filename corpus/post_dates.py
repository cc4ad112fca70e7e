"""The dates of posts: how exports write them, and which figure is the month.

``12/05/2024`` is read in more than one way.  All dates of a file are written in one order: a figure
above 12 tells it, or that the posts are in the order of their dates in one reading only.  Where
nothing tells it, no date is claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex
from babel import Locale

from language.languages import KNOWN, SPOKEN
from language.values.dates import months

DAY_FIRST, MONTH_FIRST = (1, 0), (0, 1)  # which of two figures is the month, which the day
CENTURY = 69  # two figures from here on are of 1900 and later, as POSIX reads them
# Digits of a time that is counted from 1970, in seconds and in milliseconds.
UNIX = regex.compile(r"(?P<seconds>\d{9,10})(?P<milliseconds>\d{3})?(?:\.\d+)?")
KNOWN_RULES = [known.posts for known in KNOWN.values() if known.posts]
JOINS = "|".join(rules.joins for rules in KNOWN_RULES)
HALF = "|".join(rules.half for rules in KNOWN_RULES)
CLOCK = (
    rf"(?:(?:{HALF})\s?)?\d{{1,2}}[:：h]\d\d(?:[:：]\d\d)?(?:[.,]\d{{1,9}})?(?:\s?(?:{HALF}))?"
    r"(?:\s?(?:Z|UTC|GMT)|(?:\s?(?:UTC|GMT))?\s?[-+]\d\d:?\d\d)?(?!\d)"
)


@cache
def month_numbers() -> dict[str, int]:
    """Return the names of the months and their abbreviations in all languages, in small letters."""
    families = (tag for tag, known in KNOWN.items() if known.values and tag != "zh")
    named = {name: number for tag in families for name, number in months(tag).items()}
    return {name.rstrip("."): number for name, number in named.items()}


@cache
def _date_pattern() -> str:
    month = "|".join(sorted(map(regex.escape, month_numbers()), key=len, reverse=True))
    days = {
        regex.escape(name.rstrip("."))
        for each in SPOKEN.values()
        for form in ("wide", "abbreviated")
        for name in Locale.parse(each.locale).days["format"][form].values()
    }
    weekday = "|".join(sorted(days, key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return (
        rf"(?:(?:{weekday})\.?,?\s*)?(?:"
        rf"(?P<year>{year})\s?[-/.年]\s?(?P<month>\d{{1,2}})\s?[-/.月]\s?(?P<day>\d{{1,2}})(?!\d)日?"
        rf"|(?P<first>\d{{1,2}})\s?(?P<mark>[-/.])\s?(?P<second>\d{{1,2}})\s?(?P=mark)\s?"
        rf"(?P<short>{year}|\d\d)(?!\d)"
        rf"|(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|\.)?[ -](?P<name>{month})\.?,?[ -]"
        rf"(?P<short>{year}|\d\d)(?!\d|:\d)"
        rf"|(?P<name>{month})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?:(?P<hour>{CLOCK})\s)?"
        rf"(?P<year>{year})(?!\d)"
        rf")(?:\s?[(（]?(?:{weekday})[)）]?)?"
    )


@cache
def when_pattern(time: str) -> str:
    """Return the pattern of a date with its time.

    Args:
        time: ``"?"`` where it may lack, ``""`` where it must be there.
    """
    joined = rf"(?:\s?[T,，·|]\s*|\s+)(?:(?:{JOINS}|[-–|·])\s)?"
    return rf"(?:{_date_pattern()}(?:{joined}(?P<clock>{CLOCK})){time})"


@cache
def _date() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\d/.-]){_date_pattern()}", regex.IGNORECASE)


class Written(NamedTuple):
    """A date as it is written: three figures, of which it may not be known which is the month."""

    year: int
    figures: tuple[int, int]  # month and day, or as they stand
    ordered: bool  # whether they are month and day

    def read(self, order: tuple[int, int]) -> str:
        """Return it as ISO 8601 in one order; empty where the calendar has no such day."""
        month, day = self.figures if self.ordered else (self.figures[at] for at in order)
        try:
            return date(self.year, month, day).isoformat()
        except ValueError:
            return ""


def written(match: regex.Match[str]) -> Written:
    """Return the date that *match* has, of a pattern of :func:`when_pattern`."""
    year = int(match["year"] or match["short"])
    if year < 100:
        year += 2000 if year < CENTURY else 1900
    if match["name"]:
        month = month_numbers()[match["name"].casefold()]
        return Written(year, (month, int(match["day"])), ordered=True)
    if match["first"]:
        figures = int(match["first"]), int(match["second"])
        # No country writes the month first and a full stop behind it (CLDR).
        stopped = match["mark"] == "."
        return Written(year, figures[::-1] if stopped else figures, ordered=stopped)
    return Written(year, (int(match["month"]), int(match["day"])), ordered=True)


def date_in(text: str) -> Written | None:
    """Return the first date in *text*."""
    match = _date().search(text)
    return written(match) if match else None


def decided(dates: Sequence[Written | None]) -> list[str]:
    """Return the *dates* of one file as ISO 8601, each empty where it is not certain."""
    orders = _orders([each for each in dates if each])
    return [_certain(each.read(order) for order in orders) if each else "" for each in dates]


def _orders(dates: Sequence[Written]) -> list[tuple[int, int]]:
    """Return in which orders all of *dates* can be read, of two that in which they rise or fall."""
    both = [DAY_FIRST, MONTH_FIRST]
    whole = [order for order in both if all(each.read(order) for each in dates)]
    if len(whole) < len(both):
        return whole or both
    kept = [order for order in whole if _in_order([each.read(order) for each in dates])]
    return kept or whole


def _certain(readings: Iterable[str]) -> str:
    distinct = {each for each in readings if each}
    return distinct.pop() if len(distinct) == 1 else ""


def _in_order(days: Sequence[str]) -> bool:
    rising = all(before <= after for before, after in pairwise(days))
    return rising or all(before >= after for before, after in pairwise(days))


def stated(texts: Sequence[str]) -> list[str]:
    """Return the dates that the fields of one file's posts state, in ISO 8601 or empty."""
    counted = [_counted(text) for text in texts]
    dates = decided([date_in(text) for text in texts])
    return [unix or day for unix, day in zip(counted, dates, strict=True)]


def is_date(text: str) -> bool:
    """Tell whether *text* states a day in any of the ways that are known."""
    return date_in(text) is not None or bool(_counted(text))


def _counted(text: str) -> str:
    """Return the day of a time that is counted from 1970, as UTC has it."""
    match = UNIX.fullmatch(text.strip())
    if match is None:
        return ""
    return datetime.fromtimestamp(int(match["seconds"]), UTC).date().isoformat()
