"""Pictures of pages: photographs, scans, faxes of several pages.  The only file that knows Pillow.

Their text is what OCR reads in them; a frame is a page.
"""

from __future__ import annotations

import math
from io import BytesIO

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.pictures import add_lines
from corpus.ocr.recognition import Pages
from corpus.page_image import PageImage, Sought, check_page, jpeg, scale

POINTS_AN_INCH = 72
MOST_PIXELS = 120_000_000  # A3 at 600 dots an inch has 70 million
MOST_SHOWN = 36_000_000  # of which OCR is given so many; A3 at 400 dots an inch has 31 million
MOST_FRAMES = 2_000
# What is no resolution: 1 is what a camera says, 0 what a careless program does.
LEAST_DPI, MOST_DPI, USUAL_DPI = 50, 2_400, 72


def load(content: bytes, suffix: str, pages: Pages) -> Loaded:
    """Return what OCR read, page by page; the pages that it has not read are ``scans``."""
    draft = Draft()
    for number in range(1, _frames(content, suffix) + 1):
        if number not in pages:
            draft.scans.append(number)
            continue
        draft.part("page", str(number))
        add_lines(draft, pages[number])
        if not pages[number]:
            draft.note("note_page", page=str(number))
    return draft.loaded()


def picture(content: bytes, _suffix: str, number: int) -> bytes:
    """Return one frame as people see it: upright, on white paper."""
    drawn, dpi = _frame(content, number)
    factor = min(1.0, math.sqrt(MOST_SHOWN / (drawn.width * drawn.height)))
    file = BytesIO()
    resolution = dpi * factor, dpi * factor
    _smaller(drawn, factor).save(file, "PNG", dpi=resolution, compress_level=1)
    return file.getvalue()


def shown(content: bytes, suffix: str, number: int, _sought: Sought) -> PageImage:
    """Return one frame drawn for the screen; where words stand on it only OCR can tell.

    Raises:
        UnreadableFileError: If there is no such frame, or it is no picture or too large a one.
    """
    frames = _frames(content, suffix)
    check_page(number, frames)
    drawn, dpi = _frame(content, number)
    smaller = _smaller(drawn, min(1.0, scale(drawn.width, drawn.height)))
    points = POINTS_AN_INCH / dpi
    return PageImage(jpeg(smaller), drawn.width * points, drawn.height * points, frames)


def _frame(content: bytes, number: int) -> tuple[Image.Image, float]:
    """Return one frame, upright on white paper, and its resolution."""
    with _opened(content) as image:
        image.seek(number - 1)
        _check_size(image)
        return _on_paper(ImageOps.exif_transpose(image)), _resolution(image)


def _smaller(image: Image.Image, factor: float) -> Image.Image:
    if factor >= 1:
        return image
    return image.resize([max(1, round(side * factor)) for side in image.size])


def _frames(content: bytes, suffix: str) -> int:
    with _opened(content) as image:
        _check_size(image)
        frames = getattr(image, "n_frames", 1) if suffix in {".tif", ".tiff"} else 1
    return min(int(frames), MOST_FRAMES)


def _opened(content: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # checked here, frame by frame
    try:
        return Image.open(BytesIO(content))
    except UnidentifiedImageError:
        raise UnreadableFileError("file_no_picture") from None


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise UnreadableFileError("file_pixels", limit=MOST_PIXELS)


def _resolution(image: Image.Image) -> float:
    stated = float(image.info.get("dpi", (0.0,))[0])
    return stated if math.isfinite(stated) and LEAST_DPI <= stated <= MOST_DPI else USUAL_DPI


def _on_paper(image: Image.Image) -> Image.Image:
    """Return a picture in grey or in colours; what is transparent shows white paper."""
    if image.mode.startswith("I;16") or image.mode in {"I", "F"}:
        return _eight_bits(image)
    if image.mode in {"1", "L"}:
        return image.convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image.convert("RGBA"))
    return paper.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return what has more shades in 256 of them, from its darkest to its lightest."""
    shades = np.nan_to_num(np.asarray(image.convert("F")))
    scaled = (shades - shades.min()) * (255 / max(float(np.ptp(shades)), 1e-9))
    return Image.fromarray(scaled.astype(np.uint8))
