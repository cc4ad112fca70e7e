"""What is no question to the documents: talk with the program, overviews, all mentions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from index.passage_index import Filter, Hit, Outline, PassageIndex, Query
from language.phrases import phrase
from language.talk_rules import Act
from language.talking import Said
from qa.answers import Answer, AnswerKind, Citation
from qa.citing import Citer
from qa.overviews import overview
from qa.overviews.key_sentences import KeySentence
from qa.overviews.meant import Meant, meant
from qa.places.naming import MissingNameError, mentions
from qa.places.sentences import sentences_naming
from qa.reading.candidates import Candidate
from qa.reading.judge import Thresholds
from qa.standing import Texts
from qa.talk.examples import Examples
from qa.talk.replies import counted, listed, reply

# An overview has so many sentences for each citation of an answer, and at most so many.
SENTENCES, MOST = 2, 8
# So many sentences of places are cited for each citation of an answer, where they are distinct.
FIRST = 2
UNJUDGED = Thresholds(answer=0.0, possible=0.0)


class Asides:
    """Answers what is said to the program itself."""

    def __init__(
        self, index: PassageIndex, examples: Examples, query: Callable[[str, str], Query]
    ) -> None:
        """Make it.

        Args:
            index: Of the documents.
            examples: Questions that they answer.
            query: Makes a query of a subject and its language.
        """
        self._index, self._examples, self._query = index, examples, query

    def answered(
        self, question: str, utterance: Said, speaks: str, among: Filter | None, top_k: int
    ) -> Answer | None:
        """Return the answer to *utterance*; None where it is better asked of the documents.

        Args:
            question: As it was typed.
            utterance: What was understood.
            speaks: The language that the program speaks, BCP 47.
            among: Which documents are asked.
            top_k: The most citations of an answer.
        """
        outlines = self._index.outlines(among)
        if utterance.act in (Act.OVERVIEW, Act.CONTENTS):
            wanted = meant(utterance, outlines, among)
            return (
                self._overview(question, wanted, utterance, speaks, top_k, among)
                if wanted
                else None
            )
        if utterance.act is Act.MENTIONS:
            return self._mentions(question, utterance.target, speaks, top_k, among)
        if utterance.act is Act.DOCUMENTS:
            told = listed(self._about(utterance, outlines, among), utterance.target, speaks)
        else:
            told = reply(utterance.act, outlines, self._examples, speaks)
        return self._answer(question, speaks, "talk", told)

    def _about(
        self, utterance: Said, outlines: list[Outline], among: Filter | None
    ) -> list[Outline]:
        """Return the documents that speak of what *utterance* asks about, the best first."""
        if not utterance.target:
            return outlines
        by_path = {outline.path: outline for outline in outlines}
        hits = self._hits(utterance.target, utterance.family, among)
        copies = [
            copy
            for hit in hits
            for copy in (hit.record, *self._index.copies(hit.record.number, among))
        ]
        paths = dict.fromkeys(record.document.path for record in copies)
        return [by_path[path] for path in paths if path in by_path]

    def _hits(self, topic: str, language: str, among: Filter | None) -> list[Hit]:
        return overview.speaking_of(self._query(topic, language), self._index, among)

    def _overview(
        self,
        question: str,
        wanted: Meant,
        utterance: Said,
        speaks: str,
        top_k: int,
        among: Filter | None,
    ) -> Answer | None:
        count = min(SENTENCES * top_k, MOST)
        outlines = [] if wanted.none else self._index.outlines(wanted.among)
        if not outlines:
            held = listed(self._index.outlines(among), "", speaks)
            return self._answer(question, speaks, "talk", f"{phrase('no_rows', speaks)}\n{held}")
        if wanted.topic:
            hits = self._hits(wanted.topic, utterance.family, wanted.among)
            chosen = overview.on_subject(hits, self._index, speaks, count)
        else:
            chosen = overview.of_documents(self._index, wanted.among, speaks, count)
        cited = Citer(self._index, speaks, wanted.among).cited(
            [_candidate(sentence) for sentence in chosen], count
        )
        if not cited:
            return None
        told = overview.heading(outlines, wanted.topic, speaks)
        citations = tuple(citation for _, citation in cited)
        return self._answer(question, speaks, "overview", told, citations)

    def _mentions(
        self, question: str, name: str, speaks: str, top_k: int, among: Filter | None
    ) -> Answer | None:
        """Return every place that names *name*, the first ones cited.

        None where that is no name, or the index cannot be searched word for word.
        """
        if not isinstance(self._index, Texts):
            return None
        try:
            listing = mentions(self._index, name, among)
        except MissingNameError:
            return None
        count = FIRST * top_k
        chosen = [
            Candidate(Hit(record, 0.0, 0.0), sentence, words, 1.0, UNJUDGED)
            for record, sentence, words in islice(
                sentences_naming(listing, self._index), count * FIRST
            )
        ]
        cited = Citer(self._index, speaks, among).cited(chosen, count)
        citations = tuple(citation for _, citation in cited)
        told = counted(listing, len(citations), speaks)
        answer = self._answer(question, speaks, "mentions", told, citations)
        return replace(answer, mentions=listing.as_json())

    def _answer(
        self, question: str, speaks: str, kind: AnswerKind, told: str,
        citations: tuple[Citation, ...] = (),
    ) -> Answer:  # fmt: skip
        return Answer(
            question=question,
            understood=question,
            language=speaks,
            kind=kind,
            confidence=1.0,
            answer=citations[0].text if citations else None,
            said=None,
            citations=citations,
            nearest=(),
            generation=self._index.generation,
            seconds=0.0,
            reply=told,
        )


def _candidate(sentence: KeySentence) -> Candidate:
    span = sentence.span
    return Candidate(Hit(sentence.record, 0.0, 0.0), span, span, 1.0, UNJUDGED)
