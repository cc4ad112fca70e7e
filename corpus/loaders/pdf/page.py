"""What stands where on a page of a PDF.  The only file that knows PDFium (ISO 32000-1)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pypdfium2
import regex
from pypdfium2 import raw

from corpus.errors import UnreadableFileError
from corpus.loaders.pdf.drawn import Drawn, drawn
from corpus.loaders.pdf.overlays import is_drawn_over, remarks
from language.legible import is_legible

if TYPE_CHECKING:
    from numpy.typing import NDArray

# The same function of PDFium with addresses as numbers, which takes half as long.
LOOSE_BOX = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(raw.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
BOX_SIZE = ctypes.sizeof(raw.FS_RECTF)
# How PDFium writes a hyphen, or a soft one, that is shown at the end of a line.
HYPHEN = "\ufffe"

WIDE = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}]")
UNKNOWN = "\0"
# White space and controls (Unicode, Zs and Cc).
NOT_SHOWN = [*range(0x21), *range(0x7F, 0xA1), 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029]
NOT_SHOWN += [0x202F, 0x205F, 0x3000]
HIGH, LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)  # surrogates of UTF-16
SKEWED = 4
STRAIGHT = 0.1  # quarters of a turn
LEAST = 0.25  # of a character: a step to the next
# So many characters above each other may be chance.
FEWEST = 3


class Glyphs(NamedTuple):
    """The characters of a page as the file gives them, white space between words too."""

    text: str  # one for each box
    # left, top, right, bottom of each, of shape (n, 4); points, from the page's top left.
    boxes: NDArray[np.float32]
    ink: NDArray[np.bool_]  # of shape (n,): whether it is more than white space or a control
    # Of shape (n,): quarter turns clockwise by which each is turned, SKEWED for any other angle.
    turns: NDArray[np.int8]


class Content(NamedTuple):
    """What a page holds."""

    glyphs: Glyphs
    drawn: Drawn
    shown: str  # its text as PDFium gives it, and what was filled in and typed over it
    legible: bool  # whether its fonts say which letters they show


class Contents(NamedTuple):
    """What a PDF holds."""

    pages: tuple[Content | None, ...]  # None: damaged
    title: str  # as its metadata say; may be empty, or anything


@lru_cache(maxsize=1)
def contents(file: bytes) -> Contents:
    """Return what a PDF holds.

    Raises:
        UnreadableFileError: If it has a password, or is no PDF.
    """
    document = opened(file)
    try:
        pages = tuple(_content(document, number) for number in range(len(document)))
        return Contents(pages, document.get_metadata_value("Title"))
    finally:
        document.close()


def opened(file: bytes) -> pypdfium2.PdfDocument:
    """Return a PDF with its forms; the caller closes it.

    Raises:
        UnreadableFileError: If it has a password, or is no PDF.
    """
    try:
        document = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableFileError("file_encrypted") from None
        raise UnreadableFileError("file_no_pdf") from None
    with suppress(pypdfium2.PdfiumError):
        document.init_forms()
    return document


def _content(document: pypdfium2.PdfDocument, number: int) -> Content | None:
    try:
        page = document[number]
        glyphs, shown = _glyphs(page)
        if is_drawn_over(page):
            shown = "\n".join([shown, *remarks(page)])
            # What lies over the page becomes part of it.
            raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[number]
            glyphs, _ = _glyphs(page)
        return Content(glyphs, drawn(page), shown, is_legible(shown))
    except pypdfium2.PdfiumError:
        return None


def characters(page: pypdfium2.PdfPage) -> tuple[str, NDArray[np.float32]]:
    """Return the characters of *page* in the order of its content stream, and their boxes.

    The boxes are as those of :class:`Glyphs`.
    """
    glyphs, _ = _glyphs(page)
    return glyphs.text, glyphs.boxes


def _glyphs(page: pypdfium2.PdfPage) -> tuple[Glyphs, str]:
    """Return the characters of *page* in the order of its content stream, and as lines.

    Their boxes are as high as their font, so that those of a line are alike.
    """
    textpage = page.get_textpage()
    handle = textpage.raw
    count = raw.FPDFText_CountChars(handle)
    places = (raw.FS_RECTF * count)()
    page_address, address = ctypes.cast(handle, ctypes.c_void_p).value, ctypes.addressof(places)
    for at in range(count):
        LOOSE_BOX(page_address, at, address + at * BOX_SIZE)
    boxes = np.frombuffer(places, np.float32).reshape(count, 4).copy()
    boxes[:, 1::2] = page.get_height() - boxes[:, 1::2]
    lines: str = textpage.get_text_range()
    text = lines
    if len(text) != count:  # characters beyond U+FFFF, or such as the font gives no name
        text = "".join(_characters(handle, count))
    codes = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    ink = ~np.isin(codes, NOT_SHOWN)
    turns = _turns(handle, text, boxes, np.flatnonzero(ink))
    textpage.close()
    return Glyphs(text.replace(HYPHEN, "-"), boxes, ink, turns), lines.replace(HYPHEN, "-\n")


def _characters(handle: object, count: int) -> Iterator[str]:
    """Yield one character for each box; of a surrogate pair the second is none."""
    codes = [raw.FPDFText_GetUnicode(handle, at) for at in range(count)]
    for at, code in enumerate(codes):
        after = codes[at + 1] if at + 1 < count else 0
        if raw.FPDFText_IsHyphen(handle, at) == 1:
            yield HYPHEN
        elif code in HIGH and after in LOW:
            yield chr(0x10000 + (code - HIGH.start) * 0x400 + after - LOW.start)
        else:
            yield chr(code) if code < 0x110000 and code not in HIGH and code not in LOW else UNKNOWN


def _turns(
    handle: object, text: str, boxes: NDArray[np.float32], ink: NDArray[np.int64]
) -> NDArray[np.int8]:
    turns = np.zeros(len(text), np.int8)
    steps = np.diff((boxes[ink, :2] + boxes[ink, 2:]) / 2, axis=0)
    sizes = (boxes[ink, 2:] - boxes[ink, :2])[1:]
    near = np.diff(ink) == 1
    # An accent that is drawn for itself stands above or below its letter too.
    far = np.abs(steps[:, 1]) > LEAST * np.minimum(sizes[:, 0], sizes[:, 1])
    down = near & far & (np.abs(steps[:, 1]) > np.abs(steps[:, 0]) / 2)
    back = near & (steps[:, 0] < 0)
    if down.sum() < FEWEST and back.sum() < len(ink) / 2:
        return turns
    asked = ink
    if back.sum() < len(ink) / 2:  # It takes long to ask for each: those of whole lines.
        line = np.cumsum(np.array([one == "\n" for one in text]))[ink]
        asked = ink[np.isin(line, line[1:][down])]
    angles = np.array([raw.FPDFText_GetCharAngle(handle, at) for at in asked.tolist()])
    quarters = angles / (np.pi / 2)
    straight = np.abs(quarters - quarters.round()) < STRAIGHT
    turns[asked] = np.where(straight, quarters.round() % 4, SKEWED)
    # Upright characters below each other are vertical writing, which reads as if it were turned.
    vertical = (
        down & (steps[:, 1] > np.abs(steps[:, 0])) & (turns[ink][1:] == 0) & (turns[ink][:-1] == 0)
    )
    vertical &= np.array([bool(WIDE.match(text[at])) for at in ink[1:]], bool)
    turns[ink[1:][vertical]] = turns[ink[:-1][vertical]] = 1
    return turns
