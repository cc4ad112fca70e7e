"""Chinese names whose surname a tagger has cut off, or put a post's last character before."""

from __future__ import annotations

import regex

from language.chinese import tagged_words
from language.spans import Span
from language.values.names import PERSONS

SURNAME = regex.compile(r"\p{Han}")
ENDS_POST = regex.compile(r"(?<=\p{Han}{2})(?<!上)官(?=\p{Han}{2})")  # of 首席财务官, no surname


def with_surname(text: str, span: Span) -> Span:
    """Return a Chinese name with the surname of one character that was cut off before it."""
    if ENDS_POST.match(text, span[0]):
        span = span[0] + 1, span[1]
    at = 0
    for word, tag in tagged_words(text) if SURNAME.match(text, span[0]) else ():
        if at + len(word) == span[0] and len(word) == 1 and tag in PERSONS:
            return at, span[1]
        at += len(word)
    return span
