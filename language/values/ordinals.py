"""Places in an order and numbers that name, as the three languages write them."""

from __future__ import annotations

from functools import cache

import regex

from language.values.numbers import number
from language.values.spelled import SMALL_EN, TENS_EN, spelled
from language.values.value import Numbered, Ordinal

FIGURES = {
    "en": regex.compile(r"(?:the )?(?P<n>\d{1,18})(?P<end>st|nd|rd|th)"),
    "fr": regex.compile(r"(?:la |le |l')?(?P<n>\d{1,18})(?P<end>er|re|ère|nde?|e|ème)"),
}
NUMBERED = {
    "en": regex.compile(r"(?:no\.? ?|number |#)(?P<n>\d{1,18})"),
    "fr": regex.compile(r"(?:n[°ºo]\.? ?|numéro )(?P<n>\d{1,18})"),
    "zh": regex.compile(r"(?P<told>第)?(?P<n>\d{1,18})号"),
}
ORDINAL_ZH = regex.compile(r"第(?P<n>[^第]+?)[届次个位名]?")
IRREGULAR_EN = {"one": "first", "two": "second", "three": "third", "five": "fifth",
                "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}  # fmt: skip


def ordinal(text: str, language: str) -> Ordinal | None:
    """Return the place that *text* names and nothing else."""
    text = text.casefold()
    if language == "zh":
        match = ORDINAL_ZH.fullmatch(text)
        value = number(match["n"], "zh") if match else None
        if value is None or value != value.to_integral_value() or value <= 0:
            return None
        return Ordinal(int(value))
    match = FIGURES[language].fullmatch(text)
    if match:
        place = int(match["n"])
        return Ordinal(place) if place and match["end"] in _endings(place, language) else None
    bare = regex.sub(r"^(?:the |la |le |les )", "", text).replace("-", " ")
    place = _words(language).get(bare, 0)
    return Ordinal(place) if place else None


def numbered(text: str, language: str) -> Numbered | None:
    """Return the number that names something; 14号 is a day as well and none."""
    match = NUMBERED[language].fullmatch(text.casefold())
    if not match:
        return None
    named = int(match["n"])
    told = language != "zh" or match["told"] or named > 31
    return Numbered(named) if told else None


def english_ending(place: int) -> str:
    """Return what English adds to the figures of an ordinal."""
    return (
        "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    )


def _endings(place: int, language: str) -> tuple[str, ...]:
    if language == "en":
        return (english_ending(place),)
    first, second = ("er", "re", "ère"), ("e", "ème", "nd", "nde")
    return first if place == 1 else second if place == 2 else ("e", "ème")


@cache
def _words(language: str) -> dict[str, int]:
    """Return the ordinals below a hundred in words, spaces for hyphens."""
    if language == "fr":
        return _french()
    ones = [IRREGULAR_EN.get(word, f"{word}th") for word in SMALL_EN]
    found = {word: place for place, word in enumerate(ones) if place}
    for tens, ten in enumerate(TENS_EN, 2):
        found[f"{ten[:-1]}ieth"] = 10 * tens
        found |= {f"{ten} {ones[one]}": 10 * tens + one for one in range(1, 10)}
    return found


def _french() -> dict[str, int]:
    found = {"premier": 1, "première": 1, "second": 2, "seconde": 2}
    for words, value in spelled("fr").items():
        if 2 <= value < 100 and not words.endswith("une"):
            stem = regex.sub(r"(?<=vingt)s$|e$", "", words)
            stem = regex.sub(r"neuf$", "neuv", regex.sub(r"cinq$", "cinqu", stem))
            found[f"{stem}ième"] = value
    return found
