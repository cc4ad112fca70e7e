"""BM25 over analysed terms, which tantivy counts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
import tantivy
from tantivy import Occur, Query

from index.passage_index import Filter, day, places
from index.rooms import planned
from index.tantivy_files import SPACES, Held, Numbered, in_rooms, opened, rooms_in, written
from language.tags import family

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tantivy import Schema

FOLDER = "lexical"
ROOM = 32_000  # passages: for one that changed all of them are written; a search asks every room
TERMS = 50_000  # of which is kept how many passages have them
# tantivy multiplies by k1 + 1, which changes no order; without, a score is a share of the weights.
SCALE = 1.2 + 1
# A word is given as the terms that may stand for it: one, or its translations.
Words = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as the words are indexed; it and its copies have paths, languages and dates."""

    number: int
    terms: str  # separated by spaces
    paths: tuple[str, ...]
    languages: tuple[str, ...]
    dates: tuple[str, ...]


class LexicalIndex:
    """BM25 (Robertson and Zaragoza 2009) as in Lucene, k1 1.2, b 0.75; one document a passage."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema: Schema = index.schema
        self._searcher = index.searcher()
        # Every room is looked into for it, and a question asks for the same terms repeatedly.
        self._held = lru_cache(TERMS)(partial(self._searcher.doc_freq, "terms"))

    @classmethod
    def write(cls, folder: Path, entries: Iterable[Entry]) -> Self:
        """Write the index of *entries*, ascending by number, into *folder* and open it."""
        return cls(written(folder / FOLDER, _schema(), in_rooms(_documents(entries), ROOM)))

    @classmethod
    def follow(
        cls,
        folder: Path,
        before: Path,
        altered: NDArray[np.int64],
        numbers: NDArray[np.int64],
        entries: Callable[[NDArray[np.int64]], Iterable[Entry]],
    ) -> Self:
        """Write the index into *folder* that follows that in *before*, and open it.

        It scores as one that :meth:`write` wrote.  Files in which nothing altered are links.

        Args:
            folder: Where it is written.
            before: The folder of the generation before.
            altered: The numbers that came, went or have other entries, in any order.
            numbers: All numbers that are there now, ascending.
            entries: Gives the entries of some of them, ascending.
        """

        def between(first: int, end: int) -> NDArray[np.int64]:
            return numbers[slice(*np.searchsorted(numbers, [first, end]))]

        plan = planned(rooms_in(before / FOLDER), altered, between, ROOM)
        rooms = (_documents(entries(room)) for room in plan.written)
        return cls(written(folder / FOLDER, _schema(), rooms, Held(before / FOLDER, plan.kept)))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the index that :meth:`write` wrote, mapped into memory."""
        return cls(opened(folder / FOLDER))

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def best(self, words: Words, count: int, among: Filter | None = None) -> dict[int, float]:
        """Return the *count* best passages by number, with their scores, best first.

        A score is the share, 0 to 1, of the weight that *words* could reach: the sum of their
        inverse document frequencies.  A word that no passage holds weighs as much as the rarest,
        so that a question about something else scores low.  A passage with none is not found.
        """
        return self._scores(words, self._conditions(among) if among else [], count)

    def scores(self, words: Words, numbers: Sequence[int]) -> dict[int, float]:
        """Return the scores of the passages *numbers*; those with none of the words have none."""
        wanted = Query.term_set_query(self._schema, "number", list(numbers))
        return self._scores(words, [wanted], len(numbers))

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return the inverse document frequency of each term, as Lucene computes it."""
        passages = len(self)
        held = {term: self._held(term) for term in terms}
        return {
            term: math.log1p((passages - count + 0.5) / (count + 0.5))
            for term, count in held.items()
        }

    def weight(self, word: Sequence[str]) -> float:
        """Return how much a word tells: the weight of its surest term that any passage holds."""
        held = [term for term in word if self._held(term)]
        term = (held or word)[0]
        return self.weights([term])[term]

    def holds(self, terms: Sequence[str]) -> bool:
        """Tell whether any passage has one of *terms*."""
        return any(self._held(term) for term in terms)

    def with_term(self, pattern: str, count: int, among: Filter | None = None) -> list[int]:
        """Return at most *count* passages, by number, with a term that *pattern* is all of."""
        wanted = [Query.regex_query(self._schema, "terms", pattern)]
        wanted += self._conditions(among) if among else []
        query = Query.boolean_query([(Occur.Must, each) for each in wanted])
        return [number for number, _ in self._hits(query, count)]

    def _hits(self, query: Query, count: int) -> list[tuple[int, float]]:
        """Return the numbers of the *count* best passages with their scores, best first."""
        hits = self._searcher.search(query, limit=count, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in hits])
        return [
            (int(str(number)), float(score))
            for number, (score, _) in zip(numbers, hits, strict=True)
        ]

    def _word(self, word: tuple[str, ...], weight: float) -> Query:
        terms = [
            Query.term_query(self._schema, "terms", term, index_option="freq")
            for term in dict.fromkeys(word)
        ]
        if len(terms) == 1:
            return terms[0]
        # A rare translation is not worth more than a usual one: any of them counts alike.
        any_of = Query.boolean_query([(Occur.Should, term) for term in terms])
        return Query.const_score_query(any_of, weight)

    def _conditions(self, among: Filter) -> list[Query]:
        conditions = [
            Query.term_set_query(self._schema, field, list(values))
            for field, values in (("path", among.paths), ("language", among.languages))
            if values
        ]
        if among.since or among.until:
            first, last = among.days
            number = tantivy.FieldType.Unsigned
            conditions.append(Query.range_query(self._schema, "day", number, first, last))
        return conditions

    def _scores(self, words: Words, conditions: list[Query], count: int) -> dict[int, float]:
        if not words or not count:
            return {}
        weights = {word: self.weight(word) for word in words}
        wanted = [(Occur.Should, self._word(*one)) for one in weights.items()]
        query = Query.boolean_query(wanted)
        if conditions:
            without_weight = [(Occur.Must, Query.const_score_query(c, 0.0)) for c in conditions]
            query = Query.boolean_query([(Occur.Must, query), *without_weight])
        mass = SCALE * sum(weights.values())
        return {number: score / mass for number, score in self._hits(query, count)}


def _schema() -> Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name=SPACES, index_option="freq")
    builder.add_unsigned_field("number", indexed=True, fast=True)
    builder.add_text_field("path", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("language", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True, fast=True)
    return builder.build()


def _documents(entries: Iterable[Entry]) -> Iterator[Numbered]:
    return ((entry.number, _document(entry)) for entry in entries)


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    document.add_unsigned("number", entry.number)
    document.add_text("terms", entry.terms)
    for place in {place for path in entry.paths for place in places(path)}:
        document.add_text("path", place)
    for tag in {tag for language in entry.languages for tag in (language, family(language))}:
        document.add_text("language", tag)
    for date in entry.dates:
        document.add_unsigned("day", day(date))
    return document
