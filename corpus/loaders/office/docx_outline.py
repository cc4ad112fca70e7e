"""The headings of a Word document: paragraphs of a level, by ECMA-376, 17.3.1.20."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from lxml import etree

from corpus.loaders.office.package import Package, value

HEADING = regex.compile(r"heading ([1-9])")
DEEPEST = 9  # level 10 is that of plain text


def outline(content: bytes, _suffix: str = ".docx") -> list[tuple[int, str]]:
    """Return the headings of a document in order: the level, from 1, and the text."""
    package = Package(content)
    main = package.main
    levels = _levels(next(package.of_kind(main, "styles"), None))
    return list(_headings(package.xml(main), levels))


def _headings(root: etree._Element, levels: dict[str, int]) -> Iterator[tuple[int, str]]:
    for paragraph in root.iter("{*}p"):
        properties = paragraph.find("{*}pPr")
        if properties is None:
            continue
        level = _stated(properties) or levels.get(value(properties.find("{*}pStyle")), 0)
        text = "".join(paragraph.itertext("{*}t")).strip()
        if text and 0 < level <= DEEPEST:
            yield level, text


def _stated(properties: etree._Element | None) -> int:
    """Return the level that properties of a paragraph state; 0 if they state none."""
    stated = value(properties.find("{*}outlineLvl")) if properties is not None else ""
    return int(stated) + 1 if stated.isdecimal() else 0


def _levels(root: etree._Element | None) -> dict[str, int]:
    """Return the levels of the styles of headings, by key; a title is of the first."""
    levels: dict[str, int] = {}
    for style in root.iterfind("{*}style") if root is not None else ():
        name = value(style.find("{*}name")).lower()
        named = HEADING.fullmatch(name)
        level = int(named[1]) if named else _stated(style.find("{*}pPr"))
        if level or name == "title":
            levels[value(style, "styleId")] = level or 1
    return levels
