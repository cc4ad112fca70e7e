"""The tables of a page: what stands in the cells of a frame, or in rows and columns without one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import regex

from corpus.loaders.pdf_frames import Frame, frames
from corpus.loaders.pdf_lines import Run, line, rows, runs
from corpus.loaders.pdf_page import Glyphs
from corpus.loaders.tables import FIGURE, Grid, header_depth
from corpus.reading_order import Box
from corpus.wraps import needs_no_space

# A frame of which fewer cells are filled is a form or a picture; with longer ones it is a page.
FILLED, LONGEST = 0.35, 600
FIGURES = 0.6  # the share of figures in a column of them
HYPHENATED = regex.compile(r"\p{L}-$")


class Placed(NamedTuple):
    """A table and where it stands."""

    grid: Grid
    box: Box
    across: tuple[float, ...]  # where its columns begin


def ruled(glyphs: Glyphs, chosen: np.ndarray, rules: np.ndarray) -> tuple[list[Placed], np.ndarray]:
    """Return the tables that *rules* enclose, and which of the *chosen* characters are in none."""
    tables: list[Placed] = []
    middles = (glyphs.boxes[:, :2] + glyphs.boxes[:, 2:]) / 2
    for frame in sorted(frames(rules), key=_area):
        within = _within(frame, middles[chosen])
        made = _table(glyphs, chosen[within], frame)
        if made is not None:
            tables.append(made)
            chosen = chosen[~within]
    return tables, chosen


def _area(frame: Frame) -> float:
    left, top, right, bottom = frame.box
    return (right - left) * (bottom - top)


def _within(frame: Frame, points: np.ndarray) -> np.ndarray:
    left, top, right, bottom = frame.box
    x, y = points.T
    inside: np.ndarray = (x > left) & (x < right) & (y > top) & (y < bottom)
    return inside


def _table(glyphs: Glyphs, chosen: np.ndarray, frame: Frame) -> Placed | None:
    if not len(chosen):
        return None
    middles = (glyphs.boxes[chosen, :2] + glyphs.boxes[chosen, 2:]) / 2
    row = np.searchsorted(frame.down, middles[:, 1]) - 1
    column = np.searchsorted(frame.across, middles[:, 0]) - 1
    numbers = frame.cells[row, column]
    lines = {
        int(number): _lines(runs(glyphs, chosen[numbers == number]))
        for number in np.unique(numbers)
    }
    if not _is_table(frame, lines):
        return None
    grid = _grid(frame, lines)
    return Placed(grid, frame.box, tuple(frame.across.tolist()))


def _lines(pieces: Sequence[Run]) -> list[tuple[float, str]]:
    """Return the lines of a cell, each with the middle of its height."""
    ordered = sorted(pieces, key=lambda run: run.box[1] + run.box[3])
    return [
        (sum(run.box[1] + run.box[3] for run in row) / 2 / len(row), line(row))
        for row in rows(ordered)
    ]


def _is_table(frame: Frame, lines: dict[int, list[tuple[float, str]]]) -> bool:
    filled = np.isin(frame.cells, list(lines))
    longest = max(sum(len(text) for _, text in cell) for cell in lines.values())
    columns = [set(column) & set(lines) for column in frame.cells.T.tolist()]
    several = [column for column in columns if len(column) > 1]
    return len(several) > 1 and filled.mean() >= FILLED and longest <= LONGEST


def _grid(frame: Frame, lines: dict[int, list[tuple[float, str]]]) -> Grid:
    texts = {number: joined([text for _, text in cell]) for number, cell in lines.items()}
    full: list[list[str]] = []  # what is merged stands in each column
    plain: list[list[str]] = []  # and here in the first only
    for at, row in enumerate(frame.cells.tolist()):
        alone = at == 0 or not set(row) & set(frame.cells[at - 1].tolist())
        alone &= at == len(frame.cells) - 1 or not set(row) & set(frame.cells[at + 1].tolist())
        parted = _parted(row, lines) if alone else []
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


def as_grid(full: Sequence[Sequence[str]], plain: Sequence[Sequence[str]]) -> Grid:
    """Return the table of rows in which what is merged stands in all its columns, and in one."""
    filled = [at for at, row in enumerate(plain) if any(row)]
    full, plain = [full[at] for at in filled], [plain[at] for at in filled]
    depth = header_depth(full)
    return Grid([*full[:depth], *plain[depth:]], depth)


def _parted(row: Sequence[int], lines: dict[int, list[tuple[float, str]]]) -> list[list[str]]:
    """Return the rows that stand in one row of cells without a rule between them; or none.

    They show in two columns with as many lines at the same heights, one of them all figures.
    """
    cells = [lines.get(number, []) for number in row]
    most = max(map(len, cells))
    whole = [cell for cell in cells if len(cell) == most]
    if most < 2 or len(whole) < 2:
        return []
    pitch = min(
        after - before for (before, _), (after, _) in zip(whole[0], whole[0][1:], strict=False)
    )
    levels = [level for level, _ in whole[0]]
    alike = [
        cell
        for cell in whole
        if all(abs(one[0] - level) < pitch / 4 for one, level in zip(cell, levels, strict=True))
    ]
    if len(alike) < 2 or not any(figures([text for _, text in cell]) for cell in alike):
        return []
    parted = [[""] * len(row) for _ in levels]
    for column, cell in enumerate(cells):
        for level, text in cell:
            at = min(range(most), key=lambda number: abs(levels[number] - level))
            parted[at][column] = joined([parted[at][column], text])
    return parted


def figures(cells: Sequence[str]) -> bool:
    """Tell whether most of *cells* are figures."""
    return sum(bool(FIGURE.fullmatch(cell)) for cell in cells) >= FIGURES * len(cells) > 0


def joined(lines: Sequence[str]) -> str:
    """Return the lines of a cell as one."""
    text = ""
    for added in lines:
        if text and added:
            close = needs_no_space(text, added) or HYPHENATED.search(text)
            text += "" if close else " "
        text += added
    return text
