"""A page of a PDF as it is read: its lines in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corpus.loaders.pdf_lines import Run, around, as_written, line, rows, runs, turned, upright
from corpus.loaders.pdf_page import SKEWED, Glyphs
from corpus.loaders.pdf_tables import Placed, ruled
from corpus.reading_order import Box, in_reading_order

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Line(NamedTuple):
    """A line of text and where it stands; the box is empty where nobody would look for it."""

    text: str
    box: Box | None


def layout(glyphs: Glyphs, rules: NDArray[np.float32]) -> list[Line | Placed]:
    """Return the lines and tables of a page in the order in which a reader would read them.

    What is turned otherwise than most of the page comes after it.
    """
    blocks: list[Line | Placed] = []
    for turn, upright_glyphs, chosen in turned(glyphs):
        if turn == SKEWED:
            blocks += [Line(text, None) for text in as_written(upright_glyphs, chosen)]
        elif blocks:
            blocks += [Line(text, None) for text, _ in _lines(runs(upright_glyphs, chosen))]
        else:
            blocks += _main(upright_glyphs, chosen, upright(rules, turn))
    return blocks


def _main(
    glyphs: Glyphs, chosen: NDArray[np.int64], rules: NDArray[np.float32]
) -> Iterator[Line | Placed]:
    tables, chosen = ruled(glyphs, chosen, rules)
    pieces = runs(glyphs, chosen)
    boxes = [*(run.box for run in pieces), *(table.box for table in tables)]
    waiting: list[Run] = []
    for at in in_reading_order(boxes):
        if at < len(pieces):
            waiting.append(pieces[at])
            continue
        yield from (Line(*row) for row in _by_row(waiting))
        yield tables[at - len(pieces)]
        waiting = []
    yield from (Line(*row) for row in _by_row(waiting))


def _lines(pieces: list[Run]) -> Iterator[tuple[str, Box]]:
    return _by_row(pieces[at] for at in in_reading_order([run.box for run in pieces]))


def _by_row(ordered: Iterable[Run]) -> Iterator[tuple[str, Box]]:
    return ((line(row), around(run.box for run in row)) for row in rows(ordered))
