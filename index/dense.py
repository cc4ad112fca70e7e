"""The passages whose vectors are nearest to that of a question.

Up to :data:`EXACT_UP_TO` rows every one is compared; beyond, inverted lists propose rows, and the
rows themselves decide (docs/decisions/0006, 0021).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import faiss
import numpy as np

from index.lists import LISTS, Lists, Told, one_thread
from index.rows import Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Rows that are all compared: 20 ms on one core, less than a tenth of a question.
EXACT_UP_TO = 200_000
# Rows that the lists propose for each that is wanted.
PROPOSED = 4


class DenseIndex:
    """The nearest of unit rows by inner product; passages go by their numbers, ascending."""

    def __init__(self, rows: Rows, lists: Lists | None = None, recall: float = 1.0) -> None:
        self.rows = rows
        self.numbers = rows.numbers
        self._lists = lists
        self.recall = recall  # of the nearest 40, against comparing all rows

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the index in *folder*, mapped into memory."""
        rows = Rows.load(folder)
        if not (folder / LISTS).exists():
            return cls(rows)
        told, lists = Told.load(folder), Lists(folder)
        lists.searched = told.lists
        return cls(rows, lists, told.recall)

    def __len__(self) -> int:
        return len(self.numbers)

    @one_thread()
    def nearest(
        self, row: NDArray[np.float32], count: int, among: NDArray[np.int64] | None = None
    ) -> dict[int, float]:
        """Return the numbers of the *count* nearest passages with their cosines, best first.

        Args:
            row: Of length one, shape ``(dimension,)``.
            count: How many at most.
            among: The numbers of the only passages to look at, ascending.
        """
        if among is not None and (self._lists is None or len(among) <= EXACT_UP_TO):
            return self._best(row, count, self.rows.there(among))
        if self._lists is None:
            return self._best(row, count)
        return self._best(row, count, self._lists.proposed(row, PROPOSED * count, among))

    def cosines(self, row: NDArray[np.float32], numbers: list[int]) -> NDArray[np.float32]:
        """Return the cosine of *row* to each of the passages *numbers*."""
        cosines: NDArray[np.float32] = self.rows.of(numbers) @ row
        return cosines

    def of(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return the rows of the passages *numbers*, in this order."""
        return self.rows.of(numbers)

    def _best(
        self, row: NDArray[np.float32], count: int, among: NDArray[np.int64] | None = None
    ) -> dict[int, float]:
        """Compare all rows, or those of *among*."""
        compare = _Comparison(row, min(count, len(self)))
        for numbers, rows in self.rows.blocks(among):
            compare.with_rows(numbers, rows)
        return compare.best()


class _Comparison:
    """Compares a row with rows of two bytes a number, and keeps the best.

    FAISS does it as quickly as with four bytes; to make numpy's four bytes of them takes four
    times as long.
    """

    def __init__(self, row: NDArray[np.float32], count: int) -> None:
        self._row = np.ascontiguousarray(row, np.float32)
        self._made: Any = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(len(row)), len(row), 1,
            faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT, False,
        )  # fmt: skip
        self._made.is_trained = True
        self._scanner = self._made.get_InvertedListScanner(False, None, None)
        self._scanner.set_query(faiss.swig_ptr(self._row))
        self._scanner.set_list(0, 0.0)
        self._cosines = np.full(count, -np.inf, np.float32)
        self._numbers = np.full(count, -1, np.int64)

    def with_rows(self, numbers: NDArray[np.int64], rows: NDArray[np.float16]) -> None:
        """Compare with some rows; they need not be aligned."""
        if not len(self._numbers):
            return
        numbers, rows = np.ascontiguousarray(numbers), np.ascontiguousarray(rows)
        self._scanner.scan_codes(
            len(rows), faiss.swig_ptr(rows.view(np.uint8)), faiss.swig_ptr(numbers),
            faiss.swig_ptr(self._cosines), faiss.swig_ptr(self._numbers), len(self._numbers),
        )  # fmt: skip

    def best(self) -> dict[int, float]:
        """Return the numbers of the best rows with their cosines, best first."""
        order = np.lexsort((self._numbers, -self._cosines))
        order = order[self._numbers[order] >= 0]
        numbers, cosines = self._numbers[order].tolist(), self._cosines[order].tolist()
        return dict(zip(numbers, cosines, strict=True))
