"""The tables of an OpenDocument file: cells that span, repeat or are covered (9.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.loaders.office.sheets import Area, Cell, Sheet
from corpus.loaders.open_document.styles import get, integer, local
from corpus.loaders.tables import Grid

# Cells of a table that hold something, or stand before one that does; more is an attack.
MOST_CELLS = 2_000_000
GROUPS = {"table-rows", "table-row-group", "table-header-rows"}


@dataclass(slots=True)
class _Rows:
    """The rows of a table as they are put together."""

    shown: Callable[[_Element], str]
    above: dict[int, tuple[int, str]] = field(default_factory=dict)  # by column: rows left, text
    cells: int = 0  # so far

    def row(self, element: _Element, *, header: bool) -> list[str]:
        """Return the cells of a row; what is merged stands where :class:`Grid` says."""
        row: list[str] = []
        beside: dict[int, str] = {}
        filled = 0
        for cell in element:
            kind = local(cell)
            if kind not in {"table-cell", "covered-table-cell"}:
                continue
            times = max(integer(get(cell, "number-columns-repeated"), 1), 1)
            if kind == "table-cell":
                text = self.shown(cell)
                if not text and times > 1 and cell.getnext() is None:
                    break
                self._span(cell, len(row), text, beside, header=header)
                self.grow(times)
                row += [text] * times
            else:
                self.grow(times)
                row += [self._covered(len(row) + at, beside) for at in range(times)]
            filled = len(row) if any(row[filled:]) else filled
        del row[filled:]
        return row

    def _span(
        self, cell: _Element, column: int, text: str, beside: dict[int, str], *, header: bool
    ) -> None:
        wide, high = (
            integer(get(cell, f"number-{kind}-spanned"), 1) for kind in ("columns", "rows")
        )
        self.grow(wide)
        for at in range(column, column + wide):
            again = text if header or at == column else ""
            if at > column:
                beside[at] = again
            if high > 1:
                self.above[at] = high - 1, again

    def _covered(self, column: int, beside: dict[int, str]) -> str:
        if column in beside:
            return beside.pop(column)
        left, text = self.above.pop(column, (0, ""))
        if left > 1:
            self.above[column] = left - 1, text
        return text

    def grow(self, cells: int) -> None:
        """Count *cells* more, and see that they are not too many."""
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise MemoryError


def grid(table: _Element, shown: Callable[[_Element], str]) -> Grid:
    """Return a table in a text or on a slide.

    Args:
        table: A ``table:table``.
        shown: Gives the text of a cell.

    Raises:
        MemoryError: If its cells are more than a table can have.
    """
    made = _Rows(shown)
    rows: list[list[str]] = []
    header = 0
    for element, is_head in _rows(table, heads=False):
        times = max(integer(get(element, "number-rows-repeated"), 1), 1)
        row = made.row(element, header=is_head)
        made.grow(max(len(row), 1) * (times - 1))
        header += times if is_head and header == len(rows) else 0
        rows += [row or [""]] * times
    return Grid(rows, header if 0 < header < len(rows) else None)


def sheet(
    table: _Element, shown: Callable[[_Element], str], is_strong: Callable[[_Element], bool]
) -> Sheet:
    """Return the cells of a sheet that show something.

    Args:
        table: A ``table:table``.
        shown: Gives the text of a cell.
        is_strong: Tells whether a cell is bold or has a ground of its own.

    Raises:
        MemoryError: If its cells are more than a table can have.
    """
    made = Sheet()
    count = row = 0
    for element, _ in _rows(table, heads=False):
        times = max(integer(get(element, "number-rows-repeated"), 1), 1)
        cells: dict[int, Cell] = {}
        column = 1
        for cell in element:
            wide = max(integer(get(cell, "number-columns-repeated"), 1), 1)
            text = shown(cell) if local(cell) == "table-cell" else ""
            if text:
                count += wide * times
                if count > MOST_CELLS:
                    raise MemoryError
                cells |= dict.fromkeys(range(column, column + wide), Cell(text, is_strong(cell)))
                made.merged += _area(cell, row + 1, column)
            column += wide
        if cells:
            made.rows |= {number: dict(cells) for number in range(row + 1, row + times + 1)}
        row += times
    return made


def _area(cell: _Element, row: int, column: int) -> list[Area]:
    wide, high = (integer(get(cell, f"number-{kind}-spanned"), 1) for kind in ("columns", "rows"))
    merged = wide > 1 or high > 1
    return [Area(row, column, row + max(high, 1) - 1, column + max(wide, 1) - 1)] if merged else []


def _rows(parent: _Element, *, heads: bool) -> Iterator[tuple[_Element, bool]]:
    for child in parent:
        kind = local(child)
        if kind == "table-row":
            yield child, heads
        elif kind in GROUPS:
            yield from _rows(child, heads=heads or kind == "table-header-rows")
