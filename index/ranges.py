"""Ranges of numbers, as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def spread(firsts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return all numbers of ranges, one range after the other.

    Args:
        firsts: The first number of each range.
        counts: How many numbers each is of.
    """
    ends = np.cumsum(counts)
    numbers: NDArray[np.int64] = np.arange(counts.sum()) + np.repeat(
        firsts - (ends - counts), counts
    )
    return numbers
