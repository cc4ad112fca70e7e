"""From marks to words: the likeliest answer inside each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus.documents import Span
from qa.reading.trained import Marks

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Tokens of an answer at most.
LONGEST = 40
STOPS = (".", "。", ";", "；")
# Log odds of what no token stands for.
NONE = -30.0


@dataclass(frozen=True, slots=True)
class Words:
    """The likeliest answer in a stretch of text."""

    span: Span  # characters of the passage
    odds: float  # natural log odds, of this against the passage's not answering


def best_words(text: str, marks: Sequence[Marks], within: Span) -> Words:
    """Return the likeliest answer that lies whole *within* a stretch of the passage *text*.

    A token belongs to where its last character is; white space at the ends of an answer and the
    stop that ends the stretch are left out.  Of the windows of a long passage the surest is
    believed.
    """
    return max((_best(text, one, within) for one in marks), key=lambda one: one.odds)


def _best(text: str, marks: Marks, within: Span) -> Words:
    last = marks.offsets[:, 1] - 1
    inside = np.flatnonzero((last >= within[0]) & (last < within[1]))
    if not len(inside):
        return Words((within[0], within[0]), NONE)
    # Tokens stand in order: those inside are a run.
    mine = slice(int(inside[0]), int(inside[-1]) + 1)
    odds = _pairs(marks.begin[mine], marks.end[mine])
    first, final = np.unravel_index(int(odds.argmax()), odds.shape)
    start = max(within[0], int(marks.offsets[mine][first, 0]))
    end = int(marks.offsets[mine][final, 1])
    if end == within[1] and text[start:end].endswith(STOPS):
        end -= 1
    return Words(_stripped(text, start, end), float(odds[first, final]))


def _pairs(begin: NDArray[np.float32], end: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the log odds of each pair of first and last token, NONE where it cannot be."""
    places = np.arange(len(begin))
    length = places[None, :] - places[:, None]
    return np.where((length >= 0) & (length < LONGEST), begin[:, None] + end[None, :], NONE)


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
