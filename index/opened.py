"""An open generation: what the engine searches."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.backend import Backend, RowsHeld, WordsHeld
from index.dense import DenseIndex
from index.errors import IndexDamagedError, IndexMismatchError
from index.generations import (
    Manifest,
    check_files,
    current_name,
    damaged,
    earlier_names,
    generations_folder,
    read_manifest,
)
from index.letter_index import LetterIndex
from index.lexical import LexicalIndex
from index.lock import pinned
from index.passage_index import Filter, Hit, PassageRecord, Query
from index.store import Store
from index.vocabulary import Vocabulary
from language.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder


class Compared:
    """The vectors in the generation's folder; a filter says which of them are looked at."""

    def __init__(self, dense: DenseIndex, store: Store) -> None:
        self._dense, self._store = dense, store
        self.numbers, self.cosines, self.of = dense.numbers, dense.cosines, dense.of

    def __len__(self) -> int:
        return len(self._dense)

    def nearest(
        self, row: NDArray[np.float32], count: int, among: Filter | None = None
    ) -> dict[int, float]:
        """Return the numbers of the *count* nearest passages with their cosines, best first."""
        allowed = self._store.numbers(among) if among else None
        return self._dense.nearest(row, count, allowed)


class OpenGeneration:
    """The :class:`PassageIndex` over one generation's files, which stay while it is open."""

    def __init__(self, folder: Path, manifest: Manifest, backend: Backend | None = None) -> None:
        self.manifest = manifest
        self._pin = pinned(folder)
        self._making = threading.Lock()
        self._letters: LetterIndex | None = None
        self.store = Store(folder)
        self._dense: RowsHeld
        self._lexical: WordsHeld
        if backend:
            self._dense, self._lexical = backend.opened(folder, self.store)
        else:
            self._dense = Compared(DenseIndex.load(folder), self.store)
            self._lexical = LexicalIndex.load(folder)
        self.around, self.posts = self.store.around, self.store.posts
        self.source, self.documents = self.store.source, self.store.documents
        self.sentences, self.passage_counts = self.store.sentences, self.store.passage_counts
        self.outlines = self.store.outlines
        self.weights, self.weight = self._lexical.weights, self._lexical.weight
        self._vocabulary = Vocabulary.load(folder)
        self.holds, self.similar = self._lexical.holds, self._vocabulary.similar
        documents, passages, originals = self.store.counts()
        expected = (manifest.documents, manifest.passages, len(self._dense), len(self._lexical))
        if (documents, passages, originals, originals) != expected:
            counted = {
                "documents": documents, "passages": passages, "originals": originals,
                "vectors": len(self._dense), "words": len(self._lexical),
                "listed": manifest.documents, "of": manifest.passages,
            }  # fmt: skip
            raise damaged(folder, Message("damage_counts", counted))

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self.manifest.name

    @property
    def letters(self) -> LetterIndex:
        """The letters of all documents; made when they are first asked for, once for all threads.

        That takes about three seconds for 100,000 passages.
        """
        with self._making:
            if self._letters is None:
                self._letters = LetterIndex(self.store.sources())
            return self._letters

    def close(self) -> None:
        """Let the generation be removed when a later build finds it superseded."""
        self.store.close()
        self._vocabulary.close()
        if self._pin:
            self._pin.close()

    def search(self, query: Query, count: int, among: Filter | None = None) -> list[Hit]:
        """Return the *count* nearest passages by meaning and the *count* best by words."""
        near = self._dense.nearest(query.row, count, among)
        own = tuple((term,) for term in query.terms)
        # A passage without any of the words is not a hit of the words.
        overlaps = self._lexical.best(own, count, among)
        translated = self._lexical.best(query.translations, count, among)
        numbers = list(dict.fromkeys([*near, *overlaps, *translated]))
        if not numbers:
            return []
        overlaps |= self._lexical.scores(own, [n for n in numbers if n not in overlaps])
        missing = [n for n in numbers if n not in translated]
        translated |= self._lexical.scores(query.translations, missing)
        # Of copies, the first that passes the filter stands for all.
        records = self.store.firsts(numbers, among)
        cosines = self._dense.cosines(query.row, numbers).tolist()
        return [
            Hit(records[number], cosine, overlaps.get(number, 0.0), translated.get(number, 0.0))
            for number, cosine in zip(numbers, cosines, strict=True)
            if number in records
        ]

    def with_term(
        self, pattern: str, count: int, among: Filter | None = None
    ) -> list[PassageRecord]:
        """Return at most *count* passages with a term that *pattern* is all of."""
        numbers = self._lexical.with_term(pattern, count, among)
        return list(self.store.firsts(numbers, among).values())

    def sample(self, count: int, among: Filter | None = None) -> list[PassageRecord]:
        """Return at most *count* passages that pass the filter, evenly chosen, in order."""
        numbers = self.store.numbers(among) if among else self._dense.numbers
        places = np.unique(np.linspace(0, len(numbers) - 1, min(count, len(numbers))).astype(int))
        records = self.store.firsts([int(numbers[place]) for place in places], among).values()
        return sorted(records, key=lambda one: one.place)

    def rows(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return the unit vectors of passages; a copy has that of its original."""
        return self._dense.of(self.store.originals(numbers))

    def copies(self, number: int, among: Filter | None = None) -> list[PassageRecord]:
        """Return the other passages that say the same as *number* and pass the filter."""
        return [one for one in self.store.matching(number, among) if one.number != number]


def open_index(
    index: Path, embedder: Embedder, backend: Backend | None = None
) -> tuple[OpenGeneration, Message | None]:
    """Open the current generation, or the one before it if that is damaged.

    What a generation holds elsewhere is asked of *backend*.

    Returns:
        The generation, and what the user must know about it: None if all is well.

    Raises:
        IndexNotBuiltError: If nothing was built.
        IndexMismatchError: If it was built with another model, or for another backend.
        IndexDamagedError: If no generation is whole.
        BackendError: If the backend does not answer.
    """
    name = current_name(index)
    try:
        return _opened(index, name, embedder, backend), None
    except IndexDamagedError as error:
        if current_name(index) != name:  # built anew, and the one before collected, meanwhile
            return open_index(index, embedder, backend)
        for earlier in earlier_names(index, name):
            try:
                opened = _opened(index, earlier, embedder, backend)
            except IndexDamagedError:
                continue
            meanwhile = {"problem": error.message, "generation": earlier}
            return opened, Message("answers_meanwhile", meanwhile)
        raise


def _opened(index: Path, name: str, embedder: Embedder, backend: Backend | None) -> OpenGeneration:
    manifest = read_manifest(index, name)
    check_files(index, manifest)
    built_with = manifest.fingerprint.get("embedder", "")
    if built_with != embedder.fingerprint:
        models = {"built_with": built_with, "named": embedder.fingerprint}
        raise IndexMismatchError("index_other_model", index=index, **models)
    held_by = manifest.fingerprint.get("backend", "")
    if held_by and (backend is None or held_by != backend.fingerprint):
        raise IndexMismatchError("index_other_backend", index=index, built_with=held_by)
    try:
        holder = backend if held_by else None
        return OpenGeneration(generations_folder(index) / name, manifest, holder)
    except (OSError, RuntimeError, ValueError, KeyError, sqlite3.Error) as error:
        problem = Message("damage_unopened", {"error": str(error)})
        raise damaged(generations_folder(index) / name, problem) from error
