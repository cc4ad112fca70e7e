"""The reading view of a document in blocks: paragraphs, headings and tables with what is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.documents import Document, Passage, Row, Table
from corpus.outline import Titled
from corpus.table_view import WITHIN
from corpus.view import View
from language.spans import Span, overlap


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is part of the quote, or is not."""

    text: str
    quoted: bool = False


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table: what stands above it, and its cells."""

    number: int  # as people count
    cells: tuple[Pieces, ...]
    above: str = ""  # the title of the section that begins with it

    @property
    def quoted(self) -> bool:
        """Whether any of it is."""
        return any(piece.quoted for cell in self.cells for piece in cell)


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table, or those of its rows that are in the window."""

    name: str
    columns: tuple[str, ...]  # what each is called; may be empty
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a passage in reading view, with what begins there."""

    pieces: Pieces
    language: str
    title: str = ""  # of the record that begins here
    part: tuple[str, str] | None = None  # the page, slide… that begins here
    level: int = 0  # of a heading, from 1
    table: ShownTable | None = None


def blocks(
    document: Document,
    passages: Sequence[Passage],
    window: Span,
    quote: Span,
    outline: Sequence[Titled] = (),
) -> Iterator[Block]:
    """Yield what of *passages* stands in a *window* of the source.

    Args:
        document: That they are of.
        passages: All of it, in reading order.
        window: A half-open span of the source.
        quote: Another one; what stands for it is marked.
        outline: Which lines of the source are headings, in order.
    """
    title, part = document.title, None
    shown: set[int] = set()  # where the tables begin that stand there already
    for passage in passages:
        if not overlap(passage.source_span, window):
            continue
        for block, start in _parted(document, passage, window, quote, outline, shown):
            # That of a table is its caption.
            if block.table is None and passage.title != title:
                title = passage.title
                # A title that stands in the text need not stand above it too.
                block = replace(block, title="" if passage.text.startswith(title) else title)
            here = document.part_at(start)
            if here != part:
                part = here
                block = replace(block, part=(here.kind, here.name) if here else None)
            yield block


def _parted(
    document: Document,
    passage: Passage,
    window: Span,
    quote: Span,
    outline: Sequence[Titled],
    shown: set[int],
) -> Iterator[tuple[Block, int]]:
    """Yield the blocks of a passage, each with where in the source it begins."""
    start, end = passage.source_span
    tables = [table for table in document.tables if overlap((table.start, table.end), (start, end))]
    first = bisect_left(outline, (start,))
    # A passage that begins with a heading begins after its mark.
    first -= int(first > 0 and outline[first - 1].end > start)
    headings = outline[first : bisect_left(outline, (end,))]
    marks: list[Table | Titled] = [*tables, *headings]
    at = start
    for mark in sorted(marks, key=lambda mark: mark.start):
        yield from _text(passage, (at, mark.start), quote)
        at = max(at, mark.end)
        if isinstance(mark, Titled):
            yield from _text(passage, (mark.start, mark.end), quote, mark.level)
        elif mark.start not in shown:
            shown.add(mark.start)
            table = shown_table(document.source, mark, window, quote)
            yield Block((), passage.language, table=table), max(start, mark.start)
    yield from _text(passage, (at, end), quote)


def _text(passage: Passage, span: Span, quote: Span, level: int = 0) -> Iterator[tuple[Block, int]]:
    """Yield what of a passage stands for a span of the source, if it is more than white space."""
    start, end = np.searchsorted(passage.view.starts, span, side="left").tolist()
    text = passage.text[start:end]
    end -= len(text) - len(text.rstrip())
    start = min(end, start + len(text) - len(text.lstrip()))
    view = passage.view.part(start, end)
    if view.text:
        yield Block(_pieces(view, quote), passage.language, level=level), int(view.starts[0])


def _pieces(view: View, quote: Span) -> Pieces:
    """Return a view cut where the characters that stand for the quote begin and end."""
    start = int(np.searchsorted(view.ends, quote[0], side="right"))
    end = int(np.searchsorted(view.starts, quote[1], side="left"))
    return cut(view.text, (0, len(view.text)), (start, max(start, end)))


def shown_table(source: str, table: Table, window: Span, quote: Span) -> ShownTable:
    """Return the rows of *table* that are in a *window*, the cells cut where the quote is."""
    rows: list[ShownRow] = []
    section: tuple[Span, ...] = ()
    first = bisect_left(table.rows, window[0], key=lambda row: row.start)
    for row in table.rows[max(0, first - 1) :]:
        if row.start >= window[1]:
            break
        if max(end for _, end in row.cells) <= window[0]:
            continue
        above = row.above if row.above != section else ()
        section = row.above
        rows.append(_row(source, row, above, quote))
    names = tuple(WITHIN.join(source[slice(*span)] for span in spans) for spans in table.columns)
    return ShownTable(table.name, names, tuple(rows))


def _row(source: str, row: Row, above: Sequence[Span], quote: Span) -> ShownRow:
    cells = tuple(cut(source, cell, quote) for cell in row.cells)
    return ShownRow(row.number, cells, " · ".join(source[slice(*span)] for span in above))


def cut(text: str, window: Span, quote: Span) -> Pieces:
    """Return a *window* of a text in pieces: before the quote, the quote, after it."""
    first, last = window
    start, end = (min(max(at, first), last) for at in quote)
    return some(
        (Piece(text[first:start]), Piece(text[start:end], quoted=True), Piece(text[end:last]))
    )


def some(pieces: Sequence[Piece]) -> Pieces:
    """Return the pieces that hold anything."""
    return tuple(piece for piece in pieces if piece.text)
