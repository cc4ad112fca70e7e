"""Loaders in a process of their own: what crashes, hangs or swells there is one file skipped.

The parsers of office files and PDFs are large and partly not memory-safe, and the files are not
ours.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict
from typing import Any

from corpus.confined import ConfinedProcess, arguments, serve_with
from corpus.converter import convert
from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from corpus.loaders import (
    CONVERTED,
    MODULES,
    PLAIN,
    RICH_TEXT,
    check,
    load,
    outline,
    picture,
    shown,
)
from corpus.loaders.loaded import Loaded
from corpus.ocr.recognition import Pages, lines_as_json, lines_from_json
from corpus.outline import Outline
from corpus.page_image import NOTHING, PageImage, Sought


class Loaders(ConfinedProcess):
    """Loads files within limits; a context manager.  The process starts with the first need."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        super().__init__(__name__, asdict(self.limits))

    def load(self, suffix: str, content: bytes, pages: Pages | None = None) -> Loaded:
        """Return the source text of *content*, a file whose name ends in *suffix*.

        Args:
            suffix: With the dot, in any case.
            content: The file's bytes.
            pages: What OCR made of those of its pages that are pictures, by number.

        Raises:
            UnreadableFileError: With the reason, where there is none.
        """
        suffix = suffix.lower()
        if suffix in PLAIN:
            return load(suffix, content, self.limits)
        if suffix in CONVERTED:
            suffix, content = self._converted(suffix, content)
        read = [[number, lines_as_json(lines)] for number, lines in (pages or {}).items()]
        request = {"suffix": suffix, "pages": read}
        return Loaded.from_json(self.ask(request, content, self.limits.seconds))

    def _converted(self, suffix: str, content: bytes) -> tuple[str, bytes]:
        """Return an old office file as one that is read here, with the end of its name."""
        check(suffix, content, self.limits)
        if content.startswith(RICH_TEXT):  # which old programs call .doc
            return ".rtf", content
        try:
            target = CONVERTED[suffix]
            return target, convert(content, suffix, target, self.limits)
        except UnreadableFileError:
            if suffix in MODULES:
                return suffix, content
            raise

    def picture(self, suffix: str, content: bytes, number: int) -> bytes:
        """Return page *number* of *content*, one of its ``scans``, as a PNG file.

        Raises:
            UnreadableFileError: With the reason, where there is none.
        """
        request = {"suffix": suffix, "picture": number}
        return b64decode(self.ask(request, content, self.limits.seconds))

    def page_image(
        self, suffix: str, content: bytes, number: int, sought: Sought = NOTHING
    ) -> PageImage:
        """Return page *number* of *content* drawn for the screen, and where on it a quote stands.

        Raises:
            UnreadableFileError: With the reason, where there is none.
        """
        request = {"suffix": suffix, "shown": number, "sought": sought}
        return PageImage.from_json(self.ask(request, content, self.limits.shown_seconds))

    def outline(self, suffix: str, content: bytes) -> Outline:
        """Return the headings of *content*, a file that says which they are.

        Raises:
            UnreadableFileError: With the reason, where there is none.
        """
        request = {"suffix": suffix, "outline": True}
        headings = self.ask(request, content, self.limits.shown_seconds)
        return [(level, text) for level, text in headings]


def serve() -> None:
    """Answer requests until there are no more: what the process runs."""
    limits = Limits(**arguments())

    def answer(request: dict[str, Any], content: bytes) -> Any:  # noqa: ANN401 - values of JSON
        suffix = request["suffix"]
        if "picture" in request:
            return b64encode(picture(suffix, content, request["picture"], limits)).decode()
        if "outline" in request:
            return outline(suffix, content, limits)
        if "shown" in request:
            text, quote = request["sought"]
            sought = Sought(text, (quote[0], quote[1]))
            return shown(suffix, content, request["shown"], sought, limits).as_json()
        pages = {number: lines_from_json(lines) for number, lines in request["pages"]}
        return load(suffix, content, limits, pages).as_json()

    serve_with(answer, limits.memory_bytes)
