"""Numbers and ranges of numbers, as arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Number = TypeVar("Number", np.int64, np.uint64)


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


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """Return the distinct *values*, ascending; quicker than numpy, which hashes them first."""
    ordered = np.sort(values)
    kept: NDArray[Number] = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
    return kept
