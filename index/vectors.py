"""The vectors of a new generation: taken over, known from the cache, or embedded."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index.centring import centred
from index.dense import CHUNK, NUMBERS, ROWS, DenseIndex
from index.embedding_cache import Embed, EmbeddingCache

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

# Passages embedded between two commits to the cache: what a killed build loses at most.
TOGETHER = 64

Done = Callable[[int, int], None]  # done, of how many


class ToEmbed(Protocol):
    """The passages whose vectors are wanted; see :class:`index.store_writer.StoreWriter`."""

    def originals(self) -> NDArray[np.int64]:
        """Return their numbers, ascending."""

    def longest_first(self, numbers: NDArray[np.int64]) -> Iterator[int]:
        """Yield *numbers*, ascending, in another order: the longest in bytes first."""

    def to_embed(self, numbers: list[int]) -> tuple[list[str], list[str]]:
        """Return the texts to embed of the passages *numbers*, and their languages."""


def write_vectors(
    draft: Path,
    store: ToEmbed,
    before: DenseIndex | None,
    cache: EmbeddingCache,
    embedder: Embedder,
    embed: Embed,
    report: Done,
) -> int:
    """Write the vectors of all passages of *store* into *draft*; return how many were embedded.

    *before* holds the vectors of the generation before, if they are by the same model and means:
    a passage that keeps its number keeps its vector.  Other texts are looked for in *cache* first;
    *embed* makes the rows of what is not there.
    """
    numbers = store.originals()
    dimension = before.rows.shape[1] if before else embedder.dimension
    rows = _allocated(draft / ROWS, (len(numbers), dimension))
    missing = set(numbers.tolist())
    if before:
        missing -= _taken_over(before, numbers, rows)
    report(0, len(missing))
    new = done = 0
    wanted = list(store.longest_first(np.array(sorted(missing), np.int64)))
    portions = _Portions(store, wanted)
    for raw, embedded in cache.rows(portions.texts(), embed):
        some, languages = portions.given.popleft()
        rows[np.searchsorted(numbers, some)] = centred(raw, languages, "passage", embedder)
        new += embedded
        done += len(some)
        report(done, len(missing))
    rows.flush()
    np.save(draft / NUMBERS, numbers, allow_pickle=False)
    return new


class _Portions:
    """What is embedded together, portion by portion, and which passages each is of."""

    def __init__(self, store: ToEmbed, numbers: Sequence[int]) -> None:
        self._store, self._numbers = store, numbers
        # Numbers and languages of the portions whose texts were taken; workers take some ahead.
        self.given: deque[tuple[list[int], list[str]]] = deque()

    def texts(self) -> Iterator[list[str]]:
        """Yield the texts of each."""
        for at in range(0, len(self._numbers), TOGETHER):
            some = list(self._numbers[at : at + TOGETHER])
            texts, languages = self._store.to_embed(some)
            self.given.append((some, languages))
            yield texts


def _taken_over(
    before: DenseIndex, numbers: NDArray[np.int64], rows: NDArray[np.float32]
) -> set[int]:
    """Copy the rows of passages that *before* has too; return their numbers."""
    both, there, here = np.intersect1d(
        before.numbers, numbers, assume_unique=True, return_indices=True
    )
    for at in range(0, len(both), CHUNK):
        rows[here[at : at + CHUNK]] = before.rows[there[at : at + CHUNK]]
    return set(both.tolist())


def _allocated(file: Path, shape: tuple[int, int]) -> np.memmap[Any, np.dtype[np.float32]]:
    """Return an array on disk; a full disk is an error here, later it would kill the process."""
    rows = np.lib.format.open_memmap(file, "w+", np.dtype(np.float32), shape)
    if hasattr(os, "posix_fallocate"):
        with file.open("r+b") as opened:
            os.posix_fallocate(opened.fileno(), 0, file.stat().st_size)
    return rows
