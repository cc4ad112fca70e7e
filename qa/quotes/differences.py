"""What a quote that no document has differs in from what a document says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from corpus.letters import as_set
from language.spans import Span

# A word, a Chinese character, a mark; a word that a line end cuts is one, as are an entity and a
# character with its pinyin.
TOKEN = regex.compile(
    r"&#?\w{2,8};|\p{Han}(?:[(（]\p{Ll}{1,6}[)）])*|\p{N}+(?:[.,]\p{N}+)*"
    r"|[[\p{L}\p{M}\p{N}]--\p{Han}]+(?:[-\u00ad\ufffe]\s*\n\s*[\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\p{N}]",
    flags=regex.V1,
)
# What is so much alike is shown as what may be meant: the share of the quote that is there.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote beside what the document says there; either may be empty."""

    quote: str
    document: str
    same: bool


@dataclass(frozen=True, slots=True)
class Near:
    """What of a source is like a quote."""

    span: Span  # of the source
    share: float  # of the quote that is there, 0 to 1
    difference: tuple[Piece, ...]


def nearest(quote: str, source: str, around: Span) -> Near | None:
    """Return what of ``source[around]`` is most like *quote*; None if too little is.

    By words, in Chinese by characters, with Python's difflib.
    """
    asked, there = _tokens(quote, (0, len(quote))), _tokens(source, around)
    words = [_word(quote[slice(*each)]) for each in asked]
    others = [_word(source[slice(*each)]) for each in there]
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()[:-1]
    if not blocks:
        return None
    mass = sum(map(len, words)) or 1
    share = sum(len("".join(words[each.a : each.a + each.size])) for each in blocks) / mass
    if share < ALIKE:
        return None
    first, last = blocks[0], blocks[-1]
    begin = max(0, first.b - first.a)
    end = min(len(there), last.b + last.size + len(asked) - last.a - last.size)
    kept = there[begin:end]
    span = kept[0][0], kept[-1][1]
    matcher = SequenceMatcher(None, words, others[begin:end], autojunk=False)
    difference = tuple(
        Piece(_text(quote, asked[first:last]), _text(source, kept[start:stop]), tag == "equal")
        for tag, first, last, start, stop in matcher.get_opcodes()
    )
    return Near(span, share, difference)


def _tokens(text: str, around: Span) -> list[Span]:
    return [match.span() for match in TOKEN.finditer(text, *around)]


@lru_cache(maxsize=1 << 14)
def _word(written: str) -> str:
    """Return a token as it is compared: most are the same few."""
    return as_set(written)


def _text(text: str, tokens: Sequence[Span]) -> str:
    return text[tokens[0][0] : tokens[-1][1]] if tokens else ""
