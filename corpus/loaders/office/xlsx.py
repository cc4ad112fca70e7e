"""Workbooks: each sheet a record with its tables, what is written beside them and its notes.

What is hidden is read too, since a filter hides rows that are no less of the table; hidden sheets
are named in a note.  Heads and feet of printed pages and what asks for input are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.office.drawings import drawn
from corpus.loaders.office.package import COMMENT, Package, value
from corpus.loaders.office.sheet_captions import caption, captions
from corpus.loaders.office.sheet_tables import Rows, cut_out, grid, regions, spread
from corpus.loaders.office.sheets import Area, Sheet, Workbook, areas, place, string


def load(content: bytes, _suffix: str = ".xlsx") -> Loaded:
    """Return all sheets, each a record under its name, numbers and dates as they are shown."""
    package = Package(content)
    draft = Draft()
    workbook = Workbook(package)
    for name, part, hidden in _sheets(package):
        draft.heading(name)
        draft.part("sheet", name)
        if hidden:
            draft.note("note_hidden_sheet", name=name)
        _add_sheet(draft, package, workbook.sheet(part), name, part)
    return draft.loaded()


def _sheets(package: Package) -> Iterator[tuple[str, str, bool]]:
    """Yield name and part of each sheet in order, and whether it is hidden."""
    parts = {related.key: related for related in package.related(package.main)}
    for sheet in package.xml(package.main).iterfind("{*}sheets/{*}sheet"):
        related = parts.get(value(sheet, "id"))
        if related and related.kind in {"worksheet", "chartsheet"}:
            yield value(sheet, "name"), related.name, value(sheet, "state", "visible") != "visible"


def _add_sheet(draft: Draft, package: Package, sheet: Sheet, name: str, part: str) -> None:
    notes = list(_notes(package, sheet, part))
    defined = [
        (area, int(value(table, "headerRowCount", "1")))
        for table in package.of_kind(part, "table")
        for area in areas(value(table, "ref"))
    ]
    add_tables(draft, sheet, name, defined)
    for block in (*drawn(package, part), *notes):
        draft.table(block) if not isinstance(block, str) else draft.add(block)


def add_tables(
    draft: Draft, sheet: Sheet, name: str, defined: Sequence[tuple[Area, int]] = ()
) -> None:
    """Add the tables and texts of *sheet*, which is used up.

    Args:
        draft: To which they are added.
        sheet: Its cells.
        name: What a table without a caption is called.
        defined: Where the file itself says that there is a table, and how many rows its header has.
    """
    spread(sheet)
    known = [(cut_out(sheet, area), header) for area, header in defined]
    blocks: list[tuple[Rows, int | None]] = [(rows, None) for rows in regions(sheet)]
    blocks += [(rows, header) for rows, header in known if rows]
    lines: list[str] = []  # since the last table
    for rows, header in sorted(blocks, key=lambda block: (min(block[0]), _left(block[0]))):
        above, table, under = captions(rows) if header is None else ([], rows, [])
        _add_lines(draft, above)
        if table:
            title = caption([*lines, *above], table) or name
            draft.table(grid(table, sheet.merged, title, header))
        _add_lines(draft, under)
        lines = under


def _add_lines(draft: Draft, lines: list[str]) -> None:
    if lines:
        draft.add("\n".join(lines))


def _left(rows: Rows) -> int:
    return min(map(min, rows.values()))


def _notes(package: Package, sheet: Sheet, part: str) -> Iterator[str]:
    """Yield the notes on cells and the threads of comments, each after what it is about."""
    for root in _comments(package, part):
        for comment in root.iter("{*}threadedComment", "{*}comment"):
            row, column = place(value(comment, "ref"))
            about = [sheet.text(row, min(sheet.rows.get(row, [0]))), sheet.text(row, column)]
            text = " ".join((comment.findtext("{*}text") or string(comment)).split())
            if text:
                yield COMMENT + " · ".join([*filter(None, dict.fromkeys(about)), text])


def _comments(package: Package, part: str) -> list[etree._Element]:
    """Return threads of comments; where there are none, notes, which repeat them otherwise."""
    threads = list(package.of_kind(part, "threadedComment"))
    return threads or list(package.of_kind(part, "comments"))


def visible(content: bytes, _suffix: str = ".xlsx") -> str:
    """Return what every cell, drawing and note of a file shows, a line each."""
    package = Package(content)
    workbook = Workbook(package)
    lines: list[str] = []
    for _, part, _ in _sheets(package):
        with package.open(part) as stream:
            for _, row in etree.iterparse(stream, tag="{*}row", resolve_entities=False):
                lines += (workbook.cell(element).text for element in row)
                row.clear()
        for root in package.of_kind(part, "drawing"):
            lines += ("".join(paragraph.itertext("{*}t")) for paragraph in root.iter("{*}p"))
        for root in _comments(package, part):
            lines += ("".join(map(str, text.itertext())) for text in root.iter("{*}text"))
    return "\n".join(lines)
