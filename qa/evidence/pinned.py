"""A quote that somebody keeps: where it is from, what it answers, when it was seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from language.spans import Span
from qa.answers import Citation, TableRow
from qa.evidence.checked import Fields

# Characters of a note, and of any other text in a quote's entry.
LONGEST_NOTE, LONGEST_TEXT = 10_000, 100_000


@dataclass(frozen=True, slots=True)
class Origin:
    """The index that answered."""

    generation: str  # its name
    created: str = ""  # ISO 8601, UTC
    fingerprint: str = ""  # SHA-256 of what decided its content; see :func:`fingerprint_of`


@dataclass(frozen=True, slots=True)
class Pinned:
    """A quote as it was kept; ``citation`` has its place, its words and its document."""

    citation: Citation
    source_sha256: str  # of the document's source text in UTF-8; empty where it was not at hand
    question: str
    origin: Origin
    accessed: str  # the day on which it was kept; ISO 8601
    note: str = ""

    @property
    def key(self) -> str:
        """What tells it from other quotes: its place."""
        return key_of(self.citation)

    @property
    def span(self) -> Span:
        """Where it stands in the source text."""
        return self.citation.start, self.citation.end


def key_of(citation: Citation) -> str:
    """Return what tells the place of a quote from other places."""
    return place_key(citation.sha256, citation.start, citation.end)


def place_key(sha256: str, start: int, end: int) -> str:
    """Return what tells ``source[start:end]`` of the document with this digest from others."""
    return f"{sha256[:16]}-{start}-{end}"


def digest(text: str) -> str:
    """Return the SHA-256 of *text* in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint_of(layers: Mapping[str, str]) -> str:
    """Return one digest of what decides an index: of its layers as JSON with sorted keys."""
    return digest(json.dumps(layers, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def as_json(pinned: Pinned) -> dict[str, Any]:
    """Return the entry of a quote, as docs/evidence.md describes it."""
    cited, row = pinned.citation, pinned.citation.table
    return {
        "quote": cited.quote,
        "text": cited.text,
        "language": cited.language,
        "document": {
            "path": cited.document,
            "title": cited.title,
            "sha256": cited.sha256,
            "source_sha256": pinned.source_sha256,
        },
        "start": cited.start,
        "end": cited.end,
        "page": cited.page,
        "part": list(cited.part) if cited.part else None,
        "row": {"table": row.table, "row": row.row, "column": row.column} if row else None,
        "date": cited.date,
        "recognised": cited.recognised,
        "question": pinned.question,
        "generation": {
            "name": pinned.origin.generation,
            "created": pinned.origin.created,
            "fingerprint": pinned.origin.fingerprint,
        },
        "accessed": pinned.accessed,
        "note": pinned.note,
    }


def from_json(content: object) -> Pinned:
    """Return the quote of an entry that anybody may have written.

    Raises:
        WrongValueError: With the name of the first field that is not what it must be.
    """
    entry = Fields(content)
    document, made = entry.inside("document"), entry.inside("generation")
    start, end = entry.count("start"), entry.count("end")
    quote = entry.text("quote", LONGEST_TEXT)
    if not quote or end - start != len(quote):
        raise entry.wrong("end")
    citation = Citation(
        document=document.path("path"),
        title=document.text("title", LONGEST_TEXT),
        sha256=document.digest("sha256"),
        start=start,
        end=end,
        quote=quote,
        text=entry.text("text", LONGEST_TEXT) or quote,
        language=entry.tag("language"),
        page=entry.count("page", optional=True),
        part=entry.pair("part"),
        date=entry.text("date", 40) or None,
        passage=0,
        score=0.0,
        table=_row(entry),
        recognised=entry.share("recognised"),
    )
    origin = Origin(*(made.text(name, 100) for name in ("name", "created", "fingerprint")))
    return Pinned(
        citation,
        document.digest("source_sha256", optional=True),
        entry.text("question", LONGEST_NOTE),
        origin,
        entry.text("accessed", 40),
        entry.text("note", LONGEST_NOTE),
    )


def _row(entry: Fields) -> TableRow | None:
    if entry.lacks("row"):
        return None
    row = entry.inside("row")
    column = row.text("column", LONGEST_TEXT) or None
    return TableRow(row.text("table", LONGEST_TEXT), row.count("row"), column, ())
