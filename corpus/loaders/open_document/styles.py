"""What the styles of an OpenDocument file say about its text: list numbers, and what is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import _Element

from corpus.loaders.office.ordinals import ordinal

# What style:num-format begins with (20.322), and what office files call the same.
FORMATS = {
    "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter",
    "一": "chineseCounting", "壹": "chineseLegalSimplified", "壱": "japaneseLegal",
    "甲": "ideographTraditional", "子": "ideographZodiac", "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
}  # fmt: skip
MARK = "• "


class Level(NamedTuple):
    """How the items of one level of a list are marked."""

    form: str  # style:num-format; empty: no number is shown
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1  # numbers of so many levels are shown
    bullet: bool = False


BULLET = Level("", bullet=True)


class Styles:
    """The styles of one file, its automatic ones and those of its styles.xml together."""

    def __init__(self, *roots: _Element) -> None:
        self._lists: dict[str, dict[int, Level]] = {}
        self._list_of: dict[str, str] = {}
        self._hidden: set[str] = set()
        self._strong: set[str] = set()
        self.outline: dict[int, Level] = {}
        for root in roots:
            for style in root.iter("{*}style", "{*}list-style", "{*}outline-style"):
                self._add(style)

    def _add(self, style: _Element) -> None:
        name = get(style, "name")
        kind = local(style)
        if kind == "list-style":
            self._lists[name] = _levels(style)
        elif kind == "outline-style":
            self.outline = _levels(style)
        else:
            self._list_of[name] = get(style, "list-style-name")
            if any(get(one, "display") == "none" for one in style.iter("{*}text-properties")):
                self._hidden.add(name)
            if any(map(_stands_out, style)):
                self._strong.add(name)

    def hides(self, element: _Element) -> bool:
        """Tell whether *element* is not shown: hidden characters, a hidden section or field."""
        if get(element, "display") == "none" or get(element, "is-hidden") == "true":
            return True
        return bool(self._hidden) and get(element, "style-name") in self._hidden

    def is_strong(self, cell: _Element) -> bool:
        """Tell whether a cell is bold or has a ground of its own."""
        return get(cell, "style-name") in self._strong

    def list_of(self, paragraph: _Element) -> str:
        """Return the list style that a paragraph's own style names; may be empty."""
        return self._list_of.get(get(paragraph, "style-name"), "")

    def level(self, style: str, depth: int) -> Level:
        """Return how items of a list of *style* are marked at *depth*, 1 the outermost."""
        return self._lists.get(style, {}).get(depth, BULLET)


def _stands_out(properties: _Element) -> bool:
    ground = get(properties, "background-color")
    return get(properties, "font-weight") == "bold" or ground not in {"", "transparent"}


def mark(level: Level, counts: Sequence[int]) -> str:
    """Return what stands before an item: "2.1. ", "(b) ", 三、 or a bullet (OpenDocument, 16.33).

    Args:
        level: How its list marks it.
        counts: The numbers of the item and of those that it is within, the outermost first.
    """
    if level.bullet:
        return MARK
    if not level.form:
        return ""
    shown = counts[-min(level.shown, len(counts)) :]
    number = ".".join(number_in(level.form, count) for count in shown)
    return f"{level.before}{number}{level.after}".strip() + " "


def _levels(style: _Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        number = integer(get(element, "level"), 1)
        bullet = local(element) in {"list-level-style-bullet", "list-level-style-image"}
        start, shown = (integer(get(element, key), 1) for key in ("start-value", "display-levels"))
        around = get(element, "num-prefix"), get(element, "num-suffix")
        levels[number] = Level(get(element, "num-format"), *around, start, shown, bullet)
    return levels


def number_in(form: str, number: int) -> str:
    """Return *number* in a format that style:num-format names, by how it begins."""
    return ordinal(number, FORMATS.get(form[:1], "decimal"))


def local(element: _Element) -> str:
    """Return the name of an element without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def get(element: _Element, name: str) -> str:
    """Return an attribute by its name without the namespace; empty if it is not there."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def integer(text: str, default: int) -> int:
    """Return the number that an attribute says; *default* where it says none in nine digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default
