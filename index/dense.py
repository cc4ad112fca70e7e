"""Vectors and their nearest neighbours.  The only file that knows FAISS.

All rows lie in one file that is mapped into memory.  Up to :data:`EXACT_UP_TO` rows every one is
compared; beyond, an inverted file over codes of one byte a number proposes rows, and the rows
themselves decide (docs/decisions/0006).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import faiss
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS, NUMBERS = "vectors.npy", "vectors.numbers.npy"
NEIGHBOURS, MEASURED = "neighbours.faiss", "neighbours.json"
# Rows that are all compared: 20 ms on one core, less than a tenth of a question.
EXACT_UP_TO = 200_000
# Rows that the inverted file proposes for each that is wanted.
PROPOSED = 4
# What share of the true nearest 40 must be found, measured on PROBES questions made of rows.
RECALL, NEAREST, PROBES = 0.98, 40, 200
# How near a question made of a row is to it: about as near as real ones are.
PROBE_COSINE = 0.6
Neighbours = Any  # faiss.IndexIVF; its stubs do not know all of it
CHUNK = 50_000  # rows that are handled at a time


@contextmanager
def _one_thread() -> Iterator[None]:
    """Search on one thread: two for one question are three to six times slower.

    Only for the while: torch may share FAISS's OpenMP.
    """
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


class DenseIndex:
    """The nearest of unit rows by inner product; passages go by their numbers, ascending."""

    def __init__(
        self,
        numbers: NDArray[np.int64],
        rows: NDArray[np.float32],
        neighbours: Neighbours = None,
        recall: float = 1.0,
    ) -> None:
        self.numbers = numbers
        self.rows = rows  # shape (passages, dimension)
        self._neighbours = neighbours
        self.recall = recall  # of the nearest 40, against comparing all rows

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the index in *folder*, mapped into memory."""
        numbers = np.load(folder / NUMBERS, mmap_mode="r", allow_pickle=False)
        rows = np.load(folder / ROWS, mmap_mode="r", allow_pickle=False)
        neighbours: Neighbours = None
        recall = 1.0
        if (folder / NEIGHBOURS).exists():
            neighbours = faiss.read_index(str(folder / NEIGHBOURS), faiss.IO_FLAG_MMAP)
            measured = json.loads((folder / MEASURED).read_text("utf-8"))
            neighbours.nprobe, recall = int(measured["lists"]), float(measured["recall"])
        return cls(np.asarray(numbers), np.asarray(rows), neighbours, recall)

    def __len__(self) -> int:
        return len(self.numbers)

    @_one_thread()
    def nearest(
        self, row: NDArray[np.float32], count: int, among: NDArray[np.int64] | None = None
    ) -> dict[int, float]:
        """Return the numbers of the *count* nearest passages with their cosines, best first.

        Args:
            row: Of length one, shape ``(dimension,)``.
            count: How many at most.
            among: The numbers of the only passages to look at, ascending.
        """
        if among is not None and len(among) <= EXACT_UP_TO:
            places = self._places(np.intersect1d(among, self.numbers, assume_unique=True))
            return self._best(row, places, count)
        if self._neighbours is None:
            wanted = min(count, len(self))
            cosines, at = faiss.knn(row[None, :], self.rows, wanted, faiss.METRIC_INNER_PRODUCT)
            return _paired(self.numbers[at[0]], cosines[0])
        parameters: Any = faiss.SearchParametersIVF(  # type: ignore[call-arg]
            nprobe=self._neighbours.nprobe,
            sel=None if among is None else faiss.IDSelectorBatch(among),
        )
        _, proposed = self._neighbours.search(row[None, :], PROPOSED * count, params=parameters)
        return self._best(row, self._places(np.sort(proposed[0][proposed[0] >= 0])), count)

    def cosines(self, row: NDArray[np.float32], numbers: list[int]) -> NDArray[np.float32]:
        """Return the cosine of *row* to each of the passages *numbers*."""
        cosines: NDArray[np.float32] = self.rows[self._places(np.array(numbers, np.int64))] @ row
        return cosines

    def of(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return the rows of the passages *numbers*, in this order."""
        rows: NDArray[np.float32] = self.rows[self._places(np.array(numbers, np.int64))]
        return rows

    def _places(self, numbers: NDArray[np.int64]) -> NDArray[np.intp]:
        return np.searchsorted(self.numbers, numbers)

    def _best(
        self, row: NDArray[np.float32], places: NDArray[np.intp], count: int
    ) -> dict[int, float]:
        cosines = self.rows[places] @ row
        order = np.argsort(-cosines, kind="stable")[:count]
        return _paired(self.numbers[places[order]], cosines[order])


def _paired(numbers: NDArray[np.int64], scores: NDArray[np.float32]) -> dict[int, float]:
    return {int(n): float(score) for n, score in zip(numbers, scores, strict=True)}


def write_neighbours(folder: Path, before: Path | None) -> None:
    """Add what finds rows without comparing all, if *folder* holds so many that it is worth it.

    Args:
        folder: Of a generation that has its rows.
        before: Of the generation whose rows were taken over; its lists serve again as long as
            there are not twice as many rows as when they were made.
    """
    index = DenseIndex.load(folder)
    if len(index) <= EXACT_UP_TO:
        return
    neighbours = _updated(index, before) or _trained(index)
    lists, recall = _measured(index, neighbours)
    try:
        faiss.write_index(neighbours, str(folder / NEIGHBOURS))
    except RuntimeError as error:  # how FAISS says that it cannot write
        raise OSError(str(error)) from error
    (folder / MEASURED).write_text(json.dumps({"lists": lists, "recall": recall}), "utf-8")


def _trained(index: DenseIndex) -> Neighbours:
    lists = min(int(4 * len(index) ** 0.5), len(index) // 2)
    dimension = index.rows.shape[1]
    made: Neighbours = faiss.index_factory(dimension, f"IVF{lists},SQ8", faiss.METRIC_INNER_PRODUCT)
    chosen = np.random.default_rng(1).choice(len(index), min(len(index), 40 * lists), replace=False)
    made.train(index.rows[np.sort(chosen)])
    _add(made, index, index.numbers)
    return made


def _updated(index: DenseIndex, before: Path | None) -> Neighbours:
    """Return the lists of *before* with what came and without what went, if they still serve."""
    if before is None or not (before / NEIGHBOURS).exists():
        return None
    kept: Neighbours = faiss.read_index(str(before / NEIGHBOURS))
    if len(index) > 2 * (kept.nlist / 4) ** 2:
        return None
    numbers = np.load(before / NUMBERS, allow_pickle=False)
    kept.remove_ids(faiss.IDSelectorBatch(np.setdiff1d(numbers, index.numbers)))
    _add(kept, index, np.setdiff1d(index.numbers, numbers))
    return kept


def _add(neighbours: Neighbours, index: DenseIndex, numbers: NDArray[np.int64]) -> None:
    for at in range(0, len(numbers), CHUNK):
        some = np.ascontiguousarray(numbers[at : at + CHUNK])
        neighbours.add_with_ids(index.rows[np.searchsorted(index.numbers, some)], some)


def _measured(index: DenseIndex, neighbours: Neighbours) -> tuple[int, float]:
    """Return how many lists to search for :data:`RECALL`, and the recall that this gives."""
    probes = _probes(index)
    _, true = faiss.knn(probes, index.rows, NEAREST, faiss.METRIC_INNER_PRODUCT)
    recall = 0.0
    doubled = [2**n for n in range(3, 32) if 2**n < neighbours.nlist]
    for lists in (*doubled, neighbours.nlist):
        neighbours.nprobe = lists
        searched = DenseIndex(index.numbers, index.rows, neighbours)
        shares = [
            len(set(index.numbers[nearest].tolist()).intersection(searched.nearest(probe, NEAREST)))
            for probe, nearest in zip(probes, true, strict=True)
        ]
        recall = float(np.mean(shares)) / NEAREST
        if recall >= RECALL:
            break
    return neighbours.nprobe, round(recall, 4)


def _probes(index: DenseIndex) -> NDArray[np.float32]:
    """Return rows moved away by chance, as far as a question is from its passage."""
    chance = np.random.default_rng(2)
    rows = index.rows[np.sort(chance.choice(len(index), PROBES, replace=False))]
    aside = chance.normal(size=rows.shape).astype(np.float32)
    aside -= (aside * rows).sum(axis=1, keepdims=True) * rows
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    moved: NDArray[np.float32] = PROBE_COSINE * rows + np.sqrt(1 - PROBE_COSINE**2) * aside
    return moved.astype(np.float32)
