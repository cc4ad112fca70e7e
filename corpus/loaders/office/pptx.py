"""Presentations, by ECMA-376, 19: each slide a part, its title first, then all by its place.

Read are text, tables, charts, diagrams, what pictures are said to show, notes and comments; a
hidden slide too, which is said in a note.  Not read are number, date and foot of a slide and what
stands on its master.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from lxml import etree

from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.office.drawings import described, figure, texts
from corpus.loaders.office.package import COMMENT, FALLBACK, Package, local, value
from corpus.loaders.office.slide_order import in_order
from corpus.loaders.office.slide_shapes import (
    REPEATED,
    Layout,
    paragraphs,
    placeholder,
    shapes,
    table,
)
from corpus.loaders.tables import Grid

TITLES = frozenset({"title", "ctrTitle"})


def load(content: bytes, _suffix: str = ".pptx") -> Loaded:
    """Return all slides, each a part."""
    package = Package(content)
    draft = Draft()
    authors = _authors(package)
    layout = cache(partial(Layout, package))
    for number, name in enumerate(_slides(package), start=1):
        draft.part("slide", str(number))
        slide = package.xml(name)
        if value(slide, "show", "1") in {"0", "false"}:
            draft.note("note_hidden_slide", number=str(number))
        for block in (
            *_Slide(package, name, layout).blocks(slide),
            *comments(package, name, authors),
        ):
            draft.table(block) if isinstance(block, Grid) else draft.add(block)
    return draft.loaded()


def _slides(package: Package) -> Iterator[str]:
    """Yield the parts of the slides in the order of the presentation."""
    parts = {related.key: related.name for related in package.related(package.main)}
    for slide in package.xml(package.main).iterfind("{*}sldIdLst/{*}sldId"):
        # The number of a slide is called id too, in no namespace.
        keys = [str(content) for key, content in slide.items() if str(key).endswith("}id")]
        yield from (parts[key] for key in keys if key in parts)


class _Slide:
    def __init__(self, package: Package, name: str, layout: Callable[[str], Layout]) -> None:
        self._package = package
        self._name = name
        layouts = (part.name for part in package.related(name) if part.kind == "slideLayout")
        self._layout = layout(next(layouts, ""))
        self._related = {related.key: related for related in package.related(name)}

    def blocks(self, slide: etree._Element) -> Iterator[str | Grid]:
        """Yield all that stands on the slide and in its notes."""
        for tree in slide.iterfind("{*}cSld/{*}spTree"):
            yield from self._shapes(tree)
        for notes in self._package.of_kind(self._name, "notesSlide"):
            for tree in notes.iterfind("{*}cSld/{*}spTree"):
                yield from self._shapes(tree)

    def _shapes(self, parent: etree._Element) -> Iterator[str | Grid]:
        own = [self._layout.shape(element) for element in shapes(parent)]
        titles = [shape for shape in own if _is_title(shape.element)]
        for shape in [*titles, *in_order([shape for shape in own if shape not in titles])]:
            yield from self._shape(shape.element)

    def _shape(self, shape: etree._Element) -> Iterator[str | Grid]:
        if local(shape) == "grpSp":
            yield from self._shapes(shape)
        for body in shape.iterfind("{*}txBody"):
            lines = list(paragraphs(body))
            if lines:
                yield "\n".join(lines)
        if local(shape) == "graphicFrame":
            yield from self._framed(shape)
        for properties in shape:
            if local(properties).startswith("nv"):
                for own in properties.iterfind("{*}cNvPr"):
                    yield from described(own)

    def _framed(self, frame: etree._Element) -> Iterator[str | Grid]:
        for element in frame.iter("{*}tbl", "{*}chart", "{*}relIds"):
            if local(element) == "tbl":
                yield table(element)
                continue
            related = self._related.get(
                value(element, "dm" if local(element) == "relIds" else "id")
            )
            if related is not None:
                yield from figure(self._package, related.kind, related.name)


def _is_title(shape: etree._Element) -> bool:
    place = placeholder(shape)
    return place is not None and value(place, "type") in TITLES


def _authors(package: Package) -> dict[str, str]:
    return {
        value(author, "id"): value(author, "name")
        for root in package.of_kind(package.main, "commentAuthors", "authors")
        for author in root.iter("{*}cmAuthor", "{*}author")
    }


def comments(package: Package, name: str, authors: dict[str, str]) -> Iterator[str]:
    """Yield the comments on a slide, each after who wrote it."""
    for root in package.of_kind(name, "comments"):
        for comment in root.iter("{*}cm", "{*}reply"):
            body = comment.find("{*}txBody")
            lines = texts(body) if body is not None else [comment.findtext("{*}text") or ""]
            text = " ".join(" ".join(lines).split())
            author = authors.get(value(comment, "authorId"))
            if text:
                yield COMMENT + (f"{author}: {text}" if author else text)


def visible(content: bytes, _suffix: str = ".pptx") -> str:
    """Return the text of every slide, its notes and comments, a line a paragraph."""
    package = Package(content)
    lines: list[str] = []
    for name in _slides(package):
        lines += _shown(package.xml(name))
        for root in package.of_kind(name, "notesSlide", "comments"):
            lines += _shown(root)
        for root in package.of_kind(name, "diagramData"):
            lines += ("".join(point.itertext("{*}t")) for point in root.iter("{*}p"))
    return "\n".join(lines)


def _shown(root: etree._Element) -> Iterator[str]:
    tags = ("{*}p", "{*}sp", "{*}tc", "{*}text", f"{{*}}{FALLBACK}")
    walk = etree.iterwalk(root, events=("start",), tag=tags)
    for _, element in walk:
        kind = local(element)
        if _is_left_out(kind, element):
            walk.skip_subtree()
        elif kind == "p":
            yield "".join(text.text or "" for text in element.iter("{*}t") if not _is_number(text))
        elif kind == "text":
            yield element.text or ""


def _is_left_out(kind: str, element: etree._Element) -> bool:
    if kind == "tc":
        return bool({value(element, "hMerge"), value(element, "vMerge")} & {"1", "true"})
    place = placeholder(element) if kind == "sp" else None
    return kind == FALLBACK or (place is not None and value(place, "type") in REPEATED)


def _is_number(text: etree._Element) -> bool:
    return value(text.getparent(), "type") == "slidenum"
