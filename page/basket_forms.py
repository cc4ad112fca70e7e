"""Kept quotes in the forms in which people take them along: a file for each."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from language.phrases import phrase
from page.basket_export_html import as_html
from page.basket_word import as_word
from page.citation_forms import as_bibtex, markdown_text, reference
from qa.evidence import evidence_file
from qa.evidence.pinned import Pinned
from qa.places.table import safe

COLUMNS = (
    *("number", "quote", "title", "document", "page", "date", "language", "question", "note"),
    *("start", "end", "sha256", "source_sha256", "generation", "accessed"),
)
Pins = Sequence[Pinned]


def as_markdown(pins: Pins, language: str) -> str:
    """Return the quotes as Markdown, each with its note and a footnote that says where it is."""
    parts = [f"# {phrase('basket', language)}"]
    notes = []
    for number, pinned in enumerate(pins, start=1):
        lines = pinned.citation.text.split("\n")
        quote = "\n".join(f"> {markdown_text(line)}" for line in lines)
        parts.append(f"{quote}[^{number}]")
        if pinned.note:
            parts.append("\n".join(markdown_text(line) for line in pinned.note.split("\n")))
        source = reference(pinned.citation, pinned.accessed, language)
        notes.append(f"[^{number}]: {markdown_text(source)}")
    return "\n\n".join([*parts, *notes]) + "\n"


def as_csv(pins: Pins) -> str:
    """Return a line for each quote under a header, as RFC 4180 has it; no cell is a formula."""
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for number, pinned in enumerate(pins, start=1):
        cited = pinned.citation
        row = (
            *(number, cited.quote, cited.title, cited.document, cited.page, cited.date),
            *(cited.language, pinned.question, pinned.note, *pinned.span, cited.sha256),
            *(pinned.source_sha256, pinned.origin.generation, pinned.accessed),
        )
        lines.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return "\ufeff" + out.getvalue()


def as_ris(pins: Pins) -> str:
    """Return the quotes as RIS, a record each, its lines ended as the format asks for."""
    return "".join("\r\n".join(_ris(pinned)) + "\r\n\r\n" for pinned in pins)


def _ris(pinned: Pinned) -> list[str]:
    cited = pinned.citation
    digests = f"sha256 {cited.sha256}; characters {cited.start}-{cited.end}"
    fields = (
        ("ID", pinned.key),
        ("TI", cited.title),
        ("DA", (cited.date or "").split("/")[0].replace("-", "/")),
        ("PY", (cited.date or "")[:4]),
        ("SP", str(cited.page or "")),
        ("LA", cited.language),
        ("AB", cited.text),
        ("N1", pinned.note),
        ("N1", f"{cited.document}; {digests}; index {pinned.origin.generation}"),
        ("Y2", pinned.accessed.replace("-", "/")),
    )
    told = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value.strip()]
    return ["TY  - GEN", *told, "ER  - "]


def as_csl(pins: Pins) -> str:
    """Return the quotes as CSL-JSON; what the format has no field for is in ``custom``."""
    return json.dumps([_csl(pinned) for pinned in pins], ensure_ascii=False, indent=1) + "\n"


def _csl(pinned: Pinned) -> dict[str, Any]:
    cited = pinned.citation
    item = {
        "id": pinned.key,
        "type": "document",
        "title": cited.title,
        "language": cited.language,
        "page": str(cited.page) if cited.page else None,
        "issued": _date_parts(cited.date or ""),
        "accessed": _date_parts(pinned.accessed),
        "abstract": cited.text,
        "note": pinned.note,
        "custom": {
            "document": cited.document,
            "sha256": cited.sha256,
            "start": cited.start,
            "end": cited.end,
            "question": pinned.question,
            "generation": pinned.origin.generation,
        },
    }
    return {name: value for name, value in item.items() if value}


def _date_parts(date: str) -> dict[str, list[list[int]]] | None:
    """Return a date or a range, ISO 8601, as CSL has it; None where it is no such thing."""
    parts = [[int(n) for n in day.split("-") if n.isdecimal()] for day in date.split("/")]
    return {"date-parts": parts} if all(parts) else None


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: what it is called, its name and type, and what makes its content."""

    name: str  # a proper name, or a key of the phrases
    file: str
    type: str
    make: Callable[[Pins, str], str | bytes]

    def shown(self, language: str) -> str:
        """Return what it is called in *language*."""
        return phrase("evidence", language) if self.name == "evidence" else self.name

    def saved(self, pins: Pins, language: str) -> list[str]:
        """Return the file for the browser to save: name, type, text; of bytes in base 64."""
        content = self.make(pins, language)
        if isinstance(content, bytes):
            return [self.file, self.type, base64.b64encode(content).decode(), "base64"]
        return [self.file, self.type, content]


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {
    "word": Form("Word", "quotes.docx", WORD, as_word),
    "markdown": Form("Markdown", "quotes.md", "text/markdown", as_markdown),
    "html": Form("HTML", "quotes.html", "text/html", as_html),
    "csv": Form("CSV", "quotes.csv", "text/csv", lambda pins, _: as_csv(pins)),
    "bibtex": Form(
        "BibTeX",
        "quotes.bib",
        "application/x-bibtex",
        lambda pins, _: "\n\n".join(map(_bibtex, pins)) + "\n",
    ),
    "ris": Form(
        "RIS", "quotes.ris", "application/x-research-info-systems", lambda pins, _: as_ris(pins)
    ),
    "csl": Form(
        "CSL-JSON",
        "quotes.json",
        "application/vnd.citationstyles.csl+json",
        lambda pins, _: as_csl(pins),
    ),
    "evidence": Form(
        "evidence",
        "evidence.json",
        "application/json",
        lambda pins, _: evidence_file.written(pins),
    ),
}


def _bibtex(pinned: Pinned) -> str:
    more = {"note": pinned.note, "urldate": pinned.accessed}
    return as_bibtex(pinned.citation, pinned.origin.generation, more)
