"""In which order the boxes of a page are read: columns, headings across them, sidebars, tables.

The recursive XY-cut of Nagy and Seth ("Hierarchical representation of optically scanned documents",
1984) on boxes instead of ink: a page is cut into bands, a band into columns, a column into bands.
For scripts whose lines run from left to right and follow each other downwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Boxes = NDArray[np.float64]
    Chosen = NDArray[np.int64]

Box = tuple[float, float, float, float]  # left, top, right, bottom; the origin is at the top left
Interval = tuple[float, float]
Intervals = list[Interval]

# All in heights of a line of the page (the median of the boxes' heights).
GUTTER = 0.8  # what is free between two columns
INSET = 0.2  # how far lines may reach into each other and still be two
SAME_ROW = 0.25  # how far apart the middles of what stands in one row of a table may be
NARROWEST = 8.0  # a column of running text
FULL = 0.8  # of a column's width: a line that fills it
ALIGNED = 0.8  # the share of boxes beside another one that makes columns a table
ENTRIES = 0.5  # the share of boxes that are entries of a table in a column of them
AHEAD = 100  # lines of one column above the first of a second one
DEEPEST = 24  # cuts inside cuts; no printed page has so many


def in_reading_order(boxes: Sequence[Box], entries: Sequence[bool] = ()) -> list[int]:
    """Return the positions of *boxes* in the order in which a reader would read them.

    A box is a line of text, or a run of one, in any unit.  What spans several columns is read
    before what is below it; columns of running text are read one after the other, but columns
    of short entries that stand side by side are a table and read row by row.  Which boxes are
    such *entries* by what they say, figures for one, may be given.
    """
    page = np.array(boxes, np.float64).reshape(-1, 4)
    if not len(page):
        return []
    height = float(np.median(page[:, 3] - page[:, 1]))
    # As a fifth side of each box.
    page = np.column_stack([page, entries or np.zeros(len(page))])
    return [int(at) for at in _ordered(page, np.arange(len(page)), height, 0)]


def _ordered(page: Boxes, chosen: Chosen, height: float, depth: int) -> Iterable[int]:
    if len(chosen) < 2:
        return map(int, chosen)
    if depth > DEEPEST:
        return _by_rows(page, chosen)
    pieces = _columns(page, chosen, height)
    if len(pieces) > 1:
        pieces = _tables_joined(page, pieces, height)
    else:
        pieces = _bands(page, chosen, height)
    if len(pieces) == 1:
        return _by_rows(page, chosen)
    return [at for piece in pieces for at in _ordered(page, piece, height, depth + 1)]


def _columns(page: Boxes, chosen: Chosen, height: float) -> list[Chosen]:
    """Cut where a gutter runs from top to bottom; from left to right."""
    return _apart(page[:, 0], page[:, 2], chosen, GUTTER * height)


def _bands(page: Boxes, chosen: Chosen, height: float) -> list[Chosen]:
    """Cut where the columns change; from top to bottom."""
    inset, gutter = INSET * (page[:, 3] - page[:, 1]), GUTTER * height
    strips = _apart(page[:, 1] + inset, page[:, 3] - inset, chosen, 0.0)
    columns = [_united(((page[at, 0], page[at, 2]) for at in it), gutter) for it in strips]
    whole = float(page[chosen, 0].min()), float(page[chosen, 2].max())
    bands: list[Chosen] = []
    start = 0
    while start < len(strips):
        end, _ = _band(columns, start, whole, gutter)
        bands.append(np.concatenate(strips[start:end]))
        start = end
    return bands


def _band(
    columns: list[Intervals], start: int, whole: Interval, gutter: float
) -> tuple[int, Intervals]:
    """Return the end and the columns of the band that begins with the strip at *start*.

    A strip joins those above unless together they have fewer columns; what is wide in one strip
    may be the gap between two words.  Lines of one column begin a band of several if there is a
    gutter beside all of them, else each is for itself.
    """
    end, together = start + 1, columns[start]
    band = together
    for at in range(start + 1, len(columns)):
        joined = _united([*together, *columns[at]], gutter)
        fewest = 2 if at - start == 1 else max(2, len(together))
        if len(joined) < min(fewest, max(len(together), len(columns[at]))):
            break
        if len(together) == 1 < len(columns[at]):
            _, below = _band(columns, at, whole, gutter)
            if len(_united([*together, *below], gutter)) < len(below):
                break
        if len(joined) > 1:
            end, band = at + 1, joined
        elif joined == [whole] or at - start > AHEAD:
            break
        together = joined
    return end, band


def _apart(starts: Boxes, ends: Boxes, chosen: Chosen, gap: float) -> list[Chosen]:
    """Group the *chosen* intervals: more than *gap* lies free between two groups."""
    in_order = chosen[np.argsort(starts[chosen], kind="stable")]
    reached = np.maximum.accumulate(ends[in_order])
    return np.split(in_order, np.flatnonzero(starts[in_order][1:] - reached[:-1] > gap) + 1)


def _united(intervals: Iterable[Interval], gap: float) -> Intervals:
    united: Intervals = []
    for start, end in sorted(intervals):
        if united and start - united[-1][1] <= gap:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _tables_joined(page: Boxes, columns: list[Chosen], height: float) -> list[Chosen]:
    """Join neighbouring columns that are the columns of one table."""
    joined = [columns[0]]
    for column in columns[1:]:
        if _is_table(page, joined[-1], column, height):
            joined[-1] = np.concatenate([joined[-1], column])
        else:
            joined.append(column)
    return joined


def _is_table(page: Boxes, before: Chosen, column: Chosen, height: float) -> bool:
    """Tell whether boxes of two columns stand in rows, and not both are running text."""
    running = [_is_running_text(page[it], height) for it in (before, column)]
    # Few lines to the right of running text stand in its margin.
    aside = len(column) * 2 <= len(before) and np.mean(page[column, 4]) < ENTRIES
    if running[0] and (running[1] or aside):
        return False
    middles = (page[:, 1] + page[:, 3]) / 2
    fewer, more = sorted([before, column], key=len)
    others = np.sort(middles[more])
    reach = SAME_ROW * height
    beside = np.searchsorted(others, middles[fewer] - reach) < np.searchsorted(
        others, middles[fewer] + reach, side="right"
    )
    return float(np.mean(beside)) >= ALIGNED


def _is_running_text(lines: Boxes, height: float) -> bool:
    if np.mean(lines[:, 4]) >= ENTRIES:
        return False
    widths = lines[:, 2] - lines[:, 0]
    full = float(np.quantile(widths, 0.9))
    return full >= NARROWEST * height and float(np.mean(widths >= FULL * full)) >= 0.5


def _by_rows(page: Boxes, chosen: Chosen) -> list[int]:
    """Order by rows: a box whose middle lies above the foot of a row's first one is in it."""
    middles = (page[:, 1] + page[:, 3]) / 2
    rows: list[list[int]] = []
    foot = 0.0
    for at in chosen[np.argsort(middles[chosen], kind="stable")].tolist():
        if not rows or middles[at] >= foot:
            rows.append([])
            foot = middles[at] + (page[at, 3] - page[at, 1]) / 2
        rows[-1].append(at)
    return [at for row in rows for at in sorted(row, key=lambda place: (page[place, 0], place))]
