"""The tables of an OpenDocument file: cells that span, repeat or are covered (9.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from corpus.loaders.odf_styles import get, integer, local
from corpus.loaders.tables import Grid

# Cells of a table that hold something, or stand before one that does; more is an attack.
MOST_CELLS = 2_000_000
# Empty rows after which another table begins.
GAP = 20
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
                self._grow(times)
                row += [text] * times
            else:
                self._grow(times)
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
        self._grow(wide)
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

    def _grow(self, cells: int) -> None:
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise MemoryError


def grids(table: _Element, name: str, shown: Callable[[_Element], str]) -> Iterator[Grid]:
    """Yield what stands in *table*: a grid, or several where many empty rows are between.

    Args:
        table: A ``table:table``.
        name: What it is called.
        shown: Gives the text of a cell.

    Raises:
        MemoryError: If its cells are more than a table can have.
    """
    made = _Rows(shown)
    rows: list[list[str]] = []
    header = empty = at = 0
    for element, is_head in _rows(table, heads=False):
        times = max(integer(get(element, "number-rows-repeated"), 1), 1)
        row = made.row(element, header=is_head)
        at += times
        if not row:
            empty += times
            continue
        if empty > GAP and rows:
            heads = header if 0 < header < len(rows) else None
            yield Grid(rows, heads, name, at - times - empty - len(rows) + 1)
            rows, header = [], 0
        rows += [[] for _ in range(empty if rows else 0)]
        made.cells += len(row) * (times - 1)
        if made.cells > MOST_CELLS:
            raise MemoryError
        header += times if is_head and header == len(rows) else 0
        rows += [row] * times
        empty = 0
    if rows:
        heads = header if 0 < header < len(rows) else None
        yield Grid(rows, heads, name, at - empty - len(rows) + 1)


def _rows(parent: _Element, *, heads: bool) -> Iterator[tuple[_Element, bool]]:
    for child in parent:
        kind = local(child)
        if kind == "table-row":
            yield child, heads
        elif kind in GROUPS:
            yield from _rows(child, heads=heads or kind == "table-header-rows")
