"""Documents and passages of one generation."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus import marks
from corpus.documents import Document, Kept, Part, Passage, Record
from corpus.files import Stamp
from corpus.view import View
from index.copies import FILE as COPIES
from index.copies import Copies
from index.documents import FILE as DOCUMENTS
from index.documents import Documents
from index.numbers import distinct
from index.passage_index import DocumentRecord, Filter, Outline, PassageRecord
from index.shards import (
    AMONG,
    COLUMNS,
    FILTERED,
    FOLDER,
    JOINED,
    RECORD,
    Shards,
    condition,
    embedding_text,
    passage_of,
    record_of,
)
from index.word_counts import FILE as WORDS
from language.messages import Message
from language.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Documents whose sources are in memory at a time.
SOURCES = 32


def store_files(folder: Path) -> list[str]:
    """Return the files of the store of the generation in *folder*, by name."""
    shards = sorted(file.relative_to(folder).as_posix() for file in (folder / FOLDER).glob("*"))
    return [DOCUMENTS, COPIES, WORDS, *shards]


class Store:
    """Reads what a StoreWriter wrote; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._documents = Documents(folder)
        self._shards = Shards(folder, self._documents.extents())
        self._copies = Copies.load(folder)
        # Nothing of these changes.
        self._known_begins: dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]] = {}

    def close(self) -> None:
        """Close the files."""
        self._documents.close()
        self._shards.close()

    def counts(self) -> tuple[int, int, int]:
        """Return the number of documents, of passages, and of passages that are no copies."""
        documents, passages = self._documents.counts
        return documents, passages, passages - len(self._copies)

    def documents(self) -> list[DocumentRecord]:
        """Return every document, by path."""
        return list(self._documents.records)

    def outlines(self, among: Filter | None = None) -> list[Outline]:
        """Return what the documents hold of which any passage passes *among*; no text is read."""
        if not among:
            return self._outlines
        told, values = condition(among)
        query = f"SELECT DISTINCT d.path{FILTERED} WHERE {told}"
        passing = {path for (path,) in self._shards.all_rows(query, values)}
        return [outline for outline in self._outlines if outline.path in passing]

    @cached_property
    def _outlines(self) -> list[Outline]:
        query = "SELECT path, title, language, records, parts FROM documents"
        outlines = (_outline(*row) for row in self._shards.all_rows(query))
        return sorted(outlines, key=lambda outline: outline.path)

    def stamps(self) -> dict[str, tuple[Stamp, str]]:
        """Return for every path what its file looked like, and the digest that it had."""
        return self._documents.stamps()

    def kept(self) -> dict[str, tuple[Kept, tuple[Message, ...]]]:
        """Return for every path how much of what the file shows was read, and what was not."""
        rows = sorted(self._shards.all_rows("SELECT path, kept, notes FROM documents"))
        return {
            path: (marks.kept(json.loads(kept)), marks.notes(json.loads(notes)))
            for path, kept, notes in rows
        }

    @property
    def read_by_ocr(self) -> frozenset[str]:
        """The paths of documents of which words were read from pictures."""
        return self._documents.read_by_ocr

    def passage_counts(self) -> dict[str, int]:
        """Return the number of passages of every document, by path."""
        return dict(self._documents.passage_counts)

    def _at(self, path: str, query: str) -> list[tuple[Any, ...]]:
        """Return what the shard with the document at *path* answers; it is asked for the path."""
        shard = self._documents.shard_of(path)
        return [] if shard is None else self._shards.rows(shard, query, (path,))

    def document(self, path: str) -> tuple[Document, list[Passage]] | None:
        """Return the document at *path* with its passages, or None if it is not as indexed."""
        document = self.source(path)
        if document is None:
            return None
        query = f"SELECT {COLUMNS}{JOINED} WHERE d.path = ? ORDER BY p.number"
        return document, [passage_of(row) for row in self._at(path, query)]

    def sentences(self, path: str, places: Sequence[int]) -> list[Span]:
        """Return where in its source the sentences of a document stand, in order.

        Those of the passages that begin last before one of *places*: it stands in no others.
        """
        numbers, starts = self._begins(path)
        at = np.unique(np.searchsorted(starts, places, "right") - 1)
        query = f"SELECT p.text, p.map, p.sentences FROM passages p WHERE {AMONG}"  # noqa: S608
        spans: list[Span] = []
        for text, packed, pairs in self._shards.of(query, np.sort(numbers[at[at >= 0]])):
            view = View.unpacked(text, packed)
            first, last = np.frombuffer(pairs, "<i4").reshape(-1, 2).T
            spans += zip(view.starts[first].tolist(), view.ends[last - 1].tolist(), strict=True)
        return sorted(spans)

    def _begins(self, path: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the numbers of a document's passages and where they begin, in this order."""
        if path not in self._known_begins:
            query = f"SELECT p.number, p.map{JOINED} WHERE d.path = ?"
            begins = [(View.packed_start(packed), n) for n, packed in self._at(path, query)]
            ordered = np.array(sorted(begins), np.int64).reshape(-1, 2)
            self._known_begins[path] = ordered[:, 1], ordered[:, 0]
        return self._known_begins[path]

    def source(self, path: str) -> Document | None:
        """Return the document at *path*, or None if its text is not what was indexed."""
        query = (
            "SELECT d.path, d.sha256, s.source, d.title, d.language, s.sha256, d.records, d.parts,"
            " s.tables, s.recognised, d.kept, d.notes"
            " FROM documents d JOIN sources s ON s.document = d.id WHERE d.path = ?"
        )
        rows = self._at(path, query)
        if not rows:
            return None
        path, sha256, source, title, language, digest, *told = rows[0]
        if hashlib.sha256(source.encode()).hexdigest() != digest:
            return None
        return Document(path, sha256, source, title, language, *_told(*told))

    def sources(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the source text of every document, by path."""
        query = (
            "SELECT d.path, s.source FROM documents d JOIN sources s ON s.document = d.id"
            " WHERE d.path IN (SELECT value FROM json_each(?))"
        )
        paths = [record.path for record in self._documents.records]
        for at in range(0, len(paths), SOURCES):
            some = paths[at : at + SOURCES]
            texts: dict[str, str] = {}
            for shard in sorted(set(self._documents.shards_of(some).values())):
                texts.update(self._shards.rows(shard, query, (json.dumps(some),)))
            yield from ((path, texts[path]) for path in some)

    def embedded_texts(self) -> Iterator[str]:
        """Yield the text that was embedded of every passage that is no copy."""
        query = f"SELECT p.text, p.title FROM passages p WHERE {AMONG}"  # noqa: S608
        numbers = np.setdiff1d(self._documents.numbers(), self._copies.copies, assume_unique=True)
        for text, title in self._shards.of(query, numbers):
            yield embedding_text(text, title)

    def matching(self, number: int, among: Filter | None = None) -> list[PassageRecord]:
        """Return passage *number* and its copies, as far as they pass *among*."""
        group = self._copies.group(self._copies.original(np.array([number])))
        return self._records(self._passing(group, among))

    def _passing(self, numbers: NDArray[np.int64], among: Filter | None) -> NDArray[np.int64]:
        """Return those of *numbers*, ascending, that pass *among*."""
        if among is None:
            return numbers
        told, values = condition(among)
        query = f"SELECT p.number{JOINED} WHERE {AMONG} AND {told} ORDER BY p.number"
        rows = self._shards.of(query, numbers, values)
        return np.fromiter((number for (number,) in rows), np.int64)

    def _records(self, numbers: NDArray[np.int64]) -> list[PassageRecord]:
        """Return the passages *numbers*, ascending."""
        query = f"SELECT {RECORD} WHERE {AMONG} ORDER BY p.number"
        return [record_of(row) for row in self._shards.of(query, numbers)]

    def around(self, number: int, count: int) -> list[PassageRecord]:
        """Return passage *number* with at most *count* before and after it in its document."""
        shard = self._shards.holding(number)
        if shard is None:
            return []
        query = (
            f"SELECT {RECORD} WHERE p.number BETWEEN ? AND ? AND p.document ="  # noqa: S608
            " (SELECT document FROM passages WHERE number = ?) ORDER BY p.number"
        )
        bounds = number - count, number + count
        return [record_of(row) for row in self._shards.rows(shard, query, (*bounds, number))]

    def firsts(
        self, originals: Sequence[int], among: Filter | None = None
    ) -> dict[int, PassageRecord]:
        """Return for each original the first that passes *among*: itself, or one of its copies.

        In the order of their last ones, the highest number first.
        """
        passing = self._passing(self._copies.group(np.array(originals, np.int64)), among)[::-1]
        stand_for = self._copies.original(passing)
        firsts = dict(zip(stand_for.tolist(), passing.tolist(), strict=True))
        chosen = np.unique(np.array(list(firsts.values()), np.int64))
        records = {record.number: record for record in self._records(chosen)}
        return {original: records[first] for original, first in firsts.items() if first in records}

    def posts(self, authors: Sequence[str], among: Filter | None = None) -> list[PassageRecord]:
        """Return the passages that any of *authors* wrote and that pass *among*, in order."""
        told, values = condition(among)
        marks = ", ".join("?" * len(authors))
        query = f"SELECT {RECORD} WHERE p.author IN ({marks}) AND {told}"
        records = [record_of(row) for row in self._shards.all_rows(query, (*authors, *values))]
        return sorted(records, key=lambda record: (record.document.path, record.number))

    def originals(self, numbers: Sequence[int]) -> list[int]:
        """Return for each passage the one that it is a copy of, or itself."""
        originals: list[int] = self._copies.original(np.array(numbers, np.int64)).tolist()
        return originals

    def terms(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        """Return the analysed terms of passages, by number."""
        query = f"SELECT p.number, p.terms FROM passages p WHERE {AMONG}"  # noqa: S608
        rows = self._shards.of(query, np.unique(np.array(numbers, np.int64)))
        return {number: terms.split() for number, terms in rows}

    def passing(self, originals: Sequence[int], among: Filter) -> set[int]:
        """Return those of the *originals* that pass *among*, or have a copy that does."""
        passing = self._passing(self._copies.group(np.array(originals, np.int64)), among)
        return set(self._copies.original(passing).tolist())

    def numbers(self, among: Filter) -> NDArray[np.int64]:
        """Return the numbers of the originals that pass *among*, or have a copy that does."""
        told, values = condition(among)
        query = f"SELECT p.number{FILTERED} WHERE {told}"
        rows = self._shards.all_rows(query, values)
        numbers = np.fromiter((number for (number,) in rows), np.int64)
        return distinct(self._copies.original(numbers))


def _told(records: str, parts: str, *others: Any) -> tuple[Any, ...]:  # noqa: ANN401 - of SQLite
    """Return the fields of a document that a format tells, in order."""
    tables, recognised, kept, notes = others
    return (
        tuple(Record(*fields) for fields in json.loads(records)),
        tuple(Part(*fields) for fields in json.loads(parts)),
        marks.tables(json.loads(zlib.decompress(tables))),
        marks.recognised(json.loads(zlib.decompress(recognised))),
        marks.kept(json.loads(kept)),
        marks.notes(json.loads(notes)),
    )


def _outline(path: str, title: str, language: str, records: str, parts: str) -> Outline:
    held = tuple(Record(*fields) for fields in json.loads(records))
    pages = sum(Part(*fields).kind == "page" for fields in json.loads(parts))
    return Outline(path, title, language, held, pages)
