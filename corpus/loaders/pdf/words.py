"""Which wide gaps are but those between the words of a justified line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from corpus.loaders.pdf.lines import Run, around, line, same_row
from corpus.loaders.tables import FIGURE

if TYPE_CHECKING:
    from numpy.typing import NDArray

# In heights of a line: no gap between words is wider, and so far is the next line at the most.
WIDEST, NEXT = 1.5, 1.2
LEVEL = 0.3  # how far the next line may reach into this one
EDGE = 1.5  # points: edges that are so near each other are set to one line


def joined_words(pieces: Sequence[Run]) -> list[Run]:
    """Join the runs that justified lines were cut into; those of columns stay apart.

    Between columns the lines above and below are free too, or begin or end where this one does;
    a gap between words is as wide as it happens to be.
    """
    if not pieces:
        return []
    boxes = np.array([run.box for run in pieces])
    parted = [_parted(boxes, at, run, after) for at, (run, after) in enumerate(pairwise(pieces))]
    joined: list[Run] = []
    start = 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or parted[end - 1]:
            joined.append(_one(pieces[start:end]))
            start = end
    return joined


def _one(members: Sequence[Run]) -> Run:
    if len(members) == 1:
        return members[0]
    box = around(run.box for run in members)
    return Run(line(members), box, members[-1].spaced, members[0].at)


def _parted(boxes: NDArray[np.float64], at: int, run: Run, after: Run) -> bool:
    """Tell whether the run *at* a place and the one *after* it are of different columns."""
    height = min(run.box[3] - run.box[1], after.box[3] - after.box[1])
    gap = after.box[0] - run.box[2]
    if not (0 <= gap < WIDEST * height and same_row(run.box, after.box)):
        return True
    if FIGURE.fullmatch(run.text) or FIGURE.fullmatch(after.text):
        return True
    left, top, right, bottom = run.box[2], run.box[1], after.box[0], run.box[3]
    above = (boxes[:, 3] > top - NEXT * height) & (boxes[:, 3] < top + LEVEL * height)
    below = (boxes[:, 1] < bottom + NEXT * height) & (boxes[:, 1] > bottom - LEVEL * height)
    free = [_free(boxes[there], left, right) for there in (above, below)]
    if not any(free):
        return False
    if all(one is not False for one in free):
        return True
    near = boxes[above | below]
    ends = np.abs(near[:, [0, 2]][:, :, None] - np.array([left, right])[None, None, :]) <= EDGE
    # Where this run ends another one does, or where the next begins.
    return bool(ends[:, 0, 1].any() or ends[:, 1, 0].any())


def _free(boxes: NDArray[np.float64], left: float, right: float) -> bool | None:
    """Tell whether a line is free between two places; None where it does not reach over both."""
    if not len(boxes) or boxes[:, 0].min() > left or boxes[:, 2].max() < right:
        return None
    middle = (left + right) / 2
    return not ((boxes[:, 0] < middle) & (boxes[:, 2] > middle)).any()
