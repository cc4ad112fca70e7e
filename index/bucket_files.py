"""The buckets of near-duplicates of each shard, in order, so that few are looked up quickly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.near_duplicates import BANDS
from index.documents import Extent
from index.numbers import distinct, spread
from index.shards import FOLDER

if TYPE_CHECKING:
    from numpy.typing import NDArray

VALUES, OWNERS = "buckets.npy", "owners.npy"
# Buckets of new passages that are compared at a time: about a hundred bytes each.
AT_ONCE = 1 << 20
# Of a shard so many times as large each is looked up; else it is read from end to end.
FEW = 8


def bucket_names(shard: int) -> tuple[str, str]:
    """Return the files of a shard's buckets, in the folder of shards."""
    return f"{shard:06d}.{VALUES}", f"{shard:06d}.{OWNERS}"


class Buckets:
    """The buckets of the passages of a shard."""

    def __init__(
        self, first: int, last: int, values: NDArray[np.uint64], owners: NDArray[np.uint32]
    ) -> None:
        self.first, self.last = first, last  # numbers of the shard
        self.values = values  # ascending
        self.owners = owners  # of which passage each is, counted from the first

    @classmethod
    def load(cls, folder: Path, extent: Extent) -> Buckets:
        """Return those of a shard of the generation in *folder*, mapped into memory."""
        values, owners = (
            np.load(folder / FOLDER / name, mmap_mode="r", allow_pickle=False)
            for name in bucket_names(extent.shard)
        )
        return cls(extent.first, extent.last, values, owners)

    @classmethod
    def of_rows(cls, extent: Extent, numbers: NDArray[np.int64], rows: bytes) -> Buckets:
        """Return the buckets of passages that have :data:`BANDS` each, eight bytes a bucket."""
        owners = np.repeat((numbers - extent.first).astype(np.uint32), BANDS)
        return cls._in_order(extent, np.frombuffer(rows, "<u8").astype(np.uint64), owners)

    @classmethod
    def together(cls, extent: Extent, parts: Sequence[Buckets], gone: NDArray[np.int64]) -> Buckets:
        """Return all buckets of *parts*, but those of the passages *gone*, as of one shard."""
        values, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.uint32)]
        for part in parts:
            stay = ~part.mask(gone)[part.owners]
            moved = part.owners[stay].astype(np.int64) + (part.first - extent.first)
            values.append(part.values[stay])
            owners.append(moved.astype(np.uint32))
        return cls._in_order(extent, np.concatenate(values), np.concatenate(owners))

    @classmethod
    def _in_order(
        cls, extent: Extent, values: NDArray[np.uint64], owners: NDArray[np.uint32]
    ) -> Buckets:
        order = np.argsort(values, kind="stable")
        return cls(extent.first, extent.last, values[order], owners[order])

    def between(self, low: np.uint64, high: np.uint64 | None) -> Buckets:
        """Return those from *low* to below *high*."""
        start = int(np.searchsorted(self.values, low))
        end = len(self.values) if high is None else int(np.searchsorted(self.values, high))
        return Buckets(self.first, self.last, self.values[start:end], self.owners[start:end])

    def mask(self, numbers: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Tell of each number, counted from the first, whether it is one of *numbers*."""
        mask = np.zeros(self.last - self.first + 1, bool)
        mask[numbers[(numbers >= self.first) & (numbers <= self.last)] - self.first] = True
        return mask

    def save(self, folder: Path, shard: int) -> None:
        """Write them as those of a shard of the generation in *folder*."""
        for name, array in zip(bucket_names(shard), self._arrays(), strict=True):
            # Never into a file that is there: it may be one of the generation before.
            (folder / FOLDER / name).unlink(missing_ok=True)
            np.save(folder / FOLDER / name, array, allow_pickle=False)

    def _arrays(self) -> tuple[NDArray[Any], NDArray[Any]]:
        return self.values, self.owners


def shared(
    all_buckets: Sequence[Buckets], new: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return which passages share which buckets, of those that any new passage has.

    Args:
        all_buckets: Those of every shard.
        new: The numbers of new passages, ascending.

    Returns:
        Numbers, ascending, and beside each a bucket, counted from 0; each is there twice or more.
    """
    numbers, groups, count = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], 0
    masks = [buckets.mask(new) for buckets in all_buckets]
    for low, high in _ranges(len(new) * BANDS):
        slices = [buckets.between(low, high) for buckets in all_buckets]
        some, owners = _sharing(slices, masks)
        _, group, times = np.unique(some, return_inverse=True, return_counts=True)
        more = times > 1
        there = more[group]
        renamed = np.cumsum(more) - 1 + count
        numbers.append(owners[there])
        groups.append(renamed[group[there]])
        count += int(more.sum())
    all_numbers, all_groups = np.concatenate(numbers), np.concatenate(groups)
    order = np.argsort(all_numbers, kind="stable")
    return all_numbers[order], all_groups[order]


def _ranges(buckets: int) -> Iterator[tuple[np.uint64, np.uint64 | None]]:
    """Yield from which value to below which there are about :data:`AT_ONCE` of *buckets*."""
    parts = buckets // AT_ONCE + 1
    bounds = [np.uint64((1 << 64) * part // parts) for part in range(parts)]
    yield from zip(bounds, [*bounds[1:], None], strict=True)


def _sharing(
    slices: Sequence[Buckets], masks: Sequence[NDArray[np.bool_]]
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Return the buckets that a new passage has too, and the numbers of who has them."""
    own = [
        buckets.values[mask[buckets.owners]]
        for buckets, mask in zip(slices, masks, strict=True)
        if mask.any()
    ]
    wanted = distinct(np.concatenate([np.zeros(0, np.uint64), *own]))
    values, numbers = [wanted[:0]], [np.zeros(0, np.int64)]
    for buckets in slices:
        places = _places(buckets.values, wanted)
        values.append(buckets.values[places])
        numbers.append(buckets.owners[places].astype(np.int64) + buckets.first)
    return np.concatenate(values), np.concatenate(numbers)


def _places(values: NDArray[np.uint64], wanted: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return where in *values* any of *wanted* stands; both are ascending."""
    if not len(wanted):
        return np.zeros(0, np.int64)
    if len(wanted) * FEW > len(values):
        at = np.minimum(np.searchsorted(wanted, values), len(wanted) - 1)
        return np.flatnonzero(wanted[at] == values)
    firsts = np.searchsorted(values, wanted, "left")
    counts = np.searchsorted(values, wanted, "right") - firsts
    return spread(firsts, counts)
