"""What figures count: 5,000 guests and 6,000 guests are the same thing, 38 presidents are not."""

from __future__ import annotations

from functools import lru_cache

import regex

from language.chinese import HAN, words
from language.languages import KNOWN
from language.spans import Span, overlap
from language.tags import family
from language.terms import question_terms
from language.values.stated import stated
from language.values.value import COUNT, Quantity, QuantityRange, Value
from qa.dictionary import meanings

# The language that words of two others are compared in.
BETWEEN = "en"
# So many letters that two words of different languages begin with make them one: visit-or, -eur.
COGNATE = 5


def counts_alike(text: str, span: Span, language: str, other: tuple[str, Span, str]) -> bool:
    """Tell whether the figures at *span* of *text* and in *other* are of the same thing.

    Those with a unit are: money is money.  Those that count are where the noun beside them is the
    same, or has a translation in common.  False where no noun tells.

    Args:
        text: In reading view.
        span: Of the figure, or of words around it.
        language: BCP 47, of *text*.
        other: Another text, with its span and language.
    """
    ours, theirs = _noun(text, span, language), _noun(*other)
    if ours is None or theirs is None:
        return True
    if family(language) == family(other[2]):
        return not ours.isdisjoint(theirs)
    met = not _between(ours, language).isdisjoint(_between(theirs, other[2]))
    return met or any(_cognate(each, it) for each in ours for it in theirs)


def counting(question: str, asked_in: str, text: str, language: str) -> list[Span]:
    """Return where *text* has figures that count what *question* asks the number of.

    Args:
        question: How many journalists?
        asked_in: Its BCP 47 tag.
        text: What may answer it.
        language: Of *text*, BCP 47.
    """
    asked = _asked_for(question, asked_in)
    if not asked:
        return []
    same = family(asked_in) == family(language)
    wanted = asked if same else _between(asked, asked_in)
    return [
        each.span
        for each in stated(text, language)
        if _counts(each.value)
        and not wanted.isdisjoint(each.around if same else _between(each.around, language))
    ]


def part_of(text: str, whole: Span, language: str) -> Span | None:
    """Return the figure that is a part of the one at *whole*: 274 of the 312 pupils.

    None where the figure at *whole* is not said to be a whole.
    """
    rules = KNOWN.get(family(language))
    if rules is None:
        return None
    asking = rules.asking
    before, between = asking.whole_first
    counts = [each.span for each in stated(text, language) if _counts(each.value)]
    for part in counts:
        first = text[part[1] : whole[0]] if part[1] <= whole[0] else None
        last = text[whole[1] : part[0]] if whole[1] <= part[0] else None
        if first is not None and regex.fullmatch(asking.of_whole, first, regex.I):
            return part
        led = regex.search(before, text[: whole[0]], regex.I)
        if last is not None and led and regex.fullmatch(between, last, regex.I):
            return part
    return None


@lru_cache(maxsize=256)
def _asked_for(question: str, language: str) -> frozenset[str]:
    """Return the terms of the things that *question* asks the number of."""
    rules = KNOWN.get(family(language))
    match = regex.search(rules.asking.things, question, regex.I) if rules else None
    if match is None:
        return frozenset()
    noun = match["noun"]
    return frozenset(question_terms(words(noun)[0] if HAN.match(noun) else noun, language))


def _counts(value: Value) -> bool:
    return isinstance(value, Quantity | QuantityRange) and value.unit == COUNT


def _noun(text: str, span: Span, language: str) -> frozenset[str] | None:
    """Return the terms beside the figure at *span*; None where it does not count anything."""
    for each in stated(text, language):
        if overlap(each.span, span) and _counts(each.value):
            return each.around
    return None


def _cognate(ours: str, theirs: str) -> bool:
    """Tell whether two stems in Latin letters begin alike: visitor, visiteur."""
    begun = ours[:COGNATE]
    alike = len(begun) == COGNATE and theirs.startswith(begun)
    return alike and begun.isascii() and begun.isalpha()


@lru_cache(maxsize=1024)
def _between(terms: frozenset[str], language: str) -> frozenset[str]:
    """Return *terms* as those of one language."""
    if family(language) == BETWEEN:
        return terms
    translated = (each for term in terms for each in meanings(term, language))
    return frozenset(term for each in translated for term in question_terms(each, BETWEEN))
