"""An open generation: what the engine searches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from index.centring import centred
from index.dense import DenseIndex
from index.errors import IndexDamagedError, IndexMismatchError
from index.generations import (
    Manifest,
    current_name,
    generations_folder,
    names,
    read_manifest,
)
from index.lexical import LexicalIndex
from index.store import DocumentRecord, PassageRecord, Store
from index.terms import question_terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corpus.documents import Document
    from index.embedder import Embedder


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A passage that may answer, and what each index says of it; higher is better."""

    record: PassageRecord
    cosine: float  # to the question, -1 to 1, centred by language
    overlap: float  # share of the question's term weight that BM25 finds, 0 to 1


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the index sees it."""

    row: NDArray[np.float32]  # shape (dimension,), of length one, centred
    terms: tuple[str, ...]


class PassageIndex(Protocol):
    """One immutable set of passages that can be searched."""

    @property
    def generation(self) -> str:
        """The name of what was opened; answers carry it."""

    def search(self, query: Query, count: int) -> list[Hit]:
        """Return the *count* nearest passages by meaning and the *count* best by words."""

    def copies(self, number: int) -> list[PassageRecord]:
        """Return the passages that say the same as passage *number*; no search finds them."""

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return how much each term tells: its inverse document frequency."""

    def source(self, path: str) -> Document | None:
        """Return a document with its source text, or None if that is not what was indexed."""

    def documents(self) -> list[DocumentRecord]:
        """Return all documents."""


class OpenGeneration:
    """The :class:`PassageIndex` over one generation's files."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self.store = Store(folder)
        self._dense = DenseIndex.load(folder)
        self._lexical = LexicalIndex.load(folder)
        documents, passages, rows = counts = self.store.counts()
        if (documents, passages) != (manifest.documents, manifest.passages) or rows != len(
            self._dense
        ):
            raise IndexDamagedError(
                f"the index is damaged: {folder} holds {counts} documents, passages and rows "
                f"and {len(self._dense)} vectors, its manifest says "
                f"{manifest.documents} documents and {manifest.passages} passages. "
                "Run `cited-qa build` to write it anew."
            )

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self.manifest.name

    def search(self, query: Query, count: int) -> list[Hit]:
        """Return the *count* nearest passages by meaning and the *count* best by words."""
        overlaps = self._lexical.scores(list(query.terms))
        best = np.argsort(-overlaps, kind="stable")[:count]
        rows = [row for row, _ in self._dense.nearest(query.row, count)]
        # A passage without any of the words is not a hit of the words.
        rows += [int(n) for n in best if overlaps[n] > 0 and int(n) not in rows]
        cosines = self._dense.cosines(query.row, rows)
        return [
            Hit(record, float(cosine), float(overlaps[row]))
            for row, record, cosine in zip(rows, self.store.passages(rows), cosines, strict=True)
        ]

    def copies(self, number: int) -> list[PassageRecord]:
        """Return the passages that say the same as passage *number*; no search finds them."""
        return self.store.copies(number)

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return how much each term tells: its inverse document frequency."""
        return self._lexical.weights(terms)

    def source(self, path: str) -> Document | None:
        """Return a document with its source text, or None if that is not what was indexed."""
        return self.store.source(path)

    def documents(self) -> list[DocumentRecord]:
        """Return all documents, by path."""
        return self.store.documents()


def query(question: str, language: str, embedder: Embedder) -> Query:
    """Return *question* as the index sees it."""
    rows = embedder.embed_questions([question])
    row = centred(rows, [language], "question", embedder)[0]
    return Query(row, tuple(question_terms(question, language)))


def open_index(index: Path, embedder: Embedder) -> tuple[OpenGeneration, str]:
    """Open the current generation, or the one before it if that is damaged.

    Returns:
        The generation, and what the user must know about it: empty if all is well.

    Raises:
        IndexNotBuiltError: If nothing was built.
        IndexMismatchError: If it was built with another model.
        IndexDamagedError: If no generation is whole.
    """
    name = current_name(index)
    try:
        return _opened(index, name, embedder), ""
    except IndexDamagedError as error:
        for earlier in names(index):
            if earlier < name:
                try:
                    opened = _opened(index, earlier, embedder)
                except IndexDamagedError:
                    continue
                return opened, f"{error} Until then answers come from {earlier}."
        raise


def _opened(index: Path, name: str, embedder: Embedder) -> OpenGeneration:
    manifest = read_manifest(index, name)
    built_with = manifest.fingerprint.get("embedder", "")
    if built_with != embedder.fingerprint:
        raise IndexMismatchError(
            f"the index in {index} was built with the model {built_with!r}, the settings name "
            f"{embedder.fingerprint!r}. Run `cited-qa build`, or set CITED_QA_MODEL back."
        )
    try:
        return OpenGeneration(generations_folder(index) / name, manifest)
    except (OSError, RuntimeError, ValueError, KeyError) as error:
        raise IndexDamagedError(
            f"the index is damaged: {generations_folder(index) / name} cannot be opened ({error}). "
            "Run `cited-qa build` to write it anew."
        ) from error
