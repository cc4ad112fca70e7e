"""Who states which value, as an HTML table.  Everything from documents is escaped here."""

from __future__ import annotations

from html import escape

from language.phrases import language_name, written
from page.sources_html import chip, phrased
from qa.answers import Citation, StatedValue
from qa.presentation import Presentation

COLUMNS = ("value", "title", "date", "language")


def values_table(view: Presentation, turn: str, first: int = 1) -> str:
    """Return the different values with source, date and language; nothing if there are none.

    Args:
        view: What is shown of an answer.
        turn: The id under which its sources can be opened.
        first: The number of its first source.
    """
    if not view.values:
        return ""
    speaks = view.language
    numbers = {citation: number for number, citation in enumerate(view.sources, start=first)}
    heads = "".join(f'<th scope="col">{phrased(f"column_{name}", speaks)}</th>' for name in COLUMNS)
    rows = "".join(_rows(value, numbers, turn, speaks) for value in view.values)
    label = phrased("values", speaks)
    return (
        f'<div class="cq-scroll" tabindex="0" role="region" aria-label="{label}">'
        f'<table class="cq-row cq-values"><caption>{label}</caption>'
        f"<thead><tr>{heads}</tr></thead>{rows}</table></div>"
    )


def _rows(value: StatedValue, numbers: dict[Citation, int], turn: str, speaks: str) -> str:
    """Return a row for each source of *value*, which stands beside the first of them."""
    first = value.citations[0]
    head = (
        f'<th scope="rowgroup" rowspan="{len(value.citations)}" lang="{escape(first.language)}" '
        f'dir="auto">{escape(value.value)}</th>'
    )
    rows = (
        f"<tr>{head if citation is first else ''}{_cells(citation, numbers, turn, speaks)}</tr>"
        for citation in value.citations
    )
    return f"<tbody>{''.join(rows)}</tbody>"


def _cells(citation: Citation, numbers: dict[Citation, int], turn: str, speaks: str) -> str:
    date = written(citation.date, speaks) if citation.date else "–"
    return (
        f"<td>{chip(numbers[citation], citation, turn, speaks)} "
        f'<bdi lang="{escape(citation.language)}">{escape(citation.title)}</bdi></td>'
        f"<td>{escape(date)}</td>"
        f"<td>{escape(language_name(citation.language, speaks))}</td>"
    )
