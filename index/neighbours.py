"""Makes the inverted lists of a generation, and measures how much they find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import faiss
import numpy as np

from index import dense
from index.centroids import Centroids, coded, trained_on
from index.dense import DenseIndex
from index.linking import linked
from index.lists import KIND, LISTS, TRAINED, Coded, Lists, Told, Trained, written
from index.ranges import SPAN, named, ranges, within
from index.rows import Rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

Code = Callable[["NDArray[np.int64]", "NDArray[np.float32]"], Coded]

# Lists at most: a question is compared with the centroids of all.
MOST = 16_384
POINTS = 40  # rows for each list, of which its centroid is found
# Files of lists: more take longer to ask, fewer longer to write after a change.
FILES = 24
# What share of the true nearest 40 must be found, measured on PROBES questions made of rows.
RECALL, NEAREST, PROBES = 0.98, 40, 200
# How near a question made of a row is to it, the rest being a mixture of so many other rows: so
# made, they miss as many of their nearest rows as real ones do (docs/decisions/0021).
PROBE_COSINE, MIXED = 0.5, 200
# Share of the rows that are others when recall is measured again.
ALTERED = 0.1


def write_neighbours(folder: Path, before: Path | None) -> None:
    """Add what finds rows without comparing all, if *folder* holds so many that it is worth it.

    Args:
        folder: Of a generation that has its rows.
        before: Of the generation whose rows were taken over; its centroids serve again as long as
            there are not twice as many rows as when they were found, and its files where no row
            came or went.
    """
    rows = Rows.load(folder)
    if len(rows) <= dense.EXACT_UP_TO:
        return
    (folder / LISTS).mkdir()
    past = _serving(before, rows) if before else None
    if past:
        linked(past.folder / TRAINED, folder / LISTS / TRAINED)
        trained: Trained = faiss.read_index(str(folder / LISTS / TRAINED))
        told = past.told
    else:
        trained = _trained(rows)
        with written():
            faiss.write_index(trained, str(folder / LISTS / TRAINED))
        told = Told(_span(rows.numbers), len(rows), 1, 0.0, 0, 0)
    others, code = 0, partial(coded, trained, Centroids.of(trained))
    for at, own in ranges(rows.numbers, told.span):
        others += _range_written(folder / LISTS, at, rows, rows.numbers[own], code, past, told)
    told = replace(told, others=told.others + others + (_vanished(past, rows) if past else 0))
    if told.others >= ALTERED * told.measured:
        told = _measured(rows, Lists(folder), told)
    told.save(folder)


@dataclass(frozen=True, slots=True, eq=False)
class _Past:
    """The lists of the generation before."""

    folder: Path
    told: Told
    rows: Rows


def _serving(before: Path, rows: Rows) -> _Past | None:
    """Return the lists of the generation before if their centroids still serve."""
    if not (before / LISTS).exists():
        return None
    told = Told.load(before)
    files = sum(1 for _ in ranges(rows.numbers, told.span))
    if len(rows) > 2 * told.rows or files > 2 * FILES:
        return None
    return _Past(before / LISTS, told, Rows.load(before))


def _span(numbers: NDArray[np.int64]) -> int:
    """Return how many numbers a range of lists is, so that there are at most FILES."""
    span = SPAN
    while sum(1 for _ in ranges(numbers, span)) > FILES:
        span += SPAN
    return span


def _trained(rows: Rows) -> Trained:
    """Return centroids and the limits of codes, without any row."""
    lists = min(int(4 * len(rows) ** 0.5), len(rows) // 2, MOST)
    some = min(len(rows), POINTS * lists)
    chosen = np.random.default_rng(1).choice(len(rows), some, replace=False)
    return trained_on(rows.of(rows.numbers[np.sort(chosen)]), lists)


def _range_written(
    folder: Path,
    at: int,
    rows: Rows,
    own: NDArray[np.int64],
    code: Code,
    past: _Past | None,
    told: Told,
) -> int:
    """Link or write the lists of a range; return how many of its rows came or went."""
    was = within(past.rows.numbers, at, told.span) if past else own[:0]
    if past and np.array_equal(was, own):
        linked(named(past.folder, at, KIND), named(folder, at, KIND))
        return 0
    both = np.intersect1d(was, own, assume_unique=True)
    parts = [Coded.load(named(past.folder, at, KIND)).only(both)] if past and len(both) else []
    for numbers, block in rows.blocks(np.setdiff1d(own, both, assume_unique=True)):
        parts.append(code(numbers, block.astype(np.float32)))
    Coded.joined(parts).save(named(folder, at, KIND))
    return len(was) + len(own) - 2 * len(both)


def _vanished(past: _Past, rows: Rows) -> int:
    """Return how many rows were in ranges that have none any more."""
    there = {at for at, _ in ranges(rows.numbers, past.told.span)}
    return sum(
        own.stop - own.start
        for at, own in ranges(past.rows.numbers, past.told.span)
        if at not in there
    )


def _measured(rows: Rows, lists: Lists, told: Told) -> Told:
    """Find how many lists to search for :data:`RECALL`, and the recall that this gives."""
    probes = _probes(rows)
    true = _nearest(rows, probes)
    recall = 0.0
    doubled = [2**n for n in range(3, 32) if 2**n < lists.count]
    for searched in (*doubled, lists.count):
        lists.searched = searched
        index = DenseIndex(rows, lists)
        shares = [
            len(set(nearest).intersection(index.nearest(probe, NEAREST)))
            for probe, nearest in zip(probes, true.tolist(), strict=True)
        ]
        recall = float(np.mean(shares)) / NEAREST
        if recall >= RECALL:
            break
    return replace(
        told, lists=lists.searched, recall=round(recall, 4), measured=len(rows), others=0
    )


def _probes(rows: Rows) -> NDArray[np.float32]:
    """Return rows moved aside, as far as a question is from its passage."""
    chance = np.random.default_rng(2)

    def some(count: int) -> NDArray[np.float32]:
        places = chance.choice(len(rows), min(count, len(rows)), replace=False)
        return rows.of(rows.numbers[np.sort(places)])

    chosen, others = some(PROBES), some(MIXED)
    aside = chance.normal(size=(len(chosen), len(others))).astype(np.float32) @ others
    aside += chance.normal(0, 1e-3, aside.shape)  # rows may all be the same
    aside -= (aside * chosen).sum(axis=1, keepdims=True) * chosen
    aside /= np.linalg.norm(aside, axis=1, keepdims=True)
    moved: NDArray[np.float32] = PROBE_COSINE * chosen + np.sqrt(1 - PROBE_COSINE**2) * aside
    return moved.astype(np.float32)


def _nearest(rows: Rows, probes: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the numbers of the true nearest rows of each probe, a block of rows at a time."""
    cosines = np.empty((len(probes), 0), np.float32)
    numbers = np.empty((len(probes), 0), np.int64)
    for own, block in rows.blocks():
        wanted = min(NEAREST, len(own))
        near, places = faiss.knn(
            probes, block.astype(np.float32), wanted, faiss.METRIC_INNER_PRODUCT
        )
        cosines, numbers = np.hstack((cosines, near)), np.hstack((numbers, own[places]))
        best = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
        cosines = np.take_along_axis(cosines, best, 1)
        numbers = np.take_along_axis(numbers, best, 1)
    return numbers
