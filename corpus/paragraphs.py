"""The paragraphs of a reading view with their languages: what records and passages are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from corpus.documents import Table
from corpus.spoken import languages
from corpus.view import OWN, View
from corpus.wraps import columns
from language.tags import UNKNOWN

# A heading is short, in columns, and does not end like a sentence.
HEADING = 80
ADDRESS = regex.compile(r"\w+://\S+")
# Characters that tell the language of a table, and letters of another script that tell a row's.
SAMPLE, ENOUGH = 600, 8
NOT_LATIN = regex.compile(r"[\p{L}--\p{Latin}]", regex.V1)
# Breadcrumbs, dates and sources that a web page puts above its text; heads of mails, and what a
# mail program puts above the mail that it forwards (RFC 5322, 3.6; in the user's language).
NOT_A_TITLE = regex.compile(
    r"[>»|]|[:：]\s*\d{4}|https?:|^\W*$|^[-=_*]{2,}"
    r"|^(?:From|To|Cc|Bcc|Date|Sent|Reply-To|De|À|Envoyé|发件人|收件人|抄送|寄件者|寄件人|收件者"
    r"|日期|时间|時間)\s*[:：]"
)
# What begins an item of a list: a mark, a number, 一是, （一）, 首先, ——.
ITEM = regex.compile(
    r"[-*+•·●○■▪◦‣–—✓➢]\s|\p{Co}|——|[(（]?\d{1,3}[.)）、．]\s?(?!\d)|[(（]?\p{L}[)）]\s|[①-⑳⑴-⒇]"
    r"|[(（]?[一二三四五六七八九十]{1,3}(?:[、．)）]|是)|第[一二三四五六七八九十]{1,3}[，、是]"
    r"|(?:首先|其次|再次|最后|最後)[，、]|(?:\d{1,2}°|[ivx]{1,4}[.)])\s"
)
# The same in a source whose marks are not shown: Markdown.
MARKED = regex.compile(r"[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+$")
# What a text asks on a line of its own it answers next: an interview, a page of frequent questions.
ASKED, ASKS = 240, regex.compile(r"[?？][\p{Pe}\p{Pf}\"'”’*_]*$")
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
    row: int = 0  # its number there
    is_item: bool = False  # of a list

    @property
    def is_heading(self) -> bool:
        """Whether it is short and does not end like a sentence."""
        heading = self.width <= HEADING and not ENDS_SENTENCE.search(self.text.rstrip())
        return heading and not self.table

    @property
    def asks(self) -> bool:
        """Whether it is a question that what follows it may answer."""
        return self.width <= ASKED and not self.table and bool(ASKS.search(self.text.rstrip()))

    @property
    def may_be_title(self) -> bool:
        """Whether it is a heading that names something."""
        return self.is_heading and not NOT_A_TITLE.search(self.text.strip())


def paragraphs(
    view: View, source: str, tables: Sequence[Table] = (), stated: str = UNKNOWN
) -> Iterator[Paragraph]:
    """Yield the lines of *view* that hold something, each with its language.

    Args:
        view: What is read.
        source: What it is a view of.
        tables: Those in *source*.
        stated: The language that the file says it is in.
    """
    starts = [table.start for table in tables]
    lines: list[tuple[regex.Match[str], int]] = []
    telling: list[str] = []  # for each line what tells its language
    of_tables: dict[int, str] = {}  # rows are too short to tell it one by one
    for match in regex.finditer(r"\S[^\n]*", view.text):
        start = int(view.starts[match.start()])
        number = bisect_right(starts, start)
        table = number if number and start < tables[number - 1].end else 0
        lines.append((match, table))
        if table and _tells(match.group()):
            telling.append(_values(view, match))
            continue
        if not table:
            telling.append(match.group())
            continue
        if table not in of_tables:
            rows = view.text[match.start() : match.start() + SAMPLE]
            of_tables[table] = " ".join(rows.split())
        telling.append(of_tables[table])
    for (match, table), language in zip(lines, languages(telling, stated), strict=True):
        within = tables[table - 1] if table else None
        paragraph = _paragraph(match, view, source, language, within)
        yield replace(paragraph, table=table) if table else paragraph


def _tells(row: str) -> bool:
    """Tell whether a row says enough to be in a language of its own."""
    return len(row) > SAMPLE // 3 or len(NOT_LATIN.findall(row)) > ENOUGH


def _values(view: View, row: regex.Match[str]) -> str:
    """Return what of a row tells its language: its values, but no addresses of pages."""
    own = view.part(*row.span())
    kept = (own.borrowed == OWN).tolist()
    text = "".join(sign if is_own else " " for sign, is_own in zip(own.text, kept, strict=True))
    return ADDRESS.sub(" ", text)


def _paragraph(
    match: regex.Match[str], view: View, source: str, language: str, table: Table | None
) -> Paragraph:
    text = match.group()
    start, end = view.source_span(*match.span())
    lines = source[start:end].split("\n")
    width = columns(text)
    if table:
        row = table.row_at(start)
        return Paragraph(*match.span(), text, language, width, 0, row=row.number if row else 0)
    wrap = max(map(columns, lines)) if len(lines) > 1 else 0
    before = source[source.rfind("\n", 0, start) + 1 : start]
    item = bool(ITEM.match(text) or MARKED.match(before))
    return Paragraph(*match.span(), text, language, width, wrap, is_item=item)


def main_language(group: Sequence[Paragraph]) -> str:
    """Return the language of most of *group*, by width."""
    widths: dict[str, int] = {}
    for paragraph in group:
        widths[paragraph.language] = widths.get(paragraph.language, 0) + paragraph.width
    return max(widths, key=widths.__getitem__, default=UNKNOWN)
