"""The lines of the cells of a table, and rows that no rule parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from corpus.loaders.pdf.grids import joined
from corpus.loaders.tables import FIGURE

AMOUNT = regex.compile(r"(?=\D*\d).{1,24}")


class Written(NamedTuple):
    """A line of a cell."""

    level: float  # the middle of its height
    text: str


def parted_rows(row: Sequence[int], cells: Mapping[int, Sequence[Written]]) -> list[list[str]]:
    """Return the rows that stand in one row of cells without a rule between them; or none.

    They show in two columns with as many lines at the same heights, one of them all figures.
    """
    columns = [list(cells.get(number, [])) for number in row]
    levels = max(
        ([line.level for line in lines] for lines in columns if _amounts(texts_of(lines))),
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


def texts_of(lines: Sequence[Written]) -> list[str]:
    """Return the text of each line."""
    return [line.text for line in lines]
