"""The engine: understand, retrieve, read, decide, cite."""

from __future__ import annotations

import weakref
from dataclasses import replace
from functools import partial

from index.embedder import Embedder
from index.passage_index import Filter, PassageIndex
from language.rewording import reworded
from language.tags import UNKNOWN
from qa.alongside import LOOKED_AT, alongside, sentences_that_name, told_of
from qa.answering import Answering, Clock, How, Listener
from qa.answers import Answer, Part
from qa.asides import Asides
from qa.checks.checking import Checker
from qa.citing import Citer
from qa.composing import together
from qa.larger import each_its_own, which_is_larger
from qa.parts.asked import parts_of
from qa.reading.candidates import Ranked
from qa.reading.found import likeliest
from qa.reading.preferring import Retrieved, preferred
from qa.reading.sentences import SentenceRanker
from qa.standing import Texts
from qa.talk.examples import Examples
from qa.understanding import Understanding, Understood

PAIR = 2  # things that are compared with each other


def no_report(_stage: str) -> None:
    """Report nothing."""


class Engine:
    """Answers whatever is said, from one open index; holds nothing that a question changes."""

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
        self._index = index
        self._judge, self._answering = ranker.judge, Answering(index, ranker, embedder)
        self._understanding = Understanding(index)
        self._alongside = partial(alongside, embedder)
        self._naming = partial(sentences_that_name, index=index, texts=texts)
        # Weakly: an engine that nobody asks any more lets go of its generation at once.
        mine = weakref.proxy(self)
        self.examples = Examples(lambda question: mine.ask(question, top_k=1), index.outlines)
        self._asides = Asides(index, self.examples, self._answering.query, texts)
        self.checker = Checker(index, ranker, self._answering.families)

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
        clock = Clock()
        with clock.times("understanding"):
            understood = self._understanding.of(question, before)
        auto = language == "auto"
        speaks = _spoken(understood.asked_in if auto else language)
        replies = understood.replies if auto else speaks
        for asked in filter(None, (understood.of_people, understood.aside)):
            aside = self._asides.answered(question, asked, replies, among, top_k)
            if aside:
                return replace(aside, seconds=round(clock.whole(), 3))
        how = How(understood.language, speaks, top_k, among, report)
        text = self._meant(understood, how)
        parts = parts_of(text, understood.language)
        if not parts:
            answer = self._answering.answered(question, text, how, clock)
            answer = self._likelier(answer, understood, how, clock)
            if not answer.answered:
                answer = self._reworded(answer, how, clock)
            return self._of_people(answer, understood, replies, how, clock)
        bare = len(parts) == PAIR and all(part.named_only for part in parts)
        each = replace(how, top_k=max(top_k, LOOKED_AT)) if bare else how
        answers = [
            Part(part.label, self._answering.answered(part.question, part.question, each, Clock()))
            for part in parts
        ]
        comparable = True
        if bare:
            citer = Citer(self._index, speaks, among)
            naming = partial(self._naming, citer=citer, speaks=speaks)
            answers = [told_of(part, naming) for part in answers]
            answers, comparable = self._alongside(answers, top_k)
        chosen = all(part.chosen for part in parts)
        answers = each_its_own(answers) if chosen else answers
        whole = together(question, text, speaks, answers, clock.whole())
        reply = which_is_larger(answers, speaks) if chosen else None
        return replace(whole, apart=not comparable, reply=reply)

    def _of_people(
        self, answer: Answer, understood: Understood, replies: str, how: How, clock: Clock
    ) -> Answer:
        """Return *answer*, or what documents report that somebody said, if that is asked."""
        people = understood.of_people
        told = people and self._asides.answered(
            answer.question, people, replies, how.among, how.top_k, late=True
        )
        if told and not (answer.answered and _quoted_in(answer, told)):
            return replace(told, seconds=round(clock.whole(), 3))
        return answer

    def _meant(self, understood: Understood, how: How) -> str:
        """Return the reading of a question that the documents bear out."""
        readings = (understood.text, *understood.readings)
        if len(readings) == 1:
            return understood.text
        wanted = [self._answering.query(text, how.language) for text in readings]
        plain, *others = (Retrieved(*self._answering.ranked(one, how.among)) for one in wanted)
        return readings[preferred(plain, others)]

    def _likelier(self, answer: Answer, understood: Understood, how: How, clock: Clock) -> Answer:
        """Return *answer*, or that to the question as it is where that is the likelier one.

        A question with a topic in front, "Petrel: how deep was the strait", may have needed none.
        """
        if answer.understood == understood.text:
            return answer
        plain = self._answering.answered(answer.question, understood.text, how, clock)
        surer = plain.kind == "quote" and plain.confidence > answer.confidence
        return plain if surer or (not answer.answered and plain.answered) else answer

    def _reworded(self, answer: Answer, how: How, clock: Clock) -> Answer:
        """Return *answer*, or that to the same in the words of texts where those have it."""
        for text in reworded(answer.understood, how.language):
            other = self._answering.answered(answer.question, text, how, clock)
            if other.answered and other.confidence > answer.confidence:
                return other
        return answer

    def search(
        self, question: str, count: int, among: Filter | None = None, language: str = "auto"
    ) -> list[Ranked]:
        """Return the *count* passages that are likeliest to hold an answer, the likeliest first.

        Args:
            question: In any language that the embedder knows.
            count: At most so many; fewer are found where there are fewer.
            among: Which documents to search; all if it is not given.
            language: Of the question, a BCP 47 tag; ``auto`` looks for it.

        Raises:
            QuestionError: If there is no question or it is too long to be one.
        """
        understood = self._understanding.of(question, None)
        asked_in = understood.language if language == "auto" else language
        wanted = self._answering.query(understood.text, asked_in)
        return likeliest(self._judge, *self._answering.ranked(wanted, among))[:count]

    def language(self, text: str) -> str:
        """Return the language that *text* is asked in: a BCP 47 tag, or ``und``."""
        return self._understanding.language(text)


def _quoted_in(answer: Answer, told: Answer) -> bool:
    """Tell whether what *answer* quotes first is among what is *told* of somebody."""
    first = answer.citations[0]
    return any(
        each.document == first.document and each.start <= first.start < each.end
        for each in told.citations
    )


def _spoken(language: str) -> str:
    return "en" if language == UNKNOWN else language
