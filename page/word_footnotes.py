"""Footnotes in a Word document: a part of the package that python-docx does not make itself.

ECMA-376, part 1, 17.11: notes 0 and 1 are the lines that Word draws above them.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LINES = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
    for number, kind, element in (
        (0, "separator", "separator"),
        (1, "continuationSeparator", "continuationSeparator"),
    )
)
FIRST = 2  # the number of the first note


class Footnotes:
    """The footnotes of a document."""

    def __init__(self, document: Document) -> None:
        self._notes = parse_xml(f"<w:footnotes {nsdecls('w')}>{LINES}</w:footnotes>")
        package = document.part.package
        part = XmlPart(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._notes, package
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._document, self._next = document, FIRST
        _declared(document)
        self._text = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
        self._text.font.size = Pt(9.5)
        self._mark = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
        self._mark.font.superscript = True

    def add(self, paragraph: Paragraph, text: str) -> Run:
        """Put a note with *text* at the end of *paragraph*, and return the run of its text."""
        number, self._next = str(self._next), self._next + 1
        reference = paragraph.add_run(style=self._mark)
        reference._r.append(_element("w:footnoteReference", {qn("w:id"): number}))
        note = _element("w:footnote", {qn("w:id"): number})
        element = _element("w:p")
        note.append(element)
        self._notes.append(note)
        told = Paragraph(element, paragraph._parent)
        told.style = self._text
        told.add_run(style=self._mark)._r.append(_element("w:footnoteRef"))
        return told.add_run(f" {text}")


def _element(tag: str, attributes: dict[str, str] | None = None) -> Any:  # noqa: ANN401
    """Return an element of Word; python-docx's own types are too narrow for what it takes."""
    return OxmlElement(tag, attributes)


def _declared(document: Document) -> None:
    """Say in the settings which notes are lines and not notes."""
    told = OxmlElement("w:footnotePr")
    for number in range(FIRST):
        told.append(OxmlElement("w:footnote", {qn("w:id"): str(number)}))
    settings = document.settings.element
    # In the order of the schema they stand before what says how compatible the document is.
    compatible = settings.find(qn("w:compat"))
    if compatible is not None:
        compatible.addprevious(told)
