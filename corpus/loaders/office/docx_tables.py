"""Tables of Word documents as grids (ECMA-376, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from corpus.loaders.office.merged import Merged
from corpus.loaders.office.package import is_on, local, value
from corpus.loaders.tables import Grid

PLAIN_GROUNDS = {"", "auto", "ffffff"}


def is_list(table: etree._Element) -> bool:
    """Tell whether a table but frames what stands in it: it has one column."""
    return all(len(list(_inside(row, "tc"))) < 2 for row in _inside(table, "tr"))


def grid(table: etree._Element, text: Callable[[etree._Element], str]) -> Grid:
    """Return a table as a grid, its cells by *text*; deleted rows are left out."""
    made = Merged()
    header = 0
    for row in _inside(table, "tr"):
        properties = row.find("{*}trPr")
        if properties is not None and properties.find("{*}del") is not None:
            continue
        if header == len(made.rows) and properties is not None:
            header += is_on(properties.find("{*}tblHeader"))
        made.row(_number(properties, "gridBefore", 0))
        for cell in _inside(row, "tc"):
            own = cell.find("{*}tcPr")
            merge = own.find("{*}vMerge") if own is not None else None
            begins = merge is not None and value(merge) == "restart"
            goes_on = merge is not None and not begins
            span = _number(own, "gridSpan", 1)
            made.cell(text(cell), span, _is_strong(cell), goes_on, begins)
    return made.grid(header or None)


def _inside(parent: etree._Element, kind: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        name = local(child)
        if name == kind:
            yield child
        elif name in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _inside(child, kind)


def _number(properties: etree._Element | None, name: str, default: int) -> int:
    digits = value(properties.find(f"{{*}}{name}")) if properties is not None else ""
    return int(digits) if digits.isdigit() and len(digits) < 8 else default


def _is_strong(cell: etree._Element) -> bool:
    """Tell whether a cell is bold or on a ground of its own."""
    ground = value(cell.find("{*}tcPr/{*}shd"), "fill").lower()
    runs = [run for run in cell.iter("{*}r") if run.find("{*}t") is not None]
    bold = bool(runs) and all(is_on(run.find("{*}rPr/{*}b")) for run in runs)
    return bold or ground not in PLAIN_GROUNDS
