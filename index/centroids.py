"""Finds the centroids of inverted lists, and tells which of the lists a row is in.

Both in two steps, which takes a tenth of the time at ten million rows (docs/decisions/0021): groups
of lists first, then lists of a group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import faiss
import numpy as np

from index.lists import Coded, Trained

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A row is compared with as many centroids as sixteen groups have: those nearest to the middle of
# its own group.  Of rows 94 % get the list that they would have if compared with all, with eight
# groups 86 %.
NEAR = 16
LIMITS = 100_000  # rows that tell between which limits codes lie
ROUNDS = 10  # of k-means in a group
AGAIN = 6  # rounds over all groups: rows at the border of a group may be nearer to one of another


def trained_on(rows: NDArray[np.float32], lists: int) -> Trained:
    """Return an index without rows, whose about so many lists and limits of codes fit *rows*."""
    dimension, centroids = rows.shape[1], Centroids(_centroids(rows, lists))
    for _ in range(AGAIN):
        centroids = Centroids(_moved(centroids, rows))
    quantizer = faiss.IndexFlatIP(dimension)
    quantizer.add(centroids.rows)
    made: Trained = faiss.IndexIVFScalarQuantizer(
        quantizer, dimension, quantizer.ntotal,
        faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT, True,
    )  # fmt: skip
    some = rows[:: -(-len(rows) // LIMITS)]
    made.sq.train(some - centroids.rows[centroids.lists(some)])
    made.is_trained = True
    return made


def _centroids(rows: NDArray[np.float32], lists: int) -> NDArray[np.float32]:
    """Return about *lists* centroids of length one, more in a group that has more rows."""
    groups = _means(rows, round(lists**0.5))
    own = faiss.knn(rows, groups, 1, faiss.METRIC_INNER_PRODUCT)[1][:, 0]
    shares = np.bincount(own, minlength=len(groups)) * lists / len(rows)
    parts = [
        _means(rows[own == group], max(1, round(share)))
        for group, share in enumerate(shares.tolist())
        if share
    ]
    return np.concatenate(parts)


def _moved(centroids: Centroids, rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the centroids in the middle of the rows that are in their lists."""
    lists = centroids.lists(rows)
    order = np.argsort(lists, kind="stable")
    there, starts = np.unique(lists[order], return_index=True)
    moved = centroids.rows.copy()
    for at, own in zip(there.tolist(), np.split(order, starts[1:]), strict=True):
        moved[at] = rows[own].sum(axis=0)
    moved /= np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
    return moved


def _means(rows: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """Return *count* unit vectors that are near to as many of *rows* as can be."""
    made: Any = faiss.Kmeans(
        rows.shape[1], min(count, len(rows)), niter=ROUNDS, spherical=True,
        min_points_per_centroid=1, max_points_per_centroid=len(rows),
    )  # fmt: skip
    made.train(rows)
    means: NDArray[np.float32] = made.centroids
    return means


class Centroids:
    """The centroids of lists, in groups."""

    def __init__(self, rows: NDArray[np.float32]) -> None:
        self.rows = rows  # of length one, in the order of the lists
        count = len(rows)
        groups = round(count**0.5)
        self._groups = _means(self.rows, groups)
        near = min(count, NEAR * -(-count // groups))
        self._near = faiss.knn(self._groups, self.rows, near, faiss.METRIC_INNER_PRODUCT)[1]

    @classmethod
    def of(cls, trained: Trained) -> Self:
        """Return those of an index."""
        return cls(trained.quantizer.reconstruct_n(0, trained.nlist))

    def lists(self, rows: NDArray[np.float32]) -> NDArray[np.int64]:
        """Return of each row which list it is in."""
        own = faiss.knn(rows, self._groups, 1, faiss.METRIC_INNER_PRODUCT)[1][:, 0]
        lists = np.empty(len(rows), np.int64)
        for group in np.unique(own).tolist():
            mine, near = own == group, np.sort(self._near[group])
            best = faiss.knn(rows[mine], self.rows[near], 1, faiss.METRIC_INNER_PRODUCT)[1][:, 0]
            lists[mine] = near[best]
        return lists


def coded(
    trained: Trained, centroids: Centroids, numbers: NDArray[np.int64], rows: NDArray[np.float32]
) -> Coded:
    """Return *rows* as lists hold them; *centroids* are those of *trained*."""
    lists = centroids.lists(rows)
    codes = np.empty((len(rows), trained.code_size), np.uint8)
    trained.encode_vectors(
        len(rows), faiss.swig_ptr(rows), faiss.swig_ptr(lists), faiss.swig_ptr(codes)
    )
    return Coded(trained.nlist, numbers, lists, codes)
