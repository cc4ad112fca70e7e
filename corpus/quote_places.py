"""Which characters of a page are those of a quote: the source text beside the page's own.

The loader puts lines, columns and cells into the order in which they are read, so the two hold
the same characters, white space aside, in stretches that stand in another order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

import regex

from corpus.page_image import Sought
from corpus.reading_order import Box
from language.spans import Span

# What is written on a page: no white space, no control, no mark between cells.
INK = regex.compile(r"[^\s\p{C}|]")
# What a quote may be cut at: lines and cells.
STRETCH = regex.compile(r"[^\n\r|]+")
AROUND = 300  # characters on each side that tell which of several like stretches is meant
# Characters: what is shorter is not looked for by itself; of a longer quote no parts of lines are.
SHORTEST, LONGEST = 4, 4_000
# Where less of a quote than this share is on the page, no place is told.
ENOUGH = 0.6
# In heights of a character: what is farther beside or below the one before is another line or cell;
# and what both must share of the other side.
APART, BELOW, SHARED = 2.5, 0.5, 0.5


class _Ink(NamedTuple):
    """The characters of a text that are written, and where in it each stands."""

    text: str
    places: list[int]

    @classmethod
    def of(cls, text: str) -> _Ink:
        matches = list(INK.finditer(text))
        return cls("".join(match[0] for match in matches), [match.start() for match in matches])

    def within(self, start: int, end: int) -> Span:
        """Return which of them stand in ``[start, end)`` of the text."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def quote_places(sought: Sought, page: str) -> list[int]:
    """Return the offsets into *page*, its own text, of the characters of a quote, in its order.

    None are returned where most of the quote is not on the page.
    """
    ours, theirs = _Ink.of(sought.text), _Ink.of(page)
    start, end = ours.within(*sought.quote)
    if start == end:
        return []
    at = _nearest(ours.text, start, end, theirs.text, None)
    if at >= 0:
        return theirs.places[at : at + end - start]
    places: list[int] = []
    for stretch in STRETCH.finditer(sought.text, *sought.quote):
        last = places[-1] + 1 if places else None
        places += _parts(ours.text, *ours.within(*stretch.span()), theirs.text, last)
    if len(places) < ENOUGH * (end - start):
        return []
    return [theirs.places[at] for at in places]


def _parts(ours: str, start: int, end: int, theirs: str, last: int | None) -> Iterator[int]:
    """Yield where in *theirs* ``ours[start:end]`` stands, as a whole or in its longest parts."""
    if start == end:
        return
    at = _nearest(ours, start, end, theirs, last)
    if at >= 0:
        yield from range(at, at + end - start)
        return
    if not SHORTEST < end - start <= LONGEST:
        return
    match = SequenceMatcher(None, theirs, ours[start:end], autojunk=False).find_longest_match()
    if match.size < SHORTEST:
        return
    first = start + match.b
    yield from _parts(ours, start, first, theirs, last)
    at = _nearest(ours, first, first + match.size, theirs, last)
    yield from range(at, at + match.size)
    yield from _parts(ours, first + match.size, end, theirs, at + match.size)


def _nearest(ours: str, start: int, end: int, theirs: str, last: int | None) -> int:
    """Return where in *theirs* ``ours[start:end]`` begins; -1 where it does not stand.

    Of several places it is the one with most of the same characters around it, then the one
    nearest to *last*, or to where it would be if both texts had one order.
    """
    wanted = ours[start:end]
    near = last if last is not None else start * len(theirs) // len(ours)
    places = [match.start() for match in regex.finditer(regex.escape(wanted), theirs)]
    if len(places) < 2:
        return places[0] if places else -1
    before, after = ours[max(0, start - AROUND) : start][::-1], ours[end : end + AROUND]

    def alike(at: int) -> tuple[int, int]:
        left = theirs[max(0, at - AROUND) : at][::-1]
        right = theirs[at + len(wanted) : at + len(wanted) + AROUND]
        return _shared(before, left) + _shared(after, right), -abs(at - near)

    return max(places, key=alike)


def _shared(text: str, other: str) -> int:
    """Return with how many of the same characters both begin."""
    pairs = zip(text, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def joined_boxes(boxes: Sequence[Box]) -> tuple[Box, ...]:
    """Return one box for each line of characters that stand beside or below each other."""
    if not boxes:
        return ()
    parted = [_parted(before, box) for before, box in pairwise(boxes)]
    lines: dict[int, list[Box]] = {}
    for number, box in zip(accumulate([0, *parted]), boxes, strict=True):
        lines.setdefault(number, []).append(box)
    return tuple(_around(line) for line in lines.values())


def _parted(before: Box, box: Box) -> bool:
    """Tell whether two characters are not of one line: neither beside nor below each other."""
    gaps, shares, sizes = [], [], []
    for low, high in ((0, 2), (1, 3)):
        gaps.append(max(box[low] - before[high], before[low] - box[high]))
        sizes.append(max(1.0, min(box[high] - box[low], before[high] - before[low])))
        shares.append((min(box[high], before[high]) - max(box[low], before[low])) / sizes[-1])
    height = max(sizes)
    beside = shares[1] >= SHARED and gaps[0] <= APART * height
    below = shares[0] >= SHARED and gaps[1] <= BELOW * height
    return not (beside or below)


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
