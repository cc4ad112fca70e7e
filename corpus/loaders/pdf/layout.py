"""A page of a PDF as it is read: its lines in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.loaders.pdf.aligned import aligned
from corpus.loaders.pdf.grids import Placed
from corpus.loaders.pdf.lines import Run, around, as_written, line, rows, runs, turned, upright
from corpus.loaders.pdf.page import SKEWED, Glyphs
from corpus.loaders.pdf.tables import ruled
from corpus.loaders.pdf.words import joined_words
from corpus.loaders.tables import FIGURE
from corpus.reading_order import Box, in_reading_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Characters of a line of a column of prose, on average.
PROSE = 16


class Line(NamedTuple):
    """A line of text and where it stands; the box is empty where nobody would look for it."""

    text: str
    box: Box | None


Block = Line | Placed


def layout(glyphs: Glyphs, rules: NDArray[np.float32]) -> list[Block]:
    """Return the lines and tables of a page in the order in which a reader would read them.

    What is turned otherwise than most of the page comes after it.
    """
    ways = {turn: (made, chosen) for turn, made, chosen in turned(glyphs)}
    if not ways:
        return []
    main = next(iter(ways))
    straight = {turn: made for turn, (made, _) in ways.items() if turn != SKEWED}
    tables: list[Placed] = []
    free = np.flatnonzero(glyphs.ink & (glyphs.turns != SKEWED))
    if straight and len(rules):
        tables, free = ruled(straight, main, free, upright(rules, main))
    blocks: list[Block] = []
    for turn, (made, chosen) in ways.items():
        left = chosen[np.isin(chosen, free)]
        if turn == SKEWED:
            blocks += [Line(text, None) for text in as_written(made, chosen)]
        elif turn == main:
            blocks += _in_order(joined_words(runs(made, left)), tables)
        else:
            blocks += [
                block._replace(box=None) if isinstance(block, Line) else block
                for block in _in_order(joined_words(runs(made, left)), [])
            ]
    return blocks


def _in_order(pieces: list[Run], tables: list[Placed]) -> Iterator[Block]:
    waiting: list[Run] = []
    boxes = [*(run.box for run in pieces), *(table.box for table in tables)]
    entries = [*(bool(FIGURE.fullmatch(run.text)) for run in pieces), *(False for _ in tables)]
    for at in in_reading_order(boxes, entries):
        if at < len(pieces):
            waiting.append(pieces[at])
            continue
        yield from _lines(waiting)
        yield tables[at - len(pieces)]
        waiting = []
    yield from _lines(waiting)


def _lines(ordered: list[Run]) -> Iterator[Block]:
    stretch: list[list[Run]] = []
    for row in aligned([*rows(ordered)]):
        if isinstance(row, Placed):
            yield from _as_drawn(stretch)
            stretch = []
            yield row
        else:
            stretch.append(row)
    yield from _as_drawn(stretch)


def _as_drawn(stretch: list[list[Run]]) -> Iterator[Line]:
    """Yield the lines of rows; where the file has one column of them after the other, so too."""
    for together, group in groupby(stretch, key=lambda row: len(row) == 2):
        pairs = [sorted(row, key=lambda run: run.at) for row in group]
        if together and len(pairs) > 2 and _is_columns(pairs):
            pairs = [[run] for side in zip(*pairs, strict=True) for run in side]
        for row in pairs:
            yield Line(line(row), around(run.box for run in row))


def _is_columns(pairs: list[list[Run]]) -> bool:
    before, after = ([row[side] for row in pairs] for side in (0, 1))
    prose = all(sum(len(run.text) for run in side) > PROSE * len(side) for side in (before, after))
    return prose and max(run.at for run in before) < min(run.at for run in after)
