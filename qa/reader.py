"""The reader: which sentence of the retrieved passages answers, and with what probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from corpus.documents import Span
from corpus.tags import family
from index.centring import centred
from index.opened import Hit
from qa.features import SENTENCE_FEATURES, passage_features, sentence_features
from qa.judge import Judge, Situation
from qa.question import Question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

# Passages of each situation that are read closely; each costs the embedding of its sentences.
READ = 6
# Of those in other languages where one in the user's answers well enough to lead in any case:
# they can only agree or contradict (qa/policy.py).
READ_BESIDE, LEADS = 2, 0.5
# Rows of sentences that are kept for the next questions: 30 MB.
KEPT = 20_000
BEST = [SENTENCE_FEATURES.index(name) for name in ("cosine", "coverage", "next", "form")]


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A passage with its log odds to hold the answer."""

    hit: Hit
    odds: float


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence that may answer."""

    hit: Hit
    span: Span  # in the passage's reading view
    score: float  # probability that it answers
    features: tuple[float, ...] = ()  # what the judge weighed, as SENTENCE_FEATURES

    @property
    def text(self) -> str:
        """The sentence in reading view."""
        return self.hit.record.passage.text[slice(*self.span)]

    @property
    def language(self) -> str:
        """The language of its passage."""
        return self.hit.record.passage.language


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What reading the passages found, the best first."""

    candidates: list[Candidate]
    passages: list[Ranked]  # all that were retrieved; those that were read stand before the rest


def situation(question: str, evidence: str) -> Situation:
    """Return whether evidence in one language is in the question's; Chinese is one language."""
    return "same" if family(question) == family(evidence) else "cross"


def rank(judge: Judge, question: Question, hits: Sequence[Hit]) -> list[Ranked]:
    """Return *hits* with their log odds to hold the answer, best first.

    Odds of hits in the question's language and in others are not comparable: the best of each are
    read, and then probabilities decide.
    """
    rows = passage_features(question, hits)
    ranked = [
        Ranked(hit, float(judge.passages(_situation_of(question, hit), row)[0]))
        for hit, row in zip(hits, rows[:, None, :], strict=True)
    ]
    return sorted(ranked, key=lambda one: -one.odds)


def _situation_of(question: Question, hit: Hit) -> Situation:
    return situation(question.language, hit.record.passage.language)


class SentenceReader:
    """Finds the answering sentence by meaning, shared words and the form of the answer."""

    def __init__(self, judge: Judge, embedder: Embedder) -> None:
        self._judge = judge
        self._embedder = embedder
        self._rows: dict[tuple[str, str], NDArray[np.float32]] = {}

    def read(self, question: Question, ranked: Sequence[Ranked]) -> Reading:
        """Return every sentence of the best passages with its probability.

        Passages in the question's language and in others are read alike, as many of each, unless
        one in its language answers.
        """
        groups: list[tuple[list[Candidate], list[Ranked]]] = []
        for which in ("same", "cross"):
            leads = any(one.score >= LEADS for found, _ in groups for one in found)
            near = [one for one in ranked if _situation_of(question, one.hit) == which]
            if near:
                groups.append(self._judged(question, near[: READ_BESIDE if leads else READ], which))
        # Odds of two situations are not comparable, probabilities are.
        groups.sort(key=lambda group: -max(one.score for one in group[0]))
        read = [one for _, again in groups for one in sorted(again, key=lambda one: -one.odds)]
        known = {one.hit.record.number for one in read}
        rest = [one for one in ranked if one.hit.record.number not in known]
        candidates = [one for found, _ in groups for one in found]
        return Reading(sorted(candidates, key=lambda one: -one.score), [*read, *rest])

    def sentences(
        self, question: Question, near: Sequence[Ranked]
    ) -> tuple[list[tuple[Ranked, Span]], NDArray[np.float64]]:
        """Return the sentences of the passages *near*, in order, and their features."""
        found = [(one, span) for one in near for span in one.hit.record.passage.sentences]
        passages = [one.hit.record.passage for one, _ in found]
        texts = [one.text[slice(*span)] for one, (_, span) in zip(passages, found, strict=True)]
        cosines = self._embedded(texts, [one.language for one in passages]) @ question.query.row
        return found, sentence_features(question, [one.hit for one, _ in found], texts, cosines)

    def _judged(
        self, question: Question, near: Sequence[Ranked], which: Situation
    ) -> tuple[list[Candidate], list[Ranked]]:
        found, features = self.sentences(question, near)
        again = reranked(self._judge, which, near, features)
        features[:, 0] = np.repeat([one.odds for one in again], _sizes(near))
        chances = self._judge.probabilities(which, question.language, features)
        candidates = [
            Candidate(one.hit, span, float(chance), tuple(row))
            for (one, span), chance, row in zip(found, chances, features.tolist(), strict=True)
        ]
        return candidates, again

    def _embedded(self, texts: Sequence[str], languages: Sequence[str]) -> NDArray[np.float32]:
        """Return the rows of sentences; those met before are not embedded again."""
        keys = list(zip(texts, languages, strict=True))
        rows = self._rows  # replaced, never changed: other threads may be reading it
        new = list(dict.fromkeys(key for key in keys if key not in rows))
        if new:
            raw = self._embedder.embed_passages([text for text, _ in new])
            made = centred(raw, [tag for _, tag in new], "passage", self._embedder)
            kept = rows if len(rows) < KEPT else {key: rows[key] for key in keys if key in rows}
            self._rows = rows = {**kept, **dict(zip(new, made, strict=True))}
        return np.stack([rows[key] for key in keys])


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
        Ranked(one.hit, float(odds))
        for one, odds in zip(near, judge.reranked(which, rows), strict=True)
    ]


def rerank_features(near: Sequence[Ranked], features: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what RERANK_FEATURES names for each passage, from the features of its sentences."""
    starts = np.cumsum([0, *_sizes(near)[:-1]])
    best = np.maximum.reduceat(features[:, BEST], starts, axis=0)
    return np.column_stack([[one.odds for one in near], best])


def _sizes(near: Sequence[Ranked]) -> list[int]:
    return [len(one.hit.record.passage.sentences) for one in near]
