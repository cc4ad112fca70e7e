"""Years by their era, decades and centuries, in the three languages."""

from __future__ import annotations

import regex

from language.values.date_parts import HAN, integer
from language.values.value import Century, Date, Decade

ERA = {
    "en": regex.compile(
        r"(?P<bc>)(?P<y>\d{1,4}) (?:b\.?c\.?(?:e\.?)?)|(?:a\.?d\.? )(?P<y>\d{1,4})"
        r"|(?P<y>\d{1,4}) (?:a\.?d\.?|c\.?e\.?)"
    ),
    "fr": regex.compile(
        r"(?P<y>\d{1,4}) (?:(?P<bc>av(?:\.|ant))|ap(?:r?\.|rès)) (?:j\.-c\.|jésus-christ)"
    ),
    "zh": regex.compile(rf"(?:公元|西元)(?P<bc>前)?(?P<y>\d{{1,4}}|[{HAN}百千]+)年"),
}
DECADE = {
    "en": regex.compile(r"(?P<y>\d{4})'?s"),
    "fr": regex.compile(r"années (?P<y>\d{4})"),
    "zh": regex.compile(
        rf"(?P<y>\d{{3}}0)年代|(?P<c>\d\d?|[{HAN}]+)世纪(?P<t>\d0|[二三四五六七八九]?十)年代"
    ),
}
CENTURY = {
    "en": regex.compile(r"(?P<n>\d\d?)(?:st|nd|rd|th) century"),
    "fr": regex.compile(r"(?:(?P<n>\d\d?)|(?P<roman>[ivx]+))(?:er|e|ᵉ|ème) siècle"),
    "zh": regex.compile(rf"(?:公元|西元)?(?P<n>\d\d?|[{HAN}]{{1,3}})世纪"),
}
ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()


def era(text: str, language: str) -> Date | None:
    """Return the year that *text* counts from the birth of Christ, in words."""
    match = ERA[language].fullmatch(text)
    year = integer(match["y"]) if match else 0
    if not match or not year:
        return None
    return Date(-year if match["bc"] is not None else year)


def decade(text: str, language: str) -> Decade | None:
    """Return the decade that *text* names; "the 1900s" may be ten years or a hundred."""
    match = DECADE[language].fullmatch(text)
    if not match:
        return None
    groups = match.groupdict()
    if groups["y"]:
        year = int(groups["y"])
    else:
        year = 100 * (integer(groups["c"]) - 1) + integer(groups["t"])
    return Decade(year) if 1000 < year < 2100 and year % 10 == 0 and year % 100 else None


def century(text: str, language: str) -> Century | None:
    """Return the century that *text* names by its number; 上世纪 has none."""
    match = CENTURY[language].fullmatch(text)
    if not match:
        return None
    groups = match.groupdict()
    roman = (groups.get("roman") or "").upper()
    number = ROMAN.index(roman) + 1 if roman in ROMAN else integer(groups["n"] or "")
    return Century(number) if 0 < number <= len(ROMAN) else None
