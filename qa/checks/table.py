"""A checked draft as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from qa.checks.report import Checked, Report
from qa.places.table import safe

COLUMNS = (
    *("number", "start", "end", "language", "sentence", "verdict", "document", "title", "date"),
    *("page", "source_language", "source_start", "source_end", "quote", "draft_says"),
    *("source_says", "not_in_source", "absent_quotations", "also_in", "contrary_documents"),
    *("contrary_quotes", "contrary_say", "tells_a_program"),
)


def as_csv(report: Report) -> str:
    """Return a line for each sentence under a header, as RFC 4180 has it.

    ``document`` to ``quote`` are of what bears the sentence out or contradicts it, and empty where
    nothing does: what only comes nearest is not in the table.  ``contrary_…`` are of other
    documents that say otherwise; ``tells_a_program``: see `Source.instructs`.
    """
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for number, checked in enumerate(report.sentences, start=1):
        lines.writerow([number, *checked.span, *map(_cell, _row(checked))])
    return out.getvalue()


def _row(checked: Checked) -> tuple[str | int, ...]:
    source = checked.source
    place = source.place if source else None
    absent = [each.text for each in checked.quotations if each.status == "absent"]
    also = [f"{each.document}:{each.start}-{each.end}" for each in source.also_in] if source else []
    where: tuple[str | int, ...] = (
        (place.document, place.title, place.date or "", place.page or "", place.language,
         place.start, place.end, place.quote) if place else ("",) * 8
    )  # fmt: skip
    return (
        *(checked.language, checked.text, checked.verdict),
        *where,
        "; ".join(each.draft for each in checked.differences),
        "; ".join(each.source for each in checked.differences),
        "; ".join(checked.unmatched),
        "; ".join(absent),
        "; ".join(also),
        "; ".join(each.source.place.document for each in checked.contrary),
        " | ".join(each.source.place.quote for each in checked.contrary),
        "; ".join(by.source for each in checked.contrary for by in each.differences),
        "yes" if source and source.instructs else "",
    )


def _cell(content: str | int) -> str | int:
    return safe(content) if isinstance(content, str) else content
