"""The tables of a page: what stands in the cells of a frame, or in rows and columns without one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import regex

from corpus.loaders.pdf.cells import Written, parted_rows, texts_of
from corpus.loaders.pdf.frames import Frame, frames
from corpus.loaders.pdf.grids import Placed, as_grid, is_figure, joined
from corpus.loaders.pdf.lines import Run, line, rows, runs
from corpus.loaders.pdf.page import Glyphs
from corpus.loaders.tables import FIGURE, Grid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.loaders.pdf.lines import Chosen

    Points = NDArray[np.floating]

# A frame of which fewer cells are filled is a form or a picture; with longer ones it is a page.
FILLED, LONGEST = 0.35, 600
NAMES = 2  # rows of names under the title of a table, at the most
APART = 0.3  # of its places: cells, the merged ones as one; a drawing has fewer
LEADER = regex.compile(r"(?:\s*[.·…]){3,}\s*$")


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
            tables += [
                Placed(_grid(part, cells), part.box, tuple(pairwise(part.across.tolist())))
                for part in _parts(frame, cells)
            ]
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


def _parts(frame: Frame, cells: Mapping[int, Sequence[Written]]) -> Iterator[Frame]:
    """Yield the tables that stand below each other in one frame.

    A further one begins with a title over all columns and names above figures.
    """
    written = [
        [joined(texts_of(cells.get(number, ()))) for number in dict.fromkeys(row)]
        for row in frame.cells.tolist()
    ]
    bounds = [0, *(at for at in range(1, len(written)) if _begins(written, at)), len(written)]
    for start, end in pairwise(bounds):
        left, _, right, _ = frame.box
        down = frame.down[start : end + 1]
        box = left, float(down[0]), right, float(down[-1])
        yield Frame(box, frame.across, down, frame.cells[start:end])


def _begins(rows: Sequence[Sequence[str]], at: int) -> bool:
    title, *below = rows[at : at + NAMES + 2]
    if len(title) > 1 or not title[0] or len(below) < 2:
        return False
    names = [name for name in below[0] if name]
    named = len(names) > 1 and not any(map(FIGURE.fullmatch, names))
    return named and any(is_figure(cell) for row in below[1:] for cell in row)


def _grid(frame: Frame, cells: Mapping[int, Sequence[Written]]) -> Grid:
    texts = {number: joined(texts_of(lines)) for number, lines in cells.items()}
    full: list[list[str]] = []  # what is merged stands in each column
    plain: list[list[str]] = []  # and here in the first only
    for at, row in enumerate(frame.cells.tolist()):
        alone = at == 0 or not set(row) & set(frame.cells[at - 1].tolist())
        alone &= at == len(frame.cells) - 1 or not set(row) & set(frame.cells[at + 1].tolist())
        parted = parted_rows(row, cells) if alone else []
        if parted:
            full += parted
            plain += parted
            continue
        shown = row if len(set(row)) > 1 else row[:1]  # the title of a table is above all columns
        full.append([texts.get(number, "") for number in shown] + [""] * (len(row) - len(shown)))
        plain.append(
            [
                text if not number or row[number - 1] != row[number] else ""
                for number, text in enumerate(full[-1])
            ]
        )
    return as_grid(full, plain)
