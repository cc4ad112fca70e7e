"""Kept quotes as a Word document, each with a footnote that says where it is from."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from docx import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.run import Run

from language.phrases import phrase
from language.tags import family
from page.citation_forms import reference
from page.word_footnotes import Footnotes
from qa.evidence.pinned import Pinned

# XML cannot have them; what a document shows in their place is nothing.
NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_word(pins: Sequence[Pinned], language: str) -> bytes:
    """Return *pins* as the bytes of a .docx file: quotes with notes, their sources as footnotes."""
    document = Document()
    document.core_properties.title = phrase("basket", language)
    document.core_properties.author = "cited-qa"
    _lettered(document.add_heading(level=1).add_run(phrase("basket", language)), language)
    notes = Footnotes(document)
    for pinned in pins:
        cited = pinned.citation
        paragraph = document.add_paragraph(style="Intense Quote")
        _lettered(paragraph.add_run(_clean(cited.text)), cited.language)
        source = _clean(reference(cited, pinned.accessed, language))
        _lettered(notes.add(paragraph, source), language)
        if pinned.note:
            _lettered(document.add_paragraph().add_run(_clean(pinned.note)), language)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _clean(text: str) -> str:
    return NO_XML.sub("", text)


def _lettered(run: Run, language: str) -> None:
    """Say in which language a run is, so that Word takes fitting letters and spelling."""
    chinese = family(language) == "zh"
    tag = ("zh-TW" if language.endswith("Hant") else "zh-CN") if chinese else language
    spoken = OxmlElement("w:lang", {qn("w:eastAsia" if chinese else "w:val"): tag})
    run._r.get_or_add_rPr().append(spoken)  # type: ignore[arg-type] # its own stubs are too narrow
