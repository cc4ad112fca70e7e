"""Whether a word is one, in languages with spaces.  The only file that knows pyspellchecker.

Its word lists, of 100,000 words and more with their endings, were made from subtitles
(OpenSubtitles) and cleaned by hand.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib.resources import files

from spellchecker import SpellChecker

from language.letters import plain
from language.slips import beside
from language.tags import family

LISTED = frozenset(SpellChecker.languages())
# A list of fewer words lacks too many endings to say that a word is none: Spanish has 86,000.
FULL = 100_000


def listed(language: str) -> bool:
    """Tell whether there is a list of the words of *language*, a BCP 47 tag."""
    return family(language) in LISTED


def is_word(text: str, language: str) -> bool:
    """Tell whether *text*, in any case, is in the list of the words of *language*.

    A word that is in none may be a name, a new word or a word of a trade.
    """
    return text.lower() in _words(family(language))


def full(language: str) -> bool:
    """Tell whether the list of *language* has most of its words, with their endings."""
    return len(_words(family(language))) >= FULL


def accented(bare: str, language: str) -> str:
    """Return the most usual word that is *bare* once its accents are gone; empty if none is.

    Args:
        bare: As :func:`language.letters.plain` gives it.
        language: A BCP 47 tag.
    """
    return _by_plain(family(language)).get(bare, "")


def usual(bare: str, language: str) -> int:
    """Return how often subtitles have the word that is *bare* with its accents; 0 if none is."""
    return _words(family(language)).get(accented(bare, language), 0)


def similar(bare: str, language: str) -> dict[str, int]:
    """Return the words that one slip tells from *bare*, and how often subtitles have them."""
    by_plain, words = _by_plain(family(language)), _words(family(language))
    near = beside(bare, _letters(family(language))) & by_plain.keys()
    return {by_plain[one]: words[by_plain[one]] for one in sorted(near)}


@cache
def _words(language: str) -> dict[str, int]:
    """Return the list with its counts, empty if there is none.

    The package's own class takes a second to read it.
    """
    if language not in LISTED:
        return {}
    place = files("spellchecker").joinpath("resources", f"{language}.json.gz")
    return dict(json.loads(gzip.decompress(place.read_bytes())))


@cache
def _by_plain(language: str) -> dict[str, str]:
    """Return the words of the list by what is left of them without accents."""
    words = _words(language)
    return {plain(word): word for word in sorted(words, key=words.__getitem__)}


@cache
def _letters(language: str) -> frozenset[str]:
    return frozenset(filter(str.isalpha, set("".join(_by_plain(language)))))
