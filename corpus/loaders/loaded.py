"""What a loader makes of a file's bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from itertools import accumulate
from typing import Any, Self, TypeVar

from corpus import marks
from corpus.documents import ALL_KEPT, Heading, Kept, Part, Recognised, Table
from corpus.loaders.tables import Grid, moved, table
from language.messages import Message
from language.spans import Span
from language.tags import UNKNOWN

LONG = 60  # characters; a longer value is prose
SEPARATOR = " · "
# What stands between the cells of a row.
CELLS = " | "
HALF = re.compile(r"[\ud800-\udfff]")
Mark = TypeVar("Mark", Part, Heading)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The source text of a file and what its format says about it; offsets are into ``text``."""

    text: str
    parts: tuple[Part, ...] = ()  # pages, slides, sheets, rows, times; in order
    headings: tuple[Heading, ...] = ()  # where a thing with a title of its own begins; in order
    residue: tuple[Span, ...] = ()  # page numbers and running heads: in the source, not in the view
    notes: tuple[Message, ...] = ()  # what could not be read
    tables: tuple[Table, ...] = ()  # in order, none inside another
    recognised: tuple[Recognised, ...] = ()  # what was read from pictures; in order
    scans: tuple[int, ...] = ()  # the numbers of the pages that OCR has yet to read
    kept: Kept = ALL_KEPT  # filled in by :func:`corpus.loaders.load`
    language: str = UNKNOWN  # BCP 47, as the format says it; a text that tells another is in that

    def in_unicode(self) -> Self:
        """Return it with U+FFFD for every half of a character that stands alone.

        JSON and Office may escape one (RFC 8259, 8.2); no encoding can write it.
        """
        if not HALF.search(self.text) and not any(HALF.search(title) for title in self._titles()):
            return self
        return replace(
            self,
            text=_in_unicode(self.text),
            headings=tuple(Heading(at, *map(_in_unicode, rest)) for at, *rest in self.headings),
            tables=tuple(table._replace(name=_in_unicode(table.name)) for table in self.tables),
            parts=tuple(part._replace(name=_in_unicode(part.name)) for part in self.parts),
        )

    def _titles(self) -> Iterator[str]:
        yield from (each.title + each.date + each.author for each in self.headings)
        yield from (table.name for table in self.tables)
        yield from (part.name for part in self.parts)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        plain = {key.name: getattr(self, key.name) for key in fields(self)}
        return {**plain, "notes": [note.as_json() for note in self.notes]}

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """Return what :meth:`as_json` gave, be it read back from JSON."""
        return cls(
            content["text"],
            tuple(Part(*part) for part in content["parts"]),
            tuple(Heading(*heading) for heading in content["headings"]),
            tuple((start, end) for start, end in content["residue"]),
            marks.notes(content["notes"]),
            marks.tables(content["tables"]),
            marks.recognised(content["recognised"]),
            tuple(content["scans"]),
            marks.kept(content["kept"]),
            content["language"],
        )


@dataclass(slots=True)
class Draft:
    """Collects the text of a file block by block."""

    blocks: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    residue: list[Span] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    size: int = 0

    def note(self, code: str, /, **values: object) -> None:
        """Say what could not be read: a key of the phrases and its values."""
        self.notes.append(Message(code, values))

    def part(self, kind: str, name: str) -> None:
        """Say that what is added next stands on page, slide, sheet… *name*."""
        self.parts.append(Part(self.size, kind, name))

    def heading(self, title: str, date: str = "", author: str = "") -> None:
        """Say that what is added next is a record of its own."""
        named = " ".join(title.split()), date, " ".join(author.split())
        self.headings.append(Heading(self.size, *named))

    def add(self, block: str, end: str = "\n\n") -> Span:
        """Add a block of text and what separates it from the next; return its span."""
        start = self.size
        self.blocks += [block, end]
        self.size += len(block) + len(end)
        return start, start + len(block)

    def table(self, grid: Grid) -> None:
        """Add a table, a row a line; what is no table is added as lines of text."""
        flat = replace(grid, rows=[[" ".join(cell.split()) for cell in row] for row in grid.rows])
        lines = [CELLS.join(row) for row in flat.rows]
        places: list[list[Span]] = []
        start = self.size
        for row, line in zip(flat.rows, lines, strict=True):
            ends = accumulate((len(cell) + len(CELLS) for cell in row), initial=start)
            places.append([(at, at + len(cell)) for at, cell in zip(ends, row, strict=False)])
            start += len(line) + 1
        made = table(flat, places)
        if made:
            self.tables.append(made)
        self.add("\n".join(lines))

    def include(self, other: Loaded) -> None:
        """Add what was loaded from a file inside this one; its parts are lost in the one open."""
        at = self.size
        self.headings += [mark._replace(start=at + mark.start) for mark in other.headings]
        self.residue += [(at + start, at + end) for start, end in other.residue]
        self.notes += other.notes
        self.tables += [moved(one, at) for one in other.tables]
        for line in other.recognised:
            self.recognised.append(line._replace(start=at + line.start, end=at + line.end))
        self.add(other.text)

    def loaded(self) -> Loaded:
        """Return what was collected; a part or record without text is left out."""
        text = "".join(self.blocks).rstrip()
        return Loaded(
            text,
            tuple(_with_text(self.parts, text)),
            tuple(_with_text(self.headings, text)),
            tuple((start, min(end, len(text))) for start, end in self.residue if start < len(text)),
            tuple(self.notes),
            tuple(made._replace(end=min(made.end, len(text))) for made in self.tables),
            tuple(self.recognised),
            tuple(self.scans),
        )


def _in_unicode(text: str) -> str:
    return HALF.sub("\ufffd", text)


def _with_text(marks: list[Mark], text: str) -> list[Mark]:
    ends = [*(mark.start for mark in marks[1:]), len(text)]
    return [
        mark
        for mark, end in zip(marks, ends, strict=False)  # without a mark there is still an end
        if text[mark.start : end].strip()
    ]


def fields_as_text(values: Iterable[tuple[str, str]]) -> str:
    """Return a record of named values: short ones on one line, long ones as paragraphs.

    A long value stands alone, so that a quote from it does not begin with the field's name.
    """
    short: list[str] = []
    long: list[str] = []
    for name, value in values:
        value = value.strip()
        if not value:
            continue
        if len(value) > LONG or "\n" in value:
            long.append(value)
        else:
            short.append(f"{name.strip()}: {value}" if name.strip() else value)
    return "\n".join([*([SEPARATOR.join(short)] if short else []), *long])
