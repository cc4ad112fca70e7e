"""A page of a file as people see it, and where on it a quote stands."""

from __future__ import annotations

import math
from base64 import b64decode, b64encode
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from corpus.errors import UnreadableFileError
from corpus.reading_order import Box
from language.spans import Span

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels of a picture: across, of its longest side, in all.  A sheet of any size fits in these.
WIDTH, LONGEST, MOST = 1_400, 6_000, 8_000_000
QUALITY = 85  # JPEG: as legible as PNG at this width, and scans of photographs stay small


class Sought(NamedTuple):
    """A quote and the source text of the page on which it is looked for."""

    text: str
    quote: Span  # half-open offsets into ``text``; empty where nothing is looked for


NOTHING = Sought("", (0, 0))


class PageImage(NamedTuple):
    """A page drawn, with its size in points and the boxes of a quote, from the top left."""

    picture: bytes  # a JPEG file
    width: float
    height: float
    pages: int  # that the file has
    quoted: tuple[Box, ...] = ()

    def as_json(self) -> list[Any]:
        """Return it as plain values."""
        return [b64encode(self.picture).decode(), *self[1:]]

    @classmethod
    def from_json(cls, plain: Sequence[Any]) -> Self:
        """Return what :meth:`as_json` made plain."""
        picture, width, height, pages, quoted = plain
        boxes = tuple((left, top, right, bottom) for left, top, right, bottom in quoted)
        return cls(b64decode(picture), width, height, pages, boxes)


def check_page(number: int, pages: int) -> None:
    """See that a file of so many *pages*, counted from 1, has page *number*.

    Raises:
        UnreadableFileError: If it has not.
    """
    if not 1 <= number <= pages:
        raise UnreadableFileError("page_missing", page=str(number), pages=pages)


def scale(width: float, height: float) -> float:
    """Return by how much a page of that size is made larger or smaller to be drawn."""
    return min(WIDTH / width, LONGEST / max(width, height), math.sqrt(MOST / (width * height)))


def jpeg(image: Image) -> bytes:
    """Return *image*, which is in grey or in colours, as a JPEG file."""
    target = BytesIO()
    image.save(target, "JPEG", quality=QUALITY)
    return target.getvalue()
