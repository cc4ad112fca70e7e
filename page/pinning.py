"""What is pinned, wherever on the page: a citation of an answer, or a place in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import numpy as np

from corpus.documents import Passage
from corpus.errors import CitedQAError
from language.spans import Span, overlap
from page.context import Context
from page.conversation import Turn, Turns
from qa.answers import Answer, Citation
from qa.evidence.pinned import Origin, Pinned, digest, fingerprint_of
from qa.presentation import presented
from qa.standing import standing


@dataclass(frozen=True, slots=True)
class Pinning:
    """Makes of what was pressed the quote that is kept."""

    context: Context

    def pinned(self, pressed: dict[str, Any], turns: Turns) -> Pinned:
        """Return the quote that was pressed.

        Args:
            pressed: ``turn`` and ``number`` of a citation, or ``document``, ``start`` and ``end``;
                ``pin``, what told the quote from others when it was shown.  From the browser.
            turns: The conversation on the page.

        Raises:
            LookupError: If there is no such quote, or another stands there by now.
            CitedQAError: If there is no index that can be opened.
        """
        try:
            placed = "document" in pressed
            pinned = self._place(pressed) if placed else self._cited(pressed, turns)
        except (KeyError, ValueError) as error:  # not from our own page
            raise LookupError(str(error)) from error
        if pinned.key != pressed.get("pin"):
            raise LookupError(pinned.key)
        return pinned

    def _cited(self, pressed: dict[str, Any], turns: Turns) -> Pinned:
        turn: Turn = {each.id: each for each in turns}[str(pressed["turn"])]
        if turn.answer is None:
            raise LookupError(turn.id)
        citation = turn.answer.shown[int(pressed["number"]) - 1]
        try:
            source = digest(self.context.shelf.cited(turn.answer, citation)[0].source)
        except LookupError:
            source = ""
        asked = asked_for(turn.answer, citation)
        return self._kept(citation, source, asked, turn.answer.generation, turn.created)

    def _place(self, pressed: dict[str, Any]) -> Pinned:
        path, span = str(pressed["document"]), (int(pressed["start"]), int(pressed["end"]))
        there = self.context.shelf.document(path)
        if there is None:
            raise LookupError(path)
        document, passages = there
        place = standing(document, span)
        citation = Citation(
            document=place.document,
            title=place.title,
            sha256=place.sha256,
            start=place.start,
            end=place.end,
            quote=place.quote,
            text=as_read(passages, span) or place.quote,
            language=place.language,
            page=place.page,
            part=place.part,
            date=place.date,
            passage=0,
            score=0.0,
            recognised=place.recognised,
        )
        generation, shelf = self.context.service.generation.generation, self.context.shelf
        return self._kept(citation, digest(document.source), "", generation, shelf.created)

    def _kept(
        self, citation: Citation, source: str, question: str, generation: str, created: str
    ) -> Pinned:
        today = datetime.now(UTC).date().isoformat()
        origin = Origin(generation, created, self._fingerprint(generation))
        return Pinned(citation, source, question, origin, today)

    def _fingerprint(self, generation: str) -> str:
        try:
            opened = self.context.service.generation
        except CitedQAError:
            return ""
        same = opened.generation == generation
        return fingerprint_of(opened.manifest.fingerprint) if same else ""


def as_read(passages: Sequence[Passage], span: Span) -> str:
    """Return what stands for a span of the source in reading view: without wraps and hyphens."""
    texts: list[str] = []
    end = span[0]  # passages may share a stretch
    for passage in passages:
        if overlap(passage.source_span, (end, span[1])):
            starts = passage.view.starts
            first, last = np.searchsorted(starts, (max(end, span[0]), span[1])).tolist()
            texts.append(passage.text[first:last].strip())
            end = min(passage.source_span[1], span[1])
    return "\n".join(filter(None, texts))


def asked_for(answer: Answer, citation: Citation) -> str:
    """Return the question that *citation* answers: one that follows up as it was understood."""
    for part in answer.parts:
        if citation in part.answer.citations:
            return part.answer.question
    return presented(answer).understood or answer.question
