"""Quantities in text: how exact they are said to be, their number and their unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import regex

from language.values.numbers import largest_size, number
from language.values.units import prefixes, suffixes
from language.values.value import COUNT, PERCENT, Bound, Quantity, QuantityRange, Unit, UnitKind

BEFORE = {
    "en": {
        Bound.OVER: "more than|over|above|upwards of|in excess of|exceeding",
        Bound.NEARLY: "nearly|almost|close to",
        Bound.ABOUT: "about|around|some|approximately|roughly",
        Bound.UNDER: "less than|fewer than|under|below",
        Bound.AT_LEAST: "at least|no fewer than|no less than|not less than",
        Bound.AT_MOST: "at most|up to|no more than|not more than",
    },
    "fr": {
        Bound.OVER: "plus de|plus d'",
        Bound.NEARLY: "près de|près d'|presque",
        Bound.ABOUT: "environ|quelque|à peu près|autour de",
        Bound.UNDER: "moins de|moins d'",
        Bound.AT_LEAST: "au moins|au minimum",
        Bound.AT_MOST: "au plus|au maximum|jusqu'à",
    },
    "zh": {
        Bound.OVER: "超过|逾|多于|高于",
        Bound.NEARLY: "近|将近|接近",
        Bound.ABOUT: "约|大约|约为|大概",
        Bound.UNDER: "不到|不足|少于|低于",
        Bound.AT_LEAST: "至少|不少于|不低于",
        Bound.AT_MOST: "至多|最多|不超过|不多于",
    },
}
AFTER = {
    "en": {" or more": Bound.AT_LEAST, "+": Bound.OVER},
    "fr": {" ou plus": Bound.AT_LEAST},
    "zh": {"以上": Bound.AT_LEAST, "左右": Bound.ABOUT, "上下": Bound.ABOUT},
}
# 640多亿, 十余万, 4000余
MORE_ZH = regex.compile(r"(.*[\d十百千万亿])[多余]([万亿]?)")
JOINS = {
    "en": regex.compile(r" to | and |–|(?<!\p{L})-(?!\p{L})"),
    "fr": regex.compile(r" à | et |–|(?<!\p{L})-(?!\p{L})"),
    "zh": regex.compile(r"至|到|–|-"),
}
OPENS = {"en": r"from |between ", "fr": r"de |entre ", "zh": r"从"}
BOTH = {"en": "between ", "fr": "entre "}  # what asks for "and" rather than "to"
MILLION = regex.compile(r"\dm$")  # "5m" may be millions in English; "5 m" is metres
YEARS = Unit(UnitKind.MEASURE, "duration-year")
LAST_ZH = regex.compile("(?<!光)年$|[月周天日届次时]$|星期$")  # 近十年: these last ten years
YEAR_LIKE = regex.compile(r"1\d{3}|20\d\d")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, if one is written, and the words of the number alone."""

    value: Decimal
    unit: Unit | None
    words: str
    more: bool = False  # 多, 余


def quantity(text: str, language: str) -> Quantity | None:
    """Return the quantity that *text* states and nothing else; four bare digits may be a year."""
    bound, rest = _bound(text, language)
    if language == "fr" and rest.casefold() in ("un", "une"):
        return None  # the article
    figure = _figure(rest, language)
    if figure is None or (figure.more and bound is not Bound.EXACT):
        return None
    loose = bound in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY)
    if figure.unit is None and YEAR_LIKE.fullmatch(figure.words) and loose and not figure.more:
        return None
    if bound is Bound.NEARLY and LAST_ZH.search(text):
        return None
    return Quantity(figure.value, figure.unit or COUNT, Bound.OVER if figure.more else bound)


def quantity_range(text: str, language: str) -> QuantityRange | None:
    """Return the range that *text* states; 3 to 5 million is none, as the 3 may be millions."""
    opened = regex.sub(rf"^(?:{OPENS[language]})", "", text)
    both = language in BOTH and text.startswith(BOTH[language])
    for join in JOINS[language].finditer(opened):
        joiner = join[0].strip()
        low = _figure(opened[: join.start()], language)
        high = _figure(opened[join.end() :], language)
        asked = both or joiner not in ("and", "et")
        if low and high and asked and _bounds_a_range(low, high, joiner, language):
            return QuantityRange(low.value, high.value, high.unit or COUNT)
    return None


def _bounds_a_range(low: Figure, high: Figure, joiner: str, language: str) -> bool:
    if high.unit is None and (joiner in "-–" or YEAR_LIKE.fullmatch(low.words)):
        return False  # a score, a date
    exact = not low.more and not high.more and not _shares_size(low, high, language)
    return exact and low.unit in (None, high.unit) and low.value < high.value


def _shares_size(low: Figure, high: Figure, language: str) -> bool:
    """Tell whether the millions of *high* may be meant for *low* too."""
    size = largest_size(high.words, language)
    return size > 1 and largest_size(low.words, language) == 1 and low.value * size < high.value


def _bound(text: str, language: str) -> tuple[Bound, str]:
    folded = text.casefold()
    for words, bound in _prefixes(language):
        if folded.startswith(words):
            rest = text[len(words) :]
            if language == "zh" or rest.startswith(" ") or words.endswith("'"):
                return bound, rest.strip()
    for words, bound in AFTER[language].items():
        if folded.endswith(words):
            return bound, text.removesuffix(text[-len(words) :]).strip()
    return Bound.EXACT, text


@cache
def _prefixes(language: str) -> list[tuple[str, Bound]]:
    pairs = [(one, bound) for bound, words in BEFORE[language].items() for one in words.split("|")]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _figure(text: str, language: str) -> Figure | None:
    for words, unit in _split(text, language):
        found = _counted(words, language)
        chinese_years = unit == YEARS and language == "zh"
        if found and not (chinese_years and _unclear_years(found)):
            return replace(found, unit=unit)
    return None


def _counted(words: str, language: str) -> Figure | None:
    more = MORE_ZH.fullmatch(words) if language == "zh" else None
    plain = more[1] + more[2] if more else words
    value = number(plain.casefold(), language) if plain else None
    return None if value is None else Figure(value, None, plain, bool(more))


def _unclear_years(figure: Figure) -> bool:
    """Tell whether 年 after it may be a year: 17年, 618年; not 十七年, 3年, 10多年, 5000年."""
    return not figure.more and bool(regex.fullmatch(r"\d{2,3}|[12]\d{3}", figure.words))


def _split(text: str, language: str) -> Iterator[tuple[str, Unit | None]]:
    """Yield the ways to take *text* apart into a number and its unit, longest unit first."""
    yield text, None
    if language == "zh" and text.startswith("百分之"):
        yield text[3:], PERCENT
    sign = _signs().match(text)
    if sign:
        yield text[sign.end() :].strip(), prefixes()[sign[0]]
    known = suffixes(language)
    for at in range(1, len(text)):
        tail, head = text[at:], text[:at]
        found = known.get(tail) or known.get(tail.casefold() if len(tail) > 2 else "")
        # "5m" may be five million in English; "5 m" is not.
        if (
            found
            and _ends_word(head, tail)
            and (tail != "m" or language == "fr" or head[-1] == " ")
        ):
            yield regex.sub(r"(?<=\p{L})(?: (?:de|of) | d')$", "", head).rstrip(), found
    if language == "zh" and text.endswith("年"):
        yield text[:-1], YEARS


@cache
def _signs() -> regex.Pattern[str]:
    """Return the signs and codes that stand before a number; letters do not run into a word."""
    longest_first = sorted(prefixes(), key=len, reverse=True)
    forms = (f"{regex.escape(one)}(?![\\p{{L}}$])" for one in longest_first)
    return regex.compile("|".join(forms))


def _ends_word(head: str, tail: str) -> bool:
    return not (regex.search(r"[\p{L}--\p{Han}]$", head, flags=regex.V1) and tail[0].isalpha())
