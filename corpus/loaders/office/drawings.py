"""What is drawn in office files: text boxes, charts, diagrams, pictures (ECMA-376, 20 and 21)."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from lxml import etree

from corpus.loaders.office.number_formats import shown
from corpus.loaders.office.package import FALLBACK, PICTURE, Package, local, value
from corpus.loaders.tables import Grid

# A file's name is no description of a picture.
FILE_NAME = regex.compile(
    r"(?i)\S+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)|[a-z]*[_\d][\w-]*"
)
# No chart that a person can read has more points.
MOST_POINTS = 2000


def drawn(package: Package, name: str) -> Iterator[str | Grid]:
    """Yield what the drawings of the part *name*, a sheet, show, in their order."""
    for drawing in package.related(name):
        if drawing.kind == "drawing":
            root = package.xml(drawing.name)
            yield from texts(root)
            for properties in root.iter("{*}cNvPr"):
                yield from described(properties)
            for related in package.related(drawing.name):
                yield from figure(package, related.kind, related.name)


def texts(root: etree._Element) -> Iterator[str]:
    """Yield the paragraphs that hold something."""
    for element in root.iter("{*}p"):
        text = paragraph_text(element).strip()
        if text:
            yield text


def paragraph_text(paragraph: etree._Element) -> str:
    """Return a paragraph's text without the numbers of slides (DrawingML, 21.1.2)."""
    return "".join(_runs(paragraph))


def _runs(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        kind = local(child)
        if kind == "t":
            yield child.text or ""
        elif kind == "br":
            yield "\n"
        elif kind != FALLBACK and not (kind == "fld" and value(child, "type") == "slidenum"):
            yield from _runs(child)


def described(properties: etree._Element) -> Iterator[str]:
    """Yield what stands for a picture or shape for those who cannot see it."""
    description = " ".join(value(properties, "descr").split())
    if description and not FILE_NAME.fullmatch(description):
        yield PICTURE + description


def figure(package: Package, kind: str, name: str) -> Iterator[str | Grid]:
    """Yield what the part *name* shows if it is a chart or a diagram."""
    if kind == "chart":
        yield from chart(package.xml(name))
    elif kind == "diagramData":
        for point in package.xml(name).iter("{*}pt"):
            if value(point, "type", "node") in {"node", "doc", "asst"}:
                yield from texts(point)


def chart(root: etree._Element) -> Iterator[str | Grid]:
    """Yield a chart's titles and its values as a table: a row a category, a column a series."""
    titles = [" ".join(" ".join(texts(title)).split()) for title in root.iter("{*}title")]
    yield from filter(None, titles)
    names: dict[int, str] = {}
    columns: list[dict[int, str]] = []
    header = [""]
    for series in root.iter("{*}ser"):
        header.append(" ".join(_points(series.find("{*}tx")).values()))
        names |= _points(_first(series, "cat", "xVal"))
        columns.append(_points(_first(series, "val", "yVal")))
    at = sorted(set().union(*columns))[:MOST_POINTS] if columns else []
    rows = [[names.get(key, ""), *(column.get(key, "") for column in columns)] for key in at]
    if rows:
        yield Grid([header, *rows], 1, titles[0] if titles else "")


def _first(series: etree._Element, *kinds: str) -> etree._Element | None:
    return next((child for child in series if local(child) in kinds), None)


def _points(held: etree._Element | None) -> dict[int, str]:
    """Return the values that a chart keeps of the cells that it shows, by number."""
    if held is None:
        return {}
    level = next(held.iter("{*}lvl"), held)  # the innermost of several
    code = next((format_code.text for format_code in held.iter("{*}formatCode")), None)
    points: dict[int, str] = {}
    for number, point in enumerate(level.iter("{*}pt")):
        text = point.findtext("{*}v") or ""
        place = value(point, "idx")
        points[int(place) if place.isdigit() else number] = shown(text, code) if code else text
    return points or {0: held.findtext("{*}v") or ""}
