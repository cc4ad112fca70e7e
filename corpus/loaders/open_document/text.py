"""The text of an OpenDocument file in the order of its elements: paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from lxml.etree import _Element

from corpus.loaders.office.package import COMMENT, PICTURE
from corpus.loaders.office.sheets import Sheet
from corpus.loaders.open_document.styles import Level, Styles, get, integer, local, mark
from corpus.loaders.open_document.tables import grid, sheet
from corpus.loaders.tables import Grid

# What is no text of the document: what was deleted, forms, declarations, and the table of
# contents, which repeats the headings.
LEFT_OUT = frozenset(
    "tracked-changes forms event-listeners table-of-content page-thumbnail notes"
    " binary-data hidden-text script page-number page-count annotation-end change-info"
    " note-citation".split()
)
# What a paragraph is an anchor of: it stands after the paragraph.
ANCHORED = frozenset(
    "note annotation frame custom-shape rect line polyline polygon path ellipse circle g"
    " connector caption measure control a3d".split()
)
SPACES = regex.compile(r"[ \t\r\n]+")
# More spaces in a row, or levels of a list, are a damaged or hostile file.
MOST_SPACES, DEEPEST = 100, 10

Block = str | Grid


class Walk:
    """Goes through elements and gives what they show, block by block."""

    def __init__(
        self, styles: Styles, embedded: Callable[[str], _Element | None], *, sheets: bool = False
    ) -> None:
        self._styles = styles
        self._sheets = sheets  # of which charts repeat the figures
        self._embedded = embedded
        self._outline: list[int] = []
        self._counts: dict[str, list[int]] = {}  # of lists, by their id and by their style

    def blocks(self, parent: _Element) -> Iterator[Block]:
        """Yield the blocks in *parent*: paragraphs with their numbers, and tables."""
        for element in parent:
            yield from self.block(element)

    def block(self, element: _Element, before: str = "") -> Iterator[Block]:
        """Yield the blocks that *element* is, with *before* put before a paragraph.

        None if it is hidden or no text.
        """
        kind = local(element)
        if not kind or kind in LEFT_OUT or self._styles.hides(element):
            return
        if kind in {"p", "h"}:
            yield from self._paragraph(element, before)
        elif kind == "list":
            yield from self._list(element)
        elif kind == "table":
            yield from self._table(element)
        elif kind in {"title", "desc"}:  # what a picture says to who does not see it
            yield from _filled("".join(map(str, element.itertext())), PICTURE)
        elif kind == "annotation":
            yield from self._comment(element)
        elif kind == "object":
            yield from self._object(element)
        else:
            yield from self.blocks(element)

    def _comment(self, element: _Element) -> Iterator[str]:
        author = " ".join((element.findtext("{*}creator") or "").split())
        text = "\n".join(self.lines(element))
        if text:
            yield COMMENT + ": ".join(filter(None, [author, text]))

    def _object(self, element: _Element) -> Iterator[Block]:
        content = self._embedded(get(element, "href"))
        if content is not None and local(content) == "math":
            yield from _filled("".join(self._formula(content)))
            return
        for block in self.blocks(element if content is None else content):
            if not (self._sheets and isinstance(block, Grid)):
                yield block

    def _formula(self, element: _Element) -> Iterator[str]:
        if local(element) != "annotation":
            yield element.text or ""
            for child in element:
                yield from self._formula(child)
                yield child.tail or ""

    def _paragraph(self, element: _Element, before: str) -> Iterator[Block]:
        pieces: list[str] = []
        anchored: list[_Element] = []
        if element.find("{*}number") is not None:  # the program has written it out
            before = ""
        elif local(element) == "h" and not before:
            before = self._number(element)
        self._inline(element, pieces, anchored)
        text = "".join(pieces).strip()
        if text:
            yield before + text
        for child in anchored:
            if local(child) == "note":
                yield from _filled(f"{self._cited(child)} {' '.join(self.lines(child))}")
            else:
                yield from self.block(child)

    def _number(self, heading: _Element) -> str:
        """Return the number of a heading, counted by the outline (16.34)."""
        depth = integer(get(heading, "outline-level"), 1)
        level = self._styles.outline.get(depth)
        if level is None or get(heading, "is-list-header") == "true" or depth > DEEPEST:
            return ""
        _count(self._outline, depth, 0, level)
        return mark(level, self._outline)

    def _cited(self, note: _Element) -> str:
        citation = next(note.iter("{*}note-citation"), None)
        return "" if citation is None else "".join(citation.itertext())

    def _inline(self, parent: _Element, pieces: list[str], anchored: list[_Element]) -> None:
        pieces.append(SPACES.sub(" ", parent.text or ""))
        for child in parent:
            kind = local(child)
            if kind == "s":
                pieces.append(" " * min(integer(get(child, "c"), 1), MOST_SPACES))
            elif kind in {"tab", "line-break"}:
                pieces.append("\t" if kind == "tab" else "\n")
            elif kind in ANCHORED:
                anchored.append(child)
            elif kind and kind not in LEFT_OUT and not self._styles.hides(child):
                read = kind == "ruby-text"
                pieces.append("(" if read else "")
                self._inline(child, pieces, anchored)
                pieces.append(")" if read else " " if kind == "number" else "")
            pieces.append(SPACES.sub(" ", child.tail or ""))

    def _list(
        self, element: _Element, style: str = "", within: list[int] | None = None, depth: int = 1
    ) -> Iterator[Block]:
        """Yield the items of a list; *within* are the numbers of those that it stands in."""
        style = get(element, "style-name") or style
        counts = self._begun(element, style, within, depth)
        items = [item for item in element if local(item) in {"list-item", "list-header"}]
        for item in items if depth <= DEEPEST else []:
            own = next((child for child in item if local(child) in {"p", "h"}), None)
            before = ""
            if own is not None and local(item) == "list-item":
                style = style or self._styles.list_of(own)
                level = self._styles.level(style, depth)
                _count(counts, depth, integer(get(item, "start-value"), 0), level)
                before = mark(level, counts)
            for child in item:
                if local(child) == "list":
                    yield from self._list(child, style, counts, depth + 1)
                else:
                    yield from self.block(child, before if child is own else "")
        if depth == 1:
            self._counts[style] = self._counts[get(element, "id")] = counts

    def _begun(
        self, element: _Element, style: str, within: list[int] | None, depth: int
    ) -> list[int]:
        """Return the numbers that a list goes on from, which it counts up itself."""
        goes_on = get(element, "continue-numbering") == "true"
        if within is None:
            before = get(element, "continue-list") or (style if goes_on else "")
            return list(self._counts.get(before, ())) if before else []
        if not goes_on:
            del within[depth - 1 :]
        return within

    def _table(self, element: _Element) -> Iterator[Block]:
        floating: list[_Element] = []
        yield grid(element, lambda cell: self._cell(cell, floating))
        yield from self._upon(floating)

    def sheet(self, element: _Element) -> tuple[Sheet, Iterator[Block]]:
        """Return the cells of a sheet, and what lies upon them: comments, charts and pictures."""
        floating: list[_Element] = []
        cells = sheet(element, lambda cell: self._cell(cell, floating), self._styles.is_strong)
        for shapes in element.iterchildren("{*}shapes"):
            floating += shapes
        return cells, self._upon(floating)

    def _upon(self, floating: list[_Element]) -> Iterator[Block]:
        for child in floating:
            yield from self.block(child)

    def _cell(self, cell: _Element, floating: list[_Element]) -> str:
        """Return what a cell shows; what only lies upon it is added to *floating*."""
        lines: list[str] = []
        for child in cell:
            if local(child) in ANCHORED:  # a comment or a chart lies upon it
                floating.append(child)
            else:
                lines += self._lines(self.block(child))
        return "\n".join(lines)

    def lines(self, parent: _Element) -> list[str]:
        """Return the text in *parent* line by line, tables too."""
        return self._lines(self.blocks(parent))

    def _lines(self, blocks: Iterator[Block]) -> list[str]:
        rows: list[str] = []
        for block in blocks:
            if isinstance(block, Grid):
                rows += map(" ".join, block.rows)
            else:
                rows.append(block)
        return [row for row in rows if row.strip()]


def _count(counts: list[int], depth: int, start: int, level: Level) -> None:
    """Count an item at *depth*: from *start* if the file says so, else one more than before."""
    while len(counts) < depth - 1:
        counts.append(1)
    now = counts[depth - 1] + 1 if len(counts) >= depth else level.start
    counts[depth - 1 :] = [start or now]


def _filled(text: str, sign: str = "") -> Iterator[str]:
    if text.strip():
        yield sign + " ".join(text.split())
