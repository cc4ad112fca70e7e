"""Tables: which rows are the header, what each column is called, and where every value stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from corpus.documents import Row, Table
from language.spans import Span

# A table has no deeper header, and what names something is no longer, in characters.
DEEPEST, LONGEST_NAME, LONGEST_TITLE = 5, 120, 80
# Years and ranges name columns as often as they are values.
YEAR = regex.compile(
    r"(?:FY|Q[1-4]|H[12])?[ '’]?(?:1 ?9|2 ?0) ?\d ?\d(?:[-–/](?:19|20)?\d\d)?年?度?[*A-E]?"
    r"|\d{1,4} ?[-–] ?\d{1,4}|[<>≤≥] ?\d{1,4}"
)
# A number with its currency or unit, or what fills a cell where there is none.
FIGURE = regex.compile(
    r"[^\p{L}\d]{0,3}(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3})?[^\p{L}\d]{0,3}\d[\d\s.,:/’'-]*"
    r"[^\p{L}\d]{0,3}(?:\p{L}{1,3}\.?)?[^\p{L}\d]{0,3}"
    r"|[-–—*.…/]{1,3}|(?i:n\.?/?a\.?|s\.?o\.?|nil)|無|无"
)

LABEL = regex.compile(r"\w\s?[:：]$")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a loader finds it: rows of cells as they are shown.

    What is merged stands in each row that it covers; in a header in each column too, in other
    rows in the first of them only.
    """

    rows: Sequence[Sequence[str]]
    header: int | None = None  # how many rows at the top name the columns; None: not said
    name: str = ""  # a caption, or the sheet's name
    first: int = 1  # the number of the first row, as people count


def table(grid: Grid, places: Sequence[Sequence[Span]]) -> Table | None:
    """Return the table that *grid* is, its values standing in the source at *places*.

    None where there is nothing but names or but one column: that reads as text.
    """
    rows = [[cell.strip() for cell in row] for row in grid.rows]
    while rows and not any(rows[-1]):
        rows.pop()
    width = max(map(len, rows), default=0)
    depth = header_depth(rows) if grid.header is None else grid.header
    body = [at for at in range(depth, len(rows)) if any(rows[at])]
    if width < 2 or not body:
        return None
    above, columns = _names(rows[:depth], places, width)
    made: list[Row] = []
    section: tuple[Span, ...] = ()
    for at, after in pairwise([*body, None]):
        assert at is not None  # noqa: S101 - only the last of a pair is none
        if after is not None and _is_section(rows[at], rows[after]):
            section = (_trimmed(places[at][0], grid.rows[at][0]),)
            continue
        cells = tuple(map(_trimmed, places[at], grid.rows[at]))
        made.append(Row(grid.first + at, cells, section))
    if not made:
        return None
    start, end = places[0][0][0], places[-1][-1][1]
    return Table(start, end, grid.name, columns, above, tuple(made))


def moved(made: Table, by: int) -> Table:
    """Return the table *made* where the text that it stands in begins *by* characters later."""

    def spans(places: Sequence[Span]) -> tuple[Span, ...]:
        return tuple((start + by, end + by) for start, end in places)

    return Table(
        made.start + by,
        made.end + by,
        made.name,
        tuple(map(spans, made.columns)),
        spans(made.above),
        tuple(Row(row.number, spans(row.cells), spans(row.above)) for row in made.rows),
    )


def header_depth(rows: Sequence[Sequence[str]], *, may_be_form: bool = True) -> int:
    """Return how many *rows* at the top name the columns, where the format does not say it.

    These are rows of short names or years above the first figures.  A further one must show that
    the header is not complete: cells of it, or of the row above, are empty or merged.

    Args:
        rows: Cells without white space around them.
        may_be_form: Whether two columns of words may be names with values beside them.
    """
    if len(rows) > 1 and all(len(row) > 1 and row[1] and LABEL.search(row[0]) for row in rows[:2]):
        return 0  # what ends with a colon names what stands beside it
    titles = 0  # rows above the header that say what the whole table is
    while titles < min(len(rows) - 2, DEEPEST) and not any(rows[titles][1:]):
        titles += 1
    if may_be_form and _is_form(rows[titles:]):
        return 0
    depth = _named_rows(rows[titles:])
    return titles + depth if depth else _named_rows(rows)


def _named_rows(rows: Sequence[Sequence[str]]) -> int:
    depth = 0
    for at, row in enumerate(rows[:DEEPEST]):
        names = all(_may_name(cell) for cell in row if cell)
        if not any(row) or not names or at == len(rows) - 1:
            break
        if at and not _goes_on(rows[at - 1], row, rows[at + 1]):
            break
        depth = at + 1
    # A single name above figures is the title of a section.
    return depth if depth and sum(map(bool, rows[depth - 1])) > 1 else 0


def _is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether *rows* are names with a value beside each, so that none of them is a header.

    Two columns of words may be that or a list of pairs, which reads as well without names.
    """
    filled = [row for row in rows if any(row)]
    if len(filled) < 2 or max(map(len, filled)) != 2:
        return False
    figures = [is_figure(row[1]) for row in filled[1:] if len(row) > 1]
    return bool(filled[0][0]) and not all(figures)  # under a name stand values of one kind


def _may_name(cell: str) -> bool:
    if YEAR.fullmatch(cell):
        return True
    return len(cell) <= LONGEST_NAME and not FIGURE.fullmatch(cell)


def _goes_on(above: Sequence[str], row: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether *row* belongs to the header that *above* is part of."""
    if not any(row[1:]):
        return False
    if not row[0] or sum(map(bool, above)) == 1:  # above stands the title of the whole table
        return True
    if all(above[1:]) and len(set(above)) == len(above):
        return False
    if row[0] == above[0]:  # merged with the row below, as others are with the column beside
        return True
    years = all(YEAR.fullmatch(cell) for cell in row[1:] if cell)
    return years or any(is_figure(cell) for cell in below[1:])


def is_figure(cell: str) -> bool:
    """Tell whether a cell holds a number with its unit, or what stands for none; no year."""
    return bool(FIGURE.fullmatch(cell)) and not YEAR.fullmatch(cell)


def _names(
    header: Sequence[Sequence[str]], places: Sequence[Sequence[Span]], width: int
) -> tuple[tuple[Span, ...], tuple[tuple[Span, ...], ...]]:
    """Return what stands above all columns, and for each column where its names stand."""
    above: list[Span] = []
    columns: list[list[Span]] = [[] for _ in range(width)]
    for level, row in enumerate(header):
        filled = [at for at, cell in enumerate(row) if cell]
        spans = [_trimmed(place, cell) for place, cell in zip(places[level], row, strict=False)]
        if len({row[at] for at in filled}) == 1 and (width > 2 or filled == [0]):
            above.append(spans[filled[0]])
            continue
        for column in range(width):
            source = _naming(row, column, level == len(header) - 1)
            if source is not None and not _repeats(header[:level], source, row[source]):
                columns[column].append(spans[source])
    return tuple(above), tuple(map(tuple, columns))


def _naming(row: Sequence[str], column: int, last: bool) -> int | None:
    """Return which cell of a header's *row* names *column*.

    Above the last row a name may be of several columns: it stands in the first of them, or, where
    none is before, in the middle.
    """
    if column < len(row) and row[column]:
        return column
    names = [at for at, cell in enumerate(row) if at and cell]
    if last or not column or not names:
        return None
    return max((at for at in names if at < column), default=names[0])


def _repeats(above: Sequence[Sequence[str]], column: int, name: str) -> bool:
    return any(column < len(row) and row[column] == name for row in above)


def _is_section(row: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether a row is but the title of the rows *after* it."""
    alone = bool(row[0]) and not any(row[1:]) and len(row[0]) <= LONGEST_TITLE
    return alone and not FIGURE.fullmatch(row[0]) and any(after[1:])


def _trimmed(place: Span, text: str) -> Span:
    """Return *place* without the white space around what stands there."""
    start, end = place
    if not text.strip():
        return start, start
    lead, trail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return start + lead, end - trail
