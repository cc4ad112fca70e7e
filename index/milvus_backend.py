"""The :class:`Backend` that holds vectors and words in Milvus; texts stay in the generation."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.limits import Limits
from index.backend import Progress, RowsHeld, WordsHeld
from index.errors import BackendError, IndexDamagedError, IndexNotBuiltError
from index.generations import (
    current_name,
    damaged,
    drafted,
    generations_folder,
    names,
    publish,
    read_manifest,
)
from index.layer_search import LayerSearch, MilvusRows, MilvusWords
from index.layer_writing import Fresh, altered, originals, written
from index.layers import LAYERS, Layer, Layers, digest, kept
from index.milvus import ROW, Address, Collections
from index.store import FILE as STORE
from index.store import Store, address
from index.term_table import TermTable, write_terms
from index.vocabulary import FOLDER as VOCABULARY
from index.word_counts import FILE as WORDS
from index.workers import Here
from language.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder
    from index.embedding_cache import Embed

# What the names of an index's collections begin with: made by chance, once for an index.
KEY = "milvus.key"
# Rows of which each layer must find itself after it was written, and be there when it is opened.
SAMPLED, LOOKED_AT = 50, 3
# By how the rows are written; counted up when that changes.
LAYOUT = "milvus 1"


class MilvusBackend:
    """The collections of indexes at one address."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._collections = Collections(address)

    @property
    def fingerprint(self) -> str:
        """What decides how vectors and words are held."""
        return LAYOUT

    def write(
        self,
        index: Path,
        draft: Path,
        before: Path | None,
        embedder: Embedder,
        embed: Embed,
        report: Progress,
    ) -> int:
        """Write a layer of what *before* has not; return how many passages were embedded."""
        past = _layers(before) if before else None
        if past and any(self._collections.count(one.collection) != one.rows for one in past.layers):
            past = None  # somebody dropped it: all is written anew
        average = write_terms(draft, before if past else None)
        with closing(sqlite3.connect(address(draft), uri=True)) as database:
            numbers = originals(database)
            stay = Layers((), numbers[:0], np.zeros(0, np.uint8), average, 1.0)
            if past and before:
                stay = kept(past, numbers, altered(database, before))
            fresh = np.setdiff1d(numbers, stay.numbers)
            if not len(fresh):
                stay.save(draft)
                return 0
            rows = Fresh(database, fresh)
            name = f"{_prefix(index, made=True)}{secrets.token_hex(4)}"
            self._collections.make(name, embedder.dimension, len(fresh))
            new = written(
                self._collections, name, draft, index, rows, embedder, embed, stay.average, report
            )
        recall = self._checked(name, fresh)
        order = np.argsort(np.concatenate([stay.numbers, fresh]), kind="stable")
        placed = np.concatenate([stay.placed, np.full(len(fresh), len(stay.layers), np.uint8)])
        layer = Layer(name, len(fresh), digest(fresh))
        all_numbers = np.concatenate([stay.numbers, fresh])[order]
        layers = (*stay.layers, layer)
        Layers(layers, all_numbers, placed[order], stay.average, min(stay.recall, recall)).save(
            draft
        )
        return new

    def _checked(self, name: str, numbers: NDArray[np.int64]) -> float:
        """Return the share of sampled rows of a new collection that their own vectors find.

        Raises:
            BackendError: If it does not hold the passages *numbers* and no others.
        """
        self._collections.finish(name)
        held = self._collections.numbers(name)
        if digest(held) != digest(numbers):
            raise BackendError(
                "backend_failed",
                uri=self._address.uri,
                error=f"{name}: {len(held)} / {len(numbers)}",
            )
        chosen = np.unique(np.linspace(0, len(numbers) - 1, SAMPLED).astype(int))
        rows = self._collections.rows(name, numbers[chosen].tolist())
        themselves = 0
        for row in rows.values():
            ((_, cosine),) = self._collections.search(name, ROW, row.tolist(), 1)
            themselves += cosine > 1 - 1e-3  # itself, or another with the same vector
        return themselves / len(chosen)

    def recall(self, draft: Path) -> float:
        """Return the share of the sampled passages that are found by their own vectors."""
        return _layers(draft).recall

    def opened(self, folder: Path, store: Store) -> tuple[RowsHeld, WordsHeld]:
        """Return what the generation in *folder* holds, after a look at its collections.

        Raises:
            IndexDamagedError: If one of them is gone, or has lost rows.
            BackendError: If Milvus does not answer.
        """
        layers = _layers(folder)
        search = LayerSearch(self._collections, layers, store)
        for at, layer in enumerate(layers.layers):
            count = self._collections.count(layer.collection)
            some = layers.numbers[layers.placed == at][:LOOKED_AT].tolist()
            if count != layer.rows or len(search.rows(some)) != len(some):
                told = {"name": layer.collection, "rows": count or 0, "listed": layer.rows}
                raise damaged(folder, Message("damage_collection", told))
        index = folder.parents[1]
        if folder.name == current_name(index):
            self.point(index)
        return MilvusRows(search), MilvusWords(search, TermTable(folder), store)

    def settle(self, index: Path) -> None:
        """Have the aliases mean what is current; drop collections that no generation names."""
        self.point(index)
        prefix = _prefix(index, made=False)
        if not prefix:
            return
        named = {
            layer.collection
            for name in names(index)
            for layer in _named(generations_folder(index) / name)
        }
        aliases_apart = (one for one in self._collections.names(prefix) if one not in named)
        self._collections.drop(aliases_apart)

    def point(self, index: Path) -> None:
        """Have the aliases ``…current_0``, ``…current_1`` … mean the layers of what is current.

        Nothing is read by them here: they tell people and other programs.
        """
        prefix = _prefix(index, made=False)
        if not prefix:
            return
        try:
            layers = _named(generations_folder(index) / current_name(index))
        except IndexNotBuiltError:
            layers = ()
        there = set(self._collections.names(prefix))
        for at, layer in enumerate(layers):
            if layer.collection in there:  # or it is damage, which opening it tells
                self._collections.point(f"{prefix}current_{at}", layer.collection)
        at = len(layers)
        while self._collections.meant(f"{prefix}current_{at}"):
            self._collections.point(f"{prefix}current_{at}", "")
            at += 1

    def cleaned(self, index: Path, embedder: Embedder) -> None:
        """Publish the current generation in one new layer, if others hold what is gone."""
        name = current_name(index)
        folder = generations_folder(index) / name
        if not (folder / LAYERS).exists() or _layers(folder).clean:
            return
        manifest = read_manifest(index, name)
        with drafted(index) as draft:
            for file in (STORE, WORDS, VOCABULARY):
                if (folder / file).is_dir():
                    shutil.copytree(folder / file, draft / file)
                else:
                    shutil.copy(folder / file, draft / file)
            embed = Here(embedder, Limits()).embed
            self.write(index, draft, None, embedder, embed, lambda *_: None)
            described = asdict(replace(manifest, recall=self.recall(draft)))
            for field in ("name", "skipped", "files"):
                del described[field]
            publish(index, draft, described, manifest.skipped)


def _prefix(index: Path, *, made: bool) -> str:
    """Return what the names of the index's collections begin with; nothing where it has none."""
    file = index / KEY
    if not file.exists():
        if not made:
            return ""
        file.write_text(secrets.token_hex(4) + "\n", "utf-8")
    return f"cited_qa_{file.read_text('utf-8').strip()}_"


def _layers(folder: Path) -> Layers:
    try:
        return Layers.load(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(folder / LAYERS, Message("damage_unread")) from error


def _named(folder: Path) -> tuple[Layer, ...]:
    """Return the layers that a generation names; none if it has none, or they cannot be read."""
    try:
        return _layers(folder).layers
    except IndexDamagedError:
        return ()
