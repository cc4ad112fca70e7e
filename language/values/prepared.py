"""Text as the parsers read it: one way to write what may be written in several."""

from __future__ import annotations

from functools import cache

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.tags import family
from language.value_rules import ValueForms

FULL_WIDTH = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：（）！？"
}
LIKE = FULL_WIDTH | str.maketrans(
    {"’": "'", "‘": "'", **dict.fromkeys("‐‑", "-"), **dict.fromkeys("‒—―−~〜～", "–")}
)
GROUPING = regex.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))")
SPACES = regex.compile(r"\s+")
DASHES = regex.compile(" ?–+ ?| - ")
AMONG_HAN = regex.compile(r"(?<=\p{Han}) | (?=\p{Han})")


@cache
def value_forms(language: str) -> ValueForms | None:
    """Return how values are read in *language*, a BCP 47 tag; None where they are not."""
    known = KNOWN.get(family(language))
    return known.values if known else None


def forms_of(language: str) -> ValueForms:
    """Return how values are read in *language*.

    Raises:
        LookupError: If they are not.
    """
    forms = value_forms(language)
    if forms is None:
        raise LookupError(language)
    return forms


def prepared(text: str, language: str) -> str:
    """Return *text* with half-width signs, one sort of apostrophe and of space, and two dashes.

    A hyphen joins words and figures, "–" stands between two values, without spaces.
    """
    text = text.translate(LIKE)
    forms = forms_of(language)
    if forms.han:  # only spaces that cannot break a line group digits
        text = GROUPING.sub(",", text)
    text = DASHES.sub("–", SPACES.sub(" ", text).strip())
    if not forms.han:
        return text
    text = AMONG_HAN.sub("", to_simplified(text))
    return regex.sub(*forms.rewritten[language], text) if language in forms.rewritten else text
