"""A citation in the forms in which people take it along."""

from __future__ import annotations

import re
from collections.abc import Mapping

from language.phrases import phrase, written
from qa.answers import Citation
from qa.presentation import places

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-!|$~])")
BIBTEX = (
    {"\\": "\\textbackslash{}", "{": "\\{", "}": "\\}"}
    | {sign: f"\\{sign}" for sign in "%&$#_"}
    | {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)


def place(citation: Citation, language: str) -> str:
    """Return where a quote stands: its page, its record's date, its characters in the text."""
    characters = phrase("characters", language, start=citation.start, end=citation.end)
    date = written(citation.date, language) if citation.date else ""
    ocr = phrase("recognised", language) if citation.recognised is not None else ""
    return ", ".join(filter(None, (*places(citation, language), date, characters, ocr)))


def as_text(citation: Citation, language: str) -> str:
    """Return the quote and its source as plain text."""
    source = f"{citation.title} ({citation.document}, {place(citation, language)})"
    return f"{phrase('quoted', language, text=citation.text)}\n— {source}"


def as_markdown(citation: Citation, language: str) -> str:
    """Return the quote and its source as Markdown in which no part of either is markup."""
    quote = "\n".join(f"> {markdown_text(line)}" for line in citation.text.split("\n"))
    source = f"{markdown_text(citation.title)} ({markdown_text(citation.document)}"
    return f"{quote}\n>\n> — {source}, {markdown_text(place(citation, language))})"


def markdown_text(text: str) -> str:
    """Return *text* as Markdown that shows it as it is, on one line."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def as_bibtex(citation: Citation, generation: str, more: Mapping[str, str] | None = None) -> str:
    """Return a record in the manner of BibTeX, with what is needed to check the quote.

    The digest is of the file's bytes, the offsets are half-open and count code points of its text.

    Args:
        citation: The quote.
        generation: That answered.
        more: Other fields, by their names.
    """
    fields = {
        "title": citation.title,
        "howpublished": citation.document,
        "date": citation.date or "",
        "pages": str(citation.page or ""),
        "langid": citation.language,
        "abstract": citation.text,
        "sha256": citation.sha256,
        "start": str(citation.start),
        "end": str(citation.end),
        "generation": generation,
        **(more or {}),
    }
    lines = [f"  {name} = {{{_bibtex(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{citation.sha256[:8]}-{citation.start},", *lines, "}"])


def _bibtex(text: str) -> str:
    return "".join(BIBTEX.get(letter, letter) for letter in text)
