"""The lines above and under a table of a sheet, and what the table is called."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.loaders.office.sheet_tables import Rows, columns_of
from corpus.loaders.office.sheets import Cell
from corpus.loaders.tables import is_figure

# A shorter text in one cell under or above a table can be its caption.
CAPTION = 120
# The longest name of a row that has no value, in characters.
NAME = 14


def captions(rows: Rows) -> tuple[list[str], Rows, list[str]]:
    """Return the lines above a table, the table, and the lines under it; all if there is none.

    The line right above the names of the columns stays in the table, as what holds for all rows.
    """
    columns = columns_of(rows)
    numbers = sorted(rows)
    if len(columns) == 1:
        return [], {}, [_line(rows[row]) for row in numbers]
    lines = [_is_line(rows[row], columns) for row in numbers]
    first, last = 0, len(numbers)
    while last - first > 2 and lines[first] and lines[first + 1]:
        first += 1
    # In a table of two columns a short name may be without its value.
    while (
        last - first > 2
        and lines[last - 1]
        and (len(columns) > 2 or len(_line(rows[numbers[last - 1]])) > NAME)
    ):
        last -= 1
    above = [_line(rows[row]) for row in numbers[:first]]
    under = [_line(rows[row]) for row in numbers[last:]]
    return above, {row: rows[row] for row in numbers[first:last]}, under


def caption(above: Sequence[str], table: Rows) -> str:
    """Return what a table is called by the lines *above* it or its own first row; may be empty."""
    first = table[min(table)]
    line = _line(first) if _is_line(first, columns_of(table)) else "".join(above[-1:])
    return " ".join(line.split()) if len(line) <= CAPTION else ""


def _is_line(cells: dict[int, Cell], columns: Sequence[int]) -> bool:
    return list(cells) == [columns[0]] and not is_figure(cells[columns[0]].text)


def _line(cells: dict[int, Cell]) -> str:
    return next(iter(cells.values())).text
