"""Documents and passages of one generation in SQLite."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
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
from index.passage_index import DocumentRecord, Filter, Outline, PassageRecord
from language.messages import Message
from language.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "passages.sqlite"
SCHEMA = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, sha256 TEXT NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, seen INTEGER NOT NULL,  -- corpus.files.Stamp
    title TEXT NOT NULL, language TEXT NOT NULL, source TEXT NOT NULL, source_sha256 TEXT NOT NULL,
    records TEXT NOT NULL, parts TEXT NOT NULL, tables BLOB NOT NULL, recognised BLOB NOT NULL,
    kept TEXT NOT NULL, notes TEXT NOT NULL
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    copy_of INTEGER REFERENCES passages (number),  -- a copy has neither a vector nor words
    text TEXT NOT NULL, map BLOB NOT NULL, sentences BLOB NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, author TEXT NOT NULL,
    terms TEXT NOT NULL, buckets BLOB NOT NULL
);
CREATE INDEX passages_by_document ON passages (document);
CREATE INDEX copies ON passages (copy_of) WHERE copy_of IS NOT NULL;
"""
COLUMNS = "p.text, p.map, p.sentences, p.language, p.title, p.date, p.author"
RECORD = (
    f"p.number, d.path, d.sha256, d.title, d.language, {COLUMNS}"
    " FROM passages p JOIN documents d ON d.id = p.document"
)


SHORT = 64  # bytes of a compressed list that may be empty


def embedding_text(text: str, title: str) -> str:
    """Return what is embedded and analysed: a passage under its title."""
    return f"{title}\n{text}" if title else text


def packed(content: object) -> bytes:
    """Return plain values as compressed JSON."""
    return zlib.compress(json.dumps(content).encode(), 6)


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


def address(folder: Path) -> str:
    """Return the store of the generation in *folder* as SQLite wants it."""
    return (folder / FILE).absolute().as_uri()


class Store:
    """Reads what a StoreWriter wrote; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        # Nobody writes to a generation, so SQLite needs neither locks nor a journal.
        self._database = sqlite3.connect(
            f"{address(folder)}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._lock = threading.Lock()
        # Nothing of these changes.
        self._outlines: list[Outline] | None = None
        self._known_begins: dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]] = {}

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._database.execute(query, values).fetchall()

    def counts(self) -> tuple[int, int, int]:
        """Return the number of documents, of passages, and of passages that are no copies."""
        query = (
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages),"
            " (SELECT count(*) FROM passages WHERE copy_of IS NULL)"
        )
        documents, passages, originals = self._rows(query)[0]
        return documents, passages, originals

    def documents(self) -> list[DocumentRecord]:
        """Return every document, by path."""
        return list(self._records)

    @cached_property
    def _records(self) -> tuple[DocumentRecord, ...]:
        query = "SELECT path, sha256, title, language FROM documents ORDER BY path"
        return tuple(DocumentRecord(*row) for row in self._rows(query))

    def outlines(self, among: Filter | None = None) -> list[Outline]:
        """Return what the documents hold of which any passage passes *among*; no text is read."""
        if self._outlines is None:
            query = "SELECT path, title, language, records, parts FROM documents ORDER BY path"
            self._outlines = [_outline(*row) for row in self._rows(query)]
        if not among:
            return self._outlines
        condition, values = _condition(among)
        query = (
            "SELECT DISTINCT d.path FROM passages p"  # noqa: S608
            f" JOIN documents d ON d.id = p.document WHERE {condition}"
        )
        passing = {path for (path,) in self._rows(query, values)}
        return [outline for outline in self._outlines if outline.path in passing]

    def stamps(self) -> dict[str, tuple[Stamp, str]]:
        """Return for every path what its file looked like, and the digest that it had."""
        query = "SELECT path, size, modified, seen, sha256 FROM documents ORDER BY path"
        return {path: (Stamp(*stamp), digest) for path, *stamp, digest in self._rows(query)}

    def kept(self) -> dict[str, tuple[Kept, tuple[Message, ...]]]:
        """Return for every path how much of what the file shows was read, and what was not."""
        rows = self._rows("SELECT path, kept, notes FROM documents ORDER BY path")
        return {
            path: (marks.kept(json.loads(kept)), marks.notes(json.loads(notes)))
            for path, kept, notes in rows
        }

    @cached_property
    def read_by_ocr(self) -> frozenset[str]:
        """The paths of documents of which words were read from pictures."""
        rows = self._rows("SELECT path, recognised FROM documents")
        # What is longer holds something, and need not be unpacked.
        return frozenset(
            path for path, held in rows if len(held) > SHORT or json.loads(zlib.decompress(held))
        )

    def passage_counts(self) -> dict[str, int]:
        """Return the number of passages of every document, by path."""
        return dict(self._passage_counts)

    @cached_property
    def _passage_counts(self) -> dict[str, int]:
        query = (
            "SELECT d.path, count(*) FROM passages p JOIN documents d ON d.id = p.document"
            " GROUP BY d.id"
        )
        return dict(self._rows(query))

    def document(self, path: str) -> tuple[Document, list[Passage]] | None:
        """Return the document at *path* with its passages, or None if it is not as indexed."""
        document = self.source(path)
        if document is None:
            return None
        query = (
            f"SELECT {COLUMNS} FROM passages p JOIN documents d ON d.id = p.document"  # noqa: S608
            " WHERE d.path = ? ORDER BY p.number"
        )
        return document, [_passage(row) for row in self._rows(query, (path,))]

    def sentences(self, path: str, places: Sequence[int]) -> list[Span]:
        """Return where in its source the sentences of a document stand, in order.

        Those of the passages that begin last before one of *places*: it stands in no others.
        """
        numbers, starts = self._begins(path)
        at = np.unique(np.searchsorted(starts, places, "right") - 1)
        held = numbers[at[at >= 0]].tolist()
        marks = ", ".join("?" * len(held))
        query = f"SELECT text, map, sentences FROM passages WHERE number IN ({marks})"  # noqa: S608
        spans: list[Span] = []
        for text, packed, pairs in self._rows(query, tuple(held)):
            view = View.unpacked(text, packed)
            first, last = np.frombuffer(pairs, "<i4").reshape(-1, 2).T
            spans += zip(view.starts[first].tolist(), view.ends[last - 1].tolist(), strict=True)
        return sorted(spans)

    def _begins(self, path: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the numbers of a document's passages and where they begin, in this order."""
        if path not in self._known_begins:
            query = (
                "SELECT p.number, p.map FROM passages p JOIN documents d ON d.id = p.document"
                " WHERE d.path = ?"
            )
            begins = [(View.packed_start(packed), n) for n, packed in self._rows(query, (path,))]
            ordered = np.array(sorted(begins), np.int64).reshape(-1, 2)
            self._known_begins[path] = ordered[:, 1], ordered[:, 0]
        return self._known_begins[path]

    def source(self, path: str) -> Document | None:
        """Return the document at *path*, or None if its text is not what was indexed."""
        query = (
            "SELECT path, sha256, source, title, language, source_sha256, records, parts, tables,"
            " recognised, kept, notes FROM documents WHERE path = ?"
        )
        rows = self._rows(query, (path,))
        if not rows:
            return None
        path, sha256, source, title, language, digest, *told = rows[0]
        if hashlib.sha256(source.encode()).hexdigest() != digest:
            return None
        return Document(path, sha256, source, title, language, *_told(*told))

    def sources(self) -> Iterator[tuple[str, str]]:
        """Yield the path and the source text of every document, by path."""
        with self._lock:
            yield from self._database.execute("SELECT path, source FROM documents ORDER BY path")

    def embedded_texts(self) -> Iterator[str]:
        """Yield the text that was embedded of every passage that is no copy."""
        query = "SELECT text, title FROM passages WHERE copy_of IS NULL"
        with self._lock:
            for text, title in self._database.execute(query):
                yield embedding_text(text, title)

    def matching(self, number: int, among: Filter | None = None) -> list[PassageRecord]:
        """Return passage *number* and its copies, as far as they pass *among*."""
        condition, values = _condition(among)
        original = "(SELECT coalesce(copy_of, number) FROM passages WHERE number = ?)"
        query = (
            f"SELECT {RECORD} WHERE (p.number = {original} OR p.copy_of = {original})"
            f" AND {condition} ORDER BY p.number"
        )
        return [_record(row) for row in self._rows(query, (number, number, *values))]

    def around(self, number: int, count: int) -> list[PassageRecord]:
        """Return passage *number* with at most *count* before and after it in its document."""
        query = (
            f"SELECT {RECORD} WHERE p.number BETWEEN ? AND ? AND p.document ="  # noqa: S608
            " (SELECT document FROM passages WHERE number = ?) ORDER BY p.number"
        )
        bounds = number - count, number + count
        return [_record(row) for row in self._rows(query, (*bounds, number))]

    def firsts(
        self, originals: Sequence[int], among: Filter | None = None
    ) -> dict[int, PassageRecord]:
        """Return for each original the first that passes *among*: itself, or one of its copies."""
        condition, values = _condition(among)
        marks = ", ".join("?" * len(originals))
        query = (
            f"SELECT coalesce(p.copy_of, p.number), {RECORD}"
            f" WHERE (p.number IN ({marks}) OR p.copy_of IN ({marks})) AND {condition}"
            " ORDER BY p.number DESC"
        )
        rows = self._rows(query, (*originals, *originals, *values))
        return {original: _record(row) for original, *row in rows}

    def posts(self, authors: Sequence[str], among: Filter | None = None) -> list[PassageRecord]:
        """Return the passages that any of *authors* wrote and that pass *among*, in order."""
        condition, values = _condition(among)
        marks = ", ".join("?" * len(authors))
        query = (
            f"SELECT {RECORD} WHERE p.author IN ({marks}) AND {condition} ORDER BY d.path, p.number"
        )
        return [_record(row) for row in self._rows(query, (*authors, *values))]

    def originals(self, numbers: Sequence[int]) -> list[int]:
        """Return for each passage the one that it is a copy of, or itself."""
        marks = ", ".join("?" * len(numbers))
        query = f"SELECT number, copy_of FROM passages WHERE number IN ({marks})"  # noqa: S608
        copies = dict(self._rows(query, tuple(numbers)))
        return [copies.get(number) or number for number in numbers]

    def terms(self, numbers: Sequence[int]) -> dict[int, list[str]]:
        """Return the analysed terms of passages, by number."""
        marks = ", ".join("?" * len(numbers))
        query = f"SELECT number, terms FROM passages WHERE number IN ({marks})"  # noqa: S608
        return {number: terms.split() for number, terms in self._rows(query, tuple(numbers))}

    def passing(self, originals: Sequence[int], among: Filter) -> set[int]:
        """Return those of the *originals* that pass *among*, or have a copy that does."""
        condition, values = _condition(among)
        marks = ", ".join("?" * len(originals))
        query = (
            "SELECT coalesce(p.copy_of, p.number) FROM passages p"  # noqa: S608
            " JOIN documents d ON d.id = p.document"
            f" WHERE (p.number IN ({marks}) OR p.copy_of IN ({marks})) AND {condition}"
        )
        return {number for (number,) in self._rows(query, (*originals, *originals, *values))}

    def numbers(self, among: Filter) -> NDArray[np.int64]:
        """Return the numbers of the originals that pass *among*, or have a copy that does."""
        condition, values = _condition(among)
        query = (
            "SELECT DISTINCT coalesce(p.copy_of, p.number) FROM passages p"  # noqa: S608
            f" JOIN documents d ON d.id = p.document WHERE {condition} ORDER BY 1"
        )
        return np.array(self._rows(query, values), np.int64).reshape(-1)


def _condition(among: Filter | None) -> tuple[str, tuple[object, ...]]:
    """Return the SQL that says what *among* asks for, and its values."""
    if among is None:
        return "1", ()
    parts: list[str] = ["1"]
    values: list[object] = []
    for column, joint, wanted in (
        ("d.path", "/", among.paths),
        ("p.language", "-", among.languages),
    ):
        if wanted:
            clause = f"({column} = ? OR substr({column}, 1, length(?) + 1) = ? || '{joint}')"
            parts.append(f"({' OR '.join([clause] * len(wanted))})")
            values += [value for value in wanted for _ in range(3)]
    if among.since or among.until:
        parts.append("CAST(substr(replace(p.date, '-', '') || '00000000', 1, 8) AS INTEGER)"
                     " BETWEEN ? AND ?")  # fmt: skip
        values += among.days
    return " AND ".join(parts), tuple(values)


def _outline(path: str, title: str, language: str, records: str, parts: str) -> Outline:
    held = tuple(Record(*fields) for fields in json.loads(records))
    pages = sum(Part(*fields).kind == "page" for fields in json.loads(parts))
    return Outline(path, title, language, held, pages)


def _record(row: Sequence[Any]) -> PassageRecord:
    number, *document = row[:5]
    return PassageRecord(number, DocumentRecord(*document), _passage(row[5:]))


def _passage(row: Sequence[Any]) -> Passage:
    text, packed, spans, *told = row
    pairs = np.frombuffer(spans, "<i4").reshape(-1, 2)
    sentences = tuple((int(start), int(end)) for start, end in pairs)
    return Passage(View.unpacked(text, packed), sentences, *told)
