"""Lines that OCR read on a page, as text of a document."""

from __future__ import annotations

from corpus.documents import Recognised
from corpus.loaders.loaded import Draft
from corpus.ocr.recognition import Line


def add_lines(draft: Draft, lines: tuple[Line, ...]) -> None:
    """Add what a page was recognised to say; every word keeps its box and its confidence."""
    for at, line in enumerate(lines, start=1):
        start, _ = draft.add(line.text, line.end if at < len(lines) else "\n\n")
        draft.recognised += [
            Recognised(start + word.start, start + word.end, word.box, word.confidence)
            for word in line.words
        ]
