"""What is drawn on a page of a PDF: rules and pictures.  Beside pdf_page.py, knows PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pypdfium2
from pypdfium2 import raw

if TYPE_CHECKING:
    from numpy.typing import NDArray

THIN, SHORT = 3.0, 4.0  # points: a rule is not thicker and not shorter
# A page with more objects, or a path with more pieces, is a drawing, not the rules of tables.
MOST, MOST_PIECES = 20_000, 400
RECTANGLE = {4, 5}  # pieces
DEEPEST = 4  # forms inside forms

Sides = tuple[float, float, float, float]  # left, bottom, right, top; from the page's bottom
Matrix = tuple[float, float, float, float, float, float]  # ISO 32000-1, 8.3.3
AS_IS: Matrix = (1, 0, 0, 1, 0, 0)


class Drawn(NamedTuple):
    """The horizontal and vertical rules of a page, and how much of it pictures cover."""

    rules: NDArray[np.float32]  # of shape (n, 4): left, top, right, bottom, as glyphs have
    pictures: float  # share of the page's area
    shapes: int  # how many lines and areas are drawn


def drawn(page: pypdfium2.PdfPage) -> Drawn:
    """Return what is drawn on *page*; the sides of rectangles are rules too."""
    width, height = page.get_size()
    rules: list[Sides] = []
    covered, shapes = 0.0, 0
    for kind, item, matrix in _objects(page.raw, AS_IS, 0):
        sides = _sides(item, matrix)
        across, up = sides[2] - sides[0], sides[3] - sides[1]
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            covered = max(covered, across * up)
            continue
        shapes += 1
        if min(across, up) > THIN:
            rules += _inside(item, sides, matrix)
        elif max(across, up) >= SHORT:  # a rule, be it drawn as a thin rectangle
            rules.append(sides)
        if len(rules) > MOST:
            rules = []
            break
    lines = np.array(rules, np.float32).reshape(-1, 4)
    lines[:, [1, 3]] = height - lines[:, [3, 1]]
    return Drawn(lines, covered / (width * height) if width * height else 0.0, shapes)


def _objects(parent: object, matrix: Matrix, depth: int) -> Iterator[tuple[int, object, Matrix]]:
    count, get = raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject
    if depth:
        count, get = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject
    objects = count(parent)
    for at in range(objects if objects <= MOST else 0):
        item = get(parent, at)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            yield from _objects(item, _times(_matrix(item), matrix), depth + 1)
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            yield kind, item, matrix


def _matrix(item: object) -> Matrix:
    made = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, made)
    return made.a, made.b, made.c, made.d, made.e, made.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    (p, q), (r, s), (t, u) = (_placed(then, *point) for point in ((a, b), (c, d), (e, f)))
    *_, x, y = then
    return p - x, q - y, r - x, s - y, t, u


def _placed(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _sides(item: object, matrix: Matrix) -> Sides:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    if matrix is AS_IS:
        return left.value, bottom.value, right.value, top.value
    return _span(_placed(matrix, left.value, bottom.value), _placed(matrix, right.value, top.value))


def _span(point: tuple[float, float], other: tuple[float, float]) -> Sides:
    (x, y), (u, v) = point, other
    return min(x, u), min(y, v), max(x, u), max(y, v)


def _inside(path: object, sides: Sides, matrix: Matrix) -> Sequence[Sides]:
    """Return the straight rules of a path that is as wide and high as *sides*."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    pieces = raw.FPDFPath_CountSegments(path)
    if not (fill.value or stroke.value) or not 2 < pieces <= MOST_PIECES:
        return []
    if pieces in RECTANGLE:
        left, bottom, right, top = sides
        across = [(left, y, right, y) for y in (bottom, top)]
        return [*across, *((x, bottom, x, top) for x in (left, right))]
    whole = _times(_matrix(path), matrix)
    lines = (_span(_placed(whole, *start), _placed(whole, *end)) for start, end in _lines(path))
    return [line for line in lines if min(line[2] - line[0], line[3] - line[1]) <= 1]


def _lines(path: object) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the ends of the lines of a path up to its first curve, in its own coordinates."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for at in range(raw.FPDFPath_CountSegments(path)):
        piece = raw.FPDFPath_GetPathSegment(path, at)
        kind = raw.FPDFPathSegment_GetType(piece)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        point = x.value, y.value
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        else:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(piece):
            yield last, first
