"""Tables as text, with commas, semicolons or tabs (RFC 4180).

The text stays as it is in the file; only which cell stands where is found out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from corpus.documents import Heading, Table
from corpus.loaders.loaded import Loaded
from corpus.loaders.plain import decoded
from corpus.loaders.post_fields import headings, post_fields
from corpus.loaders.tables import Grid, header_depth, is_figure, table
from language.spans import Span

SAMPLE = 20_000  # characters that decide what separates the cells


def load(content: bytes, suffix: str = ".csv") -> Loaded:
    """Return the text with the table that it is; a row of prose can be several lines."""
    text = decoded(content)
    places = _cells(text, "\t" if suffix == ".tsv" else _separator(text))
    while places and not any(text[slice(*place)].strip() for place in places[-1]):
        places.pop()
    rows = [[text[slice(*place)].replace('""', '"') for place in row] for row in places]
    stripped = [[cell.strip() for cell in row] for row in rows]
    bounds = [0, *_tables(stripped), len(rows)]
    made: list[Table] = []
    for first, last in pairwise(bounds):
        depth = header_depth(stripped[first:last], may_be_form=False)
        block = table(Grid(rows[first:last], depth, first=first + 1), places[first:last])
        if block is None:
            return Loaded(text)
        made.append(block)
    ends = [*(after.start for after in made[1:]), len(text)]
    starts = [0, *ends[:-1]]
    bounded = zip(made, starts, ends, strict=True)
    placed = [block._replace(start=start, end=end) for block, start, end in bounded]
    return Loaded(text, headings=tuple(_posts(text, placed)), tables=tuple(placed))


def _posts(text: str, tables: Sequence[Table]) -> Iterator[Heading]:
    """Yield a heading for each row of one table whose rows are posts: who wrote what, and when."""
    rows = tables[0].rows if len(tables) == 1 else ()
    names = ["\n".join(text[slice(*part)] for part in column) for column in tables[0].columns]
    told = [
        post_fields(
            [(name, text[slice(*cell)]) for name, cell in zip(names, row.cells, strict=False)]
        )
        for row in rows
    ]
    if any(its.is_post for its in told):
        for row, heading in zip(rows, headings(told), strict=True):
            yield heading._replace(start=row.start)


def _tables(rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """Yield which rows begin another table: names behind an empty row, between figures."""
    figures = [any(map(is_figure, row)) for row in rows]
    for at in range(2, len(rows) - 1):
        below = rows[at + 1] if any(rows[at]) and not any(rows[at - 1]) else []
        if len(below) > 1 and not figures[at] and any(figures[:at]) and figures[at + 1]:
            yield at


def _separator(text: str) -> str:
    unquoted = regex.sub(r'"[^"]*+"', "", text[:SAMPLE])
    head = next((line for line in unquoted.split("\n") if line.strip()), "")
    return max(",;\t|", key=head.count)


def _cells(text: str, separator: str) -> list[list[Span]]:
    """Return where the cells of every row stand, without the quotation marks around them."""
    cell = regex.compile(
        rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[^{separator}\r\n]*|(?P<plain>[^{separator}\r\n]*+)'
    )
    rows: list[list[Span]] = [[]]
    at = 1 if text.startswith("\ufeff") else 0
    while at <= len(text):
        match = cell.match(text, at)
        assert match is not None  # noqa: S101 - the empty cell matches anywhere
        rows[-1].append(match.span("quoted" if match["quoted"] is not None else "plain"))
        at = match.end()
        if not text.startswith(separator, at):
            at += 2 if text.startswith("\r\n", at) else 1
            rows.append([])
        else:
            at += 1
    return [row for row in rows if row]
