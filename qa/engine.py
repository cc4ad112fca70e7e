"""The engine: retrieve, read, decide, cite, replay."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.documents import Span
from corpus.errors import CitedQAError
from corpus.language import detect
from corpus.near_duplicates import essence, likeness
from corpus.tags import UNKNOWN, family
from index.embedder import Embedder
from index.filters import Filter
from index.opened import PassageIndex, query
from index.terms import term_set
from qa.answers import Answer, Citation, Place
from qa.judge import Judge
from qa.kinds import short_answer
from qa.phrases import LANGUAGES
from qa.reader import Candidate, Question, SentenceReader, ask, rank

log = logging.getLogger(__name__)

LONGEST_QUESTION = 1000  # characters
# Passages taken from each index before ranking.
RETRIEVED = 40
# A further citation must be at least this likely, as a share of the best one.
WORTH_CITING = 0.2
# Evidence in the user's language leads unless the other is that much likelier.
OWN_LANGUAGE = 0.5
# A sentence of a copy stands for the cited one if it is so much alike.
SAME_SENTENCE = 0.6


class QuestionError(CitedQAError):
    """The question cannot be asked as it is."""


class Engine:
    """Answers questions from one open index; holds nothing that a question changes."""

    def __init__(self, index: PassageIndex, embedder: Embedder, judge: Judge) -> None:
        self._index = index
        self._embedder = embedder
        self._judge = judge
        self._reader = SentenceReader(judge, embedder)
        self._expected = {*LANGUAGES, *(one.language for one in index.documents())}

    def ask(
        self,
        question: str,
        *,
        language: str = "auto",
        top_k: int = 3,
        among: Filter | None = None,
    ) -> Answer:
        """Answer *question* with quotes, or decline.

        Args:
            question: In any language that the embedder knows.
            language: What the program speaks, a BCP 47 tag; ``auto`` is the question's own.
            top_k: The most citations to give.
            among: Which documents to ask; all if it is not given.

        Raises:
            QuestionError: If there is no question or it is too long to be one.
        """
        started = time.perf_counter()
        understood = _checked(question)
        asked_in = detect(understood, expected=self._expected)
        speaks = asked_in if language == "auto" else language
        asked = ask(understood, asked_in, self._index, query(understood, asked_in, self._embedder))
        candidates = self._reader.read(
            asked, rank(self._judge, asked, self._index.search(asked.query, RETRIEVED, among))
        )
        best = max((one.score for one in candidates), default=0.0)
        declined = best < self._judge.threshold
        leading = _own_language_first(candidates, speaks, self._judge.threshold)
        citations = self._cited(asked, leading, speaks, top_k, among)
        declined = declined or not citations
        first = None if declined else citations[0]
        return Answer(
            question=question,
            understood=understood,
            language="en" if speaks == UNKNOWN else speaks,
            declined=declined,
            confidence=round(best, 4),
            answer=first.text if first else None,
            citations=() if declined else citations,
            nearest=citations if declined else (),
            generation=self._index.generation,
            seconds=round(time.perf_counter() - started, 3),
        )

    def _cited(
        self,
        question: Question,
        candidates: Sequence[Candidate],
        speaks: str,
        top_k: int,
        among: Filter | None,
    ) -> tuple[Citation, ...]:
        """Return the citations of distinct sentences, each replayed against its source."""
        found: dict[str, list[Citation]] = {}
        for one in candidates:
            if one.score < WORTH_CITING * candidates[0].score:
                continue
            key = essence(one.text)
            if key not in found and len(found) == top_k:
                break
            said = [self._replayed(question, each) for each in (one, *self._copies(one, among))]
            if any(said):
                found.setdefault(key, []).extend(citation for citation in said if citation)
        return tuple(_as_one(citations, speaks) for citations in found.values())

    def _copies(self, candidate: Candidate, among: Filter | None) -> Iterator[Candidate]:
        """Yield the same sentence in the passages that are copies of the candidate's."""
        said = essence(candidate.text)
        for record in self._index.copies(candidate.hit.record.number, among):
            passage = record.passage

            def alike(span: Span, text: str = passage.text) -> float:
                return likeness(essence(text[slice(*span)]), said)

            nearest = max(passage.sentences, key=alike)
            if alike(nearest) >= SAME_SENTENCE:
                yield replace(candidate, hit=replace(candidate.hit, record=record), span=nearest)

    def _replayed(self, question: Question, candidate: Candidate) -> Citation | None:
        """Return the citation of *candidate*, or None if its source does not bear it out."""
        record = candidate.hit.record
        passage = record.passage
        view = passage.view.part(*candidate.span)
        start, end = view.source_span(0, len(view.text))
        document = self._index.source(record.document.path)
        if document is None or not view.borne_out_by(document.source):
            log.error("citation dropped: %s %d:%d", record.document.path, start, end)
            return None
        part = document.part_at(start)
        return Citation(
            document=document.path,
            title=passage.title or document.title,
            sha256=document.sha256,
            start=start,
            end=end,
            quote=document.source[start:end],
            text=view.text,
            language=passage.language,
            page=int(part.name) if part and part.kind == "page" else None,
            part=(part.kind, part.name) if part else None,
            date=passage.date or None,
            passage=record.number,
            score=round(candidate.score, 4),
            highlight=_highlight(question, candidate),
            before=passage.text[: candidate.span[0]],
            after=passage.text[candidate.span[1] :],
        )


def _as_one(citations: list[Citation], speaks: str) -> Citation:
    """Return the first citation that is in the user's own script, with the others' places."""
    first = next((one for one in citations if one.language == speaks), citations[0])
    places = (Place(one.document, one.start, one.end) for one in citations if one is not first)
    return replace(first, also_in=tuple(dict.fromkeys(places)))


def _checked(question: str) -> str:
    understood = " ".join(question.split())
    if not understood:
        raise QuestionError(
            "the question is empty. Ask something, for example: cited-qa ask 'When was it held?'"
        )
    if len(understood) > LONGEST_QUESTION:
        raise QuestionError(
            f"the question has {len(understood):,} characters, the limit is {LONGEST_QUESTION:,}. "
            "Ask a shorter one; documents belong into the corpus folder."
        )
    return understood


def _own_language_first(
    candidates: list[Candidate], language: str, threshold: float
) -> list[Candidate]:
    """Put evidence in the user's language first where it answers too.

    It answers if it is above the threshold and not much less likely than the best of all.
    """
    own = [one for one in candidates if family(one.language) == family(language)]
    if not own or own[0].score < max(threshold, OWN_LANGUAGE * candidates[0].score):
        return candidates
    return own + [one for one in candidates if family(one.language) != family(language)]


def _highlight(question: Question, candidate: Candidate) -> tuple[int, int] | None:
    def in_common(text: str) -> float:
        return question.share(term_set(text, candidate.language))

    return short_answer(question.kind, candidate.text, question.text, in_common)
