"""Where text stands in an image: quadrilaterals, since a scanned line is rarely level.

Corners have the shape ``(…, 4, 2)``, x and y in pixels: top left as one reads, then clockwise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corpus.reading_order import Box

Corners = NDArray[np.float64]

LONG = 3.0  # times as wide as high: lines that tell by how much a page is tilted


def bounds(corners: Corners) -> Box:
    """Return the upright box around all *corners*, shape ``(corners, 2)``."""
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def widths_and_heights(corners: Corners) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the lengths of the upper and the left edges."""
    upper = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
    left = np.linalg.norm(corners[:, 3] - corners[:, 0], axis=1)
    return upper, left


def levelled(corners: Corners) -> Corners:
    """Turn all *corners* about the origin so that the middle one of the long lines is level."""
    upper, left = widths_and_heights(corners)
    edges = (corners[:, 1] - corners[:, 0])[upper > LONG * left]
    if not len(edges):
        return corners
    angle = float(np.median(np.arctan2(edges[:, 1], edges[:, 0])))
    cosine, sine = np.cos(angle), np.sin(angle)
    x, y = corners[..., 0], corners[..., 1]
    return np.stack([x * cosine + y * sine, y * cosine - x * sine], axis=-1)


def stretch(corners: Corners, start: float, end: float) -> Corners:
    """Return the part of one line, shape ``(4, 2)``, from *start* to *end*, shares of its width."""
    top_left, top_right, bottom_right, bottom_left = corners
    upper, lower = top_right - top_left, bottom_right - bottom_left
    return np.array(
        [
            top_left + start * upper,
            top_left + end * upper,
            bottom_left + end * lower,
            bottom_left + start * lower,
        ]
    )


def turned_back(corners: Corners, turn: int, width: int, height: int) -> Corners:
    """Return where *corners* were before an image was turned.

    Args:
        corners: Shape ``(corners, 2)``.
        turn: By how many quarters it was turned, clockwise.
        width: The image's before it was turned.
        height: Likewise.
    """
    x, y = corners[:, 0], corners[:, 1]
    before = {0: (x, y), 1: (y, height - x), 2: (width - x, height - y), 3: (width - y, x)}
    return np.stack(before[turn % 4], axis=1)
