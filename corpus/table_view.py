"""How a table reads: a row a line, each value under the name of its column.

"Winter | 3 EUR" under "Season | Bicycle" reads "Season: Winter · Bicycle: 3 EUR".  The names are
borrowed from the header, whose place in the source they keep, and the header itself is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from corpus.documents import Row, Table
from corpus.view import GLUE, OWN, Edit, View
from corpus.wraps import columns
from language.spans import Span

BETWEEN, NAMED, WITHIN = " · ", ": ", " / "
LINES = regex.compile(r"\s*[\r\n\v\f\x85\u2028\u2029]\s*")
QUOTED = regex.compile(rf'{LINES.pattern}|""')
# Columns of a line of a row; a wider row goes on in a line of its own, under its first cell.
WIDEST = 360
# A wider cell is prose, which is read without the name of its column.
PROSE = 120


class Cell(NamedTuple):
    """A value in a row's reading view; offsets are into its text."""

    name: Span  # of its column; empty where it has none
    value: Span


class _Piece(NamedTuple):
    """Borrowed text: characters and where each is written, or GLUE."""

    text: str = ""
    origins: tuple[int, ...] = ()

    def then(self, other: _Piece) -> _Piece:
        return _Piece(self.text + other.text, self.origins + other.origins)


def table_edits(source: str, tables: Sequence[Table]) -> Iterator[Edit]:
    """Yield the edits after which *tables* read row by row."""
    for table in tables:
        names = [_name(source, spans) for spans in table.columns]
        first = table.rows[0].start
        if table.start < first:
            yield Edit(table.start, first)
        for row, after in pairwise([*table.rows, None]):
            assert row is not None  # noqa: S101 - only the last of a pair is none
            yield from _row_edits(source, table, row, names)
            if after is not None:
                yield Edit(_last(row), after.start, *LINE)
            elif _last(row) < table.end:
                yield Edit(_last(row), table.end, *LINE)


def _last(row: Row) -> int:
    return max(end for start, end in row.cells if start < end)


def _row_edits(source: str, table: Table, row: Row, names: Sequence[_Piece]) -> Iterator[Edit]:
    above = _Piece()
    for span in (*table.above, *row.above):
        above = above.then(_borrowed(source, span)).then(SEPARATED)
    key: Span | None = None
    end, filled = 0, columns(above.text)
    for at, cell in enumerate(row.cells):
        if cell[0] == cell[1]:
            continue
        value = source[slice(*cell)]
        width = columns(value)
        name = names[at] if width <= PROSE and at < len(names) else _Piece()
        if name.text[: -len(NAMED)] == value:
            name = _Piece()
        width += columns(name.text)
        if key is None:
            yield _before(source, cell, above.then(name))
            key = cell
        elif filled + width > WIDEST or width > PROSE:
            # The line goes on under the row's first cell, so that it is known whose it is.
            whose = _Piece()
            if width <= PROSE and columns(source[slice(*key)]) <= PROSE:
                whose = _borrowed(source, key).then(SEPARATED)
            yield Edit(end, cell[0], *LINE)
            yield _before(source, cell, whose.then(name))
            filled = columns(whose.text)
        else:
            glued = SEPARATED.then(name)
            yield Edit(end, cell[0], glued.text, glued.origins)
        yield from _inside(source, cell)
        end, filled = cell[1], filled + width


def _name(source: str, spans: Sequence[Span]) -> _Piece:
    piece = _Piece()
    for number, span in enumerate(spans):
        if number:
            piece = piece.then(_glue(WITHIN))
        piece = piece.then(_borrowed(source, span))
    return piece.then(_glue(NAMED)) if piece.text else piece


def _borrowed(source: str, span: Span) -> _Piece:
    """Return what stands at *span*, its white space as single spaces."""
    start, end = span
    written = source[start:end]
    last = end - start - 1
    kept = [at for at in range(last + 1) if at == last or not written[at : at + 2].isspace()]
    text = "".join(" " if written[at].isspace() else written[at] for at in kept).rstrip(":： ")
    return _Piece(text, tuple(start + at for at in kept[: len(text)]))


def _glue(text: str) -> _Piece:
    return _Piece(text, (GLUE,) * len(text))


SEPARATED, LINE = _glue(BETWEEN), _glue("\n")


def _before(source: str, cell: Span, piece: _Piece) -> Edit:
    """Return the edit that puts *piece* before a cell: it stands for the cell's first character."""
    first = cell[0]
    return Edit(first, first + 1, piece.text + source[first], (*piece.origins, OWN))


def _inside(source: str, cell: Span) -> Iterator[Edit]:
    """Yield the edits after which a cell of several lines, or one in quotes, is a line of text."""
    start, end = cell
    quoted = source[start - 1 : start] == '"' == source[end : end + 1]
    for match in (QUOTED if quoted else LINES).finditer(source, start + 1, end):
        yield Edit(*match.span(), " " if match.group().isspace() else '"')


def cells(view: View) -> list[Cell]:
    """Return the values of a row's *view* with the names that stand before them, in order."""
    if view.origins is None:
        return []
    own = (view.origins == OWN).tolist()
    values: list[Cell] = []
    at = 0
    while at < len(own):
        start = at
        while at < len(own) and not own[at]:
            at += 1
        value = at
        while at < len(own) and own[at]:
            at += 1
        if value == at:
            break
        label = view.text[start:value]
        name = (value, value)
        if label.endswith(NAMED):
            last = label[: -len(NAMED)].rfind(BETWEEN)
            name = (start + (last + len(BETWEEN) if last >= 0 else 0), value - len(NAMED))
        values.append(Cell(name, (value, at)))
    return values
