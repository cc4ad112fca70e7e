"""The engine: understand, retrieve, read, decide, cite."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from corpus.errors import CitedQAError
from index.embedder import Embedder
from index.passage_index import Filter, PassageIndex, Query, places
from index.querying import query
from language.detect import detect
from language.languages import LANGUAGES, nearest_spoken
from language.spelling import mended
from language.tags import UNKNOWN, family
from language.talking import Said, after_greeting, heard
from qa.answers import Answer, Explanation, Part
from qa.asides import Asides
from qa.citing import Citer
from qa.composing import as_list, together
from qa.dictionary import translations
from qa.followups.resolving import resolve
from qa.lists.gathering import listing
from qa.parts.asked import parts_of
from qa.policy import (
    converted,
    form_before_others,
    own_language_first,
    verdict,
    with_stances,
    worth_citing,
)
from qa.question import Question
from qa.reading.sentences import SentenceRanker, rank
from qa.talk.examples import Examples

LONGEST_QUESTION = 1000  # characters
# Passages taken from each index before ranking.
RETRIEVED = 40

Listener = Callable[[str], None]  # told the stage that begins: "searching", "reading"


class QuestionError(CitedQAError):
    """The question cannot be asked as it is."""

    short = "error_question"


def no_report(_stage: str) -> None:
    """Report nothing."""


class Engine:
    """Answers questions from one open index; holds nothing that a question changes."""

    def __init__(self, index: PassageIndex, ranker: SentenceRanker, embedder: Embedder) -> None:
        """Make an engine.

        Args:
            index: Of vectors that *embedder* can be compared with.
            ranker: Reads the passages that are found.
            embedder: Turns the question into a vector.
        """
        self._index, self._ranker, self._embedder = index, ranker, embedder
        self._judge = ranker.judge
        self._families = sorted({family(document.language) for document in index.documents()})
        self._expected = {*LANGUAGES, *(document.language for document in index.documents())}
        self.examples = Examples(partial(self.ask, top_k=1), index.outlines)
        self._asides = Asides(index, self.examples, self._query)

    def ask(
        self,
        question: str,
        *,
        language: str = "auto",
        top_k: int = 3,
        among: Filter | None = None,
        before: str | None = None,
        report: Listener = no_report,
    ) -> Answer:
        """Answer *question* with quotes, possibly, or decline; with the explanation of why.

        Args:
            question: In any language that the embedder knows.
            language: What the program speaks, a BCP 47 tag; ``auto`` is the question's own.
            top_k: The most citations to give.
            among: Which documents to ask; all if it is not given.
            before: The question before as it was understood, which this one may refer to.
            report: Called with each stage as it begins.

        Raises:
            QuestionError: If there is no question or it is too long to be one.
        """
        clock = _Clock()
        before = None if before is not None and heard(before) else before
        with clock.times("understanding"):
            asked_in, understood = self._understood(question, before)
            speaks = _spoken(asked_in if language == "auto" else language)
        utterance = self._said(question, understood, asked_in, before)
        if utterance:
            replies = speaks if language != "auto" else self._replying(utterance, asked_in, before)
            aside = self._asides.answered(question, utterance, replies, among, top_k)
            if aside:
                return replace(aside, seconds=round(clock.whole(), 3))
        if understood != question:
            asked_in = self.language(understood)
        how = _How(asked_in, speaks, top_k, among, report)
        parts = parts_of(understood, asked_in)
        if not parts:
            return self._answered(question, understood, how, clock)
        answers = [
            Part(part.label, self._answered(part.question, part.question, how, _Clock()))
            for part in parts
        ]
        return together(question, understood, speaks, answers, clock.whole())

    def _answered(self, question: str, understood: str, how: _How, clock: _Clock) -> Answer:
        """Answer what asks one thing."""
        speaks, top_k, among, report = how.speaks, how.top_k, how.among, how.report
        report("searching")
        with clock.times("embedding"):
            wanted = self._query(understood, how.language)
        with clock.times("searching"):
            asked = Question.of(wanted, self._index)
            ranked = rank(self._judge, asked, self._index.search(wanted, RETRIEVED, among))
        report("reading")
        with clock.times("reading"):
            reading = self._ranker.read(asked, ranked)
        with clock.times("citing"):
            ordered = own_language_first(reading.candidates, speaks)
            worth = form_before_others(worth_citing(ordered))
            citer = Citer(self._index, speaks, among)
            pairs = citer.cited(worth, top_k)
            leading = ordered[0] if ordered else None
            why = verdict(reading, leading, pairs[0][0] if pairs else None)
            citations = with_stances(pairs, why.kind, asked.language)
        first = None if why.kind == "declined" else citations[0]
        likeliest = max((candidate.score for candidate in reading.candidates), default=0.0)
        limits = leading.limits if leading else self._judge.limits("same", asked.language)
        answer = Answer(
            question=question,
            understood=understood,
            language=speaks,
            kind=why.kind,
            confidence=first.score if first else round(likeliest, 4),
            answer=first.text if first else None,
            said=converted(first, speaks, asked.kinds) if first and why.kind == "quote" else None,
            citations=citations if first else (),
            nearest=() if first else citations,
            generation=self._index.generation,
            seconds=round(clock.whole(), 3),
            explanation=Explanation(why, limits, clock.spent, reading),
        )
        several = listing(asked, worth, self._index) if first else None
        return as_list(answer, *several, citer) if several else answer

    def _said(
        self, question: str, understood: str, asked_in: str, before: str | None
    ) -> Said | None:
        """Return what is said to the program itself; None where the documents are asked."""
        follows, likely = before is not None, family(asked_in)
        return heard(question, follows, likely) or heard(understood, follows, likely)

    def _replying(self, utterance: Said, asked_in: str, before: str | None) -> str:
        """Return the language to reply in: that in which *utterance* was understood."""
        spoken = (asked_in, self.language(before) if before else UNKNOWN)
        own = (language for language in spoken if family(language) == utterance.family)
        return next(own, nearest_spoken(utterance.family))

    def _query(self, question: str, language: str) -> Query:
        """Return what is asked as the index sees it, with its words in the other languages."""
        words = translations(question, language, self._families)
        return query(question, language, self._embedder, words)

    def holds(self, path: str) -> bool:
        """Tell whether there is a document at *path*, or in a folder of this name."""
        return any(path in places(one.path) for one in self._index.documents())

    def _understood(self, question: str, before: str | None) -> tuple[str, str]:
        """Return the language that *question* is asked in, and what it asks after *before*."""
        typed = after_greeting(_checked(question))
        asked = mended(typed, self._language(typed, before), self._index)
        language = self._language(asked, before)
        return language, asked if before is None else resolve(asked, language, before)

    def _language(self, text: str, before: str | None) -> str:
        language = self.language(text)
        if language == UNKNOWN and before is not None:
            return self.language(before)  # a follow-up of few words: what was spoken goes on
        return language

    def language(self, text: str) -> str:
        """Return the language that *text* is asked in: a BCP 47 tag, or ``und``."""
        return detect(text, expected=self._expected)


@dataclass(frozen=True, slots=True)
class _How:
    """How a question and each of its parts is asked."""

    language: str  # BCP 47; of the question
    speaks: str  # the program
    top_k: int
    among: Filter | None
    report: Listener


def _spoken(language: str) -> str:
    return "en" if language == UNKNOWN else language


def _checked(question: str) -> str:
    understood = " ".join(question.split())
    if not understood:
        raise QuestionError("question_empty", limit=LONGEST_QUESTION)
    if len(understood) > LONGEST_QUESTION:
        size = len(understood)
        raise QuestionError("question_long", characters=size, limit=LONGEST_QUESTION)
    return understood


class _Clock:
    """How long each stage of a question takes."""

    def __init__(self) -> None:
        self._started = time.perf_counter()
        self.spent: dict[str, float] = {}

    @contextmanager
    def times(self, stage: str) -> Iterator[None]:
        """Add the seconds of the block to those of *stage*."""
        started = time.perf_counter()
        yield
        self.spent[stage] = time.perf_counter() - started

    def whole(self) -> float:
        """Return the seconds since the question came."""
        return time.perf_counter() - self._started
