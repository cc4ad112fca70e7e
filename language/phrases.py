"""What the program says itself, in the languages it speaks; nothing about the documents.

The texts stand beside what else is known of a language, in ``phrases.json`` and ``errors.json``;
numbers, dates, lists and names of languages are written as CLDR has them.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from language.languages import SPOKEN, nearest_spoken
from language.rules import Spoken
from language.tags import family

# The marks of a quotation inside another, by those of the outer one.
INNER = {"“": "‘", "”": "’", "«": "“", "»": "”", "「": "『", "」": "』", '"': "'", "＂": "'"}
# From so many bytes on a size is told in megabytes; below ten with a decimal.
MEGABYTE, TEN = 1_000_000, 10
SUREST = 0.99
# Categories of characters that are not seen.
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn")


@cache
def catalogue(language: str) -> dict[str, str]:
    """Return all that the program says in *language*, a tag of its own, by key."""
    folder = files("language").joinpath(family(language))
    texts: dict[str, str] = {}
    for name in ("phrases", "errors"):
        file = folder.joinpath(f"{name}{language.removeprefix(family(language))}.json")
        texts |= json.loads(file.read_text(encoding="utf-8"))
    return texts


def phrase(key: str, language: str, /, **values: object) -> str:
    """Return the phrase *key* in *language*, or in the nearest that is spoken.

    Args:
        key: In snake case, the same in all languages.
        language: A BCP 47 tag.
        values: What is put in; numbers as the language writes them.
    """
    written = {
        name: number(value, language) if isinstance(value, int | float) else value
        for name, value in values.items()
    }
    return catalogue(nearest_spoken(language))[key].format(**written)


def place_name(part: tuple[str, str] | None, language: str) -> str:
    """Return what a part of a document is called: "p. 3"; nothing where there is none."""
    return phrase(part[0], language, name=part[1]) if part else ""


def language_name(tag: str, language: str) -> str:
    """Return the name of the language *tag* in *language*, or the tag itself."""
    names = Locale.parse(_spoken(language).locale).languages
    return str(names.get(tag.replace("-", "_"), tag))


def number(value: float, language: str) -> str:
    """Return a number as it is written in *language*: 12,345, or 12 345 in French."""
    return format_decimal(value, locale=_spoken(language).locale)


def percent(share: float, language: str) -> str:
    """Return a share from 0 to 1 as a percentage without decimals."""
    # CLDR has a space that a proportional font makes too wide.
    return format_percent(share, locale=_spoken(language).locale).replace("\u00a0", "\u202f")


def likely(probability: float, language: str) -> str:
    """Return what a model estimates as a percentage: never 100, for it may always be wrong."""
    return percent(min(probability, SUREST), language)


def size(count: int, language: str) -> str:
    """Return so many bytes as people say it: 12 kB, 3.4 MB."""
    unit = "kilobyte" if count < MEGABYTE else "megabyte"
    amount = max(count / 1_000, 1) if count < MEGABYTE else count / MEGABYTE
    rounded = round(amount, 1) if amount < TEN else round(amount)
    told = format_unit(rounded, f"digital-{unit}", length="short", locale=_spoken(language).locale)
    return str(told)


def quoted(text: str, language: str, most: int = 60) -> str:
    """Return words that are not the program's own between quotation marks, on one line.

    Cut to *most* characters, and as :func:`quotable` makes them.
    """
    words = quotable(text, language)
    return phrase("quoted", language, text=words[:most] + ("…" if len(words) > most else ""))


def quotable(text: str, language: str) -> str:
    """Return *text* as it may stand between the quotation marks of *language*, on one line.

    Without what shows nothing or turns the direction of writing; marks in it are the inner ones, so
    that it cannot seem to end before it does.
    """
    marks = phrase("quoted", language, text="") + '"＂'
    outer = {ord(one): INNER[one] for one in marks if one in INNER}
    seen = "".join(one for one in text if unicodedata.category(one) not in HIDDEN or one.isspace())
    return " ".join(seen.translate(outer).split())


def listing(items: Sequence[str], language: str) -> str:
    """Return *items* in one line: "a, b and c"."""
    return format_list(items, locale=_spoken(language).locale)


def day(when: date, language: str) -> str:
    """Return a day as it is written in *language*: 14 May 2017, 2017年5月14日."""
    spoken = _spoken(language)
    text = format_date(when, "long", locale=spoken.locale)
    return spoken.first + text[1:] if spoken.first and when.day == 1 else text


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


def _spoken(language: str) -> Spoken:
    return SPOKEN[nearest_spoken(language)]
