"""Tables as text, with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.plain import decoded
from corpus.loaders.tables import add_rows

SAMPLE = 20_000  # characters that decide what separates the cells
LARGEST_CELL = 1_000_000  # characters


def load(content: bytes, suffix: str = ".csv") -> Loaded:
    """Return each row as a record of ``column: value``."""
    text = decoded(content).removeprefix("\ufeff")
    draft = Draft()
    add_rows(draft, _rows(text, suffix))
    return draft.loaded()


def _rows(text: str, suffix: str) -> Iterator[Sequence[str]]:
    csv.field_size_limit(LARGEST_CELL)
    if suffix == ".tsv":
        return csv.reader(io.StringIO(text, newline=""), csv.excel_tab)
    head = text[:SAMPLE].split("\n", 1)[0]
    separator = max(",;\t|", key=head.count)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
