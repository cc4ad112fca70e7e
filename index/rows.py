"""The vectors of a generation on disk: rows of two bytes a number, in files by range."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from index.linking import linked
from index.ranges import SPAN, named, ranges, within

if TYPE_CHECKING:
    from numpy.typing import NDArray

VECTORS = "vectors"  # the folder in a generation
ROWS, NUMBERS = "npy", "numbers.npy"
CHUNK = 50_000  # rows that are gathered at a time


class Rows:
    """The rows of passages by their numbers, ascending; mapped into memory file by file."""

    def __init__(
        self,
        folder: Path,
        numbers: NDArray[np.int64],
        blocks: Sequence[NDArray[np.float16]],
    ) -> None:
        self.folder = folder  # of the files
        self.numbers = numbers
        self._blocks = blocks
        self._starts = np.cumsum([0, *map(len, blocks)])
        self.dimension = int(blocks[0].shape[1])

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the rows of the generation in *folder*.

        Raises:
            OSError, ValueError: If there are none, or they are not what was written.
        """
        folder = folder / VECTORS
        files = sorted(folder.glob(f"*[0-9].{ROWS}"))
        if not files:
            raise FileNotFoundError(folder)
        numbers = [np.load(file.with_suffix(f".{NUMBERS}"), allow_pickle=False) for file in files]
        blocks = [np.asarray(np.load(file, "r", allow_pickle=False)) for file in files]
        if list(map(len, numbers)) != list(map(len, blocks)):
            raise ValueError(f"{folder}: rows and numbers are not as many")
        return cls(folder, np.concatenate(numbers), blocks)

    def __len__(self) -> int:
        return len(self.numbers)

    def places(self, numbers: NDArray[np.int64]) -> NDArray[np.intp]:
        """Return the places of passages that are there."""
        return np.searchsorted(self.numbers, numbers)

    def there(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return those of *numbers* that have a row."""
        places = self.places(numbers)
        known = places < len(self)
        known[known] = self.numbers[places[known]] == numbers[known]
        return numbers[known]

    def blocks(
        self, numbers: NDArray[np.int64] | None = None
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
        """Yield all numbers and rows in portions; or only those of *numbers*, which ascend."""
        if numbers is None:
            for start, block in zip(self._starts, self._blocks, strict=False):
                yield self.numbers[start : start + len(block)], block
            return
        places = self.places(numbers)
        bounds = np.searchsorted(places, self._starts)
        for at in np.flatnonzero(np.diff(bounds)).tolist():
            for first in range(bounds[at], bounds[at + 1], CHUNK):
                some = slice(first, min(first + CHUNK, bounds[at + 1]))
                yield numbers[some], self._blocks[at][places[some] - self._starts[at]]

    def of(self, numbers: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the rows of passages, in this order, shape ``(len(numbers), dimension)``."""
        ordered, back = np.unique(np.asarray(numbers, np.int64), return_inverse=True)
        rows = np.empty((len(ordered), self.dimension), np.float32)
        done = 0
        for some, block in self.blocks(ordered):
            rows[done : done + len(some)] = block
            done += len(some)
        # What is asked for in order, like all that centroids are found of, is not copied.
        in_order = len(back) == len(ordered) and bool((back[1:] > back[:-1]).all())
        return rows if in_order else rows[back]


class RowsDraft:
    """The rows of a draft while they are written.

    A range whose passages are those of the generation before is linked; in any other, the rows of
    passages that were there are copied.
    """

    def __init__(
        self, draft: Path, numbers: NDArray[np.int64], dimension: int, before: Rows | None
    ) -> None:
        self._folder = draft / VECTORS
        self._folder.mkdir()
        self._before = before
        self._open: dict[int, tuple[NDArray[np.int64], np.memmap[Any, np.dtype[np.float16]]]] = {}
        # Without any passage there is one file, which tells the dimension.
        own = list(ranges(numbers, SPAN)) or [(0, slice(0, 0))]
        missing = [self._made(at, numbers[places], dimension) for at, places in own]
        self.missing = np.concatenate(missing)  # numbers of the passages whose rows are wanted

    def _made(self, at: int, own: NDArray[np.int64], dimension: int) -> NDArray[np.int64]:
        """Link or make the files of a range; return whose rows are missing."""
        was = own[:0]
        if self._before:
            was = within(self._before.numbers, at, SPAN)
            if len(own) and np.array_equal(was, own):
                for kind in (ROWS, NUMBERS):
                    linked(named(self._before.folder, at, kind), named(self._folder, at, kind))
                return own[:0]
        rows = _allocated(named(self._folder, at, ROWS), (len(own), dimension))
        np.save(named(self._folder, at, NUMBERS), own, allow_pickle=False)
        self._open[at] = own, rows
        both = np.intersect1d(was, own, assume_unique=True)
        if self._before:
            for some, block in self._before.blocks(both):
                rows[np.searchsorted(own, some)] = block
        return np.setdiff1d(own, both, assume_unique=True)

    def put(self, numbers: Sequence[int], rows: NDArray[np.float32]) -> None:
        """Write the rows of passages that were missing."""
        wanted = np.asarray(numbers, np.int64)
        for at in np.unique(wanted // SPAN).tolist():
            mine = wanted // SPAN == at
            own, written = self._open[at]
            written[np.searchsorted(own, wanted[mine])] = rows[mine]

    def close(self) -> None:
        """Write what is left."""
        for _, rows in self._open.values():
            rows.flush()
        self._open.clear()


def _allocated(file: Path, shape: tuple[int, int]) -> np.memmap[Any, np.dtype[np.float16]]:
    """Return an array on disk; a full disk is an error here, later it would kill the process."""
    rows = np.lib.format.open_memmap(file, "w+", np.dtype(np.float16), shape)
    if hasattr(os, "posix_fallocate"):
        with file.open("r+b") as opened:
            os.posix_fallocate(opened.fileno(), 0, file.stat().st_size)
    return rows
