"""Dates and spans of dates as the three languages write them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from language.values.date_parts import HAN, checked, parts
from language.values.eras import century, decade, era
from language.values.value import Century, Date, DateRange, Decade

Period = Date | DateRange | Decade | Century

# What joins two dates; "and" only joins days that follow each other.
JOINS = {
    "en": r"(?P<pair> and )|–|-| to | until | through ",
    "fr": r"(?P<pair> et )|–|-| à | au | jusqu'au ",
    "zh": r"(?P<pair>[和、])|–|-|至|到",
}
# What may stand before a single date and says no more than the date; "since" does.
BEFORE = {"en": "(?:in |on )?(?:the )?", "fr": "(?:en |dans |au )?(?:le |les )?", "zh": ""}
OPENS = {
    "en": r"from (?:the )?|between (?:the )?|on |the ",
    "fr": r"du |de |des |les |le |entre (?:le |les )?",
    "zh": r"从|自",
}


def period(text: str, language: str) -> Period | None:
    """Return the date, dates, decade or century that *text* states and nothing else.

    A date that the calendar does not have is none, nor is one that is written in figures of
    unclear order (4/5/2017) or a year of which the century is left out.

    Args:
        text: With single spaces, hyphens for dashes; Chinese in Simplified without spaces.
        language: ``en``, ``fr`` or ``zh``.
    """
    text = text.casefold()
    alone = regex.sub(f"^{BEFORE[language]}", "", text)
    return (
        _date(alone, language)
        or decade(alone, language)
        or century(alone, language)
        or _range(text, language)
    )


def _date(text: str, language: str) -> Date | None:
    iso = regex.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if iso:
        return checked((int(iso[1]), int(iso[2]), int(iso[3])))
    counted = era(text, language)
    if counted:
        return counted
    for read in parts(text, language):
        date = checked(read)
        if date:
            return date
    return None


def _range(text: str, language: str) -> DateRange | None:
    text = regex.sub(rf"^(?:{OPENS[language]})", "", text)
    for join in regex.finditer(JOINS[language], text):
        left, right = text[: join.start()], text[join.end() :]
        if language == "zh" and regex.search(rf"[\d{HAN}]$", left):
            left += right[-1:]  # 14至15日, 2014–2016年
        for first, last in _ends(left, right, language):
            if _ordered(first, last) and (not join["pair"] or _next_day(first, last)):
                return DateRange(first, last)
    return None


def _ends(left: str, right: str, language: str) -> Iterator[tuple[Date, Date]]:
    """Yield the two dates; what one of them leaves out is told by the other."""
    first, last = era(left, language), era(right, language)
    if first and last:
        yield first, last
    right = regex.sub(r"^(?:le|the) ", "", right)
    for a in parts(left, language):
        for b in parts(right, language):
            year, month = a[0] or b[0], b[1] or a[1]
            start = checked((year, a[1] or (month if a[2] else None), a[2]))
            end = checked((b[0] or year, month if b[2] or b[1] else None, b[2]))
            if start and end:
                yield start, end


def _ordered(first: Date, last: Date) -> bool:
    pairs = zip(
        (first.year, first.month, first.day), (last.year, last.month, last.day), strict=True
    )
    told = [(a, b) for a, b in pairs if a is not None or b is not None]
    if any(a is None or b is None for a, b in told):
        return False
    return [a or 0 for a, _ in told] < [b or 0 for _, b in told]


def _next_day(first: Date, last: Date) -> bool:
    return first.month == last.month and bool(first.day) and (first.day or 0) + 1 == last.day
