"""What is known of a passage and of a sentence, as numbers that the judge weighs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from corpus.near_duplicates import essence
from corpus.wraps import columns
from index.passage_index import Hit
from language.asking import NAMED, holds
from language.rules import Kind
from language.terms import term_set
from qa.question import Question
from qa.reading.judge import PASSAGE_FEATURES
from qa.reading.trained import Words

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Log odds below which one answer is as unlikely as another.
UNLIKELY = -20.0


def passage_features(question: Question, hits: Sequence[Hit]) -> NDArray[np.float64]:
    """Return the features of *hits*, shape ``(len(hits), len(PASSAGE_FEATURES))``."""
    passages = [hit.record.passage for hit in hits]
    texts = [f"{passage.title}\n{passage.text}" for passage in passages]
    rows = [
        [hit.cosine, hit.overlap, hit.translated, question.agreement(text)]
        for hit, text in zip(hits, texts, strict=True)
    ]
    return np.array(rows, np.float64).reshape(-1, len(PASSAGE_FEATURES))


def sentence_features(
    question: Question,
    hits: Sequence[Hit],
    texts: Sequence[str],
    cosines: NDArray[np.float32],
    words: Sequence[Words],
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
    """
    languages = [hit.record.passage.language for hit in hits]
    held = [term_set(text, tag) for text, tag in zip(texts, languages, strict=True)]
    forms = [_form(question, text, tag) for text, tag in zip(texts, languages, strict=True)]
    kind = question.kind
    none = [0.0] * len(texts)
    context, after, first, figures = _around(question, hits, held)
    return np.column_stack(
        [
            none,
            cosines,
            [question.share(terms, tag) for terms, tag in zip(held, languages, strict=True)],
            context,
            after,
            none if kind in NAMED or kind is Kind.REASON else forms,
            forms if kind in NAMED else none,
            forms if kind is Kind.REASON else none,
            figures,
            [np.log(max(map(columns, text.split("\n"))) + 1) for text in texts],
            first,
            [float(text.rstrip('”」»" ').endswith(("?", "？"))) for text in texts],
            [max(one.odds, UNLIKELY) for one in words],
            [max(one.evidence, UNLIKELY) for one in words],
            _agreed(hits, words),
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
    if question.kind is Kind.OTHER:
        return 0.0
    return 1.0 if holds(question.kind, text, language, question.text) else -1.0


def _around(
    question: Question, hits: Sequence[Hit], held: list[frozenset[str]]
) -> tuple[list[float], ...]:
    """Return what each sentence says together with its neighbours, a list a feature.

    The share that it holds with what is before it, the same with what follows, whether it is the
    first, and whether it agrees in figures.  A text says once what it is about and goes on: "The
    second forum met in Beijing. Its theme…".
    """
    before: list[float] = []
    after: list[float] = []
    first: list[float] = []
    figures: list[float] = []
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
            figures.append(question.agreement(f"{passage.title}\n{passage.text[:end]}"))
    return before, after, first, figures
