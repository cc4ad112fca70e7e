"""One question of one thing: retrieve, read, decide, cite."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from index.embedder import Embedder
from index.passage_index import Filter, PassageIndex, Query
from index.querying import query
from language.tags import family
from qa.answers import Answer, Explanation
from qa.citing import Citer
from qa.composing import as_list
from qa.dictionary import translations
from qa.foreseen import as_it_came
from qa.lists.gathering import listing
from qa.lists.headed import below, headed
from qa.lists.labelled import labelled
from qa.lists.table_rows import TablesAsked
from qa.policy import (
    converted,
    form_before_others,
    own_language_first,
    verdict,
    with_stances,
    worth_citing,
)
from qa.question import Question
from qa.reading.answered_next import AnsweredNext
from qa.reading.candidates import Ranked
from qa.reading.sentences import SentenceRanker, rank
from qa.romanised import in_documents
from qa.valued import SET_SIDE, side_by_side

# Passages taken from each index before ranking.
RETRIEVED = 40

Listener = Callable[[str], None]  # told the stage that begins: "searching", "reading"


@dataclass(frozen=True, slots=True)
class How:
    """How a question and each of its parts is asked."""

    language: str  # BCP 47; of the question
    speaks: str  # the program
    top_k: int
    among: Filter | None
    report: Listener


class Clock:
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


class Answering:
    """Answers questions of one thing from one open index."""

    def __init__(self, index: PassageIndex, ranker: SentenceRanker, embedder: Embedder) -> None:
        """Make it.

        Args:
            index: Of vectors that *embedder* can be compared with.
            ranker: Reads the passages that are found.
            embedder: Turns the question into a vector.
        """
        self._index, self._ranker, self._judge = index, ranker, ranker.judge
        self._embedder, self._replies = embedder, AnsweredNext(index, ranker)
        self.families = sorted({family(document.language) for document in index.documents()})

    def query(self, question: str, language: str) -> Query:
        """Return what is asked as the index sees it, with its words in the other languages."""
        foreign = family(language) != "zh" and "zh" in self.families
        text, names = in_documents(question, language, self._index) if foreign else (question, ())
        words = (*translations(text, language, self.families), *names)
        return query(text, language, self._embedder, words)

    def ranked(self, wanted: Query, among: Filter | None) -> tuple[Question, list[Ranked]]:
        """Return what is asked, and the passages for it, the likeliest first."""
        asked = Question.of(wanted, self._index)
        return asked, rank(self._judge, asked, self._index.search(wanted, RETRIEVED, among))

    def answered(self, question: str, understood: str, how: How, clock: Clock) -> Answer:
        """Answer what asks one thing, with the explanation of why.

        Args:
            question: As it was asked.
            understood: As it was understood: that is what is retrieved and read.
            how: In which language, of which documents.
            clock: Started when the question came.
        """
        speaks, top_k, among, report = how.speaks, how.top_k, how.among, how.report
        report("searching")
        with clock.times("embedding"):
            wanted = self.query(understood, how.language)
        with clock.times("searching"):
            asked, ranked = self.ranked(wanted, among)
        report("reading")
        with clock.times("reading"):
            reading = self._replies.read(asked, self._ranker.read(asked, ranked), among)
            tables = TablesAsked(asked, self._index)
            candidates = as_it_came(tables.with_row(reading.candidates), asked)
            reading = replace(reading, candidates=candidates)
        with clock.times("citing"):
            ordered = own_language_first(reading.candidates, speaks)
            worth = form_before_others(worth_citing(ordered))
            citer = Citer(self._index, speaks, among)
            pairs = citer.cited(worth, top_k)
            leading = ordered[0] if ordered else None
            why = verdict(reading, leading, pairs[0][0] if pairs else None)
            citations = with_stances(pairs, why.kind, asked.language, understood)
            more = partial(citer.cited, worth, max(top_k, SET_SIDE))
            quoted = why.kind == "quote"
            values = side_by_side(citations[0], more, understood, how.language) if quoted else ()
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
            values=values,
            generation=self._index.generation,
            seconds=round(clock.whole(), 3),
            explanation=Explanation(why, limits, clock.spent, reading),
        )
        several = (
            tables.listing(ordered, reading.passages)
            or labelled(asked, reading.passages, self._index, limits, among)
            or headed(asked, reading.passages, self._index, limits)
        )
        if several is None and first:
            several = listing(asked, worth, self._index) or below(asked, worth, self._index)
        return as_list(answer, *several, citer) if several else answer
