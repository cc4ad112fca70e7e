"""What a loader makes of a file's bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from corpus.documents import Heading, Part
from language.spans import Span

LONG = 60  # characters; a longer value is prose
SEPARATOR = " · "
Mark = TypeVar("Mark", Part, Heading)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The source text of a file and what its format says about it; offsets are into ``text``."""

    text: str
    parts: tuple[Part, ...] = ()  # pages, slides, sheets, rows, times; in order
    headings: tuple[Heading, ...] = ()  # where a thing with a title of its own begins; in order
    residue: tuple[Span, ...] = ()  # page numbers and running heads: in the source, not in the view
    notes: tuple[str, ...] = ()  # what could not be read


@dataclass(slots=True)
class Draft:
    """Collects the text of a file block by block."""

    blocks: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    residue: list[Span] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    size: int = 0

    def part(self, kind: str, name: str) -> None:
        """Say that what is added next stands on page, slide, sheet… *name*."""
        self.parts.append(Part(self.size, kind, name))

    def heading(self, title: str, date: str = "") -> None:
        """Say that what is added next is a record of its own."""
        self.headings.append(Heading(self.size, " ".join(title.split()), date))

    def add(self, block: str, end: str = "\n\n") -> Span:
        """Add a block of text and what separates it from the next; return its span."""
        start = self.size
        self.blocks += [block, end]
        self.size += len(block) + len(end)
        return start, start + len(block)

    def loaded(self) -> Loaded:
        """Return what was collected; a part or record without text is left out."""
        text = "".join(self.blocks).rstrip()
        return Loaded(
            text,
            tuple(_with_text(self.parts, text)),
            tuple(_with_text(self.headings, text)),
            tuple((start, min(end, len(text))) for start, end in self.residue if start < len(text)),
            tuple(self.notes),
        )


def _with_text(marks: list[Mark], text: str) -> list[Mark]:
    ends = [*(mark.start for mark in marks[1:]), len(text)]
    return [
        mark
        for mark, end in zip(marks, ends, strict=False)  # without a mark there is still an end
        if text[mark.start : end].strip()
    ]


def fields_as_text(fields: Iterable[tuple[str, str]]) -> str:
    """Return a record of named values: short ones on one line, long ones as paragraphs.

    A long value stands alone, so that a quote from it does not begin with the field's name.
    """
    short: list[str] = []
    long: list[str] = []
    for name, value in fields:
        value = value.strip()
        if not value:
            continue
        if len(value) > LONG or "\n" in value:
            long.append(value)
        else:
            short.append(f"{name.strip()}: {value}" if name.strip() else value)
    return "\n".join([*([SEPARATOR.join(short)] if short else []), *long])
