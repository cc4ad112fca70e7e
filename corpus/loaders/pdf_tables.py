"""The tables of a page: what stands in the cells of a frame, or in rows and columns without one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import regex

from corpus.loaders.pdf_frames import Frame, frames
from corpus.loaders.pdf_grids import Placed, as_grid, joined
from corpus.loaders.pdf_lines import Run, line, rows, runs
from corpus.loaders.pdf_page import Glyphs
from corpus.loaders.tables import FIGURE, Grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.loaders.pdf_lines import Chosen

    Points = NDArray[np.floating]

# A frame of which fewer cells are filled is a form or a picture; with longer ones it is a page.
FILLED, LONGEST = 0.35, 600
APART = 0.3  # of its places: cells, the merged ones as one; a drawing has fewer
LEADER = regex.compile(r"(?:\s*[.·…]){3,}\s*$")
AMOUNT = regex.compile(r"(?=\D*\d).{1,24}")


class Written(NamedTuple):
    """A line of a cell."""

    level: float  # the middle of its height
    text: str


def ruled(
    glyphs: Mapping[int, Glyphs], turn: int, chosen: Chosen, rules: NDArray[np.float32]
) -> tuple[list[Placed], Chosen]:
    """Return the tables that *rules* enclose, and which of the *chosen* characters are in none.

    Args:
        glyphs: For each way in which some are turned, the page upright for these.
        turn: The way of most of them, for which the *rules* are upright too.
        chosen: Which characters may stand in tables.
        rules: As :class:`Drawn` has them.
    """
    tables: list[Placed] = []
    boxes = glyphs[turn].boxes
    middles: Points = (boxes[:, :2] + boxes[:, 2:]) / 2
    for frame in sorted(frames(rules), key=_area):
        within = _within(frame, middles[chosen])
        cells = _cells(frame, glyphs, chosen[within], middles) if within.any() else {}
        if cells and _is_table(frame, cells):
            tables.append(
                Placed(_grid(frame, cells), frame.box, tuple(pairwise(frame.across.tolist())))
            )
            chosen = chosen[~within]
    return tables, chosen


def _area(frame: Frame) -> float:
    left, top, right, bottom = frame.box
    return (right - left) * (bottom - top)


def _within(frame: Frame, points: Points) -> NDArray[np.bool_]:
    left, top, right, bottom = frame.box
    x, y = points.T
    return np.asarray((x > left) & (x < right) & (y > top) & (y < bottom), np.bool_)


def _cells(
    frame: Frame, glyphs: Mapping[int, Glyphs], chosen: Chosen, middles: Points
) -> dict[int, list[Written]]:
    """Return the lines of each cell that holds any."""
    row = np.searchsorted(frame.down, middles[chosen, 1]) - 1
    column = np.searchsorted(frame.across, middles[chosen, 0]) - 1
    numbers = frame.cells[row, column]
    cells: dict[int, list[Written]] = {}
    order = np.argsort(numbers, kind="stable")
    held, starts = np.unique(numbers[order], return_index=True)
    for number, here in zip(held.tolist(), np.split(chosen[order], starts[1:]), strict=True):
        for turn, upright in glyphs.items():
            lines = _lines(runs(upright, here[upright.turns[here] == turn]))
            if lines:
                cells.setdefault(number, []).extend(lines)
    return cells


def _lines(pieces: Sequence[Run]) -> list[Written]:
    ordered = sorted(pieces, key=lambda run: run.box[1] + run.box[3])
    return [
        Written(sum(run.box[1] + run.box[3] for run in row) / 2 / len(row), _cleared(line(row)))
        for row in rows(ordered)
    ]


def _cleared(text: str) -> str:
    """Return *text* without the dots that lead to the next column."""
    return LEADER.sub("", text) or text


def _is_table(frame: Frame, cells: Mapping[int, Sequence[Written]]) -> bool:
    """Tell whether a frame is the frame of a table, and not of a drawing, a form or a page."""
    filled = np.isin(frame.cells, list(cells))
    several = sum(len(set(column) & set(cells)) > 1 for column in frame.cells.T.tolist())
    longest = max(sum(len(line.text) for line in lines) for lines in cells.values())
    if several < 2 or filled.mean() < FILLED or longest > LONGEST:
        return False
    if len(np.unique(frame.cells)) < APART * frame.cells.size:
        return False
    # Around the boxes of a drawing there is a space of no shape.
    return all(_is_rectangle(frame.cells == number) for number in cells)


def _is_rectangle(covered: NDArray[np.bool_]) -> bool:
    down, across = covered.any(axis=1), covered.any(axis=0)
    return int(covered.sum()) == int(down.sum()) * int(across.sum())


def _grid(frame: Frame, cells: Mapping[int, Sequence[Written]]) -> Grid:
    texts = {number: joined(_texts(lines)) for number, lines in cells.items()}
    full: list[list[str]] = []  # what is merged stands in each column
    plain: list[list[str]] = []  # and here in the first only
    for at, row in enumerate(frame.cells.tolist()):
        alone = at == 0 or not set(row) & set(frame.cells[at - 1].tolist())
        alone &= at == len(frame.cells) - 1 or not set(row) & set(frame.cells[at + 1].tolist())
        parted = _parted(row, cells) if alone else []
        if parted:
            full += parted
            plain += parted
            continue
        full.append([texts.get(number, "") for number in row])
        plain.append(
            [
                text if not number or row[number - 1] != row[number] else ""
                for number, text in enumerate(full[-1])
            ]
        )
    return as_grid(full, plain)


def _parted(row: Sequence[int], cells: Mapping[int, Sequence[Written]]) -> list[list[str]]:
    """Return the rows that stand in one row of cells without a rule between them; or none.

    They show in two columns with as many lines at the same heights, one of them all figures.
    """
    columns = [list(cells.get(number, [])) for number in row]
    levels = max(
        ([line.level for line in lines] for lines in columns if _amounts(_texts(lines))),
        key=len,
        default=[],
    )
    if len(levels) < 2:
        return []
    near = min(after - before for before, after in pairwise(levels)) / 4
    alike = [lines for lines in columns if _at(lines, levels, near)]
    if len(alike) < 2:
        return []
    hanging = any(lines and lines[0].level < levels[0] - near for lines in columns)
    parted = [[""] * len(row) for _ in levels]
    for column, lines in enumerate(columns):
        for level, text in lines:
            if hanging:  # figures stand beside the last line of a row
                at = min(bisect_left(levels, level - near), len(levels) - 1)
            else:
                at = max(bisect_right(levels, level + near) - 1, 0)
            parted[at][column] = joined([parted[at][column], text])
    return parted


def _at(lines: Sequence[Written], levels: Sequence[float], near: float) -> bool:
    return len(lines) == len(levels) and all(
        abs(line.level - level) < near for line, level in zip(lines, levels, strict=True)
    )


def _amounts(cells: Sequence[str]) -> bool:
    """Tell whether *cells* are figures, be it with a few words: "up to $5"."""
    return all(FIGURE.fullmatch(cell) or AMOUNT.fullmatch(cell) for cell in cells) and bool(cells)


def _texts(lines: Sequence[Written]) -> list[str]:
    return [line.text for line in lines]
