"""PDF: the text layer, page by page.  The only file that knows PDFium."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded

# Characters that a font without a table of its letters leaves behind, and other controls.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# A page with more of them than this share is not text.
GARBLED = 0.2
PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|第)?\W*(?:\d{1,4}|[ivxlc]{1,6})\W*(?:页|頁|(?:of|sur|/)\W*\d{1,4})?\W*",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
# A line at the edge of so many pages, numbers aside, is a running head.
REPEATED = 3
EDGE = 2  # lines


def load(content: bytes, _suffix: str = ".pdf") -> Loaded:
    """Return the text of all pages, each a part; page numbers and running heads are residue."""
    pages = _pages(content)
    if not any(page.strip() for page in pages):
        raise UnreadableFileError("file_scan")
    draft = Draft()
    recurring = _recurring(pages)
    for number, page in enumerate(pages, start=1):
        if not page.strip():
            draft.note("note_page", page=str(number))
            continue
        draft.part("page", str(number))
        lines = page.split("\n")
        edges = _edges(lines)
        for at, line in enumerate(lines):
            start, end = draft.add(line, "\n")
            if at in edges and (_shape(line) in recurring or PAGE_NUMBER.fullmatch(line)):
                draft.residue.append((start, end + 1))
    return draft.loaded()


def _pages(content: bytes) -> list[str]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == FPDF_ERR_PASSWORD:
            raise UnreadableFileError("file_encrypted") from None
        raise UnreadableFileError("file_no_pdf") from None
    try:
        return [_page_text(document, number) for number in range(len(document))]
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    try:
        page = document[number]
        text = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\r", "\n")
    except pypdfium2.PdfiumError:
        return ""
    controls = len(CONTROLS.findall(text))
    return "" if controls > GARBLED * len(text) else CONTROLS.sub("", text).strip("\n")


def _edges(lines: list[str]) -> set[int]:
    """Return which lines of a page may be its head or foot; of a short page only the outermost."""
    depth = EDGE if len(lines) >= 4 * EDGE else 1
    return {*range(depth), *range(len(lines) - depth, len(lines))}


def _shape(line: str) -> str:
    return DIGITS.sub("0", line).strip()


def _recurring(pages: list[str]) -> set[str]:
    shapes: Counter[str] = Counter()
    for page in pages:
        lines = page.split("\n")
        shapes.update({_shape(lines[at]) for at in _edges(lines)})
    return {shape for shape, count in shapes.items() if shape and count >= REPEATED}
