"""Where a string of letters stands in the documents: all places, for certain, and quickly.

The letters of all documents (``corpus/letters.py``) are one array in memory, cut into tiles of four
that do not overlap and are sorted; what is looked for is looked up by its own tiles, as BLAT does
with genomes (Kent 2002, "BLAT – the BLAST-like alignment tool").  What is too short for that is
found by a scan.  Made from the stored texts when it is first asked; nothing of it is on disk.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.letters import letters, letters_as_written

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.view import View

TILE = 4
# What has so many letters holds a whole tile, wherever it begins.
SHORTEST = 2 * TILE - 1
FACTORS = np.array([0x9E37_79B1, 0x85EB_CA77, 0xC2B2_AE3D, 0x27D4_EB2F], np.uint32)
# Of so many letters the rarest tile is rare enough to look the rest up by.
LEADING = 256
# A tile that occurs more often is no seed of a place that is like what is looked for.
FREQUENT = 2_000
# Seeds that are looked at, the rarest tiles' first: a place that is like it has several of those.
SEEDS = 1 << 16
# Of what has so many letters places are held against all tiles before they are given.
LONG = 1_000
# Places that are compared at once.
BATCH = 4_096
# Of every so many letters it is known where in the source they stand.
STEP = 256
# Letters that are looked at in one go where all are: what is compared stays in the cache.
STRETCH = 1 << 16


class Stretch(NamedTuple):
    """The letters of one document, as one run in the array."""

    path: str
    start: int
    size: int
    as_written: bool  # what stands in entities, pinyin and links included
    cuts: NDArray[np.int32]  # where in the source every so many of them stand


class Window(NamedTuple):
    """Letters of a document and the stretch of its source that they are in."""

    first: int
    last: int
    start: int
    end: int | None  # None: that of the source


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
            self._add(path, letters(source, path), pieces, as_written=False)
            whole = letters_as_written(source, path)
            if whole is not None:
                self._add(path, whole, pieces, as_written=True)
        self._starts = [each.start for each in self._stretches]
        self._of = {(each.path, each.as_written): each for each in self._stretches}
        self._units = np.frombuffer(b"".join(pieces), "<u2")
        self._frequent = np.bincount(self._units, minlength=1 << 16).astype(np.float64)
        keys = _keys(self._units, TILE)
        self._order = np.argsort(keys, kind="stable").astype(np.int32)
        self._keys = keys[self._order]

    def _add(self, path: str, view: View, pieces: list[bytes], *, as_written: bool) -> None:
        size, cuts = len(view.text), view.starts[::STEP].copy()
        self._stretches.append(Stretch(path, self._size, size, as_written, cuts))
        pieces += [_encoded(view.text), b"\0\0"]
        self._size += size + 1

    @property
    def bytes(self) -> int:
        """What it holds in memory, but for the names of the documents."""
        held = self._units, self._order, self._keys, self._frequent
        return sum(array.nbytes for array in held)

    def find(self, wanted: str) -> Iterator[Found]:
        """Yield every place at which the letters *wanted* stand, in order of the documents."""
        units = np.frombuffer(_encoded(wanted), "<u2")
        if not len(units):
            return
        places = self._looked_up(units) if len(units) >= SHORTEST else self._scanned(units)
        yield from map(self._placed, places)

    def spelled(self, characters: Sequence[str]) -> Counter[str]:
        """Return what stands where each letter is one of *characters* at its place, and how often.

        Letters beyond the first plane are not looked for.
        """
        first, *others = map(_allowed, characters)
        ends = max(0, len(self._units) - len(others))
        places = np.flatnonzero(first[self._units[:ends]])
        for at, allowed in enumerate(others, start=1):
            places = places[allowed[self._units[places + at]]]
        rows = self._units[places[:, None] + np.arange(len(characters))]
        return Counter(row.tobytes().decode("utf-16-le") for row in rows)

    def window(self, hit: Found, before: int, after: int) -> Window:
        """Return a window with so many letters before and after the beginning of *hit*, or more."""
        stretch = self._of[hit.path, hit.as_written]
        first = max(0, hit.at - before) // STEP
        last = min(len(stretch.cuts), max(0, hit.at + after - 1) // STEP + 1)
        start = int(stretch.cuts[first]) if first else 0
        end = int(stretch.cuts[last]) if last < len(stretch.cuts) else None
        return Window(first * STEP, min(last * STEP, stretch.size), start, end)

    def are(self, hit: Found, window: Window, text: str) -> bool:
        """Tell whether the letters of a window of the document of *hit* are *text*."""
        at = self._of[hit.path, hit.as_written].start
        there = self._units[at + window.first : at + window.last]
        return len(there) == len(text) and there.tobytes() == _encoded(text)

    def near(self, wanted: str, count: int) -> list[Found]:
        """Return at most *count* places that have most tiles in common with *wanted*, best first.

        The beginning of such a place may be off by the letters that were left out or put in.
        Of what is long, places with the most rare tiles are held against all of its tiles.
        """
        units = np.frombuffer(_encoded(wanted), "<u2")
        begins = self._seeded(units)
        if not len(begins):
            return []
        # Begins that are nearly the same are one place, in one of two rows of windows.
        width = max(TILE, len(wanted) // 4)
        rows = begins // width * 2, (begins + width // 2) // width * 2 + 1
        best = _fullest(np.concatenate(rows), 4 * count) % len(begins)
        hit = [self._placed(max(0, place)) for place in begins[best].tolist()]
        distinct = [each for each in dict.fromkeys(hit) if not each.as_written]
        if len(units) < LONG or len(distinct) <= count:
            return distinct[:count]
        asked = np.unique(_keys(units, 1))
        distinct = distinct[: 3 * count]
        return sorted(distinct, key=lambda each: -self._common(each, asked, len(units)))[:count]

    def _common(self, hit: Found, asked: NDArray[np.uint32], size: int) -> int:
        """Return how many of the distinct tiles *asked* stand in the *size* letters from *hit*."""
        stretch = self._of[hit.path, hit.as_written]
        begin = stretch.start + hit.at
        end = min(begin + size, stretch.start + stretch.size)
        there = np.sort(_keys(self._units[begin:end], 1))
        at = np.minimum(np.searchsorted(there, asked), max(len(there) - 1, 0))
        return int((there[at] == asked).sum()) if len(there) else 0

    def _seeded(self, units: NDArray[np.uint16]) -> NDArray[np.int64]:
        """Return where *units* would begin by each of their tiles, of the rarest so many."""
        firsts, lasts = self._ranges(units)
        sizes = lasts - firsts
        rare = np.argsort(sizes, kind="stable")
        rare = rare[(sizes[rare] <= FREQUENT) & (np.cumsum(sizes[rare]) <= SEEDS)]
        rare = np.sort(rare)
        # All places of the first of them, then of the next.
        ahead = np.cumsum(sizes[rare]) - sizes[rare]
        places = np.arange(sizes[rare].sum()) + np.repeat(firsts[rare] - ahead, sizes[rare])
        tiles: NDArray[np.int64] = self._order[places].astype(np.int64)
        return tiles * TILE - np.repeat(rare, sizes[rare])

    def _placed(self, place: int) -> Found:
        stretch = self._stretches[bisect_right(self._starts, place) - 1]
        return Found(stretch.path, place - stretch.start, stretch.as_written)

    def _ranges(self, units: NDArray[np.uint16]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return from where to where each tile of *units*, also between others, is in the order."""
        # In order, so that each is looked for near the one before.
        keys, each = np.unique(_keys(units, 1), return_inverse=True)
        firsts = np.searchsorted(self._keys, keys, "left")
        return firsts[each], np.searchsorted(self._keys, keys, "right")[each]

    def _looked_up(self, units: NDArray[np.uint16]) -> list[int]:
        """Return where *units* stand: by whichever of the first tiles is rarest, in each phase."""
        hit: list[int] = []
        firsts, lasts = self._ranges(units[:LEADING])
        sizes = lasts - firsts
        for phase in range(TILE):
            at = phase + TILE * int(np.argmin(sizes[phase::TILE]))
            begins = self._order[firsts[at] : lasts[at]].astype(np.int64) * TILE - at
            fitting = begins[(begins >= 0) & (begins + len(units) <= len(self._units))]
            for batch in np.array_split(fitting, len(fitting) // BATCH + 1):
                hit += self._equal(batch, units).tolist()
        return sorted(hit)

    def _equal(self, begins: NDArray[np.int64], units: NDArray[np.uint16]) -> NDArray[np.int64]:
        for at in range(0, len(units), 16):
            if not len(begins):
                break
            piece = units[at : at + 16]
            rows = self._units[begins[:, None] + np.arange(at, at + len(piece))]
            begins = begins[(rows == piece).all(axis=1)]
        return begins

    def _scanned(self, units: NDArray[np.uint16]) -> Iterator[int]:
        """Yield where *units* stand, by a look at every letter: for the two that are rarest."""
        pair = self._rarest_pair(units)
        for begin in range(0, len(self._units), STRETCH):
            block = self._units[begin : begin + STRETCH + 1]
            equal = block[:STRETCH] == units[pair]
            if len(units) > 1:
                equal = equal[: len(block) - 1] & (block[1:] == units[pair + 1])
            places = np.flatnonzero(equal) + (begin - pair)
            fitting = places[(places >= 0) & (places + len(units) <= len(self._units))]
            yield from self._equal(fitting, units).tolist()

    def _rarest_pair(self, units: NDArray[np.uint16]) -> int:
        frequent = self._frequent[units]
        return int(np.argmin(frequent[:-1] * frequent[1:])) if len(units) > 1 else 0


def _allowed(characters: str) -> NDArray[np.bool_]:
    """Return for every unit whether it is one of *characters*."""
    fitting = np.zeros(1 << 16, bool)
    fitting[[ord(each) for each in characters if ord(each) < 1 << 16]] = True
    return fitting


def _fullest(windows: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return where in *windows* those stand first that occur most often, of as many the lowest."""
    ordered = np.sort(windows * len(windows) + np.arange(len(windows)))
    starts = np.flatnonzero(
        np.diff(ordered // len(windows), prepend=ordered[0] // len(windows) - 1)
    )
    counts = np.diff(starts, append=len(windows))
    as_full = np.cumsum(np.bincount(counts)[::-1])[::-1]  # windows with so many or more
    full = np.flatnonzero(counts >= np.flatnonzero(as_full >= min(count, len(counts)))[-1])
    best = full[np.argsort(-counts[full], kind="stable")[:count]]
    return ordered[starts[best]] % len(windows)


def _encoded(text: str) -> bytes:
    """Return two bytes a letter; of those beyond the first plane only a part, which is compared."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    units: NDArray[np.uint16] = np.maximum(points & 0xFFFF, 1).astype("<u2")
    return units.tobytes()


def _keys(units: NDArray[np.uint16], step: int) -> NDArray[np.uint32]:
    """Return a hash of the tile that begins at every *step*-th of *units*."""
    tiles = max(0, (len(units) - TILE) // step + 1)
    keys = np.zeros(tiles, np.uint32)
    for at in range(TILE):
        keys += units[at::step][:tiles].astype(np.uint32) * FACTORS[at]
        keys ^= keys >> np.uint32(15)
    return keys
