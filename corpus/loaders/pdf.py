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


def load(content: bytes, _suffix: str, scans: Pages) -> Loaded:
    """Return the text of all pages, each a part; page numbers and running heads are residue.

    Columns, sidebars and tables come in the order in which they are read.  Filled-in fields and
    what was typed over a page belong to it.  A hyphen at the end of a line is "-", be it soft.

    A page that is a picture, or whose fonts do not say which letters they show, is left to OCR:
    it is one of the ``scans`` until it is in *scans*.
    """
    found = contents(content)
    pages = [layout(page.glyphs, page.drawn.rules) if _is_text(page) else [] for page in found]
    draft = Draft()
    edges = [_edges(page) for page in pages]
    recurring = _recurring(pages, edges)
    for number, (content_of, page) in enumerate(zip(found, pages, strict=True), start=1):
        draft.part("page", str(number))
        if number in scans:
            add_lines(draft, scans[number])
        elif content_of and needs_ocr(content_of):
            draft.scans.append(number)
        elif not page:
            draft.note("note_page", page=str(number))
        heads, feet = _outer(page, edges[number - 1], recurring)
        for at in sorted(range(len(page)), key=lambda at: (at in feet, at not in heads)):
            _add(draft, page[at], residue=at in heads or at in feet)
    if not draft.size and not draft.scans:
        raise UnreadableFileError("file_no_text")
    return draft.loaded()


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
