"""Rows of cells that were found on a page, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from corpus.loaders.tables import FIGURE, YEAR, Grid, header_depth
from corpus.reading_order import Box
from corpus.repairs import CJK, SHARED

FIGURES = 0.6  # the share of figures in a column of them
SEAM = 4  # characters that tell whether Chinese stands at the end of a line or begins the next
CJK_SEAM = regex.compile(rf"[{CJK}][{SHARED}]*\n|\n[{SHARED}]*[{CJK}]")
HYPHENATED = regex.compile(r"\p{L}-$")

Cells = list[list[str]]


class Placed(NamedTuple):
    """A table and where it stands."""

    grid: Grid
    box: Box
    across: tuple[tuple[float, float], ...]  # where each of its columns begins and ends


def as_grid(full: Sequence[Sequence[str]], plain: Sequence[Sequence[str]]) -> Grid:
    """Return the table of rows in which what is merged stands in all its columns, and in one."""
    filled = [at for at, row in enumerate(plain) if any(row)]
    full, plain = [full[at] for at in filled], [plain[at] for at in filled]
    depth = header_depth(full)
    return Grid([*full[:depth], *plain[depth:]], depth)


def figures(cells: Sequence[str]) -> bool:
    """Tell whether most of *cells* are figures."""
    return sum(bool(FIGURE.fullmatch(cell)) for cell in cells) >= FIGURES * len(cells) > 0


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a cell as one."""
    text = ""
    for added in lines:
        if text and added:
            close = CJK_SEAM.search(f"{text[-SEAM:]}\n{added[:SEAM]}") or HYPHENATED.search(text)
            text += "" if close else " "
        text += added
    return text


def continues(before: Placed, placed: Placed) -> bool:
    """Tell whether a table goes on from the page before: as many columns, no header of its own."""
    if len(before.across) != len(placed.across):
        return False
    # An even page may be set more to the left.
    move = placed.box[0] - before.box[0]
    both = zip(before.across, placed.across, strict=True)
    if not all(left < end + move and start + move < right for (start, end), (left, right) in both):
        return False
    depth = placed.grid.header or 0
    header = [list(row) for row in placed.grid.rows[:depth]]
    above = before.grid.header or 0
    if not depth or not above or header == [list(row) for row in before.grid.rows[:above]]:
        return not depth
    body = list(zip(*before.grid.rows[above:], strict=True))
    return not any(
        figures([cell for cell in column if cell]) and name and not FIGURE.fullmatch(name)
        for column, name in zip(body, header[0], strict=True)
    )


def whole_rows(full: Cells, plain: Cells) -> tuple[Cells, Cells]:
    """Join the lines of a row whose cells have several."""
    wholes: tuple[Cells, Cells] = ([], [])
    started = False  # whether figures were seen
    carried = False  # whether the last row is but the beginning of a label
    for wide, row in zip(full, plain, strict=True):
        goes_on = started and not row[0] and not any(map(is_figure, row))
        if wholes[1] and (goes_on or (carried and row[0][:1].islower())):
            for cells, added in zip(wholes, (wide, row), strict=True):
                cells[-1] = [joined(pair) for pair in zip(cells[-1], added, strict=True)]
        else:
            wholes[0].append(list(wide))
            wholes[1].append(list(row))
        started = started or any(map(is_figure, row[1:]))
        carried = bool(row[0]) and not any(row[1:])
    return wholes


def is_figure(cell: str) -> bool:
    """Tell whether a cell is a figure, and no year that may name a column."""
    return bool(cell and FIGURE.fullmatch(cell)) and not YEAR.fullmatch(cell)
