"""The figures that a text states, the same in every language."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex

from language.languages import KNOWN
from language.references import with_references
from language.values.dates import ROMAN

# 1,500 and 1 500; 4.5 and 4,5.
FIGURE = regex.compile(
    r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?![.,]?\d))?"
    r"|(?<!\d)\d{1,3},\d{1,2}(?![.,]?\d)|\d+(?:\.\d+)?"
)
ACCENTS = regex.compile(r"[\u0300-\u036f]")
APART = regex.compile(r"[\s-]")
GROUP = regex.compile(r"[, ](?=\d{3})")


@lru_cache(maxsize=8192)
def figures(text: str) -> frozenset[str]:
    """Return the figures of *text*, the same in every language: numbers as "1500", places as "#2".

    "The second forum", « le deuxième forum » and 第二届论坛 have the same.
    """
    written = _romans().sub(_in_digits, unicodedata.normalize("NFKC", text))
    folded = without_accents(with_references(written.casefold()))
    pattern, places = _inside()
    stated = {f"#{_place(match, places)}" for match in pattern.finditer(folded)}
    numbers = FIGURE.findall(pattern.sub(" ", folded))
    return frozenset(stated | {GROUP.sub("", one).replace(",", ".") for one in numbers})


def ordinals(figures: frozenset[str]) -> frozenset[str]:
    """Return those of *figures* that say which in a row."""
    return frozenset(figure for figure in figures if figure.startswith("#"))


@cache
def _inside() -> tuple[regex.Pattern[str], dict[str, int]]:
    """Return what ordinals look like in a text of any language, and the places of words."""
    told = [known.values.numbers for known in KNOWN.values() if known.values]
    places: dict[str, int] = {}
    for rules in told:
        places |= rules.plurals
        if not rules.ordinal_inside:
            places |= rules.ordinals
    ends = {end for rules in told for n in (1, 2, 3, 4) for end in rules.endings(n)}
    endings = set(map(without_accents, ends))
    places = {without_accents(word): place for word, place in places.items()}
    words = "|".join(sorted(places, key=len, reverse=True)).replace(" ", r"[\s-]")
    # The end of a higher one is none by itself: "forty-first", nor its beginning: 第一百届.
    forms = [
        rf"(?<![\p{{L}}\p{{N}}]-?)(?:{words})\b",
        rf"\b(?P<n>\d{{1,3}})(?:{'|'.join(filter(None, endings))})\b",
        *(rules.ordinal_inside for rules in told if rules.ordinal_inside),
    ]
    return regex.compile("|".join(forms)), places


def without_accents(text: str) -> str:
    """Return *text* without accents, which are often left out."""
    return ACCENTS.sub("", unicodedata.normalize("NFD", text))


@cache
def _romans() -> regex.Pattern[str]:
    """Return what places in Roman numerals look like: « le IVe forum »."""
    told = [known.values.numbers for known in KNOWN.values() if known.values]
    return regex.compile("|".join(rules.roman for rules in told))


def _in_digits(match: regex.Match[str]) -> str:
    number = match["n"]
    return f"{ROMAN.index(number) + 1}{match.group()[len(number) :]}" if number in ROMAN else number


def _place(match: regex.Match[str], places: dict[str, int]) -> int:
    if not match["n"]:
        return places[APART.sub(" ", match.group())]
    if match["n"].isdecimal():
        return int(match["n"])
    numerals = (known.values.numbers.read for known in KNOWN.values() if known.values)
    return int(next((value for read in numerals if read and (value := read(match["n"]))), 0))
