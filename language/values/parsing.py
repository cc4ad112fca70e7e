"""The value that a few words state, from the first to the last character."""

from __future__ import annotations

from decimal import Inexact, localcontext
from functools import lru_cache

import regex

from language.tags import family
from language.values.dates import period
from language.values.names import name
from language.values.numbers import numbered, ordinal
from language.values.prepared import prepared, value_forms
from language.values.quantities import quantity, quantity_range
from language.values.value import Quantity, QuantityRange, Value

LONGEST = 160  # characters; a number in words may have so many
HAN = regex.compile(r"\p{Han}")
LATIN = regex.compile(r"[A-Za-z]{3}")


@lru_cache(maxsize=8192)
def parse(text: str, language: str) -> Value | None:
    """Return the value that *text* states from its first to its last character, or None.

    What is unclear has no value: "$" stays dollars of no country, 元 is money of the mainland in
    Simplified text and nobody's in Traditional text, "1,500" is no number in French.

    Args:
        text: A few words of a sentence, as they stand there.
        language: BCP 47; languages of which none are told have no values.
    """
    forms = value_forms(language)
    if forms is None or len(text) > LONGEST:
        return None
    written = prepared(text, language)
    if not written:
        return None
    if forms.borrowed and LATIN.search(written) and not HAN.search(written):
        language = forms.borrowed  # "October 17, 2023" among Chinese
    with localcontext() as exact:
        exact.traps[Inexact] = True
        try:
            value = _read(written, family(language))
        except Inexact:
            return None
    currency, doubt = forms.unclear.get(language, ("", ""))
    money = isinstance(value, Quantity | QuantityRange) and value.unit.code == currency
    return None if currency and money and regex.search(doubt, written) else value


def _read(text: str, language: str) -> Value | None:
    folded = text.casefold()
    return (
        period(folded, language)
        or ordinal(folded, language)
        or numbered(folded, language)
        or name(text, language)
        or quantity_range(text, language)
        or quantity(text, language)
    )
