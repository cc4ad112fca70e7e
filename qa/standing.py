"""Where a stretch of a document stands, replayed against its source, as a program is told it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, runtime_checkable

import numpy as np

from corpus.documents import Document
from corpus.letters import every_letter, letters, shown
from corpus.markdown import is_markdown
from corpus.view import View
from index.letter_index import Found, LetterIndex, Window
from index.passage_index import DocumentRecord, Filter, day, places
from language.spans import Span
from language.tags import family

# Hits that follow each other so closely, in letters, are read ahead, at most so far: many stretches
# cost several times what one does.
CLOSE, FARTHEST = 256, 16_384
NOWHERE: tuple[Window, View | None] = Window(0, -1, 0, None), None


@runtime_checkable
class Texts(Protocol):
    """What can be searched word for word: an open generation is one."""

    @property
    def generation(self) -> str:
        """The name of what was opened."""

    @property
    def letters(self) -> LetterIndex:
        """The letters of all documents."""

    @property
    def source(self) -> Callable[[str], Document | None]:
        """Gives a document with its source text, or None if that is not what was indexed."""

    @property
    def sentences(self) -> Callable[[str, Sequence[int]], list[Span]]:
        """Gives, in order, the sentences of the passages of a document around some places."""

    @property
    def documents(self) -> Callable[[], list[DocumentRecord]]:
        """Gives all documents, by path."""

    @property
    def passage_counts(self) -> Callable[[], dict[str, int]]:
        """Gives the number of passages of every document, by path."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A stretch of a document's source text; ``quote == source[start:end]``, in code points."""

    document: str  # its path in the corpus
    title: str
    sha256: str  # of the file's bytes
    start: int
    end: int
    quote: str
    page: int | None
    part: tuple[str, str] | None  # kind and name: page, slide, row…
    language: str  # BCP 47, of the record in which it stands
    date: str | None  # of that record; ISO 8601
    recognised: float | None  # how sure OCR was of it, where it read it


def standing(document: Document, span: Span) -> Standing:
    """Return *span* of *document* with all that is said of a place.

    Raises:
        ValueError: If the span is empty or not inside the source.
    """
    start, end = span
    if not 0 <= start < end <= len(document.source):
        raise ValueError(f"span {start}:{end} is not inside {document.path}")
    at = bisect_right(document.records, start, key=lambda record: record.start)
    record = document.records[at - 1] if at else None
    part = document.part_at(start)
    return Standing(
        document=document.path,
        title=(record.title if record else "") or document.title,
        sha256=document.sha256,
        start=start,
        end=end,
        quote=document.source[start:end],
        page=int(part.name) if part and part.kind == "page" and part.name.isdigit() else None,
        part=(part.kind, part.name) if part else None,
        language=(record.language if record else "") or document.language,
        date=(record.date if record else "") or None,
        recognised=document.confidence(start, end),
    )


def passes(place: Standing, among: Filter | None) -> bool:
    """Tell whether a place is what *among* asks for."""
    if among is None:
        return True
    if among.languages and not {place.language, family(place.language)} & {*among.languages}:
        return False
    if among.since or among.until:
        first, last = among.days
        if not first <= day(place.date or "") <= last:
            return False
    return in_paths(place.document, among)


def in_paths(path: str, among: Filter | None) -> bool:
    """Tell whether a document may have places that *among* asks for, by its path."""
    return not (among and among.paths) or bool({*among.paths} & {*places(path)})


class Opened:
    """Documents with their letters, each read once; for one question."""

    def __init__(self, texts: Texts) -> None:
        self._letters = texts.letters
        self.document = lru_cache(maxsize=64)(texts.source)
        self._whole = lru_cache(maxsize=64)(self._view)
        self._shown = lru_cache(maxsize=64)(self._read)
        self._windows = lru_cache(maxsize=64)(self._within)
        # Where the last letters stand: those of the next hit are most often among them.
        self._last: dict[tuple[str, bool], tuple[Window, View | None]] = {}

    def letters(self, hit: Found, before: int, after: int) -> tuple[View, int] | None:
        """Return letters around *hit* and which of them it begins with.

        None if the text is another now.

        Args:
            hit: Where letters were found.
            before: How many are wanted before it, where there are so many.
            after: How many from it on.
        """
        path, _, as_written = hit
        window, view = self._last.get((path, as_written), NOWHERE)
        if not window.first <= hit.at - before <= hit.at + after <= window.last:
            window = self._letters.window(hit, before, after + _ahead(window, hit.at - before))
            view = self._windows(hit._replace(at=0), window)
            self._last = {(path, as_written): (window, view)}
        if view is not None:
            return view, hit.at - window.first
        whole = self._whole(hit.path, hit.as_written)
        return (whole, hit.at) if whole else None

    def forms(self, document: Document, span: Span) -> Iterator[str]:
        """Yield a stretch of a document as it is written and, of Markdown, without its marks."""
        yield document.source[slice(*span)]
        if is_markdown(document.path):
            view = self._shown(document.path)
            yield view.text[slice(*np.searchsorted(view.starts, span))]

    def _within(self, hit: Found, window: Window) -> View | None:
        """Return the letters of a stretch of a document, all of which need not be read for them.

        None where what is cut off decides what they are: the half of an entity.
        """
        document = self.document(hit.path)
        if document is None:
            return None
        source = document.source[window.start : window.end]
        view = every_letter(source) if hit.as_written else letters(source, hit.path)
        if not self._letters.are(hit, window, view.text):
            return None
        return View(view.text, view.starts + window.start, view.ends + window.start)

    def _view(self, path: str, as_written: bool) -> View | None:
        document = self.document(path)
        if document is None:
            return None
        return every_letter(document.source) if as_written else letters(document.source, path)

    def _read(self, path: str) -> View:
        document = self.document(path)
        return shown(document.source if document else "", path)


def _ahead(read: Window, begin: int) -> int:
    """Return how many letters more to read where those from *begin* on follow what was *read*."""
    follows = begin >= read.first and begin - read.last < CLOSE
    return min(4 * (read.last - read.first), FARTHEST) if follows and read.last > 0 else 0
