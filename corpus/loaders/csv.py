"""Tables as text, with commas, semicolons or tabs (RFC 4180).

The text stays as it is in the file; only which cell stands where is found out.
"""

from __future__ import annotations

import regex

from corpus.loaders.loaded import Loaded
from corpus.loaders.plain import decoded
from corpus.loaders.tables import Grid, header_depth, table
from language.spans import Span

SAMPLE = 20_000  # characters that decide what separates the cells


def load(content: bytes, suffix: str = ".csv") -> Loaded:
    """Return the text with the table that it is; a row of prose can be several lines."""
    text = decoded(content)
    places = _cells(text, "\t" if suffix == ".tsv" else _separator(text))
    rows = [[text[slice(*place)].replace('""', '"') for place in row] for row in places]
    stripped = [[cell.strip() for cell in row] for row in rows]
    made = table(Grid(rows, header_depth(stripped, may_be_form=False)), places)
    if made is None:
        return Loaded(text)
    return Loaded(text, tables=(made._replace(start=0, end=len(text)),))


def _separator(text: str) -> str:
    unquoted = regex.sub(r'"[^"]*+"', "", text[:SAMPLE])
    head = next((line for line in unquoted.split("\n") if line.strip()), "")
    return max(",;\t|", key=head.count)


def _cells(text: str, separator: str) -> list[list[Span]]:
    """Return where the cells of every row stand, without the quotation marks around them."""
    cell = regex.compile(
        rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[^{separator}\r\n]*|(?P<plain>[^{separator}\r\n]*+)'
    )
    rows: list[list[Span]] = [[]]
    at = 1 if text.startswith("\ufeff") else 0
    while at <= len(text):
        match = cell.match(text, at)
        assert match is not None  # noqa: S101 - the empty cell matches anywhere
        rows[-1].append(match.span("quoted" if match["quoted"] is not None else "plain"))
        at = match.end()
        if not text.startswith(separator, at):
            at += 2 if text.startswith("\r\n", at) else 1
            rows.append([])
        else:
            at += 1
    return [row for row in rows if row]
