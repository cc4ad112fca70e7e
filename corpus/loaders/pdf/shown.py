"""A page of a PDF as people see it.  Beside page.py, knows PDFium."""

from __future__ import annotations

import ctypes
from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from pypdfium2 import raw

from corpus.loaders.pdf.overlays import is_drawn_over
from corpus.loaders.pdf.page import characters, opened
from corpus.page_image import PageImage, Sought, check_page, jpeg, scale
from corpus.quote_places import joined_boxes, quote_places

if TYPE_CHECKING:
    from corpus.reading_order import Box

POINTS_AN_INCH = 72
FINE = 16  # PDFium tells a place in whole numbers: of so small a part of a point


def picture(file: bytes, number: int, dpi: int) -> bytes:
    """Return a page, counted from 1, as OCR is given it: a PNG file.

    Raises:
        UnreadableFileError: If the file has a password, or is no PDF.
    """
    document = opened(file)
    try:
        target = BytesIO()
        page = document[number - 1]
        page.render(scale=dpi / POINTS_AN_INCH).to_pil().save(target, "PNG", dpi=(dpi, dpi))
        return target.getvalue()
    finally:
        document.close()


def page_image(file: bytes, number: int, sought: Sought) -> PageImage:
    """Return a page, counted from 1, drawn for the screen, and where on it a quote stands.

    Raises:
        UnreadableFileError: If the file has no such page or a password, or is no PDF.
    """
    document = opened(file)
    try:
        check_page(number, len(document))
        page = document[number - 1]
        if sought.quote[0] < sought.quote[1] and is_drawn_over(page):
            # What lies over the page is part of its text.
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[number - 1]
        width, height = page.get_size()
        drawn = page.render(scale=scale(width, height)).to_pil()
        return PageImage(jpeg(drawn), width, height, len(document), _quoted(page, sought))
    finally:
        document.close()


def _quoted(page: pypdfium2.PdfPage, sought: Sought) -> tuple[Box, ...]:
    if sought.quote[0] == sought.quote[1]:
        return ()
    text, boxes = characters(page)
    height = page.get_height()
    places = quote_places(sought, text)
    return joined_boxes([_on_sheet(page, height, box) for box in boxes[places].tolist()])


def _on_sheet(page: pypdfium2.PdfPage, height: float, box: Box) -> Box:
    """Return a box of the page's own space where it is seen: the sheet may be turned or cropped."""
    left, top, right, bottom = box
    size = [round(side * FINE) for side in page.get_size()]
    across: list[float] = []
    down: list[float] = []
    for x, y in ((left, height - top), (right, height - bottom)):
        place = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, *map(ctypes.byref, place))
        across.append(place[0].value / FINE)
        down.append(place[1].value / FINE)
    return min(across), min(down), max(across), max(down)
