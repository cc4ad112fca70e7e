"""The figures that a text states, in a form that is the same in every language."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

ORDINALS = (
    # English | French, by what they count
    ("first", "premier", "première", "premiers", "premières"),
    ("second", "deuxième", "seconde"),
    ("third", "troisième"),
    ("fourth", "quatrième"),
    ("fifth", "cinquième"),
    ("sixth", "sixième"),
    ("seventh", "septième"),
    ("eighth", "huitième"),
    ("ninth", "neuvième"),
    ("tenth", "dixième"),
    ("eleventh", "onzième"),
    ("twelfth", "douzième"),
)
RANKS = {word: rank for rank, words in enumerate(ORDINALS, start=1) for word in words}
HAN_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
# The end of a higher one is none by itself: "twenty-first", nor its beginning: 第一百届.
ORDINAL = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}]-?)(?:{'|'.join(RANKS)})\b"
    r"|\b(?P<figure>\d{1,3})(?:st|nd|rd|th|er|ère|re|e|ème)\b"
    r"|第\s?(?P<digits>\d{1,4})|第\s?(?P<han>[一二三四五六七八九十]{1,3}+)(?![百千万萬])"
)
# 1,500 and 1 500; 4.5 and 4,5.
NUMBER = regex.compile(
    r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?![.,]?\d))?"
    r"|(?<!\d)\d{1,3},\d{1,2}(?![.,]?\d)|\d+(?:\.\d+)?"
)
GROUP = regex.compile(r"[, ](?=\d{3})")


@lru_cache(maxsize=8192)
def figures(text: str) -> frozenset[str]:
    """Return the figures of *text*: numbers as "1500", ordinals as "#2".

    "The second forum", « le deuxième forum » and 第二届论坛 have the same.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    found = {f"#{_rank(match)}" for match in ORDINAL.finditer(folded)}
    rest = ORDINAL.sub(" ", folded)
    numbers = (GROUP.sub("", one).replace(",", ".") for one in NUMBER.findall(rest))
    return frozenset({*found, *numbers})


def _rank(match: regex.Match[str]) -> int:
    if match["figure"] or match["digits"]:
        return int(match["figure"] or match["digits"])
    if match["han"]:
        return _han(match["han"])
    return RANKS[match.group()]


def _han(numeral: str) -> int:
    """Return the value of a Chinese numeral below a hundred."""
    tens, ten, ones = numeral.rpartition("十")
    value = HAN_DIGITS.get(ones, 0) if len(ones) <= 1 else 0
    return value + (10 * HAN_DIGITS.get(tens, 1) if ten else 0)
