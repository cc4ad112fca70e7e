"""The files behind the stored texts, while they are the same: their bytes, their pages drawn."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.documents import Document
from corpus.errors import CitedQAError, UnreadableFileError
from corpus.files import file_content
from corpus.loader_process import Loaders
from corpus.loaders import HAS_OUTLINE, HAS_PAGES
from corpus.markdown import is_markdown
from corpus.outline import Titled, marked_lines, titled_lines
from corpus.page_image import NOTHING, PageImage, Sought
from corpus.quote_places import joined_boxes
from corpus.reading_order import Box
from corpus.web_address import web_address
from language.messages import Message
from language.spans import Span
from qa.service import Service, corpus_of

# Bytes of drawn pages that are kept for all users.
KEPT = 48_000_000

NO_PDF = b"%PDF-"  # is refused once everything is there that reads one

Key = tuple[str, int, Span]  # the digest of the file, the page, the quote


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a document as people see it, or why there is none."""

    number: int
    image: PageImage | None = None
    boxes: tuple[Box, ...] = ()  # of the quote; points, from the top left of the page
    quoted: bool = False  # whether the quote, or a part of it, stands on this page
    home: int = 0  # the page on which the quote begins; 0 where there is no quote
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """What there is of a file beside its stored text."""

    same: bool = False  # whether it is there and still the one that was read
    leaf: Leaf | None = None
    outline: tuple[Titled, ...] = ()  # the lines of the source that are headings, in order
    address: str = ""  # on the web, as the file itself gives it
    problem: Message | None = None


class Originals:
    """The files of the documents; pages are drawn in a confined process, one at a time."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._loaders = Loaders(service.settings.limits)
        self._drawing, self._lock = threading.Lock(), threading.Lock()
        self._kept: OrderedDict[Key, PageImage] = OrderedDict()

    def close(self) -> None:
        """End the process that draws."""
        self._loaders.close()

    @property
    def drawing_pid(self) -> int:
        """The number of the process that draws; 0 where none runs."""
        return self._loaders.pid

    def start(self) -> None:
        """Start the process if there are pages to draw, so that the first reader waits less."""
        with suppress(CitedQAError):
            documents = self._service.generation.documents()
            suffixes = {PurePosixPath(document.path).suffix.lower() for document in documents}
            if suffixes & HAS_PAGES:
                with self._turn():
                    self._loaders.page_image(".pdf", NO_PDF, 1)

    def content(self, document: Document) -> bytes:
        """Return the bytes of the file whose text *document* is.

        Raises:
            UnreadableFileError: If the file is gone or is another one now.
        """
        settings = self._service.settings
        try:
            content = file_content(corpus_of(settings), document.path, settings.limits)
        except CitedQAError:
            raise UnreadableFileError("original_gone") from None
        if hashlib.sha256(content).hexdigest() != document.sha256:
            raise UnreadableFileError("original_changed")
        return content

    def seen(self, document: Document, number: int, quote: Span) -> Original:
        """Return what there is of the file of *document*, with one page and the quote on it.

        Args:
            document: As it is stored.
            number: Of the page, counted from 1; 0 for that of the quote, or the first.
            quote: A half-open span of the source; an empty one is none.
        """
        try:
            content = self.content(document)
        except UnreadableFileError as error:
            return Original(problem=error.message)
        suffix = PurePosixPath(document.path).suffix.lower()
        if suffix in HAS_PAGES:
            return Original(same=True, leaf=self._leaf(document, content, number, quote))
        outline = self._outline(document, content, suffix)
        return Original(same=True, outline=outline, address=web_address(suffix, content))

    def _outline(self, document: Document, content: bytes, suffix: str) -> tuple[Titled, ...]:
        """Return which lines are headings; none where the file does not say it, or not in time."""
        if is_markdown(document.path):
            return marked_lines(document.source)
        if suffix not in HAS_OUTLINE:
            return ()
        try:
            with self._turn():
                outline = self._loaders.outline(suffix, content)
        except UnreadableFileError:
            return ()
        return titled_lines(document.source, outline, document.tables)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait until the process is free, as long as a page may take."""
        if not self._drawing.acquire(timeout=self._loaders.limits.shown_seconds):
            raise UnreadableFileError("original_busy")
        try:
            yield
        finally:
            self._drawing.release()

    def _leaf(self, document: Document, content: bytes, number: int, quote: Span) -> Leaf:
        home = page_at(document, quote[0]) if quote[0] < quote[1] else 0
        number = number or home or 1
        start, end = page_span(document, number)
        here = max(start, quote[0]), min(end, quote[1])
        quoted = here[0] < here[1]
        sought = NOTHING
        if quoted:
            sought = Sought(document.source[start:end], (here[0] - start, here[1] - start))
        try:
            image = self._drawn(document, content, number, sought)
        except UnreadableFileError as error:
            return Leaf(number, home=home, quoted=quoted, problem=error.message)
        read = document.recognised_in(*here) if quoted else []
        boxes = joined_boxes([word.box for word in read]) or image.quoted
        return Leaf(number, image, boxes, quoted, home)

    def _drawn(self, document: Document, content: bytes, number: int, sought: Sought) -> PageImage:
        key = document.sha256, number, sought.quote
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        with self._turn():
            suffix = PurePosixPath(document.path).suffix
            image = self._loaders.page_image(suffix, content, number, sought)
        with self._lock:
            self._kept[key] = image
            while sum(len(kept.picture) for kept in self._kept.values()) > KEPT:
                self._kept.popitem(last=False)
        return image


def page_at(document: Document, offset: int) -> int:
    """Return the number of the page on which ``source[offset]`` stands; 0 if none is known."""
    part = document.part_at(offset)
    return int(part.name) if part and part.kind == "page" and part.name.isdecimal() else 0


def page_span(document: Document, number: int) -> Span:
    """Return the half-open span of the source that page *number* holds.

    It is empty where a page has no text, and stands where that of the next one begins.
    """
    ends = [part.start for part in document.parts[1:]] + [len(document.source)]
    for part, end in zip(document.parts, ends, strict=False):
        if part.kind != "page" or not part.name.isdecimal() or int(part.name) < number:
            continue
        return part.start, (end if int(part.name) == number else part.start)
    return len(document.source), len(document.source)
