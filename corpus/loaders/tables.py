"""Rows of a table as records that can be read and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.loaders.loaded import Draft, fields_as_text

LONGEST_NAME = 40  # characters


def add_rows(draft: Draft, rows: Iterable[Sequence[str]]) -> None:
    """Add *rows* to *draft*, each a part and a line of ``column: value``.

    The first row with text names the columns, if its cells are short and do not begin with a
    figure; without a row below it is one itself.  A row that holds prose is a record of its own.
    """
    names: Sequence[str] | None = None
    first = 0  # the number of a row of names under which nothing stands yet
    for number, row in enumerate(rows, start=1):
        if not any(cell.strip() for cell in row):
            continue
        if names is None:
            names = row if _names_columns(row) else ()
            if names:
                first = number
                continue
        first = 0
        draft.part("row", str(number))
        padded = [*names, *[""] * (len(row) - len(names))]
        text = fields_as_text(zip(padded, row, strict=False))
        if "\n" in text:
            draft.heading("")
        draft.add(text)
    if first and names:
        draft.part("row", str(first))
        draft.add(fields_as_text(("", name) for name in names))


def _names_columns(row: Sequence[str]) -> bool:
    named = [cell.strip() for cell in row if cell.strip()]
    return 2 * len(named) > len(row) > 1 and all(
        not name[0].isdigit() and len(name) <= LONGEST_NAME for name in named
    )
