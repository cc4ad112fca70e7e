"""The tables of a sheet: blank rows and columns set them apart, a caption stands above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from corpus.loaders.office.merged import header_by_look
from corpus.loaders.office.sheets import Area, Cell, Sheet
from corpus.loaders.tables import Grid, header_depth, is_figure

# Rows that show something, by number, with their cells by column.
Rows = dict[int, dict[int, Cell]]
# A table goes on below at most so many blank rows and titles of sections.
FARTHEST = 6
# A longer text is not repeated in each row that its merged cell covers, in characters.
LONGEST_REPEATED = 200


def spread(sheet: Sheet) -> None:
    """Let what is merged stand in each row that it covers and that shows something."""
    for top, left, bottom, _ in sheet.merged:
        cell = sheet.rows.get(top, {}).get(left)
        if cell is None or bottom == top or len(cell.text) > LONGEST_REPEATED:
            continue
        for row in _between(sheet.rows, top + 1, bottom):
            sheet.rows[row].setdefault(left, cell)


def _between(rows: Rows, first: int, last: int) -> Iterator[int]:
    if last - first < len(rows):
        return (row for row in range(first, last + 1) if row in rows)
    return (row for row in rows if first <= row <= last)


def cut_out(sheet: Sheet, area: Area) -> Rows:
    """Take the cells of *area* out of the sheet and return them."""
    taken: Rows = {}
    for row in list(_between(sheet.rows, area.top, area.bottom)):
        cells = sheet.rows[row]
        inside = {at: cell for at, cell in cells.items() if area.left <= at <= area.right}
        rest = {at: cell for at, cell in cells.items() if at not in inside}
        if inside:
            taken[row] = inside
        if rest:
            sheet.rows[row] = rest
        else:
            del sheet.rows[row]
    return taken


def regions(sheet: Sheet) -> list[Rows]:
    """Return the tables and texts of a sheet from the top to the bottom."""
    made: list[Rows] = []
    texts: list[Rows] = []  # since the last table
    table: Rows = {}
    for part in _parts(sheet.rows, sheet.merged):
        if len(columns_of(part)) == 1:
            texts.append(part)
        elif table and _goes_on(table, texts, part):
            for rows in (*texts, part):
                table.update(rows)
            texts = []
        else:
            made += [*texts, part]
            table, texts = part, []
    return made + texts


def _parts(rows: Rows, merged: Sequence[Area]) -> Iterator[Rows]:
    numbers = sorted(rows)
    first = 0
    for at in range(1, len(numbers) + 1):
        if at < len(numbers) and numbers[at] == numbers[at - 1] + 1:
            continue
        part = {row: rows[row] for row in numbers[first:at]}
        first = at
        sides = _sides(part, merged)
        if sides:
            yield from chain.from_iterable(_parts(side, merged) for side in sides)
        else:
            yield part


def columns_of(rows: Rows) -> list[int]:
    """Return the numbers of the columns in which something stands."""
    return sorted(set().union(*rows.values()))


def _sides(part: Rows, merged: Sequence[Area]) -> tuple[Rows, Rows] | None:
    """Return what stands left and right of a blank column, if each stands for itself."""
    columns = columns_of(part)
    covered = {
        at
        for area in merged
        if area.top in part and area.left in part[area.top]
        for at in range(area.left, min(area.right, columns[-1]) + 1)
    }
    used = sorted(covered.union(columns))
    for before, after in pairwise(used):
        if after > before + 1:
            left = _cells(part, columns[0], before)
            right = _cells(part, after, columns[-1])
            if (_stands_alone(left) and _stands_alone(right)) or _is_beside(left, right):
                return left, right
    return None


def _cells(part: Rows, first: int, last: int) -> Rows:
    sides = (
        (row, {at: cell for at, cell in cells.items() if first <= at <= last})
        for row, cells in part.items()
    )
    return {row: cells for row, cells in sides if cells}


def _stands_alone(side: Rows) -> bool:
    """Tell whether a table has names of its own above and beside its values."""
    columns = columns_of(side)
    if len(columns) < 2 or len(side) < 2 or not depth(side, columns):
        return False
    labels = [cells[columns[0]].text for cells in side.values() if columns[0] in cells]
    return 2 * sum(not is_figure(label) for label in labels) > len(side)


def _is_beside(table: Rows, note: Rows) -> bool:
    """Tell whether a *note* but stands beside a table."""
    texts = [cell.text for cells in note.values() for cell in cells.values()]
    alone = len(columns_of(note)) == 1 and 3 * len(texts) < len(table)
    return alone and not any(map(is_figure, texts))


def _goes_on(table: Rows, texts: Sequence[Rows], part: Rows) -> bool:
    """Tell whether *part*, under titles of sections, has the columns of the *table* above."""
    columns, own = columns_of(table), columns_of(part)
    names = depth(table, columns)
    if not names or min(part) - max(table) > FARTHEST or not set(own) <= set(columns):
        return False
    if any(columns_of(text) != columns[:1] or len(text) > 1 for text in texts):
        return False
    has_figures = any(is_figure(cell.text) for cells in part.values() for cell in cells.values())
    return not _has_header(part, own) and (has_figures or own == columns)


def _has_header(part: Rows, columns: Sequence[int]) -> bool:
    if len(part) < 2 or not depth(part, columns):
        return False
    first, second = (part[row] for row in sorted(part)[:2])
    above_figures = any(at in first and is_figure(second[at].text) for at in second)
    return above_figures or (_strong(first) and not _strong(second))


def _strong(cells: dict[int, Cell]) -> bool:
    return all(cell.strong for cell in cells.values())


def depth(rows: Rows, columns: Sequence[int]) -> int:
    """Return how many rows at the top name the columns, by what they say and how they look."""
    head = [
        [cells.get(at, NOTHING) for at in columns]
        for cells in (rows[row] for row in sorted(rows)[:8])
    ]
    texts = [[cell.text for cell in row] for row in head]
    given = header_by_look(texts, [[cell.strong for cell in row] for row in head])
    return header_depth(texts) if given is None else given


NOTHING = Cell("")


def grid(rows: Rows, merged: Sequence[Area], name: str, header: int | None = None) -> Grid:
    """Return a table as a grid; rows in which nothing stands are there, columns are not."""
    columns = columns_of(rows)
    first, last = min(rows), max(rows)
    texts = [
        [rows[row][at].text if at in rows.get(row, {}) else "" for at in columns]
        for row in range(first, last + 1)
    ]
    names = depth(rows, columns) if header is None else header
    for area in merged:
        if area.left <= columns[0] and columns[-1] <= area.right:
            continue  # it stands above all of them
        for row in range(max(area.top, first), min(area.bottom + 1, first + names)):
            for at, column in enumerate(columns):
                inside = area.left <= column <= area.right
                if inside and not texts[row - first][at]:
                    texts[row - first][at] = rows.get(area.top, {}).get(area.left, NOTHING).text
    return Grid(texts, names, name, first)
