"""Rows of a table as records that can be read and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.loaders.loaded import Draft, fields_as_text

LONGEST_NAME = 40  # characters


def add_rows(draft: Draft, rows: Iterable[Sequence[str]]) -> None:
    """Add *rows* to *draft*, each a part and a line of ``column: value``.

    The first row with text names the columns, if its cells are short and do not begin with a
    figure.  A row that holds prose is a record of its own.
    """
    names: Sequence[str] | None = None
    for number, row in enumerate(rows, start=1):
        if not any(cell.strip() for cell in row):
            continue
        if names is None:
            names = row if _names_columns(row) else ()
            if names:
                continue
        draft.part("row", str(number))
        padded = [*names, *[""] * (len(row) - len(names))]
        text = fields_as_text(zip(padded, row, strict=False))
        if "\n" in text:
            draft.heading("")
        draft.add(text)


def _names_columns(row: Sequence[str]) -> bool:
    named = [cell.strip() for cell in row if cell.strip()]
    return 2 * len(named) > len(row) > 1 and all(
        not name[0].isdigit() and len(name) <= LONGEST_NAME for name in named
    )
