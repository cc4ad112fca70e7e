"""Presentations.  The only file that knows python-pptx."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

import pptx

from corpus.loaders.loaded import Draft, Loaded, fields_as_text


def load(content: bytes, _suffix: str = ".pptx") -> Loaded:
    """Return the text of all slides with their tables and notes, each slide a part."""
    draft = Draft()
    for number, slide in enumerate(pptx.Presentation(io.BytesIO(content)).slides, start=1):
        draft.part("slide", str(number))
        for block in _blocks(slide.shapes):
            draft.add(block)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
            draft.add(slide.notes_slide.notes_text_frame.text.strip())
    return draft.loaded()


def _blocks(shapes: Iterable[Any]) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _blocks(shape.shapes)
        elif shape.has_text_frame:
            yield from (one.text.strip() for one in shape.text_frame.paragraphs if one.text.strip())
        elif shape.has_table:
            for row in shape.table.rows:
                yield fields_as_text(("", cell.text) for cell in row.cells)
