"""Tables of HTML as grids (HTML Living Standard, section 4.9.12, Forming a table)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from lxml import etree

from corpus.loaders.tables import Grid
from corpus.loaders.web.elements import is_hidden, local

GROUPS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})
# What no cell of a table of data holds.
STRUCTURE = frozenset({"table", "article", "section", "form", "nav"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A cell that lines stand in, as no cell of a row in one line does.
TALL = STRUCTURE | HEADINGS | {"p", "div", "ul", "ol", "dl", "br", "blockquote", "pre"}
# Characters: a longer cell is a piece of a page; a longer row is not one line.
PROSE, LINE = 1500, 160
# The standard's limits of spans, and how many cells may be repeated in all.
WIDEST, DEEPEST, REPEATED = 1000, 65534, 200_000
ENDS = regex.compile(r"[.。!！?？;；:：,，、]$")

Lines = Callable[[etree._Element], list[str]]


def is_data(table: etree._Element) -> bool:
    """Tell whether *table* is one of data: others but place the parts of a page or mail."""
    if table.get("role") in {"presentation", "none"}:
        return False
    inside = {local(inner) for inner in _until(STRUCTURE, table)}
    if inside & STRUCTURE or (inside & HEADINGS and "th" not in inside):
        return False
    rows = [cells for _, cells in _rows(table)]
    several = [sum(bool("".join(cell.itertext()).strip()) for cell in cells) > 1 for cells in rows]
    if sum(several) < 1 or len(rows) < 2:
        return False
    if any(sum(map(len, cell.itertext())) > PROSE for cells in rows for cell in cells):
        return False
    return "th" in inside or sum(several) > 1


def _until(tags: frozenset[str], table: etree._Element) -> Iterator[etree._Element]:
    """Yield what is in *table*, up to the first element of *tags*."""
    for inner in table.iterdescendants():
        yield inner
        if local(inner) in tags:
            return


def is_line(row: etree._Element) -> bool:
    """Tell whether the cells of a *row* that is but layout read as one line."""
    if any(local(inner) in TALL for inner in row.iterdescendants()):
        return False
    return sum(map(len, row.itertext())) <= LINE


def definitions(group: etree._Element, lines: Lines) -> Grid | None:
    """Return the terms of a ``dl`` with what is said of each beside it, a row a term.

    None where one of them is a piece of a page, or has nothing beside it.
    """
    rows: list[list[str]] = []
    for part in group.iterdescendants("{*}dt", "{*}dd", "dt", "dd"):
        text = " ".join(lines(part))
        if is_hidden(part) or not text:
            continue
        if len(text) > PROSE or any(local(inner) in STRUCTURE for inner in part.iterdescendants()):
            return None
        if local(part) == "dt" and (not rows or len(rows[-1]) > 1):
            rows.append([text])
        elif not rows:
            return None
        elif local(part) == "dt":
            rows[-1][0] += f", {text}"
        else:
            rows[-1].append(text)
    pairs = [[term, "; ".join(said)] for term, *said in rows]
    return Grid(pairs, 0) if len(pairs) > 1 and all(said for _, said in pairs) else None


def grid(table: etree._Element, lines: Lines) -> Grid:
    """Return the cells of *table*; what spans several is in each row, in a header in each column.

    Args:
        table: A table of data.
        lines: Gives what a cell shows, line by line.
    """
    rows = list(_rows(table))
    heads = _headers(rows)
    placed = _placed(rows, lines, heads or 0)
    width = max(
        (at + 1 for row in placed for at, (text, first) in row.items() if text and first), default=0
    )
    shown = [
        [row.get(at, ("", False))[0] for at in range(min(width, max(row, default=-1) + 1))]
        for row in placed
    ]
    captions = (lines(child) for child in table if local(child) == "caption")
    return Grid(shown, heads, " ".join(next(captions, [])))


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Yield the rows of *table*, each with its cells, under the group that they stand in."""
    feet = []
    for child in table:
        if local(child) == "tr":
            yield from _row(table, child)
        elif local(child) == "tfoot":
            feet.append(child)
        elif local(child) in GROUPS and not is_hidden(child):
            for row in child:
                yield from _row(child, row)
    for foot in feet:
        for row in foot:
            yield from _row(foot, row)


def _row(
    group: etree._Element, row: etree._Element
) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    if local(row) == "tr" and not is_hidden(row):
        yield group, [cell for cell in row if local(cell) in CELLS and not is_hidden(cell)]


def _headers(rows: list[tuple[etree._Element, list[etree._Element]]]) -> int | None:
    """Return how many rows at the top name the columns; None where the elements do not say it."""
    depth = 0
    for group, cells in rows:
        names = any(local(cell) == "th" for cell in cells)
        empty = all(local(cell) == "th" or not "".join(cell.itertext()).strip() for cell in cells)
        if local(group) != "thead" and not (names and empty):
            break
        depth += 1
    if depth == len(rows):
        return 1
    if depth or not any(local(cell) == "th" for _, cells in rows for cell in cells):
        return depth or None
    # Names at the side alone: of two columns the second holds values.
    return 0 if max(len(cells) for _, cells in rows) <= 2 else None


def _placed(
    rows: list[tuple[etree._Element, list[etree._Element]]], lines: Lines, heads: int
) -> list[dict[int, tuple[str, bool]]]:
    """Return for each row which text stands in which column, and whether a cell begins there."""
    placed: list[dict[int, tuple[str, bool]]] = []
    open_cells: dict[int, tuple[int, str]] = {}  # by column: rows to go, what stands there
    before: etree._Element | None = None
    room = REPEATED
    for number, (group, cells) in enumerate(rows):
        if group is not before:
            open_cells, before = {}, group
        row = {at: (text, True) for at, (_, text) in open_cells.items()}
        room -= len(row)
        open_cells = {at: (left - 1, text) for at, (left, text) in open_cells.items() if left > 1}
        at = 0
        for cell in cells:
            while at in row:
                at += 1
            text = _shown(lines(cell))
            across, down = _span(cell, "colspan", WIDEST), _span(cell, "rowspan", DEEPEST)
            for column in range(at, at + across):
                # What names all columns stands in the first, as what stands above them.
                repeats = number < heads and len(cells) > 1
                row[column] = (text if column == at or repeats else "", column == at)
                if down != 1 and room > 0:
                    open_cells[column] = (down - 1 if down else DEEPEST, row[column][0])
            at += across
        placed.append(row)
    return placed


def _span(cell: etree._Element, name: str, most: int) -> int:
    value = regex.match(r"\s*\+?(\d{1,9})", cell.get(name, ""))
    span = int(value[1]) if value else 1
    return min(span, most) if span or name == "rowspan" else 1


def _shown(lines: list[str]) -> str:
    """Return the lines of a cell as one: items of a list stay apart."""
    text = ""
    for line in lines:
        item = line.startswith("- ")
        separator = "; " if item and text and not ENDS.search(text) else " "
        text += (separator if text else "") + line.removeprefix("- ")
    return text
