"""Searches the layers of a generation: Milvus proposes, what is known here decides."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2s
from typing import TYPE_CHECKING

import numpy as np

from index.layers import Layers
from index.lexical import SCALE, Entry, Words
from index.milvus import FIRST_DAY, LAST_DAY, LONGEST, MOST, PLACES, ROW, TERMS, Collections
from index.passage_index import Filter, day, places
from index.store import Store
from index.term_table import TermTable, hashed, score
from language.tags import family

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Passages that Milvus proposes by their words for each that is wanted.
PROPOSED = 8
# What stands for the places of a passage whose copies are in more than a field can hold.
ANYWHERE = "|*|"


def place_hashes(entry: Entry) -> str:
    """Return the field that says where a passage and its copies are, and in which languages."""
    where = {_hash("path", place) for path in entry.paths for place in places(path)}
    tags = {tag for language in entry.languages for tag in (language, family(language))}
    told = "".join(f"|{one}" for one in sorted(where | {_hash("language", tag) for tag in tags}))
    return f"{told}|" if len(told) < LONGEST else ANYWHERE


def days(entry: Entry) -> tuple[int, int]:
    """Return the first and the last day of a passage and its copies; 0 and 0 where none has one."""
    dated = [day(date) for date in entry.dates if date]
    return (min(dated), max(dated)) if dated else (0, 0)


def expression(among: Filter | None) -> str:
    """Return what Milvus is to look for: all that passes *among*, and little else.

    Of copies one may be in the folder and another of the day.  No value stands in it as it was
    given, so none can mean anything to Milvus.
    """
    if not among:
        return ""
    parts = [
        f'({" or ".join(f"""{PLACES} like "%|{_hash(kind, one)}|%" """ for one in values)}'
        f' or {PLACES} == "{ANYWHERE}")'
        for kind, values in (("path", among.paths), ("language", among.languages))
        if values
    ]
    if among.since or among.until:
        first, last = among.days
        parts.append(f"{LAST_DAY} >= {first} and {FIRST_DAY} <= {last}")
    return " and ".join(parts)


def _hash(kind: str, value: str) -> str:
    return blake2s(f"{kind}\0{value}".encode(), digest_size=10).hexdigest()


class LayerSearch:
    """The best of the passages of a generation by one of Milvus's fields."""

    def __init__(self, collections: Collections, layers: Layers, store: Store) -> None:
        self.layers = layers
        self._collections, self._store = collections, store
        self._alive = layers.alive()

    def best(self, by: str, wanted: object, count: int, among: Filter | None) -> dict[int, float]:
        """Return the *count* best passages that pass *among*, with their inner products."""
        condition = expression(among)
        best: list[tuple[int, float]] = []
        for at, layer in enumerate(self.layers.layers):
            asked = min(count + min(count, layer.rows - self._alive[at]), MOST)
            while True:
                hits = self._collections.search(layer.collection, by, wanted, asked, condition)
                true = self._true(at, hits, among)
                if len(true) >= count or len(hits) < asked or asked == MOST:
                    break
                asked = min(4 * asked, MOST)
            best += true
        best.sort(key=lambda one: (-one[1], one[0]))
        return dict(best[:count])

    def _true(
        self, at: int, hits: list[tuple[int, float]], among: Filter | None
    ) -> list[tuple[int, float]]:
        """Return the hits of passages that are there, in this layer, and pass the filter."""
        mask = self.layers.within(at, [number for number, _ in hits])
        true = [hit for hit, good in zip(hits, mask.tolist(), strict=True) if good]
        if not among:
            return true
        passing = self._store.passing([number for number, _ in true], among)
        return [hit for hit in true if hit[0] in passing]

    def rows(self, numbers: Sequence[int]) -> dict[int, NDArray[np.float32]]:
        """Return the vectors of passages, by number."""
        rows: dict[int, NDArray[np.float32]] = {}
        for at, layer in enumerate(self.layers.layers):
            mask = self.layers.within(at, numbers).tolist()
            own = [int(number) for number, good in zip(numbers, mask, strict=True) if good]
            rows |= self._collections.rows(layer.collection, own)
        return rows


class MilvusRows:
    """The vectors of a generation; see :class:`index.backend.RowsHeld`."""

    def __init__(self, search: LayerSearch) -> None:
        self._search = search
        self.numbers = search.layers.numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def nearest(
        self, row: NDArray[np.float32], count: int, among: Filter | None = None
    ) -> dict[int, float]:
        """Return the numbers of the *count* nearest passages with their cosines, best first."""
        return self._search.best(ROW, row.tolist(), count, among)

    def cosines(self, row: NDArray[np.float32], numbers: list[int]) -> NDArray[np.float32]:
        """Return the cosine of *row* to each of the passages *numbers*."""
        cosines: NDArray[np.float32] = self.of(numbers) @ row
        return cosines

    def of(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return the rows of the passages *numbers*, in this order."""
        rows = self._search.rows(list(dict.fromkeys(numbers)))
        return np.stack([rows[number] for number in numbers])


class MilvusWords:
    """The words of a generation; see :class:`index.backend.WordsHeld`.

    Milvus proposes passages by weights as they were when a layer was written; the scores are
    those of the terms that the store has, by what the corpus is now.
    """

    def __init__(self, search: LayerSearch, terms: TermTable, store: Store) -> None:
        self._search, self._terms, self._store = search, terms, store
        self.weights, self.weight = terms.weights, terms.weight

    def __len__(self) -> int:
        return int(self._terms.passages)

    def best(self, words: Words, count: int, among: Filter | None = None) -> dict[int, float]:
        """Return the *count* best passages by number, with their scores, best first."""
        worth = self._terms.worth(words)
        wanted: dict[int, float] = {}
        for word, weight in worth.items():
            for term in dict.fromkeys(word):
                wanted[hashed(term)] = wanted.get(hashed(term), 0.0) + weight
        if not wanted or not count:
            return {}
        proposed = self._search.best(TERMS, wanted, PROPOSED * count, among)
        scored = self.scores(words, list(proposed))
        ordered = sorted(scored.items(), key=lambda one: (-one[1], one[0]))
        return dict(ordered[:count])

    def scores(self, words: Words, numbers: Sequence[int]) -> dict[int, float]:
        """Return the scores of the passages *numbers*; those with none of the words have none."""
        worth, average = self._terms.worth(words), self._terms.average
        held = self._store.terms(numbers) if worth else {}
        scored = {number: score(worth, terms, average) for number, terms in held.items()}
        return {number: one for number, one in scored.items() if one > 0}

    def holds(self, terms: Sequence[str]) -> bool:
        """Tell whether any passage has one of *terms*."""
        return bool(self._terms.held(terms))

    def with_term(self, pattern: str, count: int, among: Filter | None = None) -> list[int]:
        """Return at most *count* passages, by number, with a term that *pattern* is all of."""
        terms = set(self._terms.matching(pattern))
        if not terms:
            return []
        wanted = {hashed(term): SCALE for term in terms}
        proposed = self._search.best(TERMS, wanted, PROPOSED * count, among)
        held = self._store.terms(list(proposed))
        return sorted(number for number, own in held.items() if terms.intersection(own))[:count]
