"""What is known of a passage and of a sentence, as numbers that the judge weighs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from corpus.near_duplicates import essence
from corpus.wraps import columns
from index.passage_index import Hit
from language.asking import FORMS, NAMED, holds, marked, names_one
from language.rules import Kind
from language.terms import term_set
from qa.question import Question
from qa.reading.judge import PASSAGE_FEATURES
from qa.reading.trained import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Log odds below which one answer is as unlikely as another.
UNLIKELY = -20.0
SURELY_NOT = -10.0  # the same of belonging to the evidence
# Forms that share a feature.
FIRST_FORMS = {Kind.DATE, Kind.NUMBER, Kind.TITLE}
# Kinds with marks in the sentence, in the order of their features.
MARKED = (Kind.TITLE, Kind.LIST, Kind.NAME, Kind.DEFINITION)


def passage_features(question: Question, hits: Sequence[Hit]) -> NDArray[np.float64]:
    """Return the features of *hits*, shape ``(len(hits), len(PASSAGE_FEATURES))``."""
    passages = [hit.record.passage for hit in hits]
    texts = [f"{passage.title}\n{passage.text}" for passage in passages]
    rows = [
        [
            hit.cosine,
            hit.overlap,
            hit.translated,
            question.agreement(text),
            question.lacking(text, hit.record.passage.language),
        ]
        for hit, text in zip(hits, texts, strict=True)
    ]
    return np.array(rows, np.float64).reshape(-1, len(PASSAGE_FEATURES))


def sentence_features(
    question: Question,
    hits: Sequence[Hit],
    texts: Sequence[str],
    cosines: NDArray[np.float32],
    words: Sequence[Words],
    evidence: Sequence[float],
) -> NDArray[np.float64]:
    """Return the features of sentences, shape ``(len(texts), len(SENTENCE_FEATURES))``.

    The first column, the odds of the passage, is left 0: they depend on the others.

    Args:
        question: What is asked.
        hits: For each sentence the passage that it is from; a passage's sentences stand together
            and in order.
        texts: The sentences.
        cosines: Of each sentence to the question.
        words: The likeliest answer in each sentence.
        evidence: Log odds of each sentence to belong to what answers.
    """
    languages = [hit.record.passage.language for hit in hits]
    held = [term_set(text, tag) for text, tag in zip(texts, languages, strict=True)]
    forms = [_form(question, text, tag) for text, tag in zip(texts, languages, strict=True)]
    kind = question.kind
    none = [0.0] * len(texts)
    context, after, first, figures, editions, names = _around(question, hits, held)
    return np.column_stack(
        [
            none,
            cosines,
            [question.share(terms, tag) for terms, tag in zip(held, languages, strict=True)],
            context,
            after,
            forms if kind in FIRST_FORMS else none,
            forms if kind in NAMED else none,
            forms if kind is Kind.REASON else none,
            figures,
            [np.log(max(map(columns, text.split("\n"))) + 1) for text in texts],
            first,
            [float(text.rstrip('”」»" ').endswith(("?", "？"))) for text in texts],
            [max(one.odds, UNLIKELY) for one in words],
            np.maximum(evidence, SURELY_NOT),
            _agreed(hits, words),
            editions,
            names,
            [_sort(question, text, tag) for text, tag in zip(texts, languages, strict=True)],
            *(_marks(question, sort, texts) for sort in MARKED),
        ]
    ).astype(np.float64)


def _agreed(hits: Sequence[Hit], words: Sequence[Words]) -> list[float]:
    """Return 1 for each answer whose words several passages give as likelier than none."""
    read = [hit.record.passage for hit in hits]
    essences = [essence(each.text[slice(*one.span)]) for each, one in zip(read, words, strict=True)]
    passages: dict[str, set[int]] = {}
    for hit, likeliest, text in zip(hits, words, essences, strict=True):
        if likeliest.odds > 0:
            passages.setdefault(text, set()).add(hit.record.number)
    return [float(len(passages.get(text, ())) > 1) for text in essences]


def _form(question: Question, text: str, language: str) -> float:
    if question.kind not in FORMS and question.kind not in NAMED:
        return 0.0
    return 1.0 if holds(question.kind, text, language, question.text) else -1.0


def _sort(question: Question, text: str, language: str) -> float:
    """Return 1 for a person where one is asked for and for a place where that is, else -1."""
    if question.kind not in NAMED:
        return 0.0
    return 1.0 if names_one(question.kind, text, language, question.text) else -1.0


def _marks(question: Question, kind: Kind, texts: Sequence[str]) -> list[float]:
    """Return 1 for each text that has the mark of a *kind* that is asked for, -1 for others."""
    if kind not in question.kinds:
        return [0.0] * len(texts)
    return [1.0 if marked(kind, text) else -1.0 for text in texts]


def _around(
    question: Question, hits: Sequence[Hit], held: list[frozenset[str]]
) -> tuple[list[float], ...]:
    """Return what each sentence says together with its neighbours, a list a feature.

    The share that it holds with what is before it, the same with what follows, whether it is the
    first, whether it agrees in figures and in ordinals, and which names it lacks.  A text says
    once what it is about and goes on: "The second forum met in Beijing. Its theme…".
    """
    before: list[float] = []
    after: list[float] = []
    first: list[float] = []
    figures: list[float] = []
    editions: list[float] = []
    names: list[float] = []
    for _, group in groupby(range(len(hits)), key=lambda at: hits[at].record.number):
        places = list(group)
        passage = hits[places[0]].record.passage
        tag = passage.language
        known = term_set(passage.title, tag)
        for place in places:
            known |= held[place]
            before.append(question.share(known, tag))
            follows = held[place + 1] if place < places[-1] else frozenset()
            after.append(question.share(held[place] | follows, tag))
            first.append(float(place == places[0]))
            end = passage.sentences[place - places[0]][1]
            said_so_far = f"{passage.title}\n{passage.text[:end]}"
            figures.append(question.agreement(said_so_far))
            editions.append(question.edition(said_so_far))
            names.append(question.lacking(said_so_far, tag))
    return before, after, first, figures, editions, names
