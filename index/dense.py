"""Vectors and their nearest neighbours.  The only file that knows FAISS."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

import faiss
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Two threads for one question are three to six times slower than one: they wait for each other.
faiss.omp_set_num_threads(1)

FILE = "vectors.faiss"


class DenseIndex:
    """Exact search by inner product over unit rows; row ``n`` is passage ``n``."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def of(cls, rows: NDArray[np.float32]) -> Self:
        """Return the index of *rows*, shape ``(passages, dimension)``, float32, of length one."""
        index = faiss.IndexFlatIP(rows.shape[1])
        index.add(np.ascontiguousarray(rows))
        return cls(index)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the index that :meth:`save` wrote, mapped into memory."""
        return cls(faiss.read_index(str(folder / FILE), faiss.IO_FLAG_MMAP))

    def save(self, folder: Path) -> None:
        """Write the index into *folder*."""
        faiss.write_index(self._index, str(folder / FILE))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def nearest(self, row: NDArray[np.float32], count: int) -> list[tuple[int, float]]:
        """Return the numbers of the *count* nearest passages with their cosines, best first."""
        found, numbers = self._index.search(row[None, :], min(count, len(self)))
        return [(int(n), float(score)) for n, score in zip(numbers[0], found[0], strict=True)]

    def cosines(self, row: NDArray[np.float32], numbers: list[int]) -> NDArray[np.float32]:
        """Return the cosine of *row* to each of the passages *numbers*."""
        rows = self._index.reconstruct_batch(np.array(numbers, np.int64))
        cosines: NDArray[np.float32] = rows @ row
        return cosines
