"""Words of which one denies the other, and what stands before a place or a doer."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.tags import family


class Roles(NamedTuple):
    """What stands right before a name, by what the name is of, before that and behind: patterns."""

    acts: regex.Pattern[str]
    place: regex.Pattern[str]
    doer: regex.Pattern[str]
    of: regex.Pattern[str]


def opposites(word: str, language: str) -> frozenset[str]:
    """Return what denies *word*, in small letters and Simplified characters."""
    small = to_simplified(word) if family(language) == "zh" else word.casefold()
    return _pairs(family(language)).get(small, frozenset())


@cache
def _pairs(language: str) -> dict[str, frozenset[str]]:
    known = KNOWN.get(language)
    pairs: dict[str, frozenset[str]] = {}
    for pair in known.words.opposites.split() if known else ():
        first, _, second = pair.partition("/")
        pairs[first] = pairs.get(first, frozenset()) | {second}
        pairs[second] = pairs.get(second, frozenset()) | {first}
    return pairs


@cache
def roles(language: str) -> Roles:
    """Return the patterns of a family of languages; what matches nothing where none are told."""
    known = KNOWN.get(language)
    if not known:
        return Roles(*[regex.compile(r"(?!)")] * 4)
    words = known.words
    acts = regex.compile(words.acts, regex.IGNORECASE)
    others = (words.place, words.doer, words.of)
    return Roles(acts, *(regex.compile(each or r"(?!)", regex.I) for each in others))
