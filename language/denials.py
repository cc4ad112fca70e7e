"""Whether a sentence denies something; two of which one does do not say the same."""

from __future__ import annotations

from functools import cache

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.tags import family


def denials(text: str, language: str) -> int:
    """Return how many words of *text* deny; 0 in a language of which none are told."""
    pattern = _pattern(family(language))
    return len(pattern.findall(to_simplified(text) if family(language) == "zh" else text))


@cache
def _pattern(language: str) -> regex.Pattern[str]:
    known = KNOWN.get(language)
    told = known.words.denials if known else ""
    return regex.compile(told or r"(?!)", regex.IGNORECASE)
