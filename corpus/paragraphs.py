"""The paragraphs of a reading view with their languages: what records and passages are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from corpus.documents import Table
from corpus.view import View
from corpus.wraps import columns
from language.detect import detect
from language.tags import UNKNOWN

# A heading is short, in columns, and does not end like a sentence.
HEADING = 80
# Characters that tell the language of a table.
SAMPLE = 600
# Breadcrumbs, dates and sources that a web page puts above its text.
NOT_A_TITLE = regex.compile(r"[>»|]|[:：]\s*\d{4}|https?:|^\W*$")
ENDS_SENTENCE = regex.compile(r"[.。．!！?？…;；:：,，、][\p{Pe}\p{Pf}\"'”’]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of a reading view."""

    start: int  # offsets into the view's text
    end: int
    text: str
    language: str
    width: int  # columns
    wrap: int  # columns of the longest line that it was cut into in the source; 0 if into none
    table: int = 0  # the number of the table that it is a row of; 0 if of none

    @property
    def is_heading(self) -> bool:
        """Whether it is short and does not end like a sentence."""
        heading = self.width <= HEADING and not ENDS_SENTENCE.search(self.text.rstrip())
        return heading and not self.table

    @property
    def may_be_title(self) -> bool:
        """Whether it is a heading that names something."""
        return self.is_heading and not NOT_A_TITLE.search(self.text.strip())


def paragraphs(view: View, source: str, tables: Sequence[Table] = ()) -> Iterator[Paragraph]:
    """Yield the lines of *view* that hold something; one that tells no language has the last's."""
    language = UNKNOWN
    of_tables: dict[int, str] = {}  # rows are too short to tell a language one by one
    starts = [table.start for table in tables]
    for match in regex.finditer(r"\S[^\n]*", view.text):
        text = match.group()
        start, end = view.source_span(*match.span())
        number = bisect_right(starts, start)
        table = number if number and start < tables[number - 1].end else 0
        if not table:
            language = detect(text, default=language)
        elif table not in of_tables:
            rows = view.text[match.start() :][:SAMPLE]
            of_tables[table] = detect(" ".join(rows.split()), default=language)
        lines = source[start:end].split("\n")
        wrap = max(map(columns, lines)) if len(lines) > 1 and not table else 0
        spoken = of_tables.get(table, language)
        yield Paragraph(*match.span(), text, spoken, columns(text), wrap, table)


def main_language(group: Sequence[Paragraph]) -> str:
    """Return the language of most of *group*, by width."""
    widths: dict[str, int] = {}
    for paragraph in group:
        widths[paragraph.language] = widths.get(paragraph.language, 0) + paragraph.width
    return max(widths, key=widths.__getitem__, default=UNKNOWN)
