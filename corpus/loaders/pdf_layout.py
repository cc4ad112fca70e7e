"""A page of a PDF as it is read: its lines in order."""

from __future__ import annotations

from typing import NamedTuple

from corpus.loaders.pdf_lines import around, as_written, line, rows, runs, turned
from corpus.loaders.pdf_page import SKEWED, Glyphs
from corpus.reading_order import Box, in_reading_order


class Line(NamedTuple):
    """A line of text and where it stands; the box is empty where nobody would look for it."""

    text: str
    box: Box | None


def layout(glyphs: Glyphs) -> list[Line]:
    """Return the lines of a page in the order in which a reader would read them.

    What is turned otherwise than most of the page comes after it.
    """
    lines: list[Line] = []
    for turn, upright, chosen in turned(glyphs):
        if turn == SKEWED:
            lines += [Line(text, None) for text in as_written(upright, chosen)]
            continue
        pieces = runs(upright, chosen)
        order = in_reading_order([run.box for run in pieces])
        main = not lines
        for row in rows(pieces[at] for at in order):
            lines.append(Line(line(row), around(run.box for run in row) if main else None))
    return lines
