"""What is left of a word when accents and capitals do not count, and the words of a text."""

from __future__ import annotations

import re
import unicodedata

import regex

# Words in the scripts that part them by spaces and build them of letters one by one.
LETTERS = r"\p{Latin}\p{Greek}\p{Cyrillic}\p{M}"
RUN = re.compile(r"[^\W\d_]{3,}")
SPELT = regex.compile(rf"[{LETTERS}]+")


def folded(word: str) -> str:
    """Return *word* without accents and ligatures."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.replace("œ", "oe").replace("æ", "ae"))
    return "".join(one for one in apart if not unicodedata.combining(one))


def plain(word: str) -> str:
    """Return *word* in lower case without accents and ligatures."""
    if word.isascii():
        return word.lower()
    return folded(unicodedata.normalize("NFKC", word).casefold())


def written_words(text: str) -> set[str]:
    """Return the words of *text* of three letters or more, as they are written there.

    In Latin, Greek and Cyrillic script only.
    """
    words = set(RUN.findall(unicodedata.normalize("NFKC", text)))
    return {word for word in words if word.isascii() or SPELT.fullmatch(word)}
