"""Which sentence of the retrieved passages answers, and with what probability."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from corpus.documents import Passage
from index.passage_index import Hit
from language.instructing import instructs
from language.references import as_written_in
from language.spans import Span
from language.tags import family
from qa.question import Question
from qa.reading.answered_there import AnsweredThere
from qa.reading.candidates import Candidate, Ranked, Reading, Sentence
from qa.reading.cells import RowAnswer, answer_in
from qa.reading.features import SURELY_NOT, UNLIKELY, passage_features, sentence_features
from qa.reading.fitness import fitted_chance, is_beside_the_point
from qa.reading.judge import SENTENCE_FEATURES, Judge, Outcome, Situation
from qa.reading.kept_rows import KeptRows
from qa.reading.reduced import condition_first
from qa.reading.related import counted_first, related_first
from qa.reading.short import short_answer
from qa.reading.support import at_most
from qa.reading.trained import Marks, SpanReader, Words, evidence
from qa.romanised import as_written_in as names_as_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

# Passages of each situation that are read closely; each costs a pass through the network.
READ = 5
# Of those in other languages where one in the user's answers well enough to lead in any case:
# they can only agree or contradict (qa/policy.py).
READ_BESIDE, LEADS = 2, 0.5
AGREED = [SENTENCE_FEATURES.index(name) for name in ("figures", "edition")]
BEST = [
    SENTENCE_FEATURES.index(name)
    for name in ("cosine", "coverage", "next", "form", "words", "evidence")
]


def situation(question: str, evidence: str) -> Situation:
    """Return whether evidence in one language is in the question's; Chinese is one language."""
    return "same" if family(question) == family(evidence) else "cross"


def leads_in_any_case(candidate: Candidate) -> bool:
    """Tell whether one in the question's language leads, however likely others are."""
    return candidate.score >= LEADS and candidate.outcome is Outcome.ANSWER


def rank(judge: Judge, question: Question, hits: Sequence[Hit]) -> list[Ranked]:
    """Return *hits* with their log odds to hold the answer, best first.

    Odds of hits in the question's language and in others are not comparable: the best of each are
    read, and then probabilities decide.
    """
    rows = passage_features(question, hits)
    ranked = [
        Ranked(hit, float(judge.passages(situation_of(question, hit), row)[0]))
        for hit, row in zip(hits, rows[:, None, :], strict=True)
    ]
    return sorted(ranked, key=lambda one: -one.odds)


def situation_of(question: Question, hit: Hit) -> Situation:
    """Return whether a hit is in the question's language."""
    return situation(question.language, hit.record.passage.language)


class SentenceRanker:
    """Finds the answering sentence by what a trained reader marks in it, by meaning and words."""

    def __init__(self, judge: Judge, embedder: Embedder, spans: SpanReader) -> None:
        self.judge = judge
        self.spans, self.embedder = spans, embedder
        self._rows, self.answered = KeptRows(embedder), AnsweredThere(embedder, spans)

    def read(self, question: Question, ranked: Sequence[Ranked]) -> Reading:
        """Return every sentence of the best passages with its probability.

        Passages in the question's language and in others are read alike, as many of each, unless
        one in its language answers.
        """
        groups: list[tuple[list[Candidate], list[Ranked]]] = []
        for which in ("same", "cross"):
            leads = any(leads_in_any_case(one) for found, _ in groups for one in found)
            near = [one for one in ranked if situation_of(question, one.hit) == which]
            if near:
                groups.append(self._judged(question, near[: READ_BESIDE if leads else READ], which))
        # Odds of two situations are not comparable, probabilities are.
        groups.sort(key=lambda group: -max(one.score for one in group[0]))
        read = [one for _, again in groups for one in sorted(again, key=lambda one: -one.odds)]
        known = {one.hit.record.number for one in read}
        rest = [one for one in ranked if one.hit.record.number not in known]
        candidates = [one for found, _ in groups for one in found]
        ordered = sorted(candidates, key=lambda one: -one.score)
        return Reading(condition_first(question, ordered), [*read, *rest])

    def sentences(
        self, question: Question, near: Sequence[Ranked]
    ) -> tuple[list[Sentence], NDArray[np.float64]]:
        """Return the sentences of the passages *near*, in order, and their features.

        All of one situation.  Meaning tells between languages, where words cannot; in one
        language it adds nothing to what the trained reader sees, and costs more than that does.
        """
        passages = [one.hit.record.passage for one in near]
        texts = [passage.text for passage in passages]
        marks = self._marks(question, texts)
        sentences = [
            _sentence(question, ranked, marked, span)
            for ranked, marked in zip(near, marks, strict=True)
            for span in ranked.hit.record.passage.sentences
        ]
        hits = [one.ranked.hit for one in sentences]
        of = [hit.record.passage for hit in hits]
        texts = [_stated(question, one, each.span) for one, each in zip(of, sentences, strict=True)]
        cosines = np.zeros(len(sentences), np.float32)
        if sentences and situation_of(question, hits[0]) == "cross":
            cosines = self.embedded(texts, [one.language for one in of]) @ question.query.row
        words = [one.answer.words for one in sentences]
        belongs = [one.evidence for one in sentences]
        return sentences, sentence_features(question, hits, texts, cosines, words, belongs)

    def _marks(self, question: Question, texts: Sequence[str]) -> list[list[Marks]]:
        """Return what the reader marks in each text, names in the question as that writes them."""
        asked = as_written_in(texts, question.text)
        wordings = [names_as_in(text, asked, question.language) for text in texts]
        marks: dict[int, list[Marks]] = {}
        for wording in dict.fromkeys(wordings):
            places = [at for at, other in enumerate(wordings) if other == wording]
            read = self.spans.marks(wording, [texts[at] for at in places])
            marks |= dict(zip(places, read, strict=True))
        return [marks[at] for at in range(len(texts))]

    def _judged(
        self, question: Question, near: Sequence[Ranked], which: Situation
    ) -> tuple[list[Candidate], list[Ranked]]:
        sentences, features = self.sentences(question, near)
        again = reranked(self.judge, which, near, features)
        features[:, 0] = np.repeat([one.odds for one in again], _sizes(near))
        chances = self._chances(question, sentences, features, which)
        sentences, chances = self.answered.read(question, sentences, chances)
        limits = self.judge.limits(which, question.language)
        candidates = [
            Candidate(
                sentence.ranked.hit,
                sentence.span,
                sentence.answer.words.span,
                min(
                    fitted_chance(question.text, sentence, float(chance), *agreed),
                    at_most(question, sentence),
                ),
                limits,
                tuple(row),
            )
            for sentence, chance, row, agreed in zip(
                sentences, chances, features.tolist(), features[:, AGREED].tolist(), strict=True
            )
        ]
        return candidates, again

    def _chances(
        self,
        question: Question,
        sentences: Sequence[Sentence],
        features: NDArray[np.float64],
        which: Situation,
    ) -> NDArray[np.float64]:
        """Return how likely each sentence answers, 0 to 1, as the judge takes it.

        What is beside the point says nothing of whether another sentence answers.
        """
        chances = self.judge.probabilities(which, question.language, features)
        beside = [is_beside_the_point(question.text, one) for one in sentences]
        fitting = ~np.array(beside, bool)
        if not fitting.all() and fitting.any():
            rows = features[fitting]
            chances[fitting] = self.judge.probabilities(which, question.language, rows)
        return related_first(question, sentences, counted_first(question, sentences, chances))

    def embedded(self, texts: Sequence[str], languages: Sequence[str]) -> NDArray[np.float32]:
        """Return the rows of sentences; those met before are not embedded again."""
        return self._rows.of(texts, languages)


def _sentence(question: Question, ranked: Ranked, marks: Sequence[Marks], span: Span) -> Sentence:
    """Return a sentence of a passage with the likeliest answer in it."""
    passage = ranked.hit.record.passage

    def best(within: Span) -> Words:
        return short_answer(question, passage, marks, within)

    answer, belongs = answer_in(question, passage, span, best), evidence(marks, span)
    if not _stated(question, passage, span):
        answer, belongs = RowAnswer(Words(answer.words.span, UNLIKELY)), SURELY_NOT
    return Sentence(ranked, span, answer, belongs)


def _stated(question: Question, passage: Passage, span: Span) -> str:
    """Return what a sentence states: nothing where it only tells a program what to do."""
    text = passage.text[slice(*span)]
    return "" if instructs(text, question.text, passage.language) else text


def reranked(
    judge: Judge, which: Situation, near: Sequence[Ranked], features: NDArray[np.float64]
) -> list[Ranked]:
    """Return *near* in the same order with the odds that their sentences give them.

    Args:
        judge: The weights.
        which: The situation of all of them.
        near: Passages that were read.
        features: Of their sentences, as :func:`sentence_features` returns them.
    """
    rows = rerank_features(near, features)
    return [
        Ranked(ranked.hit, float(odds))
        for ranked, odds in zip(near, judge.reranked(which, rows), strict=True)
    ]


def rerank_features(near: Sequence[Ranked], features: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what RERANK_FEATURES names for each passage, from the features of its sentences."""
    starts = np.cumsum([0, *_sizes(near)[:-1]])
    best = np.maximum.reduceat(features[:, BEST], starts, axis=0)
    return np.column_stack([[one.odds for one in near], best])


def _sizes(near: Sequence[Ranked]) -> list[int]:
    return [len(one.hit.record.passage.sentences) for one in near]
