"""A citation in the forms in which people take it along."""

from __future__ import annotations

import re
from collections.abc import Mapping

from language.phrases import phrase, written
from qa.answers import Citation
from qa.presentation import places

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-!|$~&=])")
BIBTEX = (
    # Braces are counted, also those behind a backslash: these are none.
    {"\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
    | {sign: f"\\{sign}" for sign in "%&$#_"}
    | {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
)


def place(citation: Citation, language: str) -> str:
    """Return where a quote stands: its page, its record's date, its characters in the text."""
    characters = phrase("characters", language, start=citation.start, end=citation.end)
    date = written(citation.date, language) if citation.date else ""
    ocr = phrase("recognised", language) if citation.recognised is not None else ""
    told = filter(None, (*places(citation, language), date, characters, ocr))
    return phrase("comma", language).join(told)


def source_line(citation: Citation, language: str) -> str:
    """Return the title of a source with its file and place, on a line."""
    where = place(citation, language)
    names = {"title": citation.title, "document": citation.document}
    return phrase("cited_from", language, place=where, **names)


def reference(citation: Citation, accessed: str, language: str) -> str:
    """Return a source as it stands in a list of sources: with its digest and the day of access."""
    when = phrase("accessed", language, date=written(accessed, language))
    told = (source_line(citation, language), f"SHA-256 {citation.sha256}", when)
    return phrase("comma", language).join(told)


def as_text(citation: Citation, language: str) -> str:
    """Return the quote and its source as plain text."""
    quote = phrase("quoted", language, text=citation.text)
    return f"{quote}\n— {source_line(citation, language)}"


def as_markdown(citation: Citation, language: str) -> str:
    """Return the quote and its source as Markdown in which no part of either is markup."""
    quote = "\n".join(f"> {markdown_text(line)}" for line in citation.text.split("\n"))
    return f"{quote}\n>\n> — {markdown_text(source_line(citation, language))}"


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
    # A title in braces of its own keeps its capitals.
    texts = {name: _bibtex(value) for name, value in fields.items() if value}
    texts |= {"title": f"{{{texts['title']}}}"} if "title" in texts else {}
    lines = [f"  {name} = {{{text}}}," for name, text in texts.items()]
    return "\n".join(
        [f"@misc{{{citation.sha256[:8]}-{citation.start}-{citation.end},", *lines, "}"]
    )


def _bibtex(text: str) -> str:
    return "".join(BIBTEX.get(letter, letter) for letter in text)
