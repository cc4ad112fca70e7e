"""Document and Passage: what we know, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.view import View

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of the corpus, exactly as it was read."""

    path: str  # relative to the corpus folder, with "/"
    sha256: str  # of the file's bytes
    source: str  # decoded, never altered; citations point into it
    title: str
    language: str  # BCP 47


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """The retrieved unit: whole sentences of one document, in one language."""

    view: View
    sentences: tuple[Span, ...]  # half-open offsets into ``view.text``, in order
    language: str  # BCP 47
    title: str  # what the passage stands under; for embedding, never part of a quote

    def __post_init__(self) -> None:
        end = 0
        for start, stop in self.sentences:
            if not end <= start < stop <= len(self.view.text):
                raise ValueError(
                    f"sentence {start}:{stop} after {end} in a passage of {len(self.view.text)}"
                )
            end = stop
        if not self.sentences:
            raise ValueError("a passage without a sentence")

    @property
    def text(self) -> str:
        """The reading view."""
        return self.view.text

    @property
    def source_span(self) -> Span:
        """The half-open span of the document's source that the whole passage stands for."""
        return self.view.source_span(0, len(self.view.text))
