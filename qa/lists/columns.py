"""A table by its columns: what they are called, what stands in them, in which order values are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

import regex

from corpus.documents import Row, Table
from corpus.loaders.tables import is_figure
from corpus.table_view import WITHIN
from language.languages import KNOWN
from language.spans import Span
from language.table_rules import TableRules
from language.tags import family
from language.values.value import COUNT
from qa.lists.conditions import Extreme, Size, size

MOST_ROWS = 5_000  # of which it is told which is the largest: each value is read
UNIT = regex.compile(r"[(（](.{1,12})[)）]")  # behind the name of a column


class Columns:
    """The columns of a table, by their numbers."""

    def __init__(self, source: str, table: Table, language: str) -> None:
        """Read them.

        Args:
            source: Of the document.
            table: In it.
            language: Of the table, a BCP 47 tag.
        """
        self._source, self._language = source, language
        self.rows = table.rows
        self.names = [WITHIN.join(map(self._written, spans)) for spans in table.columns]

    @cached_property
    def either(self) -> tuple[regex.Pattern[str], ...]:
        """What a cell says of what is so, and of what is not."""
        return (self.rules.affirms, self.rules.denies) if self.rules else ()

    @cached_property
    def rules(self) -> TableRules | None:
        """How its language asks for rows; None where that is not told."""
        known = KNOWN.get(family(self._language))
        return known.tables if known else None

    def _written(self, span: Span) -> str:
        return self._source[slice(*span)]

    def cell(self, row: Row, column: int) -> str:
        """Return what stands in a row; empty where nothing does."""
        return self._written(row.cells[column]) if column < len(row.cells) else ""

    def cells(self, column: int) -> list[str]:
        """Return what stands in the rows that are not empty there."""
        return [cell for row in self.rows if (cell := self.cell(row, column))]

    def distinct(self, rows: Sequence[Row], column: int) -> list[Span]:
        """Return where in the source *rows* have something, no two alike.

        What a row is called by may be called so in another one, which tells of something else: a
        life jacket for an adult, and one for a child.
        """
        first: dict[str, Span] = {}
        for row in rows:
            if column < len(row.cells) and not self.is_none(self.cell(row, column)):
                like = map(self._written, row.cells) if column == 0 else [self.cell(row, column)]
                first.setdefault("\0".join(like), row.cells[column])
        return list(first.values())

    def is_of_figures(self, column: int) -> bool:
        """Tell whether every row has a number there."""
        cells = self.cells(column)
        return bool(cells) and all(map(is_figure, cells))

    @cached_property
    def sized(self) -> list[int]:
        """The columns of which every cell is a number or a date; none of a table of many rows."""
        if len(self.rows) > MOST_ROWS:
            return []
        filled = [(at, cells) for at in range(len(self.names)) if (cells := self.cells(at))]
        return [at for at, cells in filled if all(self.size(cell, at) for cell in cells)]

    def best(self, rows: Sequence[Row], extreme: Extreme) -> list[Row]:
        """Return those of *rows* with the largest value, or the smallest."""
        sizes = [self.size(self.cell(row, extreme.column), extreme.column) for row in rows]
        known = [each for each in sizes if each]
        if not known or len({each.unit for each in known}) > 1:
            return []
        best = (max if extreme.most else min)(each.number for each in known)
        return [row for row, each in zip(rows, sizes, strict=True) if each and each.number == best]

    def size(self, cell: str, column: int) -> Size | None:
        """Return what a cell is ordered by, in the unit that stands behind its column's name."""
        known = size(cell, self._language)
        unit = UNIT.search(self.names[column])
        if known is None or unit is None or known.unit != COUNT:
            return known
        meant = size(f"1 {unit[1]}", self._language)
        return replace(known, unit=meant.unit) if meant else known

    def is_none(self, cell: str) -> bool:
        """Tell whether *cell* says that there is nothing, or is empty."""
        rule = self.rules.denies if self.rules else None
        return not cell or bool(rule and rule.fullmatch(cell.casefold().strip()))
