"""What a text asks itself and then answers: pages of frequent questions, interviews."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import regex

from language.asking import kind_of
from language.rules import Kind
from language.spans import Span
from language.tags import family
from qa.question import Question
from qa.reading.candidates import Sentence, text_of
from qa.reading.cells import RowAnswer
from qa.reading.kept_rows import KeptRows
from qa.reading.trained import SpanReader, best_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

# What is said last is a question.
ASKS = regex.compile(r"[?？][*_\s]*$")
# Sentences after a question that may be its answer.
FOLLOWING = 5
# How likely two questions ask the same, by the cosine of their vectors: the middle of a logistic
# curve and its width.  Of the questions of a page of 122 frequent ones the nearest other has .60 in
# the median, .77 at nine tenths; of 1,056 questions and their translations half have .56 or more, a
# twentieth less than .28, while of other questions on the same paragraph a tenth has .54.
ALIKE = {True: (0.68, 0.06), False: (0.44, 0.06)}
MOST = {True: 0.95, False: 0.9}
# From this on the answer that stands there is read.
WORTH = 0.15
# How likely a question that is answered next is an answer itself.
ITSELF = 0.12
# Log odds by which a later sentence must be the likelier answer than the first.
FIRST = 3.0
FORMED = {Kind.DATE, Kind.NUMBER, Kind.REASON, Kind.PERSON, Kind.PLACE}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that a text asks, and where its answer may stand."""

    text: str
    question: int | None  # its place among the sentences; none if it stands above them
    answers: tuple[int, ...]  # places of the sentences that follow


def asked_there(sentences: Sequence[Sentence]) -> list[Asked]:
    """Return what passages ask on lines of their own and answer, from their sentences in order."""
    asked: list[Asked] = []
    for at, sentence in enumerate(sentences):
        first = not at or sentences[at - 1].ranked.hit is not sentence.ranked.hit
        title = sentence.ranked.hit.record.passage.title
        if first and ASKS.search(title) and (answers := _following(sentences, at)):
            asked.append(Asked(title, None, answers))
        if _asks(sentence) and (answers := _following(sentences, at + 1, sentence)):
            asked.append(Asked(text_of(sentence), at, answers))
    return asked


def _asks(sentence: Sentence) -> bool:
    """Tell whether a sentence is a question at the end of a line."""
    text = sentence.ranked.hit.record.passage.text
    ends = text[sentence.span[1] : sentence.span[1] + 1] in ("\n", "")
    return ends and bool(ASKS.search(text[slice(*sentence.span)]))


def _following(
    sentences: Sequence[Sentence], start: int, after: Sentence | None = None
) -> tuple[int, ...]:
    hit = (after or sentences[start]).ranked.hit
    places: list[int] = []
    for at in range(start, min(start + FOLLOWING, len(sentences))):
        if sentences[at].ranked.hit is not hit or _asks(sentences[at]):
            break
        places.append(at)
    return tuple(places)


class AnsweredThere:
    """Finds what a text itself asks as the user does, and reads the answer that it gives."""

    def __init__(self, embedder: Embedder, spans: SpanReader) -> None:
        """Make it.

        Args:
            embedder: Tells how near two questions are.
            spans: Reads an answer for its words.
        """
        self._rows, self._spans = KeptRows(embedder, "question"), spans

    def read(
        self, question: Question, sentences: Sequence[Sentence], chances: NDArray[np.float64]
    ) -> tuple[list[Sentence], NDArray[np.float64]]:
        """Return sentences and their chances, raised of the one that answers the same question.

        Args:
            question: The user's.
            sentences: Of passages that were read, in order.
            chances: How likely each answers, 0 to 1.
        """
        read, asked = list(sentences), asked_there(sentences)
        if not asked:
            return read, chances
        chances = chances.copy()
        for each in asked:
            if each.question is not None:
                chances[each.question] *= ITSELF
        likely = self._same(question, sentences, asked)
        best = int(np.argmax(likely))
        if likely[best] >= WORTH:
            at, words = self._answer(sentences, asked[best])
            if likely[best] > chances[at]:
                chances[at] = likely[best]
                answer = RowAnswer(replace(sentences[at].answer.words, span=words))
                read[at] = replace(sentences[at], answer=answer)
        return read, chances

    def same(
        self, question: Question, texts: Sequence[str], languages: Sequence[str]
    ) -> list[float]:
        """Return how likely each of *texts*, questions themselves, asks what the user does, 0 to 1.

        Their kinds are not looked at.
        """
        near = self._rows.of(texts, languages) @ question.query.row
        return [
            _alike(question, language, float(cosine))
            for language, cosine in zip(languages, near, strict=True)
        ]

    def _same(
        self, question: Question, sentences: Sequence[Sentence], asked: Sequence[Asked]
    ) -> list[float]:
        """Return how likely each of what texts ask is what the user does, 0 to 1."""
        of = [sentences[each.answers[0]].ranked.hit.record.passage.language for each in asked]
        likely = self.same(question, [each.text for each in asked], of)
        return [
            0.0 if _another_kind(question, each.text) else chance
            for each, chance in zip(asked, likely, strict=True)
        ]

    def _answer(self, sentences: Sequence[Sentence], asked: Asked) -> tuple[int, Span]:
        """Return the place of the sentence that answers what a text asks, and its words."""
        passage = sentences[asked.answers[0]].ranked.hit.record.passage
        marks = self._spans.marks(asked.text, [passage.text])[0]
        words = {at: best_words(passage.text, marks, sentences[at].span) for at in asked.answers}
        first, *others = asked.answers
        likeliest = max(others, key=lambda at: words[at].odds, default=first)
        at = likeliest if words[likeliest].odds > words[first].odds + FIRST else first
        return at, words[at].span


def _another_kind(question: Question, text: str) -> bool:
    """Tell whether *text* asks for what has another form: where is not when."""
    kinds = {question.kind, kind_of(text)}
    return len(kinds) > 1 and kinds <= FORMED


def _alike(question: Question, language: str, near: float) -> float:
    """Return how likely a text asks the same, 0 to 1, from the cosine of the two."""
    own = family(language) == family(question.language)
    middle, width = ALIKE[own]
    return MOST[own] / (1 + math.exp((middle - near) / width))
