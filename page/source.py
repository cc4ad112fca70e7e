"""What the source viewer shows of a document: its reading view and its text around a quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.documents import Document, Passage
from language.spans import Span
from qa.answers import Citation

# Characters of the source shown before and after the quote; more of it comes on demand.
BESIDE = 12_000
# A line is looked for so far; a window shorter than two of them would be cut to nothing.
LINE = 1_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is part of the quote, or is not."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One passage in reading view, with what begins there."""

    pieces: tuple[Piece, ...]
    language: str
    title: str = ""  # of the record that begins here
    part: tuple[str, str] | None = None  # the page, slide… that begins here


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, or a window of it, in both forms; the quoted characters are the same."""

    path: str
    title: str
    language: str
    reading: tuple[Block, ...]
    source: tuple[Piece, ...]
    window: Span  # of the source text
    length: int  # of the whole source text
    quote: Span = (0, 0)  # what is marked; empty where nothing is


def shown(document: Document, passages: Sequence[Passage], quote: Span, at: int = -1) -> Shown:
    """Return *document* from ``source[at]`` on, or around the quote, which is marked.

    Args:
        document: With its source text.
        passages: All of it, in reading order.
        quote: A half-open span of the source; an empty one marks nothing.
        at: An offset into the source text.
    """
    first, last = (quote[0] - BESIDE, quote[1] + BESIDE) if at < 0 else (at, at + 2 * BESIDE)
    window = _window(document, max(0, first), min(last, len(document.source)))
    within = [passage for passage in passages if _overlap(passage.source_span, window)]
    return Shown(
        path=document.path,
        title=document.title,
        language=document.language,
        reading=tuple(_blocks(document, within, quote)),
        source=tuple(_cut(document.source, window, quote)),
        window=window,
        length=len(document.source),
        quote=quote,
    )


def stored(citation: Citation) -> Shown:
    """Return what an answer itself keeps of a source that is gone: the quote and its context."""
    pieces = (Piece(citation.before), Piece(citation.text, quoted=True), Piece(citation.after))
    block = Block(_some(pieces), citation.language, part=citation.part)
    return Shown(
        path=citation.document,
        title=citation.title,
        language=citation.language,
        reading=(block,),
        source=(Piece(citation.quote, quoted=True),),
        window=(citation.start, citation.end),
        length=citation.end,
    )


def _window(document: Document, first: int, last: int) -> Span:
    """Return the span ``source[first:last]`` cut at ends of lines, where lines are short."""
    source = document.source
    line = source.find("\n", first, first + LINE) + 1 if first else 0
    end = source.rfind("\n", last - LINE, last) + 1 if last < len(source) else 0
    return line or first, end or last


def _overlap(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < span[1]


def _blocks(document: Document, passages: Sequence[Passage], quote: Span) -> Iterator[Block]:
    title, part = document.title, None
    for passage in passages:
        block = Block(_pieces(passage, quote), passage.language)
        if passage.title != title:
            title = passage.title
            # A title that stands in the text need not stand above it too.
            block = replace(block, title="" if passage.text.startswith(title) else title)
        here = document.part_at(passage.source_span[0])
        if here != part:
            part = here
            block = replace(block, part=(here.kind, here.name) if here else None)
        yield block


def _pieces(passage: Passage, quote: Span) -> tuple[Piece, ...]:
    """Return the passage cut where the characters that stand for the quote begin and end."""
    view = passage.view
    start = int(np.searchsorted(view.ends, quote[0], side="right"))
    end = int(np.searchsorted(view.starts, quote[1], side="left"))
    return tuple(_cut(view.text, (0, len(view.text)), (start, max(start, end))))


def _cut(text: str, window: Span, quote: Span) -> tuple[Piece, ...]:
    first, last = window
    start, end = (min(max(at, first), last) for at in quote)
    return _some(
        (Piece(text[first:start]), Piece(text[start:end], quoted=True), Piece(text[end:last]))
    )


def _some(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.text)
