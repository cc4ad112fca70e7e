"""Which pages of a PDF are left to OCR."""

from __future__ import annotations

from corpus.loaders.pdf.page import Content

# A page with fewer characters, most of which a picture covers, is a scan: these are a stamp.
FEW, COVERED = 25, 0.5
# A page without any has text nevertheless if so much of it is a picture, or so many shapes.
SEEN, SHAPES = 0.02, 20


def needs_ocr(page: Content) -> bool:
    """Tell whether what a page shows is not in its characters, or not as these."""
    count = int(page.glyphs.ink.sum())
    if not count:
        return page.drawn.pictures >= SEEN or page.drawn.shapes >= SHAPES
    return (count < FEW and page.drawn.pictures >= COVERED) or not page.legible
