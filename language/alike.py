"""Texts as they are compared: capitals, accents, scripts of Chinese and spaces do not count."""

from __future__ import annotations

import regex

from language.chinese import to_simplified
from language.letters import plain

EDGE = r"[\p{Latin}\p{N}]"


def alike(text: str) -> str:
    """Return *text* as it is compared: in small letters, Simplified characters, single spaces."""
    return " ".join(to_simplified(plain(text)).split())


def has_word(text: str, word: str) -> bool:
    """Tell whether *text* has *word* as one of its own; both as :func:`alike` returns them."""
    return bool(regex.search(rf"(?<!{EDGE}){regex.escape(word)}(?!{EDGE})", text))
