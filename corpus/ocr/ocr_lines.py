"""From what an OCR engine gives to the lines of a page, in reading order, words in their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.ocr.quadrilaterals import (
    Corners,
    bounds,
    levelled,
    stretch,
    turned_back,
    widths_and_heights,
)
from corpus.ocr.recognition import Line, Word
from corpus.ocr.separators import separators
from corpus.reading_order import Box, in_reading_order
from language.spans import Span

LOWEST = 0.5  # confidence of a line; what is below it is mostly dirt and drawings
TALL = 1.5  # times as high as wide: a line that runs up or down the page
HAN = r"\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
# The models know some marks in half width only; among Chinese they were printed in full width.
HALF_WIDTH = re.compile(rf"(?<=[{HAN}])[:;?!,](?=[{HAN}]|$)")
FULL_WIDTH_SHIFT = 0xFEE0
WORD = re.compile(rf"[{HAN}]+|[^\s{HAN}]+")


class Placed(NamedTuple):
    """What the engine has a box for: a word in Latin letters, a character in Chinese."""

    text: str
    confidence: float
    corners: Corners  # shape (4, 2), pixels of the turned image


class Reading(NamedTuple):
    """The lines of an image in one of its four turns."""

    turn: int  # quarters, clockwise, by which the image was turned before
    texts: tuple[str, ...]
    corners: Corners  # shape (lines, 4, 2), pixels of the turned image
    scores: NDArray[np.float64]
    placed: Sequence[Sequence[Placed]]  # of each line, in order

    @property
    def confidence(self) -> float:
        """The mean over all characters."""
        if not self.texts:
            return 0.0
        return float(np.average(self.scores, weights=[len(text) for text in self.texts]))

    @property
    def is_sideways(self) -> bool:
        """Whether most of the text runs up or down the page."""
        widths, heights = widths_and_heights(self.corners)
        letters = np.array([len(text) for text in self.texts])
        return 2 * int(letters[heights > TALL * widths].sum()) > int(letters.sum())


def lines_of(reading: Reading, width: int, height: int, scale: float) -> tuple[Line, ...]:
    """Return the lines in order, with places on the page that was not turned yet."""

    def on_page(corners: Corners) -> Box:
        return bounds(turned_back(corners, reading.turn, width, height) * scale)

    clear = np.flatnonzero(reading.scores >= LOWEST)
    boxes = [bounds(corners) for corners in levelled(reading.corners[clear])]
    order = in_reading_order(boxes)
    ends = separators([boxes[at] for at in order])
    lines = []
    for at, end in zip(clear[order].tolist(), ends, strict=True):
        text, corners, score = reading.texts[at], reading.corners[at], float(reading.scores[at])
        words = tuple(
            Word(*span, on_page(place), round(sure, 3))
            for span, place, sure in _words(text, corners, score, reading.placed[at])
        )
        box = on_page(corners)
        lines.append(Line(_in_full_width(text), box, round(score, 3), words, end))
    return tuple(lines)


def _in_full_width(text: str) -> str:
    return HALF_WIDTH.sub(lambda mark: chr(ord(mark.group()) + FULL_WIDTH_SHIFT), text)


def _words(
    text: str, line: Corners, score: float, placed: Sequence[Placed]
) -> Iterator[tuple[Span, Corners, float]]:
    """Yield the span, the corners and the confidence of each word of *text*.

    Where the engine has no box for all of a word, its place is told by the share of the line's
    characters that stand before it.
    """
    owners: list[Placed | None] = [None] * len(text)
    end = 0
    for item in placed:
        start = text.find(item.text, end)
        if start >= 0:
            end = start + len(item.text)
            owners[start:end] = [item] * len(item.text)
    for match in WORD.finditer(_in_full_width(text)):
        start, end = match.span()
        inside = [item for item in owners[start:end] if item is not None]
        if len(inside) == end - start:
            corners = np.concatenate([item.corners for item in inside])
            yield (start, end), corners, min(item.confidence for item in inside)
        else:
            yield (start, end), stretch(line, start / len(text), end / len(text)), score
