"""The engine: understand, retrieve, read, decide, cite."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial

from index.embedder import Embedder
from index.passage_index import Filter, PassageIndex, Query
from index.querying import query
from language.tags import UNKNOWN, family
from qa.alongside import LOOKED_AT, alongside, sentences_that_name, told_of
from qa.answers import Answer, Explanation, Part
from qa.asides import Asides
from qa.checks.checking import Checker
from qa.citing import Citer
from qa.composing import as_list, together
from qa.dictionary import translations
from qa.lists.gathering import listing
from qa.lists.headed import headed
from qa.lists.table_rows import rows_asked, with_row
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
from qa.reading.candidates import Ranked
from qa.reading.preferring import Retrieved, preferred
from qa.reading.sentences import SentenceRanker, rank
from qa.standing import Texts
from qa.talk.examples import Examples
from qa.understanding import Understanding, Understood
from qa.valued import SET_SIDE, side_by_side

# Passages taken from each index before ranking.
RETRIEVED = 40
PAIR = 2  # things that are compared with each other

Listener = Callable[[str], None]  # told the stage that begins: "searching", "reading"


def no_report(_stage: str) -> None:
    """Report nothing."""


class Engine:
    """Answers questions from one open index; holds nothing that a question changes."""

    def __init__(
        self,
        index: PassageIndex,
        ranker: SentenceRanker,
        embedder: Embedder,
        texts: Texts | None = None,
    ) -> None:
        """Make an engine.

        Args:
            index: Of vectors that *embedder* can be compared with.
            ranker: Reads the passages that are found.
            embedder: Turns the question into a vector.
            texts: The same documents word for word; without them names are only retrieved.
        """
        self._index, self._ranker = index, ranker
        self._judge = ranker.judge
        families = sorted({family(document.language) for document in index.documents()})
        self._understanding = Understanding(index)
        self._query = partial(_wanted, embedder, families)
        self._alongside = partial(alongside, embedder)
        self._naming = partial(sentences_that_name, index=index, texts=texts)
        # Weakly: an engine that nobody asks any more lets go of its generation at once.
        mine = weakref.proxy(self)
        self.examples = Examples(lambda question: mine.ask(question, top_k=1), index.outlines)
        self._asides = Asides(index, self.examples, self._query, texts)
        self.checker = Checker(index, ranker, families)

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
            before: The question before as it was understood, which this one may refer to; older
                ones may stand above it, a line each.
            report: Called with each stage as it begins.

        Raises:
            QuestionError: If there is no question or it is too long to be one.
        """
        clock = _Clock()
        with clock.times("understanding"):
            understood = self._understanding.of(question, before)
        auto = language == "auto"
        speaks = _spoken(understood.asked_in if auto else language)
        if understood.aside:
            replies = understood.replies if auto else speaks
            aside = self._asides.answered(question, understood.aside, replies, among, top_k)
            if aside:
                return replace(aside, seconds=round(clock.whole(), 3))
        how = _How(understood.language, speaks, top_k, among, report)
        text = self._meant(understood, how)
        parts = parts_of(text, understood.language)
        if not parts:
            return self._answered(question, text, how, clock)
        bare = len(parts) == PAIR and all(part.named_only for part in parts)
        each = replace(how, top_k=max(top_k, LOOKED_AT)) if bare else how
        answers = [
            Part(part.label, self._answered(part.question, part.question, each, _Clock()))
            for part in parts
        ]
        comparable = True
        if bare:
            citer = Citer(self._index, speaks, among)
            naming = partial(self._naming, citer=citer, speaks=speaks)
            answers = [told_of(part, naming) for part in answers]
            answers, comparable = self._alongside(answers, top_k)
        whole = together(question, text, speaks, answers, clock.whole())
        return replace(whole, apart=not comparable)

    def _meant(self, understood: Understood, how: _How) -> str:
        """Return the reading of a question that the documents bear out."""
        readings = (understood.text, *understood.readings)
        if len(readings) == 1:
            return understood.text
        wanted = [self._query(text, how.language) for text in readings]
        plain, *others = (Retrieved(*self._ranked(one, how.among)) for one in wanted)
        return readings[preferred(plain, others)]

    def _ranked(self, wanted: Query, among: Filter | None) -> tuple[Question, list[Ranked]]:
        """Return what is asked, and the passages for it, the likeliest first."""
        asked = Question.of(wanted, self._index)
        return asked, rank(self._judge, asked, self._index.search(wanted, RETRIEVED, among))

    def _answered(self, question: str, understood: str, how: _How, clock: _Clock) -> Answer:
        """Answer what asks one thing."""
        speaks, top_k, among, report = how.speaks, how.top_k, how.among, how.report
        report("searching")
        with clock.times("embedding"):
            wanted = self._query(understood, how.language)
        with clock.times("searching"):
            asked, ranked = self._ranked(wanted, among)
        report("reading")
        with clock.times("reading"):
            reading = self._ranker.read(asked, ranked)
            best = with_row(asked, reading.candidates, self._index)
            reading = replace(reading, candidates=best)
        with clock.times("citing"):
            ordered = own_language_first(reading.candidates, speaks)
            worth = form_before_others(worth_citing(ordered))
            citer = Citer(self._index, speaks, among)
            pairs = citer.cited(worth, top_k)
            leading = ordered[0] if ordered else None
            why = verdict(reading, leading, pairs[0][0] if pairs else None)
            citations = with_stances(pairs, why.kind, asked.language)
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
        several = rows_asked(asked, ordered, self._index) or headed(
            asked, reading.passages, self._index, limits
        )
        if several is None and first:
            several = listing(asked, worth, self._index)
        return as_list(answer, *several, citer) if several else answer

    def language(self, text: str) -> str:
        """Return the language that *text* is asked in: a BCP 47 tag, or ``und``."""
        return self._understanding.language(text)


@dataclass(frozen=True, slots=True)
class _How:
    """How a question and each of its parts is asked."""

    language: str  # BCP 47; of the question
    speaks: str  # the program
    top_k: int
    among: Filter | None
    report: Listener


def _wanted(embedder: Embedder, families: Sequence[str], question: str, language: str) -> Query:
    """Return what is asked as the index sees it, with its words in the other languages."""
    return query(question, language, embedder, translations(question, language, families))


def _spoken(language: str) -> str:
    return "en" if language == UNKNOWN else language


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
