"""What the page says beside its answers, in the languages it speaks; numbers and dates too."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from language.languages import SPOKEN, nearest_spoken
from language.tags import family

OWN_NAMES = {tag: one.own_name for tag, one in SPOKEN.items()}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all words of the page in one of the program's languages."""
    file = files("page").joinpath("words", f"{language}.json")
    words: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return words


def word(key: str, language: str, **values: object) -> str:
    """Return *key* in *language*, or in English where it is not spoken, with *values* put in."""
    text = catalogue(nearest_spoken(language))[key]
    return text.format(**values) if values else text


def number(value: int, language: str) -> str:
    """Return a number as it is written in *language*: 12,345, or 12 345 in French."""
    return f"{value:,}".replace(",", "\u202f") if language == "fr" else f"{value:,}"


def percent(share: float, language: str) -> str:
    """Return a share from 0 to 1 as a percentage."""
    return f"{round(share * 100)}\u202f%" if language == "fr" else f"{round(share * 100)}%"


def day(when: date, language: str) -> str:
    """Return a day as it is written in *language*: 14 May 2017, 2017年5月14日."""
    if family(language) == "zh":
        return f"{when.year}年{when.month}月{when.day}日"
    months = MONTHS.get(language, MONTHS["en"]).split()
    first = "1er" if language == "fr" and when.day == 1 else str(when.day)
    return f"{first} {months[when.month - 1]} {when.year}"


def moment(iso: str, language: str) -> str:
    """Return a moment, ISO 8601 in UTC, as day and time; as it is where it is not one."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day(when, language)} {when:%H:%M} UTC"


def written(iso: str, language: str) -> str:
    """Return a document's date as it is written in *language*; parts of a date as they are."""
    try:
        return day(date.fromisoformat(iso), language)
    except ValueError:
        return iso
