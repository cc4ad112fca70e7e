"""The cells of a workbook as they are shown (ECMA-376, 18.3).

Read with lxml a row at a time: calamine gives neither number formats nor notes, and for a single
cell in the last corner of a sheet it makes all the cells before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import regex
from lxml import etree

from corpus.loaders.office.format_codes import BUILT_IN, GENERAL
from corpus.loaders.office.number_formats import shown, shown_text
from corpus.loaders.office.package import Package, is_on, local, value

# How a file writes a character that XML has no place for.
ESCAPED = regex.compile(r"_x([0-9A-Fa-f]{4})_")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


class Cell(NamedTuple):
    """What a cell shows."""

    text: str
    strong: bool = False  # bold, or on a ground of its own, as the names of columns are


class Area(NamedTuple):
    """Cells from one corner to the other, both counted in; the first row and column are 1."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet's cells that show something, by row and column."""

    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows; empty if nothing."""
        cell = self.rows.get(row, {}).get(column)
        return cell.text if cell else ""


class Look(NamedTuple):
    """How the cells of one style look."""

    code: str = GENERAL  # their number format
    strong: bool = False


class Workbook:
    """What all sheets of a file share: texts and styles."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = package.main
        properties = package.xml(main).find("{*}workbookPr")
        self._from_1904 = value(properties, "date1904") in {"1", "true", "on"}
        self._strings = [
            string(item)
            for root in package.of_kind(main, "sharedStrings")
            for item in root.iterfind("{*}si")
        ]
        looks = (look for root in package.of_kind(main, "styles") for look in _looks(root))
        self._looks = {str(number): look for number, look in enumerate(looks)}

    def sheet(self, name: str) -> Sheet:
        """Return the cells of the sheet that the part *name* is."""
        sheet = Sheet()
        number = 0
        with self._package.open(name) as stream:
            # Only rows are kept while they are read.
            tags = ("{*}row", "{*}mergeCell")
            for _, element in etree.iterparse(stream, tag=tags, resolve_entities=False):
                if local(element) == "mergeCell":
                    sheet.merged += areas(element.get("ref", ""))
                    continue
                number = _number(element.get("r"), number + 1)
                cells = dict(self._cells(element))
                if cells and number <= LAST_ROW:
                    sheet.rows.setdefault(number, {}).update(cells)
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        return sheet

    def _cells(self, row: etree._Element) -> Iterator[tuple[int, Cell]]:
        column = 0
        for element in row:
            place = element.get("r")
            column = _column(place.rstrip("0123456789")) if place else column + 1
            cell = self.cell(element)
            if not cell.text.isspace() and cell.text and 0 < column <= LAST_COLUMN:
                yield column, cell

    def cell(self, element: etree._Element) -> Cell:
        """Return what a cell of a sheet's part shows, which may be nothing."""
        kind = element.get("t")
        look = self._looks.get(element.get("s") or "0", NO_LOOK)
        if kind == "inlineStr":
            return Cell(shown_text(string(element), look.code), look.strong)
        held = ""
        for child in reversed(element):  # a formula stands before its value
            if str(child.tag).endswith("}v"):
                held = child.text or ""
                break
        return Cell(self._shown(kind, held, look.code), look.strong) if held else EMPTY

    def _shown(self, kind: str | None, held: str, code: str) -> str:
        if kind is None or kind == "n":
            return shown(held, code, self._from_1904)
        if kind == "s":
            return shown_text(self._strings[int(held)], code)
        if kind == "b":
            return "TRUE" if held == "1" else "FALSE"
        return shown_text(_unescaped(held), code) if kind == "str" else held


EMPTY = Cell("")
NO_LOOK = Look()


def areas(references: str) -> Iterator[Area]:
    """Yield the areas that *references* name: "A1:C3 E5"; what names none is left out."""
    for reference in references.replace("$", "").split():
        first, _, last = reference.partition(":")
        top, left = place(first)
        bottom, right = place(last or first)
        if top and left and bottom >= top and right >= left:
            yield Area(top, left, bottom, right)


def place(reference: str) -> tuple[int, int]:
    """Return row and column of a cell: "C5" is 5, 3; zeros if it is none."""
    letters = reference.rstrip("0123456789")
    return _number(reference[len(letters) :], 0), _column(letters)


def _number(digits: str | None, default: int) -> int:
    return int(digits) if digits and digits.isdigit() and len(digits) < 8 else default


@lru_cache(maxsize=1024)
def _column(letters: str) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number if letters.isascii() and letters.isalpha() else 0


def string(element: etree._Element) -> str:
    """Return the text of a string with its runs, without what says how it is pronounced."""
    return _unescaped(
        "".join(
            text.text or ""
            for text in element.iter("{*}t")
            if not str(text.getparent().tag).endswith("}rPh")  # type: ignore[union-attr]
        )
    )


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def _looks(root: etree._Element) -> Iterator[Look]:
    """Yield the looks of the styles of a styles part, in the order of their numbers."""
    codes = dict(BUILT_IN)
    for written in root.iter("{*}numFmt"):
        codes[_number(value(written, "numFmtId"), -1)] = value(written, "formatCode")
    bold = [is_on(font.find("{*}b")) for font in root.iterfind("{*}fonts/{*}font")]
    filled = [
        value(fill.find("{*}patternFill"), "patternType") not in {"", "none", "gray125"}
        for fill in root.iterfind("{*}fills/{*}fill")
    ]
    for style in root.iterfind("{*}cellXfs/{*}xf"):
        font, fill = _number(value(style, "fontId"), 0), _number(value(style, "fillId"), 0)
        strong = any(bold[font : font + 1]) or any(filled[fill : fill + 1])
        yield Look(codes.get(_number(value(style, "numFmtId"), 0), GENERAL), strong)
