"""Where a string of letters stands in the documents: all places, for certain, and quickly.

The letters of all documents (``corpus/letters.py``) are one array in memory, cut into tiles of four
that do not overlap and are sorted; what is looked for is looked up by its own tiles, as BLAT does
with genomes (Kent 2002, "BLAT – the BLAST-like alignment tool").  What is too short for that is
found by a scan.  Made from the stored texts when it is first asked; nothing of it is on disk.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.letters import letters, letters_as_written

if TYPE_CHECKING:
    from numpy.typing import NDArray

TILE = 4
# What has so many letters holds a whole tile, wherever it begins.
SHORTEST = 2 * TILE - 1
FACTORS = np.array([0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F], np.uint32)
# A tile that occurs more often is no seed of a place that is like what is looked for.
FREQUENT = 2_000
# Places that are compared at once.
BATCH = 4_096


class Stretch(NamedTuple):
    """The letters of one document, as one run in the array."""

    path: str
    start: int
    as_written: bool  # what stands in entities and pinyin included


class Found(NamedTuple):
    """Where letters stand."""

    path: str
    at: int  # in the letters of the document
    as_written: bool


class LetterIndex:
    """The letters of many documents."""

    def __init__(self, sources: Iterable[tuple[str, str]]) -> None:
        """Make the index of documents, each with its path and source text."""
        self._stretches: list[Stretch] = []
        pieces: list[bytes] = []
        self._size = 0
        for path, source in sources:
            self._add(path, letters(source).text, pieces, as_written=False)
            whole = letters_as_written(source)
            if whole is not None:
                self._add(path, whole.text, pieces, as_written=True)
        self._starts = [each.start for each in self._stretches]
        self._bytes = b"".join(pieces)
        self._units = np.frombuffer(self._bytes, "<u2")
        keys = _keys(self._units, TILE)
        self._order = np.argsort(keys, kind="stable").astype(np.int32)
        self._keys = keys[self._order]

    def _add(self, path: str, text: str, pieces: list[bytes], *, as_written: bool) -> None:
        self._stretches.append(Stretch(path, self._size, as_written))
        pieces += [_encoded(text), b"\0\0"]
        self._size += len(text) + 1

    def find(self, wanted: str) -> Iterator[Found]:
        """Yield every place at which the letters *wanted* stand, in order of the documents."""
        units = np.frombuffer(_encoded(wanted), "<u2")
        if not len(units):
            return
        places = self._looked_up(units) if len(units) >= SHORTEST else self._scanned(units)
        yield from map(self._placed, places)

    def near(self, wanted: str, count: int) -> list[Found]:
        """Return at most *count* places that have most tiles in common with *wanted*, best first.

        The beginning of such a place may be off by the letters that were left out or put in.
        """
        units = np.frombuffer(_encoded(wanted), "<u2")
        begins: list[NDArray[np.int64]] = []
        for at in range(len(units) - TILE + 1):
            first, last = self._range(units[at : at + TILE])
            if last - first <= FREQUENT:
                begins.append(self._order[first:last].astype(np.int64) * TILE - at)
        if not begins:
            return []
        # Begins that are nearly the same are one place, in one of two rows of windows.
        width = max(TILE, len(units) // 4)
        all_begins = np.concatenate([np.concatenate(begins)] * 2)
        shifts = np.repeat([0, width // 2], len(all_begins) // 2)
        windows = (all_begins + shifts) // width * 2 + (shifts > 0)
        _, places, counts = np.unique(windows, return_index=True, return_counts=True)
        best = places[np.argsort(-counts, kind="stable")[: 4 * count]]
        hit = [self._placed(max(0, place)) for place in all_begins[best].tolist()]
        return [each for each in dict.fromkeys(hit) if not each.as_written][:count]

    def _placed(self, place: int) -> Found:
        stretch = self._stretches[bisect_right(self._starts, place) - 1]
        return Found(stretch.path, place - stretch.start, stretch.as_written)

    def _range(self, tile: NDArray[np.uint16]) -> tuple[int, int]:
        key = _keys(tile, TILE)[0]
        first = int(np.searchsorted(self._keys, key, "left"))
        return first, int(np.searchsorted(self._keys, key, "right"))

    def _looked_up(self, units: NDArray[np.uint16]) -> list[int]:
        """Return where *units* stand: by whichever of their tiles is rarest, in each phase."""
        hit: list[int] = []
        for phase in range(TILE):
            tiles = range(phase, len(units) - TILE + 1, TILE)
            ranges = [(self._range(units[at : at + TILE]), at) for at in tiles]
            (first, last), at = min(ranges, key=lambda each: each[0][1] - each[0][0])
            begins = self._order[first:last].astype(np.int64) * TILE - at
            fitting = begins[(begins >= 0) & (begins + len(units) <= len(self._units))]
            for batch in np.array_split(fitting, len(fitting) // BATCH + 1):
                hit += self._equal(batch, units).tolist()
        return sorted(hit)

    def _equal(self, begins: NDArray[np.int64], units: NDArray[np.uint16]) -> NDArray[np.int64]:
        for at in range(0, len(units), 16):
            piece = units[at : at + 16]
            rows = self._units[begins[:, None] + np.arange(at, at + len(piece))]
            begins = begins[(rows == piece).all(axis=1)]
        return begins

    def _scanned(self, units: NDArray[np.uint16]) -> Iterator[int]:
        wanted, at = units.tobytes(), -1
        while (at := self._bytes.find(wanted, at + 1)) >= 0:
            if at % 2 == 0:
                yield at // 2


def _encoded(text: str) -> bytes:
    """Return two bytes a letter; of those beyond the first plane only a part, which is compared."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    units: NDArray[np.uint16] = np.maximum(points & 0xFFFF, 1).astype("<u2")
    return units.tobytes()


def _keys(units: NDArray[np.uint16], tile: int) -> NDArray[np.uint32]:
    """Return a hash of each whole tile of *units*."""
    tiles = len(units) // tile
    keys = np.zeros(tiles, np.uint32)
    for at in range(tile):
        keys += units[at : tiles * tile : tile].astype(np.uint32) * FACTORS[at]
        keys ^= keys >> np.uint32(15)
    return keys
