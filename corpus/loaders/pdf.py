"""PDF: the text layer, page by page, in the order in which the pages are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.pdf_layout import Line, layout
from corpus.loaders.pdf_lines import same_row
from corpus.loaders.pdf_page import contents
from corpus.loaders.pdf_tables import Placed

PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|第)?\W*(?:\d{1,4}|[ivxlc]{1,6})\W*(?:页|頁|(?:of|sur|/)\W*\d{1,4})?\W*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
# A line at the edge of so many pages, numbers aside, is a running head.
REPEATED = 3
EDGE = 2  # rows


def load(content: bytes, _suffix: str = ".pdf") -> Loaded:
    """Return the text of all pages, each a part; page numbers and running heads are residue.

    Columns, sidebars and tables come in the order in which they are read.  Filled-in fields and
    what was typed over a page belong to it.  A hyphen at the end of a line is "-", be it soft.
    """
    pages = [layout(page.glyphs, page.drawn.rules) if page else [] for page in contents(content)]
    if not any(pages):
        raise UnreadableFileError("file_scan")
    draft = Draft()
    edges = [_edges(page) for page in pages]
    recurring = _recurring(pages, edges)
    for number, page in enumerate(pages, start=1):
        if not page:
            draft.note("note_page", page=str(number))
            continue
        draft.part("page", str(number))
        for at, block in enumerate(page):
            if isinstance(block, Placed):
                draft.table(block.grid)
                continue
            start, end = draft.add(block.text, "\n")
            at_edge = at in edges[number - 1]
            if at_edge and (_shape(block) in recurring or PAGE_NUMBER.fullmatch(block.text)):
                draft.residue.append((start, end + 1))
    return draft.loaded()


def visible(content: bytes, _suffix: str = ".pdf") -> str:
    """Return the characters of all pages, fields and typed remarks in the order of the file."""
    shown = "\n".join(page.shown for page in contents(content) if page)
    contents.cache_clear()  # what was kept from load
    return shown


def _edges(page: Sequence[Line | Placed]) -> set[int]:
    """Return which lines of a page may be its head or foot; of a short page only the outermost."""
    placed = [(line.box, at) for at, line in enumerate(page) if line.box]
    placed.sort(key=lambda place: place[0][1] + place[0][3])
    rows: list[list[int]] = []
    for number, (box, at) in enumerate(placed):
        if not number or not same_row(placed[number - 1][0], box):
            rows.append([])
        rows[-1].append(at)
    depth = EDGE if len(rows) >= 4 * EDGE else 1
    return {at for row in [*rows[:depth], *rows[-depth:]] for at in row}


def _shape(block: Line | Placed) -> str:
    return DIGITS.sub("0", block.text).strip() if isinstance(block, Line) else ""


def _recurring(pages: Sequence[Sequence[Line | Placed]], edges: Sequence[set[int]]) -> set[str]:
    shapes: Counter[str] = Counter()
    for page, outermost in zip(pages, edges, strict=True):
        shapes.update({_shape(page[at]) for at in outermost})
    return {shape for shape, count in shapes.items() if shape and count >= REPEATED}
