"""A quick embedder finds passages, the exact one looks at the best of them again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from index.centring import centred
from index.embedder import Embedder
from index.passage_index import Filter, Hit, PassageIndex, PassageRecord, Query
from index.querying import query
from index.shards import embedding_text

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Passages that the exact embedder reads for a question; each costs about 50 ms on two cores.
SECOND = 8
# Rows of such passages that are kept for the next questions: 15 MB.
KEPT = 10_000
# Reciprocal rank fusion (Cormack et al. 2009); 60 is their constant.
FUSION = 60


class TwoStage:
    """The :class:`PassageIndex` over an index of quick vectors, with exact cosines."""

    def __init__(self, index: PassageIndex, quick: Embedder, exact: Embedder) -> None:
        self._index = index
        # All but the search is as there.
        self.copies, self.source, self.documents = index.copies, index.source, index.documents
        self.around, self.posts = index.around, index.posts
        self.weights, self.weight = index.weights, index.weight
        self.holds, self.similar, self.with_term = index.holds, index.similar, index.with_term
        # Among each other, quick vectors compare passages well enough.
        self.outlines, self.sample, self.rows = index.outlines, index.sample, index.rows
        self._quick = quick
        self._exact = exact
        self._rows: dict[int, NDArray[np.float32]] = {}

    @property
    def generation(self) -> str:
        """The name of what was opened."""
        return self._index.generation

    def search(self, wanted: Query, count: int, among: Filter | None = None) -> list[Hit]:
        """Return the best of the passages that quick vectors and words find, a few of them."""
        quick = query(wanted.text, wanted.language, self._quick, wanted.translations)
        hits = self._index.search(quick, count, among)
        best = _fused(hits)[:SECOND]
        rows = self._exact_rows([hit.record for hit in best])
        return [
            replace(hit, cosine=float(row @ wanted.row))
            for hit, row in zip(best, rows, strict=True)
        ]

    def _exact_rows(self, records: Sequence[PassageRecord]) -> list[NDArray[np.float32]]:
        known = self._rows  # another question may put others in its place
        rows = {one.number: known[one.number] for one in records if one.number in known}
        new = [one for one in records if one.number not in rows]
        if new:
            texts = [embedding_text(one.passage.text, one.passage.title) for one in new]
            languages = [one.passage.language for one in new]
            made = centred(self._exact.embed_passages(texts), languages, "passage", self._exact)
            rows |= {one.number: row for one, row in zip(new, made, strict=True)}
        self._rows = {**known, **rows} if len(known) < KEPT else rows
        return [rows[one.number] for one in records]


def _fused(hits: Sequence[Hit]) -> list[Hit]:
    """Return *hits*, those first that are high by meaning, by words or by both."""
    scores = [0.0] * len(hits)
    for values in ([hit.cosine for hit in hits], [hit.overlap + hit.translated for hit in hits]):
        places = [at for at, value in enumerate(values) if value > 0]
        for rank, at in enumerate(sorted(places, key=values.__getitem__, reverse=True)):
            scores[at] += 1 / (FUSION + rank)
    return [hits[at] for at in sorted(range(len(hits)), key=scores.__getitem__, reverse=True)]
