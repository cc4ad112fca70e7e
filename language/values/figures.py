"""The figures that a text states, the same in every language."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex

from language.languages import KNOWN
from language.references import with_references

# 1,500 and 1 500; 4.5 and 4,5.
FIGURE = regex.compile(
    r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?![.,]?\d))?"
    r"|(?<!\d)\d{1,3},\d{1,2}(?![.,]?\d)|\d+(?:\.\d+)?"
)
GROUP = regex.compile(r"[, ](?=\d{3})")


@lru_cache(maxsize=8192)
def figures(text: str) -> frozenset[str]:
    """Return the figures of *text*, the same in every language: numbers as "1500", places as "#2".

    "The second forum", « le deuxième forum » and 第二届论坛 have the same.
    """
    folded = with_references(unicodedata.normalize("NFKC", text).casefold())
    pattern, places = _inside()
    stated = {f"#{_place(match, places)}" for match in pattern.finditer(folded)}
    numbers = FIGURE.findall(pattern.sub(" ", folded))
    return frozenset(stated | {GROUP.sub("", one).replace(",", ".") for one in numbers})


@cache
def _inside() -> tuple[regex.Pattern[str], dict[str, int]]:
    """Return what ordinals look like in a text of any language, and the places of words."""
    told = [known.values.numbers for known in KNOWN.values() if known.values]
    places: dict[str, int] = {}
    for rules in told:
        if not rules.ordinal_inside:
            places |= {**rules.ordinals, **rules.plurals}
    endings = {end for rules in told for n in (1, 2, 3, 4) for end in rules.endings(n)}
    # The end of a higher one is none by itself: "twenty-first", nor its beginning: 第一百届.
    forms = [
        rf"(?<![\p{{L}}\p{{N}}]-?)(?:{'|'.join(places)})\b",
        rf"\b(?P<n>\d{{1,3}})(?:{'|'.join(filter(None, endings))})\b",
        *(rules.ordinal_inside for rules in told if rules.ordinal_inside),
    ]
    return regex.compile("|".join(forms)), places


def _place(match: regex.Match[str], places: dict[str, int]) -> int:
    if not match["n"]:
        return places[match.group()]
    if match["n"].isdecimal():
        return int(match["n"])
    numerals = (known.values.numbers.read for known in KNOWN.values() if known.values)
    return int(next((value for read in numerals if read and (value := read(match["n"]))), 0))
