"""Running heads and feet, and the numbers of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from corpus.loaders.pdf.layout import Block, Line
from corpus.loaders.pdf.lines import same_row

PAGE_NUMBER = re.compile(
    r"[^\w.]*(?:page|p\.|第)?\W*(?:\d{1,4}|[ivxlc]{1,6})[^\w.]*(?:页|頁|(?:of|sur|/)\W*\d{1,4})?[^\w.]*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
# A line at the edge of so many pages, numbers aside, is a running head.
REPEATED = 3
EDGE = 2  # rows


class Edges(NamedTuple):
    """Which of a page's blocks are at its top and at its bottom, by number."""

    top: frozenset[int]
    bottom: frozenset[int]


def running(pages: Sequence[Sequence[Block]]) -> list[Edges]:
    """Return for each page which of its blocks are running heads and feet, and page numbers."""
    edges = [_edges(page) for page in pages]
    shapes: Counter[str] = Counter()
    for page, (top, bottom) in zip(pages, edges, strict=True):
        shapes.update({_shape(page[at]) for at in top | bottom})
    recurring = {shape for shape, count in shapes.items() if shape and count >= REPEATED}
    return [
        Edges(*(frozenset(at for at in side if _runs(page[at], recurring)) for side in sides))
        for page, sides in zip(pages, edges, strict=True)
    ]


def is_page_number(text: str) -> bool:
    """Tell whether a line is but the number of its page."""
    return bool(PAGE_NUMBER.fullmatch(text))


def _runs(block: Block, recurring: set[str]) -> bool:
    return isinstance(block, Line) and (_shape(block) in recurring or is_page_number(block.text))


def _edges(page: Sequence[Block]) -> Edges:
    """Return which lines of a page may be its head or foot; of a short page only the outermost."""
    placed = [(block.box, at) for at, block in enumerate(page) if block.box]
    placed.sort(key=lambda place: place[0][1] + place[0][3])
    rows: list[list[int]] = []
    for number, (box, at) in enumerate(placed):
        if not number or not same_row(placed[number - 1][0], box):
            rows.append([])
        rows[-1].append(at)
    depth = EDGE if len(rows) >= 4 * EDGE else 1
    top = frozenset(at for row in rows[:depth] for at in row)
    return Edges(top, frozenset(at for row in rows[-depth:] for at in row) - top)


def _shape(block: Block) -> str:
    return DIGITS.sub("0", block.text).strip() if isinstance(block, Line) else ""
