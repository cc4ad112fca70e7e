"""What OCR makes of the image of a page, and the seam for whatever does it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from corpus.reading_order import Box


class Word(NamedTuple):
    """A stretch of a line without spaces; Chinese and what is not Chinese are two words."""

    start: int  # half-open offsets into the text of its line
    end: int
    box: Box  # points, origin at the top left of the page
    confidence: float  # 0 to 1: of the character of it that is least sure


class Line(NamedTuple):
    """A line of text, or the part of one that stands apart."""

    text: str
    box: Box  # points, origin at the top left of the page
    confidence: float  # 0 to 1
    words: tuple[Word, ...]  # in order; all of the text but the spaces
    end: str = "\n"  # between it and the next: spaces in a row, a line feed, two at a paragraph


class Recogniser(Protocol):
    """Reads the text in the image of a page."""

    @property
    def fingerprint(self) -> str:
        """What decides the text: the engine, its models, their versions."""

    def recognise(self, image: bytes) -> tuple[Line, ...]:
        """Return the lines of *image*, a PNG file, in reading order; none where it has no text.

        Its resolution is what its ``pHYs`` chunk says, 72 pixels an inch without one.

        Raises:
            UnreadableFileError: If it took too long, or its process died of it.
        """


Pages = Mapping[int, tuple[Line, ...]]  # what was read on the pages of a file, by number


def lines_as_json(lines: tuple[Line, ...]) -> list[Any]:
    """Return *lines* as plain lists."""
    return [list(line) for line in lines]


def lines_from_json(plain: list[Any]) -> tuple[Line, ...]:
    """Return what :func:`lines_as_json` made plain."""
    return tuple(
        Line(text, _box(box), sure, _words(words), end) for text, box, sure, words, end in plain
    )


def _words(plain: list[Any]) -> tuple[Word, ...]:
    return tuple(Word(start, end, _box(box), sure) for start, end, box, sure in plain)


def _box(plain: list[float]) -> Box:
    left, top, right, bottom = plain
    return left, top, right, bottom
