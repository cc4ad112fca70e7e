"""Tables of Markdown: rows of cells between bars (GitHub Flavored Markdown, 4.10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from corpus.documents import Table
from corpus.loaders.tables import Grid, table
from language.spans import Span

LINE = regex.compile(r"(?P<text>[^\r\n]*+)(?:\r\n?|\n|\Z)")
FENCE = regex.compile(r"[ \t>]{0,12}(`{3,}|~{3,})")
# What may stand before a row: the marks of a quotation, the indent of an item.
LEAD = regex.compile(r"[ \t>]*+")
DELIMITER = regex.compile(
    r"[ \t>]*+\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+"
)
BAR = regex.compile(r"(?<!\\)\|")
# A name that is marked as a whole.
MARKED = regex.compile(r"(\*{1,3}|_{1,3}|`+)(?P<name>.+)\1|\[(?P<name>[^\[\]]+)\]\([^()]*\)")


def pipe_tables(text: str) -> tuple[Table, ...]:
    """Return the tables of a Markdown *text*, each value with its place; the text stays as it is.

    A table ends before a line without a bar, as what stands there is rarely a row.
    """
    return tuple(made for _, made in _found(text))


def grids(text: str) -> Iterator[tuple[Grid, Span]]:
    """Yield the tables of a Markdown *text* as grids, each with the span of its lines."""
    for grid, made in _found(text):
        yield grid, (made.start, made.end)


def _found(text: str) -> Iterator[tuple[Grid, Table]]:
    if "|" not in text:
        return
    lines = [line.span("text") for line in LINE.finditer(text)]
    at, fence = 0, ""
    while at < len(lines):
        mark = FENCE.match(text, *lines[at])
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        end = at + 1
        if not fence and _begins(text, lines, at):
            while end < len(lines) and BAR.search(text, *lines[end]):
                end += 1
            made = _table(text, lines[at : at + 1] + lines[at + 2 : end])
            if made:
                yield made
        at = end


def _begins(text: str, lines: Sequence[Span], at: int) -> bool:
    """Tell whether a table begins: a line of names above a line of dashes for as many columns."""
    if at + 1 >= len(lines) or not BAR.search(text, *lines[at]):
        return False
    start, end = lines[at + 1]
    if not DELIMITER.fullmatch(text, start, end) or "|" not in text[start:end]:
        return False
    return len(_cells(text, *lines[at])) == len(_cells(text, start, end))


def _table(text: str, lines: Sequence[Span]) -> tuple[Grid, Table] | None:
    places = [_cells(text, *line) for line in lines]
    places[0] = [_unmarked(text, *place) for place in places[0]]
    grid = Grid([[text[slice(*place)] for place in row] for row in places], header=1)
    made = table(grid, places)
    if made is None:
        return None
    end = lines[-1][1]
    end += 2 if text.startswith("\r\n", end) else 1
    return grid, made._replace(start=lines[0][0], end=min(end, len(text)))


def _cells(text: str, start: int, end: int) -> list[Span]:
    """Return where the cells of a row stand, without the spaces around them."""
    lead = LEAD.match(text, start, end)
    first = lead.end() if lead else start
    bars = [bar.start() for bar in BAR.finditer(text, first, end)]
    edges = [first - 1, *bars, end]
    if bars and bars[0] == first:
        edges.pop(0)
    if len(edges) > 2 and not text[edges[-2] + 1 : end].strip():
        edges.pop()
    spans = [(left + 1, right) for left, right in pairwise(edges)]
    return [_trimmed(text, *span) for span in spans]


def _trimmed(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    if not content.strip():
        return start, start
    return start + len(content) - len(content.lstrip()), end - len(content) + len(content.rstrip())


def _unmarked(text: str, start: int, end: int) -> Span:
    """Return where the words of a name stand, without the marks around all of it."""
    match = MARKED.fullmatch(text, start, end)
    return match.span("name") if match else (start, end)
