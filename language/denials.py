"""Whether a sentence denies something, and which words of it only say that something was."""

from __future__ import annotations

from functools import cache

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.tags import family


def denials(text: str, language: str) -> int:
    """Return how many words of *text* deny; 0 in a language of which none are told.

    Two sentences of which only one denies do not say the same.
    """
    pattern, *_ = _patterns(family(language))
    return len(pattern.findall(to_simplified(text) if family(language) == "zh" else text))


def without_happening(text: str, language: str) -> str:
    """Return *text* without words that only say that something was: it took place, was held."""
    _, pattern, _ = _patterns(family(language))
    return pattern.sub(" ", text)


def without_joining(text: str, language: str) -> str:
    """Return *text* without words that only join a thing to what it has or is: it counts."""
    *_, pattern = _patterns(family(language))
    return pattern.sub(" ", text)


@cache
def _patterns(language: str) -> tuple[regex.Pattern[str], ...]:
    known = KNOWN.get(language)
    words = known.words if known else None
    told = (words.denials, words.happening, words.joining) if words else ("", "", "")
    return tuple(regex.compile(each or r"(?!)", regex.IGNORECASE) for each in told)
