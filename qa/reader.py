"""The reader: which sentence of the retrieved passages answers, and with what probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from corpus.documents import Span
from corpus.tags import family
from corpus.wraps import columns
from index.centring import centred
from index.opened import Hit, PassageIndex, Query
from index.terms import term_set
from qa.judge import Judge, Situation, probability
from qa.kinds import Kind, holds, kind_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

# Passages read closely; each costs the embedding of its sentences.
READ = 3


@dataclass(frozen=True, slots=True)
class Question:
    """A question with all that is known of it before anything is retrieved."""

    text: str
    language: str
    kind: Kind
    query: Query
    weights: dict[str, float]  # how much each of its terms tells

    def share(self, terms: frozenset[str]) -> float:
        """Return the share, 0 to 1, of the question's term weight that *terms* hold."""
        whole = sum(self.weights.values())
        return sum(self.weights[t] for t in self.weights if t in terms) / whole if whole else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence that may answer."""

    hit: Hit
    span: Span  # in the passage's reading view
    score: float  # probability that it answers

    @property
    def text(self) -> str:
        """The sentence in reading view."""
        return self.hit.record.passage.text[slice(*self.span)]

    @property
    def language(self) -> str:
        """The language of its passage."""
        return self.hit.record.passage.language


def situation(question: str, evidence: str) -> Situation:
    """Return whether evidence in one language is in the question's; Chinese is one language."""
    return "same" if family(question) == family(evidence) else "cross"


def rank(judge: Judge, question: Question, hits: Sequence[Hit]) -> list[tuple[Hit, float]]:
    """Return *hits* with their log odds to hold the answer, best first."""
    rows = np.array([[hit.cosine, hit.overlap] for hit in hits], np.float64)
    odds = [
        float(judge.passages(situation(question.language, hit.record.passage.language), row)[0])
        for hit, row in zip(hits, rows[:, None, :], strict=True)
    ]
    return sorted(zip(hits, odds, strict=True), key=lambda pair: -pair[1])


class SentenceReader:
    """Finds the answering sentence by meaning, shared words and the form of the answer."""

    def __init__(self, judge: Judge, embedder: Embedder) -> None:
        self._judge = judge
        self._embedder = embedder

    def read(self, question: Question, ranked: Sequence[tuple[Hit, float]]) -> list[Candidate]:
        """Return every sentence of the best passages with its probability, best first.

        Passages in the question's language and in others are read alike: as many of each.
        """
        found: list[Candidate] = []
        for which in ("same", "cross"):
            near = [
                (hit, odds)
                for hit, odds in ranked
                if situation(question.language, hit.record.passage.language) == which
            ][:READ]
            if near:
                found += self._judged(question, near, which)
        return sorted(found, key=lambda candidate: -candidate.score)

    def _judged(
        self, question: Question, near: Sequence[tuple[Hit, float]], which: Situation
    ) -> list[Candidate]:
        sentences = [
            (hit, odds, span) for hit, odds in near for span in hit.record.passage.sentences
        ]
        texts = [hit.record.passage.text[slice(*span)] for hit, _, span in sentences]
        languages = [hit.record.passage.language for hit, _, _ in sentences]
        rows = centred(self._embedder.embed_passages(texts), languages, "passage", self._embedder)
        features = sentence_features(
            question,
            [(hit, odds) for hit, odds, _ in sentences],
            texts,
            rows @ question.query.row,
        )
        scores = self._judge.sentences(which, features)
        return [
            Candidate(hit, span, probability(score))
            for (hit, _, span), score in zip(sentences, scores, strict=True)
        ]


def sentence_features(
    question: Question,
    hits: Sequence[tuple[Hit, float]],
    texts: Sequence[str],
    cosines: NDArray[np.float32],
) -> NDArray[np.float64]:
    """Return the features of sentences, shape ``(len(texts), len(SENTENCE_FEATURES))``.

    Args:
        question: What is asked.
        hits: For each sentence its passage, with the log odds of that; a passage's sentences
            stand together and in order.
        texts: The sentences.
        cosines: Of each sentence to the question.
    """
    held = [
        term_set(text, hit.record.passage.language)
        for (hit, _), text in zip(hits, texts, strict=True)
    ]
    return np.column_stack(
        [
            [odds for _, odds in hits],
            cosines,
            [question.share(terms) for terms in held],
            _context(question, hits, held),
            [_form(question, text) for text in texts],
            [np.log(columns(text) + 1) for text in texts],
            [float(text.rstrip('”」»" ').endswith(("?", "？"))) for text in texts],
        ]
    ).astype(np.float64)


def _form(question: Question, text: str) -> float:
    if question.kind is Kind.OTHER:
        return 0.0
    return 1.0 if holds(question.kind, text, question.text) else -1.0


def _context(
    question: Question, hits: Sequence[tuple[Hit, float]], held: list[frozenset[str]]
) -> list[float]:
    """Return the share that each sentence holds together with all before it in its passage.

    A text says once what it is about and goes on: "The second forum met in Beijing. Its theme…".
    """
    shares: list[float] = []
    for _, group in groupby(enumerate(hits), key=lambda one: one[1][0].record.number):
        places = [place for place, _ in group]
        passage = hits[places[0]][0].record.passage
        known = term_set(passage.title, passage.language)
        for place in places:
            known |= held[place]
            shares.append(question.share(known))
    return shares


def ask(text: str, language: str, index: PassageIndex, query: Query) -> Question:
    """Return the question with the weights that its terms have in *index*."""
    return Question(text, language, kind_of(text), query, index.weights(query.terms))
