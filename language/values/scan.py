"""The value that some words state: no more than they say, or none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Inexact, localcontext
from functools import lru_cache

import regex

from language.tags import family
from language.values.dates import period
from language.values.names import name
from language.values.ordinals import numbered, ordinal
from language.values.prepared import prepared
from language.values.quantities import quantity, quantity_range
from language.values.value import Quantity, QuantityRange, Value

Span = tuple[int, int]

LANGUAGES = ("en", "fr", "zh")
LONGEST = 160  # characters; a number in words may have so many
MOST_WORDS = 12  # of a value in a sentence
MOST_CHARACTERS = 24  # of one in Chinese
# How many words before and after a figure may belong to it: "more than", 多亿美元.
BEFORE, AFTER = 2, 6

HAN = regex.compile(r"\p{Han}")
ENGLISH = regex.compile(r"[A-Za-z]{3}")
YUAN = regex.compile(r"(?<![美欧日港澳加韩])元")
TOKEN = regex.compile(r"\p{Han}|[\p{L}\p{N}\p{M}--\p{Han}]+|[^\s\w]", flags=regex.V1)
# Numbers as words, but seldom a figure in a sentence: 一带一路, "one of".
VAGUE = regex.compile(r"\p{Han}|one|une?", flags=regex.IGNORECASE)
# Words beside a value with which it states another one, that has no form here: 三年半, 数十亿,
# half a million, two thirds, 5 to 7 million, 14 or 15 May, before 2017.
CHANGED_BEFORE = regex.compile(
    r"(?:[数數几幾上成半负負前下±×^*/−]|分之|[早晚][于於]|\d\s?[或、]"
    r"|\b(?:half(?: an?)?|minus|several|few|dozens of|hundreds of|thousands of|quelques|demi|moins"
    r"|before|after|avant|après)(?: le| the)?[\s-]|[\d\p{L}]\s(?:or|ou)\s)\s*$",
    flags=regex.IGNORECASE,
)
CHANGED_AFTER = regex.compile(
    r"\s*(?:\p{No}|(?<=[€$£]\s|\bm\s)\d|[×^*/±十百千万萬亿億多余餘来來几幾成倍]|[个個]?半|分之"
    r"|[以之]?[前后後]"
    r"|(?:[至到或、–~-]|to|or|à|ou)\s*\d"
    r"|(?:and an? (?:half|quarter)|et demie?|(?:of )?an hour|hundred|thousand"
    r"|(?:m|b|tr)illions?|milli(?:er|ard)s?|dozen|times|fois|half|halves|thirds?|tiers"
    r"|quarters?|quarts?|fifths?|cinquièmes?|tenths?|dixièmes?|years? ago)\b)",
    flags=regex.IGNORECASE,
)


def parse(text: str, language: str) -> Value | None:
    """Return the value that *text* states from its first to its last character, or None.

    What is unclear has no value: "$" stays dollars of no country, 元 is money of the mainland in
    Simplified text and nobody's in Traditional text, "1,500" is no number in French.

    Args:
        text: A few words of a sentence, as they stand there.
        language: BCP 47; other languages than the four have no values.
    """
    spoken = family(language)
    if spoken not in LANGUAGES or len(text) > LONGEST:
        return None
    written = prepared(text, language)
    if not written:
        return None
    if spoken == "zh" and ENGLISH.search(written) and not HAN.search(written):
        spoken, language = "en", "en"  # "October 17, 2023" among Chinese
    with localcontext() as exact:
        exact.traps[Inexact] = True
        try:
            found = _read(written, spoken)
        except Inexact:
            return None
    return None if _nobodys_yuan(found, written, language) else found


def values_in(text: str, language: str) -> list[tuple[Span, Value]]:
    """Return the values that *text* states, the longest at each place, with their spans.

    For telling whether sources agree: a span may leave out the noun that is counted or the unit
    if that is unknown.
    """
    return list(_values(text, language)) if family(language) in LANGUAGES else []


def value_at(text: str, span: Span, language: str) -> Value | None:
    """Return the value of which the words at *span* are a part, or None.

    The longest that the text states there: "840" of "some 840 kilograms" is some 840 kg.  None
    where the words beside it make it another one: "三年" of 三年半 is not three years.
    """
    tokens = [match.span() for match in TOKEN.finditer(text)]
    starts = [span[0], *(start for start, _ in reversed(tokens) if start < span[0])][: BEFORE + 1]
    ends = [span[1], *(end for _, end in tokens if end > span[1])][: AFTER + 1]
    wide = [(start, end) for start in reversed(starts) for end in reversed(ends)]
    whole = (one for one in wide if _whole(text, *one))
    for start, end in whole:
        if value := _parsed(text[start:end], language):
            changed = CHANGED_BEFORE.search(text[:start]) or CHANGED_AFTER.match(text, end)
            return None if changed else value
    return None


def _values(text: str, language: str) -> Iterator[tuple[Span, Value]]:
    tokens = [match.span() for match in TOKEN.finditer(text)]
    most = MOST_CHARACTERS if family(language) == "zh" else MOST_WORDS
    at = 0
    while at < len(tokens):
        start = tokens[at][0]
        for last in range(min(len(tokens), at + most) - 1, at - 1, -1):
            end = tokens[last][1]
            value = _parsed(text[start:end], language) if _whole(text, start, end) else None
            if value is not None and not VAGUE.fullmatch(text[start:end]):
                yield (start, end), value
                at = last
                break
        at += 1


_parsed = lru_cache(maxsize=4096)(parse)


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether no figure goes on beyond the span: 1.500 is not 1 and 500, nor is US$5 $5."""
    before, after = text[:start], text[end:]
    # In 480公里,2017年 the comma is no part of a number.
    parts = "[-.,–—~]" if text[end - 1].isdecimal() else "[-–—~]"
    return not (
        regex.search(r"\d[.,–—~]?$|[-−$€£#]$", before)
        or regex.match(rf"{parts}?\d|[%％‰$€£]", after)
        or (text[start] in "$€£" and regex.search(r"\p{L}$", before))
    )


def _read(text: str, language: str) -> Value | None:
    return (
        period(text, language)
        or ordinal(text, language)
        or numbered(text, language)
        or name(text, language)
        or quantity_range(text, language)
        or quantity(text, language)
    )


def _nobodys_yuan(value: Value | None, text: str, language: str) -> bool:
    money = isinstance(value, Quantity | QuantityRange) and value.unit.code == "CNY"
    return money and language == "zh-Hant" and "人民" not in text and bool(YUAN.search(text))
