"""The paragraphs of a reading view with their languages: what records and passages are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from corpus.view import View
from corpus.wraps import columns
from language.detect import detect
from language.tags import UNKNOWN

# A heading is short, in columns, and does not end like a sentence.
HEADING = 80
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

    @property
    def is_heading(self) -> bool:
        """Whether it is short and does not end like a sentence."""
        return self.width <= HEADING and not ENDS_SENTENCE.search(self.text.rstrip())

    @property
    def may_be_title(self) -> bool:
        """Whether it is a heading that names something."""
        return self.is_heading and not NOT_A_TITLE.search(self.text.strip())


def paragraphs(view: View, source: str) -> Iterator[Paragraph]:
    """Yield the lines of *view* that hold something; one that tells no language has the last's."""
    language = UNKNOWN
    for match in regex.finditer(r"\S[^\n]*", view.text):
        text = match.group()
        language = detect(text, default=language)
        lines = source[slice(*view.source_span(*match.span()))].split("\n")
        wrap = max(map(columns, lines)) if len(lines) > 1 else 0
        yield Paragraph(*match.span(), text, language, columns(text), wrap)


def main_language(group: Sequence[Paragraph]) -> str:
    """Return the language of most of *group*, by width."""
    widths: dict[str, int] = {}
    for paragraph in group:
        widths[paragraph.language] = widths.get(paragraph.language, 0) + paragraph.width
    return max(widths, key=widths.__getitem__, default=UNKNOWN)
