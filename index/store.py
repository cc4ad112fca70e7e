"""Documents and passages of one generation in SQLite."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.documents import Document, Part, Passage, Record
from corpus.view import View

FILE = "passages.sqlite"
SCHEMA = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, sha256 TEXT NOT NULL,
    title TEXT NOT NULL, language TEXT NOT NULL, source TEXT NOT NULL, source_sha256 TEXT NOT NULL,
    records TEXT NOT NULL, parts TEXT NOT NULL
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    row INTEGER UNIQUE,  -- in the vectors and the words; a copy of another passage has none
    copy_of INTEGER REFERENCES passages (number),
    text TEXT NOT NULL, map BLOB NOT NULL, sentences BLOB NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document);
CREATE INDEX copies ON passages (copy_of) WHERE copy_of IS NOT NULL;
"""
COLUMNS = "p.text, p.map, p.sentences, p.language, p.title, p.date"


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What is known of a document beside its text."""

    path: str
    sha256: str
    title: str
    language: str


@dataclass(frozen=True, slots=True, eq=False)
class PassageRecord:
    """A passage with its number in the generation and the document that it is from."""

    number: int
    document: DocumentRecord
    passage: Passage


def write_store(
    folder: Path, documents: Iterable[tuple[Document, list[Passage]]], copies: Sequence[int]
) -> None:
    """Write *documents* with their passages, which are numbered from 0 in this order.

    ``copies[n]`` is the number of the passage that *n* is a copy of, or *n*; the others have the
    rows 0, 1, 2… of the vectors and the words.
    """
    with closing(sqlite3.connect(folder / FILE)) as store, store:
        store.executescript(SCHEMA)
        number = row = 0
        for key, (document, passages) in enumerate(documents):
            digest = hashlib.sha256(document.source.encode()).hexdigest()
            store.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (key, document.path, document.sha256, document.title, document.language,
                 document.source, digest, json.dumps(document.records),
                 json.dumps(document.parts)),
            )  # fmt: skip
            for passage in passages:
                own = copies[number] == number
                store.execute(
                    "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (number, key, row if own else None, None if own else copies[number],
                     passage.text, passage.view.packed_map(),
                     np.array(passage.sentences, "<i4").tobytes(), passage.language,
                     passage.title, passage.date),
                )  # fmt: skip
                number += 1
                row += own


class Store:
    """Reads what :func:`write_store` wrote; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        # Nobody writes to a generation, so SQLite needs neither locks nor a journal.
        address = f"{(folder / FILE).absolute().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        with self._lock:
            return self._database.execute(query, values).fetchall()

    def counts(self) -> tuple[int, int, int]:
        """Return the number of documents, of passages, and of passages that are no copies."""
        query = (
            "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages),"
            " (SELECT count(row) FROM passages)"
        )
        documents, passages, rows = self._rows(query)[0]
        return int(str(documents)), int(str(passages)), int(str(rows))

    def documents(self) -> list[DocumentRecord]:
        """Return every document, by path."""
        query = "SELECT path, sha256, title, language FROM documents ORDER BY path"
        return [DocumentRecord(*map(str, row)) for row in self._rows(query)]

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

    def source(self, path: str) -> Document | None:
        """Return the document at *path*, or None if its text is not what was indexed."""
        query = (
            "SELECT path, sha256, source, title, language, records, parts, source_sha256"
            " FROM documents WHERE path = ?"
        )
        rows = self._rows(query, (path,))
        if not rows:
            return None
        path, sha256, source, title, language, records, parts, digest = map(str, rows[0])
        if hashlib.sha256(source.encode()).hexdigest() != digest:
            return None
        return Document(
            path,
            sha256,
            source,
            title,
            language,
            tuple(Record(*one) for one in json.loads(records)),
            tuple(Part(*one) for one in json.loads(parts)),
        )

    def passages(self, rows: Iterable[int]) -> Iterator[PassageRecord]:
        """Yield the passages at *rows* of the vectors and the words, in their order."""
        for row in rows:
            yield from self._records("p.row = ?", int(row))

    def copies(self, number: int) -> list[PassageRecord]:
        """Return the passages that say the same as passage *number*, without itself."""
        return list(self._records("p.copy_of = ?", number))

    def _records(self, condition: str, value: int) -> Iterator[PassageRecord]:
        query = (
            f"SELECT p.number, d.path, d.sha256, d.title, d.language, {COLUMNS}"  # noqa: S608
            f" FROM passages p JOIN documents d ON d.id = p.document WHERE {condition}"
        )
        for number, *row in self._rows(query, (value,)):
            document = DocumentRecord(*map(str, row[:4]))
            yield PassageRecord(int(str(number)), document, _passage(tuple(row[4:])))


def _passage(row: tuple[object, ...]) -> Passage:
    text, packed, spans, language, title, date = row
    if not isinstance(packed, bytes) or not isinstance(spans, bytes):
        raise TypeError("a passage's map and sentences are bytes")
    pairs = np.frombuffer(spans, "<i4").reshape(-1, 2)
    sentences = tuple((int(start), int(end)) for start, end in pairs)
    view = View.unpacked(str(text), packed)
    return Passage(view, sentences, str(language), str(title), str(date))
