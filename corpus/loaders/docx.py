"""Word documents.  The only file that knows python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import cast

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from lxml.etree import _Element

from corpus.loaders.loaded import Draft, Loaded, fields_as_text

PARAGRAPH, ROW, CELL = qn("w:p"), qn("w:tr"), qn("w:tc")
# Old programs find a second copy of a drawing's text here.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOTES = ("/footnotes", "/endnotes")


def load(content: bytes, _suffix: str = ".docx") -> Loaded:
    """Return paragraphs, tables (a row a line), text boxes and notes, without heads and feet."""
    document = docx.Document(io.BytesIO(content))
    draft = Draft()
    draft.heading(document.core_properties.title or "")
    for block in _blocks(document.element.body):
        draft.add(block)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(NOTES) and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            for block in _blocks(root):
                draft.add(block)
    return draft.loaded()


def _blocks(parent: _Element) -> Iterator[str]:
    for child in parent:
        if child.tag == ROW:
            cells = (" ".join(_blocks(cell)) for cell in child.iter(CELL))
            yield fields_as_text(("", cell) for cell in cells)
        elif child.tag == PARAGRAPH:
            yield from _paragraph(cast("CT_P", child))
        elif child.tag != FALLBACK:
            yield from _blocks(child)


def _paragraph(paragraph: CT_P) -> Iterator[str]:
    if paragraph.text.strip():
        yield paragraph.text.strip()
    # Text boxes stand inside the paragraph that they are anchored to.
    for child in paragraph:
        yield from _blocks(child)
