"""Word documents, by ECMA-376, 17.

Read are paragraphs with their numbers, tables, heads and feet of pages, text boxes, notes,
comments, charts and what pictures are said to show; of tracked changes what they lead to.  Not
read is what is deleted or hidden, the number of a page and a prompt that nothing was entered at.
Tables of contents are in the source text, not in the view.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.office.docx_outline import outline
from corpus.loaders.office.docx_tables import grid, is_list
from corpus.loaders.office.docx_text import LEFT_OUT, Text, is_prompt
from corpus.loaders.office.docx_visible import visible
from corpus.loaders.office.numbering import Numbering
from corpus.loaders.office.package import Package, local, value
from corpus.loaders.tables import Grid

HEADS, FEET = "headerReference", "footerReference"
# A line that is no longer and ends otherwise can be a title.
TITLE, ENDS = 80, ".。．!！?？…;；:：,，、"
__all__ = ["load", "outline", "visible"]


class Contents(str):
    """A line of a table of contents."""

    __slots__ = ()


class _Style(NamedTuple):
    is_title: bool
    is_contents: bool


def load(content: bytes, _suffix: str = ".docx") -> Loaded:
    """Return the document under the title that its properties or its first lines give."""
    document = _Document(Package(content))
    draft = Draft()
    draft.heading(document.title)
    for block in document.blocks():
        if isinstance(block, Grid):
            draft.table(block)
        elif isinstance(block, Contents):
            draft.residue.append(draft.add(block))
        else:
            draft.add(block)
    for _ in document.root.iter("{*}altChunk"):
        draft.note("note_inserted_file")
    return draft.loaded()


class _Document:
    def __init__(self, package: Package) -> None:
        self._package = package
        main = package.main
        self.root = package.xml(main)
        styles = next(package.of_kind(main, "styles"), None)
        self._styles = _styles(styles)
        self._numbering = Numbering(next(package.of_kind(main, "numbering"), None), styles)
        self._text = Text(package, self._blocks)
        self._parts = {related.key: related.name for related in package.related(main)}
        self._heads: set[str] = set()  # what was read of heads and feet, and of which parts

    @property
    def title(self) -> str:
        """What the properties call it, or the first line if it can be a title."""
        if self._package.title:
            return self._package.title
        texts = (
            (
                self._styles.get(value(paragraph.find("{*}pPr/{*}pStyle"))),
                "".join(paragraph.itertext("{*}t")),
            )
            for paragraph in self.root.iter("{*}p")
        )
        style, text = next((pair for pair in texts if pair[1].strip()), (None, ""))
        is_title = style is not None and style.is_title
        is_short = len(text) <= TITLE and text.strip()[-1:] not in ENDS
        return text.strip() if is_title or is_short else ""

    def blocks(self) -> Iterator[str | Grid]:
        """Yield everything in the order of reading: a page's head before its section."""
        sections = [
            element
            for element in self.root.iter("{*}sectPr")
            if local(element.getparent()) != "sectPrChange"  # type: ignore[arg-type]
        ]
        yield from self._beside(sections[:1], HEADS)
        at = 0
        for body in self.root.iterfind("{*}body"):
            for child in body:
                yield from self._flow(self._block(child))
                while at < len(sections) - 1 and child in sections[at].iterancestors():
                    yield from self._beside(sections[at : at + 1], FEET)
                    at += 1
                    yield from self._beside(sections[at : at + 1], HEADS)
        yield from self._beside(sections[at:], FEET)

    def _flow(self, blocks: Iterator[str | Grid]) -> Iterator[str | Grid]:
        """Yield *blocks*, each before what it refers to."""
        waiting = self._text.waiting
        for block in blocks:
            yield block
            while waiting:
                yield from waiting.popleft()
        while waiting:
            yield from waiting.popleft()

    def _beside(self, sections: list[etree._Element], kind: str) -> Iterator[str | Grid]:
        """Yield the heads or feet of sections, each text once."""
        for section in sections:
            for reference in section.iterfind(f"{{*}}{kind}"):
                name = self._parts.get(value(reference, "id"))
                if name is None or name in self._heads:
                    continue
                self._heads.add(name)
                self._text.open_part(name)
                for block in self._flow(self._blocks(self._package.xml(name))):
                    key = str(block)
                    if key not in self._heads:
                        self._heads.add(key)
                        yield block
                self._text.open_part(self._package.main)

    def _blocks(self, parent: etree._Element) -> Iterator[str | Grid]:
        for child in parent:
            yield from self._block(child)

    def _block(self, child: etree._Element) -> Iterator[str | Grid]:
        kind = local(child)
        if kind == "p":
            yield from self._paragraph(child)
        elif kind == "tbl":
            if is_list(child):
                yield from self._blocks(child)
            else:
                yield from self._table(child)
        elif kind not in LEFT_OUT and not is_prompt(child):
            yield from self._blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[str]:
        properties = paragraph.find("{*}pPr")
        text = self._text.of(paragraph).strip()
        if not text and properties is not None and properties.find("{*}rPr/{*}del") is not None:
            return  # a paragraph that is deleted does not count
        label = self._numbering.label(properties)
        if text:
            style = self._styles.get(value(paragraph.find("{*}pPr/{*}pStyle")))
            yield Contents(label + text) if style and style.is_contents else label + text

    def _table(self, element: etree._Element) -> Iterator[Grid]:
        inner: list[Grid] = []

        def text(cell: etree._Element) -> str:
            lines = []
            for block in self._blocks(cell):
                if isinstance(block, Grid):
                    inner.append(block)
                else:
                    lines.append(str(block))
            return "\n".join(lines)

        made = grid(element, text)
        yield made
        yield from inner


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    names = {
        value(style, "styleId"): value(style.find("{*}name")).lower()
        for style in (root.iterfind("{*}style") if root is not None else ())
    }
    return {
        key: _Style(name in {"title", "heading 1"}, name.startswith("toc "))
        for key, name in names.items()
    }
