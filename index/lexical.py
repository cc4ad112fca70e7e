"""BM25 over analysed terms.  The only file that knows bm25s."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import bm25s
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# It tells of every index that it makes.
logging.getLogger("bm25s").setLevel(logging.ERROR)

FOLDER = "lexical"
FREQUENCIES = "document_frequencies.npy"
# What no passage holds: keeps the index valid where no passage has a term.
NO_TERM = ""


class LexicalIndex:
    """BM25 (Robertson and Zaragoza 2009) in Lucene's form, k1 1.2, b 0.75."""

    def __init__(self, index: bm25s.BM25, frequencies: NDArray[np.int32]) -> None:
        self._index = index
        self._frequencies = frequencies  # passages that hold the term, by the term's number

    @classmethod
    def of(cls, passages: Sequence[Sequence[str]]) -> Self:
        """Return the index of the terms of each passage, in the order of the passages."""
        vocabulary: dict[str, int] = {NO_TERM: 0}
        numbered = [
            [vocabulary.setdefault(term, len(vocabulary)) for term in terms] or [0]
            for terms in passages
        ]
        counts = Counter(number for numbers in numbered for number in set(numbers))
        frequencies = np.array([counts[n] for n in range(len(vocabulary))], np.int32)
        index = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        index.index((numbered, vocabulary), show_progress=False)
        return cls(index, frequencies)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the index that :meth:`save` wrote, mapped into memory."""
        index = bm25s.BM25.load(folder / FOLDER, mmap=True, allow_pickle=False)
        return cls(index, np.load(folder / FOLDER / FREQUENCIES, allow_pickle=False))

    def save(self, folder: Path) -> None:
        """Write the index into *folder*, as arrays and JSON."""
        self._index.save(folder / FOLDER, allow_pickle=False, show_progress=False)
        np.save(folder / FOLDER / FREQUENCIES, self._frequencies, allow_pickle=False)

    def scores(self, terms: list[str]) -> NDArray[np.float32]:
        """Return every passage's share, 0 to 1, of the weight that *terms* could reach.

        The weight is the sum of their inverse document frequencies; a term that no passage holds
        weighs as much as the rarest, so that a question about something else scores low.
        """
        passages = int(self._index.scores["num_docs"])
        known = [term for term in terms if term in self._index.vocab_dict]
        if not known:
            return np.zeros(passages, np.float32)
        mass = sum(self.weights(terms).values())
        scores: NDArray[np.float32] = self._index.get_scores(known)
        return scores / np.float32(mass)

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return the inverse document frequency of each term, as Lucene computes it."""
        passages = int(self._index.scores["num_docs"])
        numbers = self._index.vocab_dict
        held = {t: int(self._frequencies[numbers[t]]) if t in numbers else 0 for t in terms}
        return {
            term: float(np.log1p((passages - count + 0.5) / (count + 0.5)))
            for term, count in held.items()
        }
