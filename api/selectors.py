"""Where a quote stands, as the Web Annotation Data Model says it, so that others find it again.

https://www.w3.org/TR/annotation-model/ (2017), sections 4.2.4 and 4.2.5.  Positions are counted in
Unicode code points of the source text, half-open.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from corpus.documents import Document
from serving.links import source_link

AROUND = 32  # characters of prefix and suffix

# Fields of an answer that hold citations, and of other results that hold places.
QUOTING = ("document", "start", "end", "quote")


def selectors(source: str, start: int, end: int) -> list[dict[str, Any]]:
    """Return the two selectors of ``source[start:end]``."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": source[start:end],
            "prefix": source[max(0, start - AROUND) : start],
            "suffix": source[end : end + AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


@dataclass(slots=True)
class Selecting:
    """Adds selectors and a link to whatever quotes in a result; each document is read once."""

    source: Callable[[str], Document | None]  # as PassageIndex gives it
    base: str  # address of the page, with "/" at its end; empty where there is none to link to
    _read: dict[str, str] = field(default_factory=dict)

    def added(self, value: Any) -> Any:  # noqa: ANN401 - plain values, nested
        """Return *value* with ``selector`` and ``link`` beside every quote."""
        if isinstance(value, list | tuple):
            return [self.added(each) for each in value]
        if not isinstance(value, dict):
            return value
        content = {name: self.added(each) for name, each in value.items()}
        if all(name in value for name in QUOTING):
            content |= self._of(value)
        return content

    def _of(self, place: dict[str, Any]) -> dict[str, Any]:
        path, start, end = place["document"], place["start"], place["end"]
        link = self.base and self.base + source_link(path, start, end, place["quote"])
        return {"selector": selectors(self._text(path), start, end), "link": link}

    def _text(self, path: str) -> str:
        if path not in self._read:
            document = self.source(path)
            self._read[path] = document.source if document else ""
        return self._read[path]
