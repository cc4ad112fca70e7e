"""The ruled tables of a page: which rules make one, and which cell each place is in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.reading_order import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Lines = NDArray[np.float64]  # of shape (n, 3): position across, start and end along

# Points: rules that are so near meet, and so near parallel ones are one.
NEAR = 3.0
# What is more is a drawing; what is less encloses nothing.
MOST, FEWEST = 600, 2
COVERED = 0.6  # of the side of a cell: the cell ends there


class Frame(NamedTuple):
    """A ruled table; points."""

    box: Box
    across: NDArray[np.float64]  # where its columns begin, and where the last one ends
    down: NDArray[np.float64]  # the same of its rows
    cells: NDArray[np.int64]  # of shape (rows, columns): the number of the cell that is there


def frames(rules: NDArray[np.float32]) -> Iterator[Frame]:
    """Yield the frames that *rules* make, each of two rows and two columns at least."""
    lying = rules[:, 2] - rules[:, 0] >= rules[:, 3] - rules[:, 1]
    flat, steep = _merged(rules[lying][:, [1, 3, 0, 2]]), _merged(rules[~lying][:, [0, 2, 1, 3]])
    if not all(FEWEST <= len(lines) <= MOST for lines in (flat, steep)):
        return
    groups, of_steep = _together(_touching(flat, steep))
    for group in np.unique(groups):
        frame = _frame(flat[groups == group], steep[of_steep == group])
        if frame is not None:
            yield frame


def _merged(sides: NDArray[np.float32]) -> Lines:
    """Return as one what goes on in one line; *sides* are from, to across and from, to along."""
    if not len(sides):
        return np.zeros((0, 3))
    lines = np.column_stack([sides[:, :2].mean(axis=1), sides[:, 2:]]).astype(np.float64)
    lines = lines[np.argsort(lines[:, 0], kind="stable")]
    merged: list[list[float]] = []
    for level in np.split(lines, np.flatnonzero(np.diff(lines[:, 0]) > NEAR) + 1):
        place = float(level[:, 0].mean())
        first = len(merged)
        for start, end in sorted(level[:, 1:].tolist()):
            if len(merged) > first and start - merged[-1][2] <= NEAR:
                merged[-1][2] = max(end, merged[-1][2])
            else:
                merged.append([place, start, end])
    return np.array(merged)


def _touching(flat: Lines, steep: Lines) -> NDArray[np.bool_]:
    """Return of shape (flat, steep) which rules meet."""
    y, left, right = flat.T[:, :, None]
    x, top, bottom = steep.T[:, None, :]
    across = (x >= left - NEAR) & (x <= right + NEAR)
    return np.asarray(across & (y >= top - NEAR) & (y <= bottom + NEAR), np.bool_)


def _together(touching: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return which group each flat and each steep rule is in: what meets is in one."""
    none = touching.shape[0]
    flat = np.arange(none)
    while True:
        steep = np.where(touching, flat[:, None], none).min(axis=0)
        after = np.minimum(flat, np.where(touching, steep[None, :], none).min(axis=1))
        if (after == flat).all():
            return flat, steep
        flat = after


def _frame(flat: Lines, steep: Lines) -> Frame | None:
    if len(flat) < FEWEST or len(steep) < 1:
        return None
    across = _places(steep[:, 0], flat[:, 1:])
    down = _places(flat[:, 0], steep[:, 1:])
    shape = len(down) - 1, len(across) - 1
    if min(shape) < 2 or shape[0] * shape[1] > MOST * FEWEST * 10:
        return None
    below = _covers(flat, down[1:-1], across)
    beside = _covers(steep, across[1:-1], down).T
    cells = np.arange(shape[0] * shape[1]).reshape(shape)
    before = np.full_like(cells, -1)
    while (before != cells).any():  # what no rule parts is one cell
        before = cells.copy()
        for here, there, apart in (
            (cells[:-1], cells[1:], below),
            (cells[:, :-1], cells[:, 1:], beside),
        ):
            least = np.minimum(here, there)
            here[~apart] = least[~apart]
            there[~apart] = least[~apart]
    box = float(across[0]), float(down[0]), float(across[-1]), float(down[-1])
    return Frame(box, across, down, cells)


def _places(lines: NDArray[np.float64], ends: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return where cells begin and end: at *lines*, and where the others end."""
    places = np.sort(np.concatenate([lines, [ends.min(), ends.max()]]))
    return np.array([level.mean() for level in np.split(places, _steps(places))])


def _steps(places: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.flatnonzero(np.diff(places) > NEAR) + 1


def _covers(
    lines: Lines, levels: NDArray[np.float64], places: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return of shape (levels, places - 1) whether a line runs there from a place to the next."""
    at = np.abs(lines[None, :, 0] - levels[:, None]) <= NEAR
    starts = np.maximum(lines[:, None, 1], places[None, :-1])
    ends = np.minimum(lines[:, None, 2], places[None, 1:])
    long = ends - starts >= COVERED * np.diff(places)[None, :]
    return np.asarray((at[:, :, None] & long[None, :, :]).any(axis=1), np.bool_)
