"""The vectors of a new generation: taken over, known from the cache, or embedded."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.centring import centred
from index.dense import DenseIndex
from index.embedding_cache import Embed, EmbeddingCache
from index.rows import RowsDraft

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
    a passage that keeps its number keeps its vector, and a range of numbers in which none came or
    went its file.  Other texts are looked for in *cache* first; *embed* makes the rows of what is
    not there.
    """
    known = before.rows if before else None
    dimension = known.dimension if known else embedder.dimension
    rows = RowsDraft(draft, store.originals(), dimension, known)
    count = len(rows.missing)
    report(0, count)
    new = done = 0
    wanted = np.fromiter(store.longest_first(rows.missing) if count else (), np.int64)
    portions = _Portions(store, wanted)
    for raw, embedded in cache.rows(portions.texts(), embed):
        some, languages = portions.given.popleft()
        rows.put(some, centred(raw, languages, "passage", embedder))
        new += embedded
        done += len(some)
        report(done, count)
    rows.close()
    return new


class _Portions:
    """What is embedded together, portion by portion, and which passages each is of."""

    def __init__(self, store: ToEmbed, numbers: NDArray[np.int64]) -> None:
        self._store, self._numbers = store, numbers
        # Numbers and languages of the portions whose texts were taken; workers take some ahead.
        self.given: deque[tuple[list[int], list[str]]] = deque()

    def texts(self) -> Iterator[list[str]]:
        """Yield the texts of each."""
        for at in range(0, len(self._numbers), TOGETHER):
            some: list[int] = self._numbers[at : at + TOGETHER].tolist()
            texts, languages = self._store.to_embed(some)
            self.given.append((some, languages))
            yield texts
