"""In which order the shapes of a slide are read: by their place, as a reader's eye goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

# So much of the smaller of two shapes may lie over the other, and they still stand apart.
OVERLAP = 0.3
# A heading stands so close above its column, in English Metric Units (914,400 to an inch).
CLOSE = 46_000


class Shape(NamedTuple):
    """A shape and the box around it, in English Metric Units from the top left."""

    element: etree._Element
    left: int
    top: int
    right: int
    bottom: int


def in_order(shapes: Sequence[Shape]) -> list[Shape]:
    """Return *shapes* from the top to the bottom, those of one height from left to right.

    Columns of several shapes that stand beside each other are read one after the other, and so is
    a heading with what it stands directly above.
    """
    columns = _with_headings(sorted(shapes, key=lambda shape: (shape.top, shape.left)))
    return [shape for column in _read(columns) for shape in column]


def _with_headings(shapes: Sequence[Shape]) -> list[list[Shape]]:
    columns: list[list[Shape]] = []
    for shape in shapes:
        for column in columns:
            last = column[-1]
            aligned = abs(last.left - shape.left) + abs(last.right - shape.right) < 2 * CLOSE
            if aligned and abs(shape.top - last.bottom) < CLOSE:
                column.append(shape)
                break
        else:
            columns.append([shape])
    return columns


def _read(columns: Sequence[list[Shape]]) -> list[list[Shape]]:
    if len(columns) < 2:
        return list(columns)
    for first, last in ((_top, _bottom), (_left, _right)):
        groups: list[list[list[Shape]]] = []
        end = 0
        for column in sorted(columns, key=first):
            size = min(end - first(groups[-1][0]), last(column) - first(column)) if groups else 0
            if not groups or first(column) >= end - OVERLAP * max(size, 0):
                groups.append([])
                end = last(column)
            groups[-1].append(column)
            end = max(end, last(column))
        if len(groups) > 1:
            return [column for group in groups for column in _read(group)]
    return sorted(columns, key=lambda column: (_top(column), _left(column)))


def _top(column: Sequence[Shape]) -> int:
    return column[0].top


def _bottom(column: Sequence[Shape]) -> int:
    return max(shape.bottom for shape in column)


def _left(column: Sequence[Shape]) -> int:
    return min(shape.left for shape in column)


def _right(column: Sequence[Shape]) -> int:
    return max(shape.right for shape in column)
