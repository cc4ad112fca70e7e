"""Which passages are copies of which, across the shards; one small file of a generation."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from index.numbers import distinct, spread

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "copies.npy"


class Copies:
    """Pairs of a copy and the earlier passage that says the same; that is no copy itself."""

    def __init__(self, copies: NDArray[np.int64], originals: NDArray[np.int64]) -> None:
        self.copies = copies  # ascending
        self.originals = originals  # of each copy
        # By original; of one original the copies stay in order.
        order = np.argsort(originals, kind="stable")
        self._sorted, self._beside = originals[order], copies[order]

    @classmethod
    def of_pairs(cls, pairs: Mapping[int, int]) -> Self:
        """Return the copies with the original of each."""
        both = np.array(sorted(pairs.items()), np.int64).reshape(-1, 2)
        return cls(both[:, 0], both[:, 1])

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Return those of the generation in *folder*.

        Raises:
            OSError, ValueError: If the file is not what :meth:`save` wrote.
        """
        copies, originals = np.load(folder / FILE, allow_pickle=False)
        return cls(copies, originals)

    def save(self, folder: Path) -> None:
        """Write them into the *folder* of a generation."""
        np.save(folder / FILE, np.stack([self.copies, self.originals]), allow_pickle=False)

    def __len__(self) -> int:
        return len(self.copies)

    def original(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return for each passage the one that it is a copy of, or itself."""
        if not len(self.copies):
            return numbers
        at = np.minimum(np.searchsorted(self.copies, numbers), len(self.copies) - 1)
        return np.where(self.copies[at] == numbers, self.originals[at], numbers)

    def of(self, originals: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the copies of *originals*, by original, and beside each its original."""
        firsts = np.searchsorted(self._sorted, originals, "left")
        counts = np.searchsorted(self._sorted, originals, "right") - firsts
        return self._beside[spread(firsts, counts)], np.repeat(originals, counts)

    def group(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return *numbers* and the copies of those that are originals, ascending."""
        wanted = distinct(numbers)
        return distinct(np.concatenate([wanted, self.of(wanted)[0]]))

    def where(self, stays: NDArray[np.bool_]) -> Copies:
        """Return the pairs that *stays* is true of, by place."""
        return Copies(self.copies[stays], self.originals[stays])

    def joined(self, other: Copies) -> Copies:
        """Return the pairs of both, of which no copy is in both."""
        copies = np.concatenate([self.copies, other.copies])
        order = np.argsort(copies, kind="stable")
        return Copies(copies[order], np.concatenate([self.originals, other.originals])[order])

    def altered(self, before: Copies) -> NDArray[np.int64]:
        """Return the originals, then or now, of pairs that are only here or only *before*."""
        differing = [
            ours.originals[theirs.original(ours.copies) != ours.originals]
            for ours, theirs in ((self, before), (before, self))
        ]
        return distinct(np.concatenate(differing))
