"""Mentions as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from qa.places.mentions import Mentions

COLUMNS = (
    *("document", "title", "date", "page", "language", "name", "written", "start", "end"),
    *("sentence", "sentence_start", "sentence_end", "also_in"),
)
# What a spreadsheet takes for a formula (OWASP, "CSV Injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(listing: Mentions) -> str:
    """Return a line for each place under a header, as RFC 4180 has it.

    A text that a spreadsheet would run as a formula stands behind an apostrophe.
    """
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for mention in listing.places:
        place = mention.place
        also = "; ".join(f"{each.document}:{each.start}-{each.end}" for each in mention.also_in)
        texts = (place.document, place.title, place.date or "")
        row = [
            *map(safe, texts),
            place.page or "",
            *map(safe, (place.language, mention.name, place.quote)),
            *(place.start, place.end, safe(mention.sentence), *mention.span, safe(also)),
        ]
        lines.writerow(row)
    return out.getvalue()


def safe(text: str) -> str:
    """Return *text* so that a spreadsheet does not run it."""
    return f"'{text}" if text.startswith(FORMULA) else text
