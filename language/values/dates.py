"""Dates and spans of dates, years by their era, decades and centuries."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator
from functools import cache

import regex
from babel import Locale

from language.languages import KNOWN
from language.values.prepared import forms_of
from language.values.value import Century, Date, DateRange, Decade

Period = Date | DateRange | Decade | Century
Parts = tuple[int | None, int | None, int | None]  # year, month, day

ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
ISO = regex.compile(r"(\d{4})-(\d\d)-(\d\d)")


def month_names(language: str) -> dict[str, int]:
    """Return CLDR's names of the months in *language*, a family, in lower case."""
    wide = Locale(language).months["format"]["wide"]
    return {name.casefold(): month for month, name in wide.items()}


def named_months() -> dict[str, int]:
    """Return the names of the months in all languages that write dates with them."""
    told = {tag: known.values.dates.forms for tag, known in KNOWN.items() if known.values}
    named = (tag for tag, forms in told.items() if any("{month}" in form for form in forms))
    return {name: month for tag in named for name, month in month_names(tag).items()}


@cache
def months(language: str) -> dict[str, int]:
    """Return the months' names and abbreviations, also without accents."""
    short = Locale(language).months["format"]["abbreviated"]
    names = month_names(language) | dict(forms_of(language).dates.months)
    names |= {name.casefold().rstrip("."): month for month, name in short.items()}
    bare = {unicodedata.normalize("NFD", name): month for name, month in names.items()}
    return names | {regex.sub(r"\p{M}", "", name): month for name, month in bare.items()}


def period(text: str, language: str) -> Period | None:
    """Return the date, dates, decade or century that *text* states and nothing else.

    A date that the calendar does not have is none, nor is one that is written in figures of
    unclear order (4/5/2017) or a year of which the century is left out.

    Args:
        text: In lower case, with single spaces, hyphens for dashes; Chinese in Simplified without
            spaces.
        language: Its family.
    """
    alone = regex.sub(f"^{forms_of(language).dates.before}", "", text)
    return (
        _date(alone, language)
        or _decade(alone, language)
        or _century(alone, language)
        or _range(text, language)
    )


def plain_year(year: int) -> bool:
    """Tell whether four digits are a year to everybody, and not a round number: not 1500."""
    return 1000 < year < 2100 and (year >= 1900 or year % 100 != 0)


def _date(text: str, language: str) -> Date | None:
    iso = ISO.fullmatch(text)
    if iso:
        return _checked(*map(int, iso.groups()))
    dates = (date for parts in _parts(text, language) if (date := _checked(*parts)))
    return _era(text, language) or next(dates, None)


def _parts(text: str, language: str) -> Iterator[Parts]:
    """Yield the ways to read *text* as year, month and day; any of them may be left out."""
    integer = forms_of(language).dates.integer
    for form in _forms(language):
        if match := form.fullmatch(text):
            told = {name: words for name, words in match.groupdict().items() if words}
            month = months(language).get(told.get("m", ""))
            parts = {
                name: integer(words) for name, words in told.items() if month is None or name != "m"
            }
            yield parts.get("y"), month or parts.get("m"), parts.get("d")


@cache
def _forms(language: str) -> list[regex.Pattern[str]]:
    names = sorted(months(language), key=len, reverse=True)
    month = rf"(?P<m>{'|'.join(names)})\.?"
    return [regex.compile(form.replace("{month}", month))
            for form in forms_of(language).dates.forms]  # fmt: skip


def _checked(year: int | None, month: int | None, day: int | None) -> Date | None:
    """Return the date, if the calendar has it and its parts are enough to tell one."""
    if (year is None and (month is None or day is None)) or (day and not month):
        return None
    if year is not None and (year < 1000 or (month is None and not plain_year(year))):
        return None
    filled = [
        2000 if year is None else year,
        *(1 if part is None else part for part in (month, day)),
    ]
    try:
        datetime.date(*filled)
    except ValueError:
        return None
    return Date(year, month, day)


def _era(text: str, language: str) -> Date | None:
    """Return the year that *text* counts from the birth of Christ, in words."""
    rules = forms_of(language).dates
    match = regex.fullmatch(rules.era, text)
    year = rules.integer(match["y"]) if match else 0
    if year:
        return Date(-year if match and match["bc"] is not None else year)
    for reign, start in rules.reigns.items():
        counted = regex.fullmatch(reign, text)
        if counted and (told := rules.integer(counted["y"])):
            month, day = (rules.integer(part) if part else None for part in counted.group("m", "d"))
            return _checked(start + told, month, day) if month else Date(start + told)
    return None


def _decade(text: str, language: str) -> Decade | None:
    """Return the decade that *text* names; "the 1900s" may be ten years or a hundred."""
    rules = forms_of(language).dates
    if not (match := regex.fullmatch(rules.decade, text)):
        return None
    if match["y"]:
        year = int(match["y"])
    else:
        year = 100 * (rules.integer(match["c"]) - 1) + rules.integer(match["t"])
    return Decade(year) if 1000 < year < 2100 and year % 10 == 0 and year % 100 else None


def _century(text: str, language: str) -> Century | None:
    """Return the century that *text* names by its number; 上世纪 has none."""
    rules = forms_of(language).dates
    if not (match := regex.fullmatch(rules.century, text)):
        return None
    roman = (match.groupdict().get("roman") or "").upper()
    number = ROMAN.index(roman) + 1 if roman in ROMAN else rules.integer(match["n"] or "0")
    return Century(number) if 0 < number <= len(ROMAN) else None


def _range(text: str, language: str) -> DateRange | None:
    rules = forms_of(language).dates
    text = regex.sub(rf"^(?:{rules.opens})", "", text)
    for join in regex.finditer(rules.join, text):
        left, right = text[: join.start()], text[join.end() :]
        if regex.search(rules.cut, left):
            left += right[-1:]  # 14至15日, 2014–2016年
        for first, last in _ends(left, right, language):
            if _ordered(first, last) and (not join["pair"] or _next_day(first, last)):
                return DateRange(first, last)
    return None


def _ends(left: str, right: str, language: str) -> Iterator[tuple[Date, Date]]:
    """Yield the two dates; what one of them leaves out is told by the other."""
    first, last = _era(left, language), _era(right, language)
    if first and last:
        yield first, last
    right = regex.sub(f"^(?:{forms_of(language).dates.opens})", "", right)
    for a in _parts(left, language):
        for b in _parts(right, language):
            year, month = a[0] or b[0], b[1] or a[1]
            start = _checked(year, a[1] or (month if a[2] else None), a[2])
            end = _checked(b[0] or year, month if b[2] or b[1] else None, b[2])
            if start and end:
                yield start, end


def _ordered(first: Date, last: Date) -> bool:
    """Tell whether *last* is later and told as far as *first*."""
    alike = [part is None for part in first.parts] == [part is None for part in last.parts]
    return alike and [part or 0 for part in first.parts] < [part or 0 for part in last.parts]


def _next_day(first: Date, last: Date) -> bool:
    return first.month == last.month and bool(first.day) and (first.day or 0) + 1 == last.day
