"""Quantities in text: how exact they are said to be, their number and their unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

import regex

from language.values.numbers import largest_size, number
from language.values.prepared import forms_of
from language.values.units import prefixes, suffixes
from language.values.value import COUNT, PERCENT, Bound, Quantity, QuantityRange, Unit, UnitKind

YEARS = Unit(UnitKind.MEASURE, "duration-year")
WORD_END = regex.compile(r"[\p{L}--\p{Han}]$", flags=regex.V1)
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
    rules = forms_of(language)
    bound, rest = _bound(text, language)
    if rest.casefold() in rules.numbers.articles:
        return None
    figure = _figure(rest, language)
    if figure is None or (figure.more and bound is not Bound.EXACT):
        return None
    loose = bound in (Bound.EXACT, Bound.ABOUT, Bound.NEARLY)
    if figure.unit is None and YEAR_LIKE.fullmatch(figure.words) and loose and not figure.more:
        return None
    if bound is Bound.NEARLY and regex.search(rules.quantities.lately, text):
        return None
    return Quantity(figure.value, figure.unit or COUNT, Bound.ODD if figure.more else bound)


def quantity_range(text: str, language: str) -> QuantityRange | None:
    """Return the range that *text* states; 3 to 5 million is none, as the 3 may be millions."""
    rules = forms_of(language).quantities
    for join in regex.finditer(rules.join, text):
        opened = regex.sub(rf"^(?:{rules.opens})", "", text[: join.start()])
        low = _figure(opened, language)
        high = _figure(text[join.end() :], language) if low else None
        if low and high and _bounds_a_range(low, high, join[0].strip(), language):
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
    rules, folded = forms_of(language), text.casefold()
    for words, bound in _prefixes(language):
        if folded.startswith(words):
            rest = text[len(words) :]
            if rules.han or rest.startswith(" ") or words.endswith("'"):
                return bound, rest.strip()
    for words, named in rules.quantities.bounds_after.items():
        if folded.endswith(words):
            return Bound(named), text[: -len(words)].strip()
    return Bound.EXACT, text


@cache
def _prefixes(language: str) -> list[tuple[str, Bound]]:
    told = forms_of(language).quantities.bounds.items()
    pairs = [(words, Bound(named)) for named, listed in told for words in listed.split("|")]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _figure(text: str, language: str) -> Figure | None:
    unclear = forms_of(language).quantities.unclear_years
    for words, unit in _split(text, language):
        figure = _counted(words, language)
        if figure is None:
            continue
        # 17年 may be 2017; not 十七年, 10多年.
        if unit != YEARS or figure.more or not regex.fullmatch(unclear, figure.words):
            return replace(figure, unit=unit)
    return None


def _counted(words: str, language: str) -> Figure | None:
    more = regex.fullmatch(forms_of(language).quantities.more, words)
    plain = more[1] + more[2] if more else words
    value = number(plain.casefold(), language) if plain else None
    return None if value is None else Figure(value, None, plain, bool(more))


def _split(text: str, language: str) -> Iterator[tuple[str, Unit | None]]:
    """Yield the ways to take *text* apart into a number and its unit, longest unit first."""
    rules = forms_of(language).quantities
    yield text, None
    if rules.percent_before and text.startswith(rules.percent_before):
        yield text.removeprefix(rules.percent_before), PERCENT
    sign = _signs().match(text)
    if sign:
        yield text[sign.end() :].strip(), prefixes()[sign[0]]
    known = suffixes(language)
    for at in range(1, len(text)):
        tail, head = text[at:], text[:at]
        unit = known.get(tail) or known.get(tail.casefold() if len(tail) > 2 else "")
        # "5m" may be five million in English; "5 m" is not.
        glued = tail[0].isalpha() and WORD_END.search(head)
        if unit and not glued and (tail != rules.apart or head[-1] == " "):
            yield regex.sub(f"(?:{rules.of})$", "", head).rstrip(), unit


@cache
def _signs() -> regex.Pattern[str]:
    """Return the signs and codes that stand before a number; letters do not run into a word."""
    longest_first = sorted(prefixes(), key=len, reverse=True)
    forms = (f"{regex.escape(sign)}(?![\\p{{L}}$])" for sign in longest_first)
    return regex.compile("|".join(forms))
