"""The paragraphs of question sets as one searchable collection, built with the product's parts."""

from __future__ import annotations

import bisect
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.documents import Passage
from corpus.limits import Limits
from corpus.view import View
from index.centring import centred
from index.embedder import Embedder
from index.embedding_cache import EmbeddingCache
from index.lexical import Entry, LexicalIndex, Words
from index.passage_index import DocumentRecord, Hit, PassageRecord, Query
from index.vectors import TOGETHER
from index.workers import Here
from language.detect import detect
from language.sentences import sentence_spans
from language.tags import family
from language.terms import passage_terms, question_terms
from qa import question
from qa.dictionary import translations
from qa.evaluation.question_sets import QuestionSet, SetQuestion

# What the engine expects in a collection of these languages.
EXPECTED = ("en", "fr", "zh-Hans", "zh-Hant")


@dataclass
class Collection:
    """Passages that are paragraphs, with their vectors; paragraph n is passage n."""

    sets: Sequence[QuestionSet]
    offsets: list[int]  # number of the first paragraph of each set
    passages: list[Passage]
    embedder: Embedder
    dense: NDArray[np.float32]
    lexical: LexicalIndex
    questions: dict[str, question.Question] = field(default_factory=dict)

    def answers(self, question: SetQuestion, number: int) -> tuple[str, ...]:
        """Return what answers *question* in paragraph *number*: in its own language's twin."""
        at = bisect.bisect_right(self.offsets, number) - 1
        return self._answers[at].get(question.key, ())

    @cached_property
    def _answers(self) -> list[dict[str, tuple[str, ...]]]:
        return [{one.key: one.answers for one in each.questions} for each in self.sets]

    def search(self, wanted: Query, count: int, hidden: frozenset[int] = frozenset()) -> list[Hit]:
        """Return the hits as an open generation would, with some paragraphs out of the index."""
        cosines = self.dense @ wanted.row
        shares = [self.overlaps([(t,) for t in wanted.terms]), self.overlaps(wanted.translations)]
        there = np.ones(len(self.passages), bool)
        there[list(hidden)] = False
        numbers = [int(n) for n in np.argsort(np.where(there, -cosines, np.inf))[:count]]
        for share in shares:
            best = np.argsort(np.where(there, -share, np.inf), kind="stable")[:count]
            numbers += [int(n) for n in best if share[n] > 0]
        record = DocumentRecord("", "", "", "")
        return [
            Hit(
                PassageRecord(n, record, self.passages[n]),
                float(cosines[n]),
                *(float(s[n]) for s in shares),
            )
            for n in dict.fromkeys(numbers)
        ]

    def overlaps(self, words: Words) -> NDArray[np.float64]:
        """Return the score of every paragraph by *words*."""
        scores = np.zeros(len(self.passages))
        for number, score in self.lexical.best(words, len(self.passages)).items():
            scores[number] = score
        return scores


class Remembered:
    """An embedder whose rows, of passages and of questions, are kept on disk for the next run."""

    def __init__(self, embedder: Embedder, work: Path) -> None:
        work.mkdir(parents=True, exist_ok=True)
        self._file = work / "rows.sqlite"
        self._embedder = embedder
        self.fingerprint = embedder.fingerprint

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return self._embedder.dimension

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each passage."""
        return self._rows(texts, self._embedder)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each question."""
        return self._rows(texts, _Questions(self._embedder))

    def _rows(self, texts: Sequence[str], embedder: Embedder) -> NDArray[np.float32]:
        order = sorted(range(len(texts)), key=lambda at: -len(texts[at].encode()))
        rows: dict[int, NDArray[np.float32]] = {}
        with EmbeddingCache(self._file, embedder) as cache:
            portions = [order[at : at + TOGETHER] for at in range(0, len(order), TOGETHER)]
            embed = Here(embedder, Limits()).embed
            made_of = cache.rows(([texts[n] for n in some] for some in portions), embed)
            for number, (made, new) in enumerate(made_of):
                at, some = number * TOGETHER, portions[number]
                rows |= dict(zip(some, made, strict=True))
                if new and at % 1024 == 0:
                    print(f"embedded {at} of {len(texts)}", flush=True)
        return np.stack([rows[at] for at in range(len(texts))])


class _Questions:
    """An embedder whose passages are questions, as the cache knows passages only."""

    def __init__(self, embedder: Embedder) -> None:
        self.fingerprint = f"{embedder.fingerprint} questions"
        self.dimension = embedder.dimension
        self.embed_passages = self.embed_questions = embedder.embed_questions


def paragraph_collection(sets: Sequence[QuestionSet], embedder: Embedder, work: Path) -> Collection:
    """Embed all paragraphs of *sets*; rows are kept in *work* for the next run."""
    remembered = Remembered(embedder, work)
    paragraphs = [one for each in sets for one in each.paragraphs]
    offsets = np.cumsum([0, *(len(each.paragraphs) for each in sets[:-1])]).tolist()
    texts = [one.text for one in paragraphs]
    languages = [one.language for one in paragraphs]
    passages = [
        Passage(View.of(text), tuple(sentence_spans(text, language)), language, "")
        for text, language in zip(texts, languages, strict=True)
    ]
    rows = centred(remembered.embed_passages(texts), languages, "passage", embedder)
    entries = (
        Entry(number, " ".join(passage_terms(text, language)), (), (), ())
        for number, (text, language) in enumerate(zip(texts, languages, strict=True))
    )
    lexical = LexicalIndex.write(Path(tempfile.mkdtemp(dir=work)), entries)
    return Collection(sets, offsets, passages, remembered, rows, lexical)


class _Weights:
    """The part of an index that a question needs."""

    def __init__(self, lexical: LexicalIndex) -> None:
        self.weights, self.weight = lexical.weights, lexical.weight


def asked(collection: Collection, texts: Sequence[str]) -> None:
    """Let *collection* know the questions *texts* as the engine would ask them of it."""
    embedder = collection.embedder
    new = list(dict.fromkeys(text for text in texts if text not in collection.questions))
    if not new:
        return
    languages = [detect(text, expected=EXPECTED) for text in new]
    rows = centred(embedder.embed_questions(new), languages, "question", embedder)
    index = _Weights(collection.lexical)
    families = sorted({family(one.language) for one in collection.passages})
    for text, language, row in zip(new, languages, rows, strict=True):
        words = translations(text, language, families)
        wanted = Query(text, language, row, tuple(question_terms(text, language)), words)
        collection.questions[text] = question.Question.of(wanted, index)  # type: ignore[arg-type]
