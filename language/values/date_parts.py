"""A single date as year, month and day, in the three languages."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterator
from functools import cache

import regex
from babel import Locale

from language.values.numbers import chinese, positional
from language.values.value import Date

Parts = tuple[int | None, int | None, int | None]  # year, month, day

HAN = "〇零一二三四五六七八九十"
PARTS_ZH = regex.compile(
    rf"(?:(?P<y>\d{{4}}|[{HAN}]{{4}})年)?(?:(?P<m>\d\d?|[{HAN}]{{1,2}})月)?"
    rf"(?:(?P<d>\d\d?|[{HAN}]{{1,3}})[日号])?"
)


def plain_year(year: int) -> bool:
    """Tell whether four digits are a year to everybody, and not a round number: not 1500."""
    return 1000 < year < 2100 and (year >= 1900 or year % 100 != 0)


def parts(text: str, language: str) -> Iterator[Parts]:
    """Yield the ways to read *text* as year, month and day; any of them may be left out."""
    if language == "zh":
        match = PARTS_ZH.fullmatch(text)
        if match and text:
            yield _or_none(match["y"]), _or_none(match["m"]), _or_none(match["d"])
        return
    for form in _forms(language):
        match = form.fullmatch(text)
        if match:
            told = match.groupdict()
            named = _months(language).get(told.get("m") or "")
            yield _or_none(told.get("y")), named, _or_none(told.get("d"))


@cache
def _forms(language: str) -> list[regex.Pattern[str]]:
    """Return what a date or a part of one looks like in English or French."""
    day = r"(?P<d>\d\d?)(?:st|nd|rd|th)?" if language == "en" else r"(?P<d>\d\d?)(?:er)?"
    year = r"(?P<y>\d{4})"
    month = rf"(?P<m>{'|'.join(sorted(_months(language), key=len, reverse=True))})\.?"
    forms = [rf"{day} (?:of )?{month}(?:,? {year})?", rf"{month}(?:,? {year})?", day, year]
    if language == "en":
        forms += [rf"{month} {day}(?:,? {year})?", rf"{day},? {year}"]
    return [regex.compile(form) for form in forms]


def checked(parts: Parts) -> Date | None:
    """Return the date, if the calendar has it and its parts are enough to tell one."""
    year, month, day = parts
    if (year is None and (month is None or day is None)) or (day and not month):
        return None
    if year is not None and (year < 1000 or (month is None and not plain_year(year))):
        return None
    try:
        datetime.date(
            2000 if year is None else year,
            month if month is not None else 1,
            1 if day is None else day,
        )
    except ValueError:
        return None
    return Date(year, month, day)


def _or_none(text: str | None) -> int | None:
    return integer(text) if text else None


def integer(text: str) -> int:
    """Return a whole number in digits or Chinese words; 0 if it is none."""
    if text.isdecimal():
        return int(text)
    value = positional(text)
    if value is not None:
        return value
    counted = chinese(text) if text else None
    return int(counted) if counted is not None else 0


@cache
def _months(language: str) -> dict[str, int]:
    """Return the months' names and abbreviations of CLDR, also without accents."""
    names = Locale(language).months["format"]
    found: dict[str, int] = {"sep": 9, "juill": 7} if language == "fr" else {"sep": 9}
    for width in ("wide", "abbreviated"):
        for number, name in names[width].items():
            found[name.casefold().rstrip(".")] = number
    bare = {unicodedata.normalize("NFD", name): number for name, number in found.items()}
    return found | {regex.sub(r"\p{M}", "", name): number for name, number in bare.items()}
