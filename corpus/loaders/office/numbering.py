"""The numbers that Word puts before paragraphs: "2.", "a)", "第三条" (ECMA-376, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex
from lxml import etree

from corpus.loaders.office.ordinals import ordinal
from corpus.loaders.office.package import is_on, value

LEVELS = 9
PLACE = regex.compile(r"%([1-9])")
BULLET = "•"
# A longer label is no one's.
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""  # %1 stands for the number of the first level
    style: str = ""  # of paragraphs that are of this level
    restart: int | None = None  # the level after which it begins anew; None: any above
    legal: bool = False  # all numbers in figures
    between: str = " "  # the label and the text


@dataclass(slots=True)
class List:
    """A list's levels and how far it has come."""

    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """Count a paragraph of *level* and return its label."""
        start = self.levels.get(level, Level()).start
        self.counts[level] = self.counts.get(level, start - 1) + 1
        for below in range(level + 1, LEVELS):
            restart = self.levels.get(below, Level()).restart
            if restart is None or 0 < level + 1 <= restart:
                self.counts.pop(below, None)
        return self.label(level)

    def label(self, level: int) -> str:
        """Return what stands before a paragraph of *level* now."""
        own = self.levels.get(level, Level())
        if own.form == "bullet":
            return BULLET + " " if own.text.strip() else ""
        text = PLACE.sub(lambda match: self._number(int(match[1]) - 1, own), own.text[:LONGEST])
        return text.strip() + own.between if text.strip() else ""

    def _number(self, level: int, of: Level) -> str:
        own = self.levels.get(level, Level())
        return ordinal(self.counts.get(level, own.start), "decimal" if of.legal else own.form)


class Numbering:
    """The lists of a document; each paragraph must be asked for in order."""

    def __init__(self, root: etree._Element | None, styles: etree._Element | None) -> None:
        self._styles = _styles(styles)
        self._abstract: dict[str, List] = {}
        self._lists: dict[str, tuple[List, dict[int, int]]] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: etree._Element) -> None:
        linked: dict[str, str] = {}
        for abstract in root.iterfind("{*}abstractNum"):
            key = value(abstract, "abstractNumId")
            self._abstract[key] = List(dict(map(_level, abstract.iterfind("{*}lvl"))))
            linked[key] = value(abstract.find("{*}numStyleLink"))
        for number in root.iterfind("{*}num"):
            key = value(number.find("{*}abstractNumId"))
            style = self._styles.get(linked.get(key, ""))
            if style and style.number and style.number in self._lists:
                self._lists[value(number, "numId")] = self._lists[style.number]
            elif key in self._abstract:
                self._lists[value(number, "numId")] = self._numbered(number, self._abstract[key])

    def _numbered(self, number: etree._Element, shared: List) -> tuple[List, dict[int, int]]:
        """Return a list, which counts on with others of its kind, and where it begins anew."""
        starts: dict[int, int] = {}
        levels = dict(shared.levels)
        for override in number.iterfind("{*}lvlOverride"):
            at = _integer(value(override, "ilvl"), 0)
            start = override.find("{*}startOverride")
            if start is not None:
                starts[at] = _integer(value(start), 1)
            levels |= dict(map(_level, override.iterfind("{*}lvl")))
        return List(levels, shared.counts), starts

    def label(self, properties: etree._Element | None) -> str:
        """Count a paragraph with these *properties* and return its label with what follows it."""
        style = self._styles.get(value(_child(properties, "pStyle")))
        given = _child(properties, "numPr")
        key = value(_child(given, "numId")) or (style.number if style else "")
        if key not in self._lists:
            return ""
        numbered, starts = self._lists[key]
        level = value(_child(given, "ilvl")) or (style.level if style else "")
        if not level:
            named = value(_child(properties, "pStyle"))
            level = str(
                next((n for n, own in numbered.levels.items() if named and own.style == named), 0)
            )
        at = min(_integer(level, 0), LEVELS - 1)
        if at in starts:
            numbered.counts[at] = starts.pop(at) - 1
        return numbered.next(at)


@dataclass(frozen=True, slots=True)
class _Style:
    number: str
    level: str


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    """Return the lists of styles, those of what a style is based on too."""
    own: dict[str, tuple[str, _Style]] = {}
    for style in root.iterfind("{*}style") if root is not None else ():
        given = _child(_child(style, "pPr"), "numPr")
        numbers = _Style(value(_child(given, "numId")), value(_child(given, "ilvl")))
        own[value(style, "styleId")] = value(style.find("{*}basedOn")), numbers
    made: dict[str, _Style] = {}
    for key in own:
        based, numbers = own[key]
        for _ in range(LEVELS):
            if numbers.number or based not in own:
                break
            level = numbers.level
            based, numbers = own[based]
            numbers = _Style(numbers.number, level or numbers.level)
        made[key] = numbers
    return made


def _level(element: etree._Element) -> tuple[int, Level]:
    restart = element.find("{*}lvlRestart")
    form = value(next(element.iter("{*}numFmt"), None), default="decimal")
    suffix = value(element.find("{*}suff"), default="tab")
    level = Level(
        _integer(value(element.find("{*}start")), 0),
        form,
        value(element.find("{*}lvlText")),
        value(element.find("{*}pStyle")),
        None if restart is None else _integer(value(restart), 0),
        is_on(element.find("{*}isLgl")),
        "" if suffix == "nothing" else " ",
    )
    return _integer(value(element, "ilvl"), 0), level


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return element.find(f"{{*}}{name}") if element is not None else None


def _integer(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else default
