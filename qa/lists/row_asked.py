"""What a question asks of rows that it names, without the name of a column: how many, where, who.

How many ropes are there? is asked of the row "Rope 20 m" and of the column "quantity"; who sold for
1410? of the row that has this value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from corpus.documents import Row
from language.languages import KNOWN
from language.spans import Span
from language.table_rules import ColumnRules
from language.tags import family
from qa.lists.columns import Columns
from qa.lists.conditions import size
from qa.lists.table_words import TableWords, Wanted

FIGURE = regex.compile(r"(?<![\p{L}\d.,])\d+(?:[.,\u00a0\u202f ]\d+)*")
OF_FIGURES = ("price", "count")  # columns that hold nothing else
BESIDE = 1  # words that a question has for what the row tells, where it asks who, when: to sell
TOTAL = 20  # characters of a cell that calls its row the total


@dataclass(frozen=True, slots=True)
class Figured:
    """The cells that are asked for, one of each row."""

    cells: Sequence[Span]
    exact: bool = False  # whether the question has the whole name of the row
    summed: bool = False  # whether their total is asked for, which the table does not state


class RowAsked:
    """A table beside a question that may ask for one value of the rows that it names."""

    def __init__(
        self, words: TableWords, columns: Columns, titles: Sequence[str], language: str
    ) -> None:
        """Make it of the *words* of a question and of a table in *language* under *titles*."""
        self._words, self._columns, self._titles = words, columns, titles
        known = KNOWN.get(family(language))
        self._theirs = known.tables if known else None
        sized = set(columns.sized)
        self._keys = [at for at in range(len(columns.names)) if at not in sized]

    def asked(self) -> Figured | None:
        """Return the cells that are asked for; None where that is not clear."""
        ours = self._words.rules
        for sort, rules in ours.columns.items() if ours and self._theirs else ():
            if rules.asks.search(self._words.asked):
                column = self._column(sort)
                told = None if column is None else self._of(sort, rules, column)
                if told and told.cells:
                    return told
        return None

    def _column(self, sort: str) -> int | None:
        """Return the column of this sort; of several the one that the question names."""
        called = self._theirs.columns[sort].called if self._theirs else None
        fitting = [at for at, name in enumerate(self._columns.names)
                   if called and called.search(name)]  # fmt: skip
        if sort in OF_FIGURES:
            fitting = [at for at in fitting if at not in self._keys]
            fitting = [at for at in self._columns.sized if self._says(at)] or fitting
        named = [at for at in fitting if self._words.shared(self._columns.names[at])]
        fitting = named or fitting
        return fitting[0] if len(fitting) == 1 else None

    def _says(self, column: int) -> bool:
        return self._words.says(self._columns.names[column])

    def _of(self, sort: str, rules: ColumnRules, column: int) -> Figured | None:
        """Return what stands in *column* of the rows that the question names, or of all."""
        ours = self._words.rules
        summed = sort == "count" and ours is not None and ours.total.search(self._words.asked)
        name = self._columns.names[column]
        text = rules.beside.sub(" ", rules.asks.sub(" ", self._words.asked))
        text = ours.total.sub(" ", text) if ours else text
        numbers = [match[0] for match in FIGURE.finditer(text)] if sort not in OF_FIGURES else []
        wanted = self._words.wanted(FIGURE.sub(" ", text) if numbers else text, name)
        wanted = [each for each in wanted if not each.stands_in("\n".join(self._titles))]
        spare = 0 if sort in OF_FIGURES or sort == "place" else BESIDE
        named = list(self._named(wanted, numbers, column, spare))
        if named:
            exact = [row for row, whole in named if whole]
            return Figured(self._cells(exact or [row for row, _ in named], column), bool(exact))
        if summed and all(each.stands_in(self._columns.names[0]) for each in wanted):
            totals = [row for row in self._columns.rows if self._is_total(row)]
            return Figured(self._cells(totals or self._columns.rows, column), True, not totals)
        return None

    def _named(
        self, wanted: Sequence[Wanted], numbers: Sequence[str], column: int, spare: int
    ) -> Iterator[tuple[Row, bool]]:
        """Yield the rows that have all *numbers*, and all words *wanted* but so many to *spare*.

        Each with whether the question has the whole name, or a number tells the row.
        """
        for row in self._columns.rows:
            keys = [self._columns.cell(row, at) for at in self._keys if at != column]
            sharing = [key for key in keys if any(each.stands_in(key) for each in wanted)]
            left = sum(not any(each.stands_in(key) for key in sharing) for each in wanted)
            if not all(self._has(row, number, column) for number in numbers):
                continue
            if left <= spare and (sharing or numbers):
                yield row, bool(numbers) or any(self._words.whole(key, wanted) for key in sharing)

    def _has(self, row: Row, number: str, column: int) -> bool:
        """Tell whether a cell of *row* beside *column* is *number*."""
        asked = size(number, self._words.asked_in)
        cells = ((self._columns.cell(row, at), at) for at in self._columns.sized if at != column)
        known = (self._columns.size(cell, at) for cell, at in cells if cell)
        return asked is not None and any(each and each.number == asked.number for each in known)

    def _is_total(self, row: Row) -> bool:
        first = next((cell for at in self._keys if (cell := self._columns.cell(row, at))), "")
        rule = self._theirs.total if self._theirs else None
        return len(first) <= TOTAL and bool(rule and rule.search(first))

    def _cells(self, rows: Sequence[Row], column: int) -> list[Span]:
        return [row.cells[column] for row in rows
                if not self._columns.is_none(self._columns.cell(row, column))]  # fmt: skip
