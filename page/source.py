"""What the source viewer shows of a document: its reading view and its text around a quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.documents import Document, Passage
from corpus.outline import Titled
from language.spans import Span
from page.reading import Block, Piece, Pieces, blocks, cut, some
from qa.answers import Citation

# Characters of the source shown before and after the quote; more of it comes on demand.
BESIDE = 12_000
# A line is looked for so far; a window shorter than two of them would be cut to nothing.
LINE = 1_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A document, or a window of it, in both forms; the quoted characters are the same."""

    path: str
    title: str
    language: str
    reading: tuple[Block, ...]
    source: Pieces
    window: Span  # of the source text
    length: int  # of the whole source text
    quote: Span = (0, 0)  # what is marked; empty where nothing is
    sha256: str = ""  # of the file's bytes


def shown(
    document: Document,
    passages: Sequence[Passage],
    quote: Span,
    at: int = -1,
    outline: Sequence[Titled] = (),
) -> Shown:
    """Return *document* from ``source[at]`` on, or around the quote, which is marked.

    Args:
        document: With its source text.
        passages: All of it, in reading order.
        quote: A half-open span of the source; an empty one marks nothing.
        at: An offset into the source text.
        outline: Which lines of the source are headings, in order.
    """
    first, last = (quote[0] - BESIDE, quote[1] + BESIDE) if at < 0 else (at, at + 2 * BESIDE)
    window = _window(document, max(0, first), min(last, len(document.source)))
    return Shown(
        path=document.path,
        title=document.title,
        language=document.language,
        reading=tuple(blocks(document, passages, window, quote, outline)),
        source=cut(document.source, window, quote),
        window=window,
        length=len(document.source),
        quote=quote,
        sha256=document.sha256,
    )


def stored(citation: Citation) -> Shown:
    """Return what an answer itself keeps of a source that is gone: the quote and its context."""
    pieces = (Piece(citation.before), Piece(citation.text, quoted=True), Piece(citation.after))
    block = Block(some(pieces), citation.language, part=citation.part)
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
