"""What a quote that no document has differs in from what a document says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import Match
from functools import lru_cache

import regex

from corpus.letters import as_set
from language.spans import Span
from qa.quotes.alignment import can_share, common_blocks

# A word, a Chinese character, a mark; a word that a line end cuts is one, as are an entity and a
# character with its pinyin.
TOKEN = regex.compile(
    r"&#?\w{2,8};|\p{Han}(?:[(（]\p{Ll}{1,6}[)）])*|\p{N}+(?:[.,]\p{N}+)*"
    r"|[[\p{L}\p{M}\p{N}]--\p{Han}]+(?:[-\u00ad\ufffe]\s*\n\s*[\p{L}\p{M}]+)*|[^\s\p{L}\p{M}\p{N}]",
    flags=regex.V1,
)
# Where the second of two characters is inside a word.
INSIDE = regex.compile(
    r"[[\p{L}\p{M}\p{N}]--\p{Han}][[\p{L}\p{M}\p{N}'’-]--\p{Han}]|-\p{L}", flags=regex.V1
)
ONLY_MARKS = regex.compile(r"[\p{P}\s]*")
# What is so much alike is shown as what may be meant: the share of the quote that is there.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote beside what the document says there; either may be empty."""

    quote: str
    document: str
    same: bool
    marks: bool = False  # whether it is only marks at an end of the quote, and no other words


@dataclass(frozen=True, slots=True)
class Near:
    """What of a source is like a quote."""

    span: Span  # of the source
    share: float  # of the quote that is there, 0 to 1
    difference: tuple[Piece, ...]


def nearest(quote: str, source: str, around: Span) -> Near | None:
    """Return what of ``source[around]`` is most like *quote*; None if too little is.

    By words, in Chinese by characters, as Python's difflib has it.
    """
    around = _at_a_word(source, around[0]), around[1]
    asked, words = _asked(quote)
    others = _words(source, around)
    mass = sum(map(len, words)) or 1
    if not can_share(words, others, ALIKE * mass):
        return None
    blocks = common_blocks(words, others)
    share = sum(len("".join(words[each.a : each.a + each.size])) for each in blocks) / mass
    if not blocks or share < ALIKE:
        return None
    there = _tokens(source, around)
    first, last = blocks[0], blocks[-1]
    begin = max(0, first.b - first.a)
    while begin and INSIDE.match(source, there[begin][0] - 1):
        begin -= 1
    end = min(len(there), last.b + last.size + len(asked) - last.a - last.size)
    span = there[begin][0], there[end - 1][1]
    # The blocks are those of the words from begin to end too: all of them lie in there.
    pieces = tuple(_pieces(quote, source, (asked, there[:end]), blocks, begin))
    return Near(span, share, _with_marks(pieces))


def _at_a_word(source: str, start: int) -> int:
    """Return where the word begins in which a place is."""
    while start and INSIDE.match(source, start - 1):
        start -= 1
    return start


def _with_marks(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return *pieces*, of those at the ends told which are only marks that the quote adds."""
    return tuple(
        replace(each, marks=True)
        if at in (0, len(pieces) - 1) and not each.same and ONLY_MARKS.fullmatch(each.quote)
        and ONLY_MARKS.fullmatch(each.document) else each
        for at, each in enumerate(pieces)
    )  # fmt: skip


@lru_cache(maxsize=4)
def _asked(quote: str) -> tuple[list[Span], list[str]]:
    """Return the tokens of a quote, as they stand and as they are compared: once for all places."""
    tokens = _tokens(quote, (0, len(quote)))
    return tokens, [_word(quote[slice(*each)]) for each in tokens]


def _pieces(
    quote: str,
    source: str,
    tokens: tuple[list[Span], list[Span]],
    blocks: Sequence[Match],
    begin: int,
) -> Iterator[Piece]:
    """Yield *blocks* and what is between them, from the *begin*-th token of the source on."""
    asked, there = tokens
    at, other = 0, begin
    for block in (*blocks, Match(len(asked), len(there), 0)):
        if at < block.a or other < block.b:
            before = _text(quote, asked[at : block.a])
            yield Piece(before, _text(source, there[other : block.b]), same=False)
        at, other = block.a + block.size, block.b + block.size
        if block.size:
            same = _text(quote, asked[block.a : at])
            yield Piece(same, _text(source, there[block.b : other]), same=True)


def _tokens(text: str, around: Span) -> list[Span]:
    return [match.span() for match in TOKEN.finditer(text, *around)]


def _words(source: str, around: Span) -> list[str]:
    """Return the tokens of ``source[around]`` as they are compared."""
    if source[slice(*around)].isascii():  # small letters stand where the capitals do
        small = TOKEN.findall(source[slice(*around)].lower())
        return [each if each.isalnum() else _word(each) for each in small]
    return [_word(each) for each in TOKEN.findall(source, *around)]


@lru_cache(maxsize=1 << 16)
def _word(written: str) -> str:
    """Return a token as it is compared: most are the same few, or plain words."""
    return written.lower() if written.isascii() and written.isalnum() else as_set(written)


def _text(text: str, tokens: Sequence[Span]) -> str:
    return text[tokens[0][0] : tokens[-1][1]] if tokens else ""
