"""Tables without rules: rows of a page in which cells stand below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from corpus.loaders.pdf.grids import Cells, Placed, as_grid, figures, joined, whole_rows
from corpus.loaders.pdf.lines import Run, around
from corpus.loaders.tables import FIGURE

# In heights of a line: rows are not farther apart, and columns not nearer.
APART, GUTTER = 3.0, 0.3
# Rows of a table of figures, and of one of words, at the least.
ROWS, ROWS_OF_WORDS = 2, 3
# Characters of a cell of words: on average, and in a table that has no figures at the most.
PROSE, WORDS = 45, 40
FEWEST = 2  # figures that make a column of them
WIDE = 0.7  # of a table: a line that is no cell
NAME_ASIDE = 30.0  # points between the name of a column and the figures that are set to its right
ALIKE, EDGE = 0.8, 3.0  # so many cells of a column begin or end within so many points
SIGN = regex.compile(r"[\p{Sc}(±-]{1,2}|[A-Z]{0,3}\p{Sc}")
AFTER = regex.compile(r"[)%*†‡]{1,2}")
LEADER = regex.compile(r"[.·…]{4}|(?:[.·…] ){3}")
MARKER = regex.compile(r"[\p{P}\p{S}]{0,2}(?:\w{1,3})?[\p{P}\p{S}]{0,2}")

Row = list[Run]
Column = list[float]  # where it begins and ends


def aligned(page: Sequence[Row]) -> Iterator[Row | Placed]:
    """Yield the rows of a page in order, those that are a table as one."""
    at = 0
    while at < len(page):
        end = _stretch(page, at)
        table = _table(page[at:end]) if end - at >= ROWS else None
        if table is None:
            yield page[at]
            at += 1
        else:
            yield table
            at = end


def _stretch(page: Sequence[Row], start: int) -> int:
    """Return where the rows end that may be one table with the row at *start*."""
    if len(page[start]) < 2 and not _heads(page, start):
        return start
    end = last = start + 1
    while end < len(page) and _follows(page[end - 1], page[end]):
        boxes = [run.box for row in page[start:end] for run in row]
        left, _, right, _ = around(boxes)
        box = around(run.box for run in page[end])
        if len(page[end]) > 1:
            last = end + 1
        elif box[2] - box[0] > WIDE * (right - left) or end - last > 1:
            break
        end += 1
    return last


def _heads(page: Sequence[Row], at: int) -> bool:
    """Tell whether a single run stands above columns of the next row, the first one apart."""
    if at + 1 >= len(page) or len(page[at + 1]) < 3 or not _follows(page[at], page[at + 1]):
        return False
    first, *_, last = sorted(page[at + 1], key=lambda run: run.box[0])
    box = page[at][0].box
    return first.box[2] < box[0] and box[2] <= last.box[2] + EDGE


def _follows(row: Row, after: Row) -> bool:
    above, below = around(run.box for run in row), around(run.box for run in after)
    height = min(above[3] - above[1], below[3] - below[1])
    return above[1] < below[1] and below[1] - above[3] <= APART * height


def _table(page: Sequence[Row]) -> Placed | None:
    if any(LEADER.search(run.text) for row in page for run in row):
        return None  # a table of contents
    lines = [_signed(sorted(row, key=lambda run: run.box[0])) for row in page]
    columns = _columns(lines)
    full, plain = _filled(lines, columns)
    for at in reversed(range(1, len(columns))):
        if _is_one_column(columns[at - 1 : at + 1], plain, at):
            columns[at - 1 : at + 1] = [[columns[at - 1][0], columns[at][1]]]
            full, plain = _filled(lines, columns)
    if len(columns) < 2:
        return None
    if not (_of_figures(plain) or _of_words(lines, columns, plain)):
        return None
    across = tuple((left, right) for left, right in columns)
    return Placed(
        as_grid(*whole_rows(full, plain)), around(r.box for row in page for r in row), across
    )


def _signed(row: Row) -> Row:
    """Join to a figure the sign of its currency, or what closes it."""
    joint: Row = []
    for run in row:
        before = joint[-1] if joint else None
        if before and (SIGN.fullmatch(before.text) or AFTER.fullmatch(run.text)):
            joint[-1] = run._replace(text=before.text + run.text, box=around([before.box, run.box]))
        else:
            joint.append(run)
    return joint


def _columns(lines: Sequence[Row]) -> list[Column]:
    """Return the columns in which the runs stand; what reaches into two is of both."""
    columns: list[Column] = []
    for row in sorted(lines, key=len, reverse=True):
        for run in row:
            left, top, right, bottom = run.box
            gap = GUTTER * (bottom - top)
            over = [it for it in columns if it[0] - gap < right and left < it[1] + gap]
            if not over:
                columns.append([left, right])
            elif len(over) == 1:
                grown = [min(over[0][0], left), max(over[0][1], right)]
                if not any(
                    it[0] - gap < grown[1] and grown[0] < it[1] + gap
                    for it in columns
                    if it is not over[0]
                ):
                    over[0][:] = grown
    return sorted(columns)


def _is_one_column(columns: Sequence[Column], cells: Cells, at: int) -> bool:
    """Tell whether a name that is set to the left and figures set to the right are one column."""
    (_, end), (start, _) = columns
    filled = [(bool(row[at - 1]), bool(row[at])) for row in cells]
    return start - end < NAME_ASIDE and not any(left and right for left, right in filled)


def _filled(lines: Sequence[Row], columns: Sequence[Column]) -> tuple[Cells, Cells]:
    """Return the cells of all rows: with what is merged in each of its columns, and in one."""
    full: Cells = []
    plain: Cells = []
    for row in lines:
        full.append([""] * len(columns))
        plain.append([""] * len(columns))
        for run in row:
            over = [
                at for at, it in enumerate(columns) if it[0] < run.box[2] and run.box[0] < it[1]
            ]
            nearest = min(range(len(columns)), key=lambda at: abs(columns[at][0] - run.box[0]))
            for at in over or [nearest]:
                full[-1][at] = joined([full[-1][at], run.text])
            first = (over or [nearest])[0]
            plain[-1][first] = joined([plain[-1][first], run.text])
    return full, plain


def _of_figures(cells: Cells) -> bool:
    """Tell whether a column after the first holds figures, and none of them prose."""
    rows = [row for row in cells if sum(map(bool, row)) > 1]
    if len(rows) < ROWS:
        return False
    held = False
    for column, texts in enumerate(zip(*cells, strict=True)):
        filled = [text for text in texts if text]
        below = filled[1:] if filled and not FIGURE.fullmatch(filled[0]) else filled
        words = [text for text in filled if not FIGURE.fullmatch(text)]
        if words and sum(map(len, words)) > PROSE * len(words):
            return False
        many = len(below) * 2 >= max(len(rows), 2 * FEWEST) and any(
            map(str.isdecimal, "".join(below))
        )
        held = held or bool(column and many and figures(below))
    return held and len(rows) > (1 if len(cells[0]) > 2 else ROWS)


def _of_words(lines: Sequence[Row], columns: Sequence[Column], cells: Cells) -> bool:
    """Tell whether there are three columns of short entries, each set to one edge."""
    rows = [row for row in cells if sum(map(bool, row)) > 2]
    whole = len(rows) >= max(ROWS_OF_WORDS, ALIKE * len(cells))
    if len(columns) < 3 or not whole or max(len(text) for row in cells for text in row) > WORDS:
        return False
    if all(MARKER.fullmatch(row[0]) for row in cells):
        return False
    for left, right in columns:
        boxes = [
            run.box for row in lines for run in row if left <= run.box[0] and run.box[2] <= right
        ]
        for edge in (left, right):
            side = 0 if edge == left else 2
            if sum(abs(box[side] - edge) <= EDGE for box in boxes) >= ALIKE * len(boxes):
                break
        else:
            return False
    return True
