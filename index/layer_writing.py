"""What of a generation's store goes into a new layer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.backend import Progress
from index.contents import Contents
from index.embedding_cache import Embed, EmbeddingCache
from index.layer_search import days, place_hashes
from index.lexical import Entry
from index.milvus import TOGETHER, Collections, Row
from index.rows import VECTORS, Rows
from index.term_table import hashed, saturations
from index.vectors import write_vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

CACHE = "embeddings.sqlite"


class Fresh:
    """The passages of a generation that a new layer is of; see :class:`index.vectors.ToEmbed`."""

    def __init__(self, contents: Contents, numbers: NDArray[np.int64]) -> None:
        self._contents, self._numbers = contents, numbers
        self.longest_first, self.to_embed = contents.longest_first, contents.to_embed

    def originals(self) -> NDArray[np.int64]:
        """Return their numbers, ascending."""
        return self._numbers

    def entries(self) -> Iterator[Entry]:
        """Yield what is to be known of each beside its vector, by number."""
        return self._contents.entries(self._numbers)


def written(
    collections: Collections,
    name: str,
    draft: Path,
    index: Path,
    fresh: Fresh,
    embedder: Embedder,
    embed: Embed,
    average: float,
    report: Progress,
) -> int:
    """Send the passages *fresh* to the collection *name*; return how many *embed* made.

    Their vectors lie in *draft* for the while.
    """
    with EmbeddingCache(index / CACHE, embedder) as cache:
        new = write_vectors(
            draft, fresh, None, cache, embedder, embed, partial(report, "embedding")
        )
    rows = Rows.load(draft)
    each = (row for _, block in rows.blocks() for row in block)
    together: list[Row] = []
    for sent, (entry, row) in enumerate(zip(fresh.entries(), each, strict=True), start=1):
        weights = saturations(entry.terms.split(), average)
        terms = {hashed(term): weight for term, weight in weights.items()}
        together.append(
            Row(entry.number, row.astype(np.float32), terms, place_hashes(entry), days(entry))
        )
        if len(together) == TOGETHER:
            collections.add(name, together)
            report("words", sent, len(rows))
            together = []
    if together:
        collections.add(name, together)
    report("words", len(rows), len(rows))
    del rows, each
    shutil.rmtree(draft / VECTORS)
    return new
