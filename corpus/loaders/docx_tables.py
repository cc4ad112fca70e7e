"""Tables of Word documents as grids (ECMA-376, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from corpus.loaders.office import is_on, local, value
from corpus.loaders.tables import Grid, header_by_look, header_depth

# Word makes no more columns.
WIDEST = 63
# A longer text is not repeated in each row that its merged cell covers, in characters.
LONGEST_REPEATED = 200
PLAIN_GROUNDS = {"", "auto", "ffffff"}


def is_list(table: etree._Element) -> bool:
    """Tell whether a table but frames what stands in it: it has one column."""
    return all(len(list(_inside(row, "tc"))) < 2 for row in _inside(table, "tr"))


def grid(table: etree._Element, text: Callable[[etree._Element], str]) -> Grid:
    """Return a table as a grid, its cells by *text*; deleted rows are left out."""
    rows: list[list[str]] = []
    looks: list[list[bool]] = []
    spans: list[list[tuple[int, int]]] = []
    held: dict[int, str] = {}  # what is merged with the rows below, by column
    header = 0
    for row in _inside(table, "tr"):
        properties = row.find("{*}trPr")
        if properties is not None and properties.find("{*}del") is not None:
            continue
        if header == len(rows) and properties is not None:
            header += is_on(properties.find("{*}tblHeader"))
        before = _number(properties, "gridBefore", 0)
        rows.append([""] * before)
        looks.append([False] * before)
        spans.append([])
        for cell in _inside(row, "tc"):
            own = cell.find("{*}tcPr")
            at, span = len(rows[-1]), max(_number(own, "gridSpan", 1), 1)
            content = _merged(own, held, at, text(cell))
            rows[-1] += [content, *[""] * (span - 1)]
            looks[-1] += [_is_strong(cell)] * span
            spans[-1].append((at, span))
    width = max(map(len, rows), default=0)
    for filled, row_looks in zip(rows, looks, strict=True):
        filled += [""] * (width - len(filled))
        row_looks += [False] * (width - len(row_looks))
    return _named(Grid(rows, header or None), looks, spans, width)


def _named(
    made: Grid, looks: list[list[bool]], spans: list[list[tuple[int, int]]], width: int
) -> Grid:
    """Return the table with its merged names in each column that they hold for."""
    depth = made.header if made.header is not None else header_by_look(made.rows, looks)
    if depth is None:
        depth = header_depth(made.rows)
    rows = [list(row) for row in made.rows]
    for row, merged in zip(rows[:depth], spans, strict=False):
        for at, span in merged:
            if span < width:
                row[at : at + span] = [row[at]] * span
    return replace(made, rows=rows, header=depth)


def _merged(properties: etree._Element | None, held: dict[int, str], at: int, text: str) -> str:
    """Return what a cell shows, which may be what a cell above it holds."""
    merge = properties.find("{*}vMerge") if properties is not None else None
    if merge is None:
        held.pop(at, None)
    elif value(merge, default="continue") == "restart":
        held[at] = text if len(text) <= LONGEST_REPEATED else ""
    else:
        return text or held.get(at, "")
    return text


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
    return min(int(digits), WIDEST) if digits.isdigit() and len(digits) < 8 else default


def _is_strong(cell: etree._Element) -> bool:
    """Tell whether a cell is bold or on a ground of its own."""
    ground = value(cell.find("{*}tcPr/{*}shd"), "fill").lower()
    runs = [run for run in cell.iter("{*}r") if run.find("{*}t") is not None]
    bold = bool(runs) and all(is_on(run.find("{*}rPr/{*}b")) for run in runs)
    return bold or ground not in PLAIN_GROUNDS
