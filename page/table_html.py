"""A table of a document as HTML: header, row and cell of the quote marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from page.reading import Piece, ShownRow, ShownTable


def marked(pieces: Sequence[Piece]) -> str:
    """Return pieces as they are; a parser of HTML would turn a bare carriage return into a line."""
    texts = ((escape(piece.text).replace("\r", "&#13;"), piece.quoted) for piece in pieces)
    return "".join(f"<mark>{text}</mark>" if quoted else text for text, quoted in texts)


def table_of(table: ShownTable, column: str, language: str) -> str:
    """Return a table of a document, or the part of one, in a frame that scrolls.

    Args:
        table: With its rows.
        column: What the column of the answering words is called; empty where none is known.
        language: Of the table's text.
    """
    named = any(table.columns)
    at = table.columns.index(column) if column and column in table.columns else -1
    head = "".join(
        f'<th scope="col"{_here(number == at)}>{escape(name)}</th>'
        for number, name in enumerate(table.columns)
    )
    width = max([len(table.columns), *(len(row.cells) for row in table.rows)])
    rows = "".join(_row(row, at, width) for row in table.rows)
    caption = f"<caption>{escape(table.name)}</caption>" if table.name else ""
    header = f"<thead><tr>{head}</tr></thead>" if named else ""
    return (
        f'<div class="cq-scroll"><table class="cq-row cq-whole" lang="{escape(language)}" '
        f'dir="auto">{caption}{header}<tbody>{rows}</tbody></table></div>'
    )


def _row(row: ShownRow, column: int, width: int) -> str:
    cells = "".join(
        f"<td{_here(row.quoted and number == column)}>{marked(cell)}</td>"
        for number, cell in enumerate(row.cells)
    )
    above = ""
    if row.above:
        above = f'<tr><th scope="rowgroup" colspan="{width}">{escape(row.above)}</th></tr>'
    this = ' class="cq-quoted-row"' if row.quoted else ""
    return f"{above}<tr{this}>{cells}</tr>"


def _here(this: bool) -> str:
    """Return the class of the cell that answers, and of its column's name."""
    return ' class="cq-here"' if this else ""
