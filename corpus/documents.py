"""Document and Passage: what we know, and where it comes from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from language.messages import Message
from language.spans import Span

if TYPE_CHECKING:
    from corpus.view import View

# A file of which a smaller share was kept is said to be read in part.
WHOLE = 0.97


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
    author: str = ""  # of a post or a mail


class Record(NamedTuple):
    """One of the things that a file holds: a post, an article, a language version, a sheet."""

    start: int  # offset into the source text; it ends where the next one begins
    title: str
    language: str  # BCP 47
    date: str  # ISO 8601, or empty
    author: str = ""  # of a post or a mail


class Row(NamedTuple):
    """A row of a table below its header; offsets are into the source text."""

    number: int  # as people count: 1 is the first row of the sheet or table, headers counted
    cells: tuple[Span, ...]  # where the value of each column stands; empty where none does
    above: tuple[Span, ...] = ()  # what holds for it and stands in no cell: the title of a section

    @property
    def start(self) -> int:
        """Where its first value begins."""
        return min(start for start, end in self.cells if start < end)


class Table(NamedTuple):
    """Where in the source text a table stands and which cell is which."""

    start: int
    end: int  # of the last row
    name: str  # its caption or sheet; may be empty
    columns: tuple[tuple[Span, ...], ...]  # what each column is called, the widest header first
    above: tuple[Span, ...]  # what holds for all rows: a unit, a period
    rows: tuple[Row, ...]  # in order; the header is what stands before the first

    def row_at(self, offset: int) -> Row | None:
        """Return the row in which ``source[offset]`` stands; None in the header."""
        at = bisect_right(self.rows, offset, key=lambda row: row.start)
        return self.rows[at - 1] if at else None


class Recognised(NamedTuple):
    """A line or word of the source text that was read from a picture."""

    start: int  # half-open offsets into the source text
    end: int
    box: tuple[float, float, float, float]  # left, top, right, bottom; points, from the top left
    confidence: float  # 0 to 1


class Kept(NamedTuple):
    """How much of what a file shows is in the source text, counted by another way of reading it."""

    characters: int  # letters and digits that it shows and that are in the source text
    visible: int  # all that it shows
    missing: tuple[str, ...] = ()  # the beginning of what is not, as it stands in the file

    @property
    def share(self) -> float:
        """The share that was kept, 0 to 1; 1 where nothing was counted."""
        return self.characters / self.visible if self.visible else 1.0

    @property
    def in_part(self) -> bool:
        """Whether so much is missing that a reader must know it."""
        return self.share < WHOLE


ALL_KEPT = Kept(0, 0)


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
    tables: tuple[Table, ...] = ()  # in order, none inside another
    recognised: tuple[Recognised, ...] = ()  # in order
    kept: Kept = ALL_KEPT
    notes: tuple[Message, ...] = ()  # what could not be read

    def part_at(self, offset: int) -> Part | None:
        """Return the page, slide, row… on which ``source[offset]`` stands."""
        at = bisect_right(self.parts, offset, key=lambda part: part.start)
        return self.parts[at - 1] if at else None

    def confidence(self, start: int, end: int) -> float | None:
        """Return how sure OCR was of ``source[start:end]``, 0 to 1; None where it was not read so.

        That is the least of all that it read there.
        """
        return min((word.confidence for word in self.recognised_in(start, end)), default=None)

    def recognised_in(self, start: int, end: int) -> list[Recognised]:
        """Return what OCR read that is in ``source[start:end]``, or reaches into it; in order."""
        at = bisect_right(self.recognised, start, key=lambda word: word.end)
        return list(takewhile(lambda word: word.start < end, self.recognised[at:]))

    def table_at(self, offset: int) -> Table | None:
        """Return the table in which ``source[offset]`` stands."""
        at = bisect_right(self.tables, offset, key=lambda table: table.start)
        return self.tables[at - 1] if at and offset < self.tables[at - 1].end else None


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """The retrieved unit: whole sentences of one record, in one language."""

    view: View
    sentences: tuple[Span, ...]  # half-open offsets into ``view.text``, in order
    language: str  # BCP 47
    title: str  # of its record; for embedding, never part of a quote
    date: str = ""  # of its record; ISO 8601, or empty
    author: str = ""  # of its record, a post or a mail

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
