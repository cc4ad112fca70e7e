"""Files by range of passage numbers, so that a build writes only those in which something changed.

A range is so many numbers, whether or not there is a passage of each.  Numbers are not given
again, so what lies in a file of a range stays true until one of its passages goes or comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Numbers in a range of rows: a file of 38 MB, which takes a disk a tenth of a second.
SPAN = 50_000


def ranges(numbers: NDArray[np.int64], span: int) -> Iterator[tuple[int, slice]]:
    """Yield each range that has any of *numbers*, ascending, with their places there.

    A range is named by its place: range 3 is of the numbers from 3 * *span* on.
    """
    own = numbers // span
    starts = np.flatnonzero(np.diff(own, prepend=-1))
    for start, end in pairwise([*starts.tolist(), len(numbers)]):
        yield int(own[start]), slice(start, end)


def within(numbers: NDArray[np.int64], at: int, span: int) -> NDArray[np.int64]:
    """Return those of *numbers*, which ascend, that lie in range *at*."""
    start, end = np.searchsorted(numbers, [at * span, (at + 1) * span])
    return numbers[start:end]


def named(folder: Path, at: int, kind: str) -> Path:
    """Return the file of *kind* ("npy") of range *at*."""
    return folder / f"{at:06d}.{kind}"
