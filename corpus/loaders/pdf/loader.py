"""PDF: the text layer, page by page, in the order in which the pages are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import Table
from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.pdf.grids import Placed, continues
from corpus.loaders.pdf.heads import Edges, running
from corpus.loaders.pdf.layout import Block, Line, layout
from corpus.loaders.pdf.page import Content, contents
from corpus.loaders.pdf.scans import needs_ocr
from corpus.loaders.pdf.shown import page_image
from corpus.loaders.pdf.shown import picture as drawn_page
from corpus.loaders.pdf.title import title
from corpus.loaders.pictures import add_lines
from corpus.ocr.recognition import Pages
from corpus.page_image import PageImage, Sought

DPI = 216  # of the pictures that OCR is given
CAPTION = re.compile(
    r"(?:table(?:au)?|tab\.|tabelle|exhibit|附?表)\s*[\dIVX一二三四五六七八九十A-Z]", re.IGNORECASE
)
TYPED = 6  # pages that tell how large the type of the text is
ABOVE = 3  # lines between a caption and its table, at the most


def load(content: bytes, _suffix: str, scans: Pages) -> Loaded:
    """Return the text of all pages, each a part; page numbers and running heads are residue.

    Columns, sidebars and tables come in the order in which they are read.  Filled-in fields and
    what was typed over a page belong to it.  A hyphen at the end of a line is "-", be it soft.

    A page that is a picture, or whose fonts do not say which letters they show, is left to OCR:
    it is one of the ``scans`` until it is in *scans*.
    """
    held, stated = contents(content)
    pages = [_blocks(page) for page in held]
    edges = running(pages)
    draft = Draft()
    _add_title(draft, stated, pages, edges)
    last: tuple[Placed, Table] | None = None  # the table with which the page before ends
    for number, page in enumerate(pages, start=1):
        draft.part("page", str(number))
        source = held[number - 1]
        if number in scans:
            add_lines(draft, scans[number])
        elif source is not None and needs_ocr(source):
            draft.scans.append(number)
            if not source.legible:
                draft.note("note_page_illegible", page=str(number))
        elif not page:
            draft.note("note_page", page=str(number))
        last = _add_page(draft, page, edges[number - 1], last)
    if not draft.size and not draft.scans:
        raise UnreadableFileError("file_no_text")
    return draft.loaded()


def visible(content: bytes, _suffix: str = ".pdf") -> str:
    """Return the characters of all pages, fields and typed remarks in the order of the file.

    Those of pages that are left to OCR are not what people see.
    """
    shown = [page.shown for page in contents(content).pages if page and not needs_ocr(page)]
    contents.cache_clear()  # what was kept from load
    return "\n".join(shown)


def picture(content: bytes, _suffix: str, number: int) -> bytes:
    """Return a page, counted from 1, as a PNG file that says its resolution."""
    return drawn_page(content, number, DPI)


def shown(content: bytes, _suffix: str, number: int, sought: Sought) -> PageImage:
    """Return a page, counted from 1, drawn for the screen, and where on it a quote stands."""
    return page_image(content, number, sought)


def _blocks(page: Content | None) -> list[Block]:
    return layout(page.glyphs, page.drawn.rules) if page and not needs_ocr(page) else []


def _add_title(
    draft: Draft, stated: str, pages: Sequence[Sequence[Block]], edges: Sequence[Edges]
) -> None:
    first = next((at for at, page in enumerate(pages) if page), None)
    if first is None:
        return
    left = edges[first].top | edges[first].bottom
    lines = [block for at, block in enumerate(pages[first]) if at not in left]
    text = [block for page in pages[first : first + TYPED] for block in page]
    named = title(stated, *([it for it in some if isinstance(it, Line)] for some in (lines, text)))
    if named:
        draft.heading(named)


def _add_page(
    draft: Draft, page: Sequence[Block], edges: Edges, last: tuple[Placed, Table] | None
) -> tuple[Placed, Table] | None:
    """Add the blocks of a page, heads before and feet after the others; return its last table.

    Args:
        draft: What it is added to.
        page: Its blocks in reading order.
        edges: Which of these are heads and feet.
        last: The table with which the page before ends.
    """
    captions: list[str] = []
    ends: tuple[Placed, Table] | None = None
    for at in sorted(range(len(page)), key=lambda at: (at in edges.bottom, at not in edges.top)):
        block = page[at]
        if isinstance(block, Placed):
            name = next((one for one in captions[-ABOVE:] if CAPTION.match(one)), "")
            ends = _add_table(draft, block, name, last)
            captions, last = [], None
            continue
        start, end = draft.add(block.text, "\n")
        if at in edges.top or at in edges.bottom:
            draft.residue.append((start, end + 1))
        else:
            captions.append(block.text)
            ends = last = None
    return ends


def _add_table(
    draft: Draft, placed: Placed, name: str, last: tuple[Placed, Table] | None
) -> tuple[Placed, Table] | None:
    """Add a table; one that goes on from the page before has the names of its columns."""
    before, table = last or (None, None)
    count = len(draft.tables)
    if before is None or table is None or not continues(before, placed):
        draft.table(replace(placed.grid, name=name))
        table = None
    else:
        draft.table(replace(placed.grid, header=0, first=table.rows[-1].number + 1))
    if len(draft.tables) == count:
        return None
    if table is not None:
        made = draft.tables[-1]
        draft.tables[-1] = made._replace(name=table.name, columns=table.columns, above=table.above)
    return placed, draft.tables[-1]
