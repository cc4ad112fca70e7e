"""Numbers and places in an order, in figures and in words.

What could be read in two ways ("1.500" in French, 两万五) is no number here: a wrong one would be
worse than none.
"""

from __future__ import annotations

from decimal import Decimal

import regex
from text_to_num import alpha2digit, text2num

from language.values.prepared import forms_of
from language.values.value import Numbered, Ordinal

TOO_MUCH = Decimal(10) ** 18  # for anything that people count
HYPHEN = regex.compile(r"(?<=\p{L})-(?=\p{L})")
FRACTION = regex.compile(r"(\d{1,3}),(\d{3})")
SPELLED_ORDINAL = regex.compile(r"(\d+)\p{L}+")


def number(text: str, language: str) -> Decimal | None:
    """Return the number that *text* is, or None if it is not one number and nothing else.

    Args:
        text: In lower case, single spaces, Chinese in Simplified characters without spaces.
        language: Its family.

    Raises:
        decimal.Inexact: If it has more digits than the context of the caller keeps, and that
            traps it.
    """
    rules = forms_of(language).numbers
    value = rules.read(text) if rules.read else _western(HYPHEN.sub(" ", text), language)
    return None if value is None or value >= TOO_MUCH else value


def in_figures(text: str, language: str) -> Decimal | None:
    """Return the number that *text* writes in digits alone, without a word."""
    match = regex.fullmatch(forms_of(language).numbers.figures, text)
    if not match:
        return None
    whole = regex.sub(r"[ .,]", "", match["whole"])
    return Decimal(f"{whole}.{match['part']}" if match["part"] else whole)


def largest_size(text: str, language: str) -> Decimal:
    """Return what the largest of its words for a size stands for: 10^6 for "3 million", else 1."""
    forms = forms_of(language)
    sizes = forms.numbers.sizes
    word = "|".join(sizes)
    word = word if forms.han else rf"(?<!\p{{L}})(?:{word})(?!\p{{L}})"
    written = regex.findall(word, text.casefold())
    return Decimal(10) ** max((sizes[size] for size in written), default=0)


def _western(text: str, language: str) -> Decimal | None:
    value = in_figures(text, language)
    if value is not None:
        return value
    article, meant = forms_of(language).numbers.article
    if article and text.startswith(article):
        text = meant + text.removeprefix(article)
    value = _in_words(text, language)
    return _sized(text, language) if value is None else value


def _in_words(text: str, language: str) -> Decimal | None:
    rules = forms_of(language).numbers
    first = text.partition(" ")[0]
    if (first in rules.sizes and first not in rules.alone) or not text:
        return None
    if not regex.fullmatch(rf"(?:(?:{rules.words})(?: |$))+", text):
        return None
    try:
        return Decimal(text2num(text, language))
    except ValueError:
        return None


def _sized(text: str, language: str) -> Decimal | None:
    """Return a number with a word for its size: 3 million, 64bn."""
    sizes = forms_of(language).numbers.sizes
    word = regex.search(r"\p{L}+$", text)
    if not word or word[0] not in sizes:
        return None
    size, before = Decimal(10) ** sizes[word[0]], text[: word.start()].removesuffix(" ")
    value = in_figures(before, language)
    if value is not None:
        return value * size
    fraction = FRACTION.fullmatch(before)  # before million 1,525 is a fraction in French
    if fraction:
        return Decimal(f"{fraction[1]}.{fraction[2]}") * size
    value = _western(before, language) if before else None
    return None if value is None or value >= size else value * size


def ordinal(text: str, language: str) -> Ordinal | None:
    """Return the place that *text*, in lower case, names and nothing else."""
    rules = forms_of(language).numbers
    match = regex.fullmatch(rules.ordinal, text)
    if match:
        value = number(match["n"], language)
        place = int(value) if value is not None and value == value.to_integral_value() else 0
        return Ordinal(place) if place and match["end"] in rules.endings(place) else None
    bare = regex.sub(f"^(?:{rules.before_ordinal})", "", text).replace("-", " ")
    place = 0 if rules.read else rules.ordinals.get(bare) or _spelled_place(bare, language)
    return Ordinal(place) if place else None


def numbered(text: str, language: str) -> Numbered | None:
    """Return the number that names something."""
    match = regex.fullmatch(forms_of(language).numbers.numbered, text)
    return Numbered(int(match["n"])) if match else None


def _spelled_place(text: str, language: str) -> int:
    """Return the place from the 13th on that words name; not "hundredth", which is a part too."""
    rules = forms_of(language).numbers
    if not text[:1].isalpha():
        return 0
    match = SPELLED_ORDINAL.fullmatch(alpha2digit(text, language, threshold=0))
    place = int(match[1]) if match else 0
    return place if place > max(rules.ordinals.values()) and place % 100 else 0
