"""Documents and passages of one generation in SQLite."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.documents import Document, Passage
from corpus.view import View

FILE = "passages.sqlite"
SCHEMA = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, sha256 TEXT NOT NULL,
    title TEXT NOT NULL, language TEXT NOT NULL, source TEXT NOT NULL, source_sha256 TEXT NOT NULL
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    text TEXT NOT NULL, map BLOB NOT NULL, sentences BLOB NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document);
"""
COLUMNS = "p.text, p.map, p.sentences, p.language, p.title"


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


def write_store(folder: Path, documents: Iterable[tuple[Document, list[Passage]]]) -> None:
    """Write *documents* with their passages, which are numbered from 0 in this order."""
    with closing(sqlite3.connect(folder / FILE)) as store, store:
        store.executescript(SCHEMA)
        number = 0
        for key, (document, passages) in enumerate(documents):
            digest = hashlib.sha256(document.source.encode()).hexdigest()
            store.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)",
                (key, document.path, document.sha256, document.title, document.language,
                 document.source, digest),
            )  # fmt: skip
            for passage in passages:
                store.execute(
                    "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (number, key, passage.text, passage.view.packed_map(),
                     np.array(passage.sentences, "<i4").tobytes(), passage.language,
                     passage.title),
                )  # fmt: skip
                number += 1


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

    def counts(self) -> tuple[int, int]:
        """Return the number of documents and of passages."""
        query = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
        documents, passages = self._rows(query)[0]
        return int(str(documents)), int(str(passages))

    def documents(self) -> list[DocumentRecord]:
        """Return every document, by path."""
        query = "SELECT path, sha256, title, language FROM documents ORDER BY path"
        return [DocumentRecord(*map(str, row)) for row in self._rows(query)]

    def document(self, path: str) -> tuple[Document, list[Passage]]:
        """Return the whole document at *path* with its passages, as they were indexed."""
        query = "SELECT path, sha256, source, title, language FROM documents WHERE path = ?"
        document = Document(*map(str, self._rows(query, (path,))[0]))
        query = (
            f"SELECT {COLUMNS} FROM passages p JOIN documents d ON d.id = p.document"  # noqa: S608
            " WHERE d.path = ? ORDER BY p.number"
        )
        return document, [_passage(row) for row in self._rows(query, (path,))]

    def source(self, path: str) -> str | None:
        """Return the source text of *path*, or None if its digest does not agree with it."""
        query = "SELECT source, source_sha256 FROM documents WHERE path = ?"
        rows = self._rows(query, (path,))
        if not rows:
            return None
        source, digest = map(str, rows[0])
        return source if hashlib.sha256(source.encode()).hexdigest() == digest else None

    def passages(self, numbers: Iterable[int]) -> Iterator[PassageRecord]:
        """Yield the passages *numbers*, in their order."""
        query = (
            "SELECT d.path, d.sha256, d.title, d.language, "  # noqa: S608
            f"{COLUMNS} FROM passages p JOIN documents d ON d.id = p.document WHERE p.number = ?"
        )
        for number in numbers:
            row = self._rows(query, (int(number),))[0]
            yield PassageRecord(number, DocumentRecord(*map(str, row[:4])), _passage(row[4:]))


def _passage(row: tuple[object, ...]) -> Passage:
    text, packed, spans, language, title = row
    if not isinstance(packed, bytes) or not isinstance(spans, bytes):
        raise TypeError("a passage's map and sentences are bytes")
    pairs = np.frombuffer(spans, "<i4").reshape(-1, 2)
    sentences = tuple((int(start), int(end)) for start, end in pairs)
    return Passage(View.unpacked(str(text), packed), sentences, str(language), str(title))
