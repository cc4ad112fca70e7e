"""The evidence that the documents have for statements, near or far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from index.passage_index import Filter, Hit, PassageIndex, Query
from language.spans import Span
from language.terms import question_terms
from qa.checks.claim import Claim
from qa.checks.draft import Statement
from qa.checks.rated import Evidence, evidence, placed
from qa.dictionary import translations
from qa.reading.sentences import SentenceRanker

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Passages that each index gives, those whose sentences are looked at, and stretches of one or two
# sentences of each that are embedded.
RETRIEVED, READ, EMBEDDED = 20, 10, 6


class Searching:
    """Finds evidence in one open index."""

    def __init__(
        self, index: PassageIndex, ranker: SentenceRanker, families: Sequence[str]
    ) -> None:
        self._index, self._ranker, self._families = index, ranker, families

    def evidence(
        self, statements: Sequence[Statement], among: Filter | None
    ) -> list[list[Evidence]]:
        """Return what is most like each of *statements*, each a batch with all others.

        All sentences are embedded in one batch, and all evidence in another.
        """
        if not statements:
            return []
        texts = [each.text for each in statements]
        languages = [each.language for each in statements]
        rows = self._ranker.embedded(texts, languages)
        promising: list[list[Evidence]] = []
        for statement, row in zip(statements, rows, strict=True):
            terms = tuple(question_terms(statement.text, statement.language))
            others = translations(statement.text, statement.language, self._families)
            query = Query(statement.text, statement.language, row, terms, others)
            hits = _best(self._index.search(query, RETRIEVED, among))
            claim = Claim.of(statement, self._index, self._families)
            promising.append(list(_promising(claim, hits)))
        self._ranker.embedded(*_sentences(promising))  # in one batch; kept for what follows
        return [
            [each.near(self._cosine(each, row)) for each in rated]
            for rated, row in zip(promising, rows, strict=True)
        ]

    def _cosine(self, rated: Evidence, row: NDArray[np.float32]) -> float:
        texts, languages = _sentences([[rated]])
        return float((self._ranker.embedded(texts, languages) @ row).max())


def _best(hits: Sequence[Hit]) -> list[Hit]:
    """Return the best of *hits* by meaning, by words, and by words in other languages."""
    ways = (
        sorted(hits, key=lambda hit: -hit.cosine),
        sorted(hits, key=lambda hit: -hit.overlap),
        sorted(hits, key=lambda hit: -hit.translated),
    )
    chosen = {hit.record.number: hit for way in zip(*ways, strict=True) for hit in way[:3]}
    return list(chosen.values())[:READ]


def _promising(claim: Claim, hits: Sequence[Hit]) -> Iterator[Evidence]:
    """Yield the stretches that have most of *claim*, some in its language, some in others."""
    rated = [evidence(claim, hit, span) for hit in hits for span in _stretches(hit)]
    rated.sort(key=lambda each: -each.promise)
    for which in ("same", "cross"):
        best = [each for each in rated if each.which == which][:EMBEDDED]
        yield from (placed(claim, each) for each in best)


def _stretches(hit: Hit) -> Iterator[Span]:
    """Yield the sentences of a passage, and each two that stand beside each other."""
    spans = hit.record.passage.sentences
    yield from spans
    yield from ((first[0], second[1]) for first, second in pairwise(spans))


def _sentences(promising: Sequence[Sequence[Evidence]]) -> tuple[list[str], list[str]]:
    """Return the sentences in all stretches, with their languages."""
    texts, languages = [], []
    for rated in promising:
        for each in rated:
            passage = each.hit.record.passage
            for start, end in passage.sentences:
                if each.span[0] <= start and end <= each.span[1]:
                    texts.append(passage.text[start:end])
                    languages.append(each.language)
    return texts, languages
