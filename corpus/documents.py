"""Document and Passage: what we know, and where it comes from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from language.spans import Span

if TYPE_CHECKING:
    from corpus.view import View


class Part(NamedTuple):
    """Where in a file the text from ``start`` on stands."""

    start: int  # offset into the source text
    kind: str  # page, slide, sheet, row, record, line, chapter or time
    name: str  # "3", "Prices", "0:12:04"


class Heading(NamedTuple):
    """Where, as the format says, a thing of its own begins."""

    start: int  # offset into the source text
    title: str
    date: str  # as it stands there, or empty


class Record(NamedTuple):
    """One of the things that a file holds: a post, an article, a language version, a sheet."""

    start: int  # offset into the source text; it ends where the next one begins
    title: str
    language: str  # BCP 47
    date: str  # ISO 8601, or empty


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the corpus, exactly as it was read."""

    path: str  # relative to the corpus folder, with "/"
    sha256: str  # of the file's bytes
    source: str  # decoded or extracted, never altered; citations point into it
    title: str
    language: str  # BCP 47
    records: tuple[Record, ...] = ()  # in order
    parts: tuple[Part, ...] = ()  # in order; some formats have none

    def part_at(self, offset: int) -> Part | None:
        """Return the page, slide, row… on which ``source[offset]`` stands."""
        at = bisect_right(self.parts, offset, key=lambda part: part.start)
        return self.parts[at - 1] if at else None


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """The retrieved unit: whole sentences of one record, in one language."""

    view: View
    sentences: tuple[Span, ...]  # half-open offsets into ``view.text``, in order
    language: str  # BCP 47
    title: str  # of its record; for embedding, never part of a quote
    date: str = ""  # of its record; ISO 8601, or empty

    def __post_init__(self) -> None:
        end = 0
        for start, stop in self.sentences:
            if not end <= start < stop <= len(self.view.text):
                raise ValueError(
                    f"sentence {start}:{stop} after {end} in a passage of {len(self.view.text)}"
                )
            end = stop
        if not self.sentences:
            raise ValueError("a passage without a sentence")

    @property
    def text(self) -> str:
        """The reading view."""
        return self.view.text

    @property
    def source_span(self) -> Span:
        """The half-open span of the document's source that the whole passage stands for."""
        return self.view.source_span(0, len(self.view.text))
