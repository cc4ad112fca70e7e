"""What stands between the lines of a page: told by where they stand, as a reader tells it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from corpus.reading_order import Box

IN_A_ROW, LINE, PARAGRAPH = " ", "\n", "\n\n"
APART = "   "  # between the cells of a row
WIDE = 1.5  # heights between two boxes of a row that are no neighbours in a sentence
EXTRA = 0.5  # heights that are free above a paragraph, more than between two lines
OTHER_SIZE = 1.3  # times as high: a heading and its text, not two lines of one paragraph


def separators(boxes: Sequence[Box]) -> list[str]:
    """Return what stands after each of *boxes*, which are in reading order; nothing at the end."""
    if not boxes:
        return []
    usual = _usual_gap(boxes)
    between = [_between(*pair, usual) for pair in pairwise(boxes)]
    return [*between, ""]


def _between(before: Box, after: Box, usual: float) -> str:
    heights = before[3] - before[1], after[3] - after[1]
    if _share_a_row(before, after):
        return APART if after[0] - before[2] > WIDE * min(heights) else IN_A_ROW
    gap = after[1] - before[3]
    if max(heights) > OTHER_SIZE * min(heights) or gap > usual + EXTRA * min(heights):
        return PARAGRAPH
    return LINE


def _share_a_row(before: Box, after: Box) -> bool:
    common = min(before[3], after[3]) - max(before[1], after[1])
    lower = min(before[3] - before[1], after[3] - after[1])
    return after[0] >= (before[0] + before[2]) / 2 and common > lower / 2


def _usual_gap(boxes: Sequence[Box]) -> float:
    gaps = [
        after[1] - before[3]
        for before, after in pairwise(boxes)
        if not _share_a_row(before, after) and after[1] > before[1]
    ]
    return float(np.median(gaps)) if gaps else 0.0
