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

from language.tags import family

LISTED = frozenset(SpellChecker.languages())


def listed(language: str) -> bool:
    """Tell whether there is a list of the words of *language*, a BCP 47 tag."""
    return family(language) in LISTED


def is_word(text: str, language: str) -> bool:
    """Tell whether *text*, in any case, is in the list of the words of *language*.

    A word that is in none may be a name, a new word or a word of a trade.
    """
    return text.lower() in _words(family(language))


@cache
def _words(language: str) -> frozenset[str]:
    """Return the list; the package's own class would count the words too, which takes a second."""
    place = files("spellchecker").joinpath("resources", f"{language}.json.gz")
    return frozenset(json.loads(gzip.decompress(place.read_bytes())))
