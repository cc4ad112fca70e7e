"""The shapes of slides: where they stand, their paragraphs and tables (ECMA-376, 19.3 and 21.1)."""

from __future__ import annotations

from collections.abc import Iterator

import regex
from lxml import etree

from corpus.loaders.office.drawings import paragraph_text
from corpus.loaders.office.merged import Merged
from corpus.loaders.office.ordinals import ordinal
from corpus.loaders.office.package import Package, local, value
from corpus.loaders.office.slide_order import Shape
from corpus.loaders.tables import Grid, header_depth

SHAPES = frozenset({"sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"})
# What the master puts on each slide.
REPEATED = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})
AUTOMATIC = regex.compile(r"(.+?)(Period|ParenR|ParenBoth|Plain|Minus)?")
FORMS = {
    "arabic": "decimal", "alphaLc": "lowerLetter", "alphaUc": "upperLetter",
    "romanLc": "lowerRoman", "romanUc": "upperRoman", "circleNumDb": "decimalEnclosedCircle",
    "ea1Chs": "chineseCounting",
    "ea1Cht": "chineseCounting", "ea1JpnChs": "chineseCounting", "arabicDb": "decimalFullWidth",
}  # fmt: skip
AROUND = {"Period": "{}.", "ParenR": "{})", "ParenBoth": "({})", "Minus": "{} -"}
FAR = 2**40  # where nothing says where a shape stands


def placeholder(shape: etree._Element) -> etree._Element | None:
    """Return what says which place of the layout a shape fills; None if it fills none."""
    return next(
        (own.find("{*}nvPr/{*}ph") for own in shape if local(own).startswith("nv")),
        None,
    )


class Layout:
    """Where the places of a layout and its master stand."""

    def __init__(self, package: Package, layout: str) -> None:
        self._places: dict[tuple[str, str], etree._Element] = {}
        masters = [part.name for part in package.related(layout) if part.kind == "slideMaster"]
        for name in filter(None, (layout, *masters)):
            for shape in package.xml(name).iter("{*}sp"):
                place, box = placeholder(shape), transform(shape)
                if place is not None and box is not None:
                    kind, number = value(place, "type", "body"), value(place, "idx")
                    for key in (("idx", number), ("type", kind)):
                        self._places.setdefault(key, box)

    def shape(self, element: etree._Element) -> Shape:
        """Return a shape with its box; far below where nothing says where it stands."""
        box = transform(element)
        place = placeholder(element)
        if box is None and place is not None:
            number, kind = value(place, "idx"), value(place, "type", "body")
            box = self._places.get(("idx", number)) if number else None
            box = self._places.get(("type", kind)) if box is None else box
        if box is None:
            return Shape(element, 0, FAR, 0, FAR)
        at, size = box.find("{*}off"), box.find("{*}ext")
        left, top = _length(at, "x"), _length(at, "y")
        return Shape(element, left, top, left + _length(size, "cx"), top + _length(size, "cy"))


def transform(shape: etree._Element) -> etree._Element | None:
    """Return what says where a shape stands on its slide or in its group."""
    for child in shape:
        if local(child) in {"spPr", "grpSpPr"}:
            return child.find("{*}xfrm")
        if local(child) == "xfrm":
            return child
    return None


def _length(element: etree._Element | None, name: str) -> int:
    digits = value(element, name)
    return int(digits) if len(digits) < 12 and digits.lstrip("-").isdigit() else 0


def shapes(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the shapes in *parent*, of alternatives the first."""
    for child in parent:
        kind = local(child)
        if kind == "AlternateContent":
            for choice in child[:1]:
                yield from shapes(choice)
        elif kind in SHAPES:
            place = placeholder(child)
            if place is None or value(place, "type") not in REPEATED:
                yield child


def paragraphs(body: etree._Element) -> Iterator[str]:
    """Yield the paragraphs of a body of text with their automatic numbers (21.1.2.4.1)."""
    counts: dict[int, tuple[str, int]] = {}
    for paragraph in body.iterfind("{*}p"):
        properties = paragraph.find("{*}pPr")
        level = _length(properties, "lvl")
        given = properties.find("{*}buAutoNum") if properties is not None else None
        text = paragraph_text(paragraph).strip()
        if not text:
            continue
        counts = {at: count for at, count in counts.items() if at <= level}
        if given is None:
            counts.pop(level, None)
            bullet = properties is not None and properties.find("{*}buChar") is not None
            yield f"• {text}" if bullet else text
            continue
        kind = value(given, "type")
        before, number = counts.get(level, ("", 0))
        number = number + 1 if before == kind else max(_length(given, "startAt"), 1)
        counts[level] = kind, number
        yield f"{automatic(kind, number)} {text}"


def automatic(kind: str, number: int) -> str:
    """Return an automatic number as its kind writes it, such as alphaLcParenR (20.1.10.61)."""
    match = AUTOMATIC.fullmatch(kind)
    form, around = (match[1], match[2]) if match else ("", None)
    return AROUND.get(around or "", "{}").format(ordinal(number, FORMS.get(form, "decimal")))


def table(element: etree._Element) -> Grid:
    """Return a slide's table as a grid (21.1.3)."""
    made = Merged()
    for row in element.iterfind("{*}tr"):
        made.row()
        for cell in row.iterfind("{*}tc"):
            if value(cell, "hMerge") in {"1", "true"}:
                continue
            body = cell.find("{*}txBody")
            goes_on = value(cell, "vMerge") in {"1", "true"}
            text = "\n".join(paragraphs(body)) if body is not None and not goes_on else ""
            span, rows = _length(cell, "gridSpan") or 1, _length(cell, "rowSpan")
            made.cell(text, span, _is_strong(cell), goes_on, rows > 1)
    names = value(element.find("{*}tblPr"), "firstRow") in {"1", "true"}
    return made.grid(max(header_depth(made.rows), 1) if names else None)


def _is_strong(cell: etree._Element) -> bool:
    runs = [run for run in cell.iter("{*}r") if run.findtext("{*}t")]
    return bool(runs) and all(value(run.find("{*}rPr"), "b") in {"1", "true"} for run in runs)
