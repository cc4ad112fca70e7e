"""Tables with merged cells, as office documents write them: row by row, each cell with its span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.loaders.tables import Grid, header_depth

# Office programs make no more columns.
WIDEST = 75
# A longer text is not repeated in each row that its merged cell covers, in characters.
LONGEST_REPEATED = 200


@dataclass(slots=True)
class Merged:
    """Collects the cells of a table."""

    rows: list[list[str]] = field(default_factory=list)
    _looks: list[list[bool]] = field(default_factory=list)
    _spans: list[list[tuple[int, int]]] = field(default_factory=list)
    _held: dict[int, str] = field(default_factory=dict)  # for the rows below, by column

    def row(self, before: int = 0) -> None:
        """Begin a row, *before* its first cell so many columns that have none."""
        self.rows.append([""] * min(before, WIDEST))
        self._looks.append([False] * min(before, WIDEST))
        self._spans.append([])

    def cell(self, text: str, span: int, strong: bool, goes_on: bool, begins: bool) -> None:
        """Add a cell to the row.

        Args:
            text: What it shows.
            span: How many columns it covers.
            strong: Whether it is bold or on a ground of its own.
            goes_on: Whether it is merged with the one above.
            begins: Whether it is merged with the one below.
        """
        at, span = len(self.rows[-1]), max(1, min(span, WIDEST))
        if at + span > WIDEST:
            return
        if goes_on:
            text = text or self._held.get(at, "")
        elif begins and len(text) <= LONGEST_REPEATED:
            self._held[at] = text
        else:
            self._held.pop(at, None)
        self.rows[-1] += [text, *[""] * (span - 1)]
        self._looks[-1] += [strong] * span
        self._spans[-1].append((at, span))

    def grid(self, header: int | None = None) -> Grid:
        """Return the table, its merged names in each column that they hold for."""
        width = max(map(len, self.rows), default=0)
        rows = [row + [""] * (width - len(row)) for row in self.rows]
        looks = [row + [False] * (width - len(row)) for row in self._looks]
        depth = header_by_look(rows, looks) if header is None else header
        if depth is None:
            depth = header_depth(rows)
        for row, spans in zip(rows[:depth], self._spans, strict=False):
            for at, span in spans:
                if span < width:  # what covers all columns stands above them
                    row[at : at + span] = [row[at]] * span
        return Grid(rows, depth)


def header_by_look(rows: Sequence[Sequence[str]], strong: Sequence[Sequence[bool]]) -> int | None:
    """Return what the look of the first *rows* says of the header; None where it says nothing.

    Args:
        rows: The cells as they are shown.
        strong: Which of them are bold or on a ground of their own.
    """
    looks = [
        [look for cell, look in zip(row, row_looks, strict=True) if cell]
        for row, row_looks in zip(rows, strong, strict=True)
    ]
    looks = [row for row in looks if row]
    if len(looks) < 2 or any(len(row) < 2 for row in looks[:2]):
        return None
    if looks[0][0] and looks[1][0] and not any(looks[0][1:]) and not any(looks[1][1:]):
        return 0  # the first column names the rows
    if all(looks[0]) and not any(looks[1]) and not header_depth(rows):
        return 1
    return None
