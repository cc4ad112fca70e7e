"""Rows of a table as records that can be read and quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.loaders.loaded import Draft, fields_as_text


def add_rows(draft: Draft, rows: Iterable[Sequence[str]]) -> None:
    """Add *rows* to *draft*, each a part and a line of ``column: value``.

    The first row with text names the columns, if none of its cells is empty or a number.
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
        draft.add(fields_as_text(zip(padded, row, strict=False)), "\n\n")


def _names_columns(row: Sequence[str]) -> bool:
    return len(row) > 1 and all(
        cell.strip() and not cell.strip()[0].isdigit() and len(cell) <= 40 for cell in row
    )
