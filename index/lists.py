"""The inverted lists that propose rows: codes of a byte a number, in files by range.

All files are over the same centroids, which lie in a file of their own: a question is compared
with these once, and then with the codes in the nearest lists of every file.  FAISS is known here,
in :mod:`index.dense`, :mod:`index.centroids` and :mod:`index.neighbours` only.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import faiss
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LISTS = "neighbours"  # the folder in a generation
TRAINED, TOLD, KIND = "trained.faiss", "told.json", "lists"
# faiss.IndexIVFScalarQuantizer, OnDiskInvertedLists, IDSelector: its stubs do not know all of them
Trained = Any
Held = Any
Selector = Any


@contextmanager
def one_thread() -> Iterator[None]:
    """Search on one thread: two for one question are three to six times slower.

    Only for the while: torch may share FAISS's OpenMP.
    """
    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of the lists beside them."""

    span: int  # numbers of a range
    rows: int  # when the centroids were found
    lists: int  # that are searched
    recall: float  # of the nearest 40, with so many, against comparing all rows
    measured: int  # rows, when that was measured
    others: int  # rows that came or went since

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Return what the generation in *folder* says."""
        return cls(**json.loads((folder / LISTS / TOLD).read_text("utf-8")))

    def save(self, folder: Path) -> None:
        """Write it into the generation in *folder*."""
        (folder / LISTS / TOLD).write_text(json.dumps(asdict(self)), "utf-8")


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """Rows as lists hold them."""

    count: int  # of lists
    numbers: NDArray[np.int64]
    lists: NDArray[np.int64]  # of each, the list that it is in
    codes: NDArray[np.uint8]  # shape (rows, bytes of a code)

    @classmethod
    def load(cls, file: Path) -> Self:
        """Return all that a file holds."""
        held = _mapped(file)
        sizes = [held.list_size(at) for at in range(held.nlist)]
        numbers = np.empty(sum(sizes), np.int64)
        codes = np.empty((len(numbers), held.code_size), np.uint8)
        done = 0
        for at in np.flatnonzero(sizes).tolist():
            own = slice(done, done := done + sizes[at])
            numbers[own] = faiss.rev_swig_ptr(held.get_ids(at), sizes[at])
            codes[own].reshape(-1)[:] = faiss.rev_swig_ptr(
                held.get_codes(at), sizes[at] * held.code_size
            )
        return cls(held.nlist, numbers, np.repeat(np.arange(held.nlist), sizes), codes)

    @classmethod
    def joined(cls, parts: Iterable[Self]) -> Self:
        """Return the rows of all *parts*."""
        some = list(parts)
        return cls(
            some[0].count,
            np.concatenate([part.numbers for part in some]),
            np.concatenate([part.lists for part in some]),
            np.concatenate([part.codes for part in some]),
        )

    def only(self, numbers: NDArray[np.int64]) -> Self:
        """Return the rows of these passages."""
        kept = np.isin(self.numbers, numbers)
        return type(self)(self.count, self.numbers[kept], self.lists[kept], self.codes[kept])

    def save(self, file: Path) -> None:
        """Write the lists, each in the order of numbers: the same rows give the same bytes."""
        held = faiss.ArrayInvertedLists(self.count, self.codes.shape[1])
        order = np.lexsort((self.numbers, self.lists))
        bounds = np.searchsorted(self.lists[order], np.arange(self.count + 1))
        for at in np.flatnonzero(np.diff(bounds)).tolist():
            own = order[bounds[at] : bounds[at + 1]]
            numbers, codes = self.numbers[own], self.codes[own]
            held.add_entries(at, len(own), faiss.swig_ptr(numbers), faiss.swig_ptr(codes))
        with written():
            faiss.write_InvertedLists(held, faiss.FileIOWriter(str(file)))


@contextmanager
def written() -> Iterator[None]:
    """Let FAISS write; what it says if it cannot is an error of the disk."""
    try:
        yield
    except RuntimeError as error:
        raise OSError(str(error)) from error


def _mapped(file: Path) -> Held:
    held: Held = faiss.read_InvertedLists(faiss.FileIOReader(str(file)), faiss.IO_FLAG_MMAP)
    # It would start threads to read ahead, for every question and every file.
    held.prefetch_nthread = 0
    return held


class Lists:
    """The lists of a generation, mapped into memory."""

    def __init__(self, folder: Path) -> None:
        folder = folder / LISTS
        self._trained: Trained = faiss.read_index(str(folder / TRAINED))
        self._held = [_mapped(file) for file in sorted(folder.glob(f"*.{KIND}"))]
        self._files = list(map(self._over, self._held))
        self.searched = 1  # lists that are searched

    @property
    def count(self) -> int:
        """How many lists there are."""
        return int(self._trained.nlist)

    def _over(self, held: Held) -> Trained:
        """Return what searches the lists of a file."""
        made: Trained = faiss.IndexIVFScalarQuantizer(
            self._trained.quantizer, self._trained.d, self._trained.nlist,
            faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT, self._trained.by_residual,
        )  # fmt: skip
        made.sq, made.is_trained = self._trained.sq, True
        made.replace_invlists(held, False)
        made.ntotal = sum(held.list_size(at) for at in range(held.nlist))
        return made

    def proposed(
        self, row: NDArray[np.float32], count: int, among: NDArray[np.int64] | None = None
    ) -> NDArray[np.int64]:
        """Return the numbers of about the nearest *count* rows, ascending.

        Args:
            row: Of length one.
            count: How many at most.
            among: The numbers of the only passages to look at.
        """
        asked = np.ascontiguousarray(row[None, :], np.float32)
        near, lists = self._trained.quantizer.search(asked, self.searched)
        parameters: Any = faiss.SearchParametersIVF(  # type: ignore[call-arg]
            nprobe=self.searched, sel=None if among is None else _selected(among)
        )
        scores = np.empty((len(self._files), count), np.float32)
        numbers = np.empty((len(self._files), count), np.int64)
        for each, own_scores, own_numbers in zip(self._files, scores, numbers, strict=True):
            given = map(faiss.swig_ptr, (lists, near, own_scores, own_numbers))
            each.search_preassigned_c(
                1, faiss.swig_ptr(asked), count, *given, False, parameters
            )  # fmt: skip
        there = numbers >= 0
        scores, numbers = scores[there], numbers[there]
        if len(numbers) > count:
            numbers = numbers[np.argpartition(-scores, count)[:count]]
        return np.sort(numbers)


def _selected(among: NDArray[np.int64]) -> Selector:
    """Return what lets only these numbers pass: a bit for each number there may be."""
    allowed = np.zeros(int(among.max(initial=0)) + 1, np.bool_)
    allowed[among] = True
    made: Selector = faiss.IDSelectorBitmap
    return made(np.packbits(allowed, bitorder="little"))
