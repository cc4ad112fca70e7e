"""Runs and lines of text from the characters of a page, by where these stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import regex

from corpus.loaders.pdf.page import SKEWED, Glyphs
from corpus.reading_order import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Chosen = NDArray[np.int64]

# In heights of the smaller of two characters: a wider gap ends a run, so far one may reach back
# over the other, a wider gap is a space, and so much they must share of a row; in heights of the
# larger: their middles are not farther apart.
WIDE, OVER, SPACE, SHARED, LEVEL = 0.6, 0.6, 0.15, 0.5, 0.35
# Which way each turn reads, as (left, top, right, bottom) out of a box and its negative.
UPRIGHT = {0: (0, 1, 2, 3), 1: (1, 6, 3, 4), 2: (6, 7, 4, 5), 3: (7, 0, 5, 2)}
RIGHT_TO_LEFT = regex.compile(r"[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}]")
LETTERS_APART = regex.compile(r"(?<!\S)\p{L}(?: \p{L}){3,}(?!\S)")


class Run(NamedTuple):
    """Characters of one line without a wide gap between them."""

    text: str
    box: Box
    spaced: bool  # white space follows in the file
    at: int  # its place in the file


def turned(glyphs: Glyphs) -> Iterator[tuple[int, Glyphs, Chosen]]:
    """Yield for each way of reading, the most frequent first: the turn, the glyphs upright, which.

    What is written at any other angle comes last.
    """
    counts = np.bincount(glyphs.turns[glyphs.ink], minlength=SKEWED + 1)
    for turn in sorted(range(SKEWED + 1), key=lambda turn: (turn == SKEWED, -counts[turn])):
        if counts[turn]:
            boxes = upright(glyphs.boxes, turn)
            yield (
                turn,
                glyphs._replace(boxes=boxes),
                np.flatnonzero(glyphs.ink & (glyphs.turns == turn)),
            )


def upright(boxes: NDArray[np.float32], turn: int) -> NDArray[np.float32]:
    """Return *boxes* of shape (n, 4) on the page turned so that what has this *turn* reads."""
    return np.hstack([boxes, -boxes])[:, UPRIGHT.get(turn, UPRIGHT[0])]


def runs(glyphs: Glyphs, chosen: Chosen) -> list[Run]:
    """Return the runs of the *chosen* characters, in the order of the file.

    What is smaller and raised or lowered stays in its run: the er of 1er, the mark of a footnote.
    """
    if not len(chosen):
        return []
    boxes = glyphs.boxes[chosen]
    heights = boxes[:, 3] - boxes[:, 1]
    before, after = boxes[:-1], boxes[1:]
    small = np.minimum(heights[:-1], heights[1:])
    shared = np.minimum(before[:, 3], after[:, 3]) - np.maximum(before[:, 1], after[:, 1])
    gap = after[:, 0] - before[:, 2]
    if RIGHT_TO_LEFT.search(glyphs.text, chosen[0], chosen[-1] + 1):
        gap = np.maximum(gap, before[:, 0] - after[:, 2])
    level = np.abs(before[:, 1] + before[:, 3] - after[:, 1] - after[:, 3]) / 2
    together = (shared >= SHARED * small) & (gap > -OVER * small) & (gap < WIDE * small)
    together &= level <= LEVEL * np.maximum(heights[:-1], heights[1:])
    starts = np.concatenate([[0], np.flatnonzero(~together) + 1])
    least = np.minimum.reduceat(boxes[:, :2], starts).tolist()
    most = np.maximum.reduceat(boxes[:, 2:], starts).tolist()
    made: list[Run] = []
    for number, (start, end) in enumerate(pairwise([*starts.tolist(), len(chosen)])):
        text = _text(glyphs, chosen[start:end], gap[start : end - 1])
        spaced = glyphs.text[chosen[end - 1] + 1 : chosen[end - 1] + 2] == " "
        (left, top), (right, bottom) = least[number], most[number]
        made.append(Run(text, (left, top, right, bottom), spaced, int(chosen[start])))
    return made


def _text(glyphs: Glyphs, chosen: Chosen, gaps: NDArray[np.float32]) -> str:
    text = glyphs.text[chosen[0] : chosen[-1] + 1]
    if len(text) == len(chosen):
        return text
    broken = "\n" in text or "\r" in text
    if not broken and len(text) - sum(map(str.isspace, text)) == len(chosen):
        return LETTERS_APART.sub(lambda match: _closed(match, glyphs.boxes[chosen[0] :]), text)
    heights = glyphs.boxes[chosen, 3] - glyphs.boxes[chosen, 1]
    text = glyphs.text[chosen[0]]
    for before, at, wide in zip(chosen, chosen[1:], gaps > SPACE * heights[1:], strict=False):
        between = glyphs.text[before + 1 : at]
        text += (" " if wide or between == " " else "") + glyphs.text[at]
    return text


def _closed(match: regex.Match[str], boxes: NDArray[np.float32]) -> str:
    """Close up letters that are set apart by nothing that the file calls a space."""
    start, end = match.span()
    spaces = boxes[start + 1 : end : 2]
    drawn = (spaces[:, 2] - spaces[:, 0] > 0).any()
    return match.group() if drawn else match.group().replace(" ", "")


def same_row(box: Box, other: Box) -> bool:
    """Tell whether two boxes stand beside each other on one line."""
    heights = box[3] - box[1], other[3] - other[1]
    shared = min(box[3], other[3]) - max(box[1], other[1])
    apart = abs(box[1] + box[3] - other[1] - other[3]) / 2
    return shared >= SHARED * min(heights) and apart <= LEVEL * max(heights)


def line(members: Sequence[Run]) -> str:
    """Return how runs of one row read, from left to right or as Arabic and Hebrew do."""
    whole = "".join(run.text for run in members)
    if len(RIGHT_TO_LEFT.findall(whole)) * 2 > len(whole):
        members = sorted(members, key=lambda run: -run.box[2])
    else:
        members = sorted(members, key=lambda run: run.box[0])
    text = ""
    for at, run in enumerate(members):
        text += _space(members[at - 1], run) if at else ""
        text += run.text
    return text


def _space(run: Run, after: Run) -> str:
    if run.spaced:
        return " "
    gap = max(after.box[0] - run.box[2], run.box[0] - after.box[2])
    return " " if gap > SPACE * min(run.box[3] - run.box[1], after.box[3] - after.box[1]) else ""


def rows(ordered: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield runs that come one after the other as they stand in rows."""
    row: list[Run] = []
    for run in ordered:
        if row and not same_row(row[-1].box, run.box):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def around(boxes: Iterable[Box]) -> Box:
    """Return the box that holds *boxes*, of which there is one at least."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def as_written(glyphs: Glyphs, chosen: Chosen) -> list[str]:
    """Return the lines of the *chosen* characters as the file gives them."""
    kept = set(chosen.tolist())
    text = "".join(one if at in kept or one.isspace() else "" for at, one in enumerate(glyphs.text))
    return [line.strip() for line in text.splitlines() if line.strip()]
