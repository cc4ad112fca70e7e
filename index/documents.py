"""What is to be known of every document without its text: one small file of a generation."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.files import Stamp
from index.numbers import spread
from index.passage_index import DocumentRecord
from index.sqlite_files import opened

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "documents.sqlite"
SCHEMA = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, sha256 TEXT NOT NULL,
    size INTEGER NOT NULL, modified INTEGER NOT NULL, seen INTEGER NOT NULL,  -- corpus.files.Stamp
    title TEXT NOT NULL, language TEXT NOT NULL,
    recognised INTEGER NOT NULL,  -- whether words of it were read from pictures
    shard INTEGER NOT NULL, first INTEGER NOT NULL, passages INTEGER NOT NULL  -- its numbers
);
CREATE TABLE shards (
    shard INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL,
    passages INTEGER NOT NULL
);
CREATE TABLE given (last INTEGER NOT NULL);  -- the last number that any passage ever had
"""


@dataclass(frozen=True, slots=True)
class Extent:
    """Which passages a shard holds: some of the numbers *first* to *last*."""

    shard: int
    first: int
    last: int  # first - 1 where it has none
    passages: int


class Documents:
    """Reads the file of documents; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._database = opened(folder / FILE)
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._database.execute(query, values).fetchall()

    def extents(self) -> list[Extent]:
        """Return what each shard holds, by number."""
        query = "SELECT shard, first, last, passages FROM shards ORDER BY first, shard"
        return [Extent(*row) for row in self._rows(query)]

    def numbers(self) -> NDArray[np.int64]:
        """Return the numbers of all passages, ascending."""
        query = "SELECT first, passages FROM documents ORDER BY id"
        return spread(*np.array(self._rows(query), np.int64).reshape(-1, 2).T)

    @cached_property
    def counts(self) -> tuple[int, int]:
        """The number of documents and of passages."""
        documents, passages = self._rows(
            "SELECT (SELECT count(*) FROM documents), (SELECT total(passages) FROM shards)"
        )[0]
        return int(documents), int(passages)

    @cached_property
    def records(self) -> tuple[DocumentRecord, ...]:
        """Every document, by path."""
        query = "SELECT path, sha256, title, language FROM documents ORDER BY path"
        return tuple(DocumentRecord(*row) for row in self._rows(query))

    def stamps(self) -> dict[str, tuple[Stamp, str]]:
        """Return for every path what its file looked like, and the digest that it had."""
        query = "SELECT path, size, modified, seen, sha256 FROM documents ORDER BY path"
        return {path: (Stamp(*stamp), digest) for path, *stamp, digest in self._rows(query)}

    @cached_property
    def read_by_ocr(self) -> frozenset[str]:
        """The paths of documents of which words were read from pictures."""
        return frozenset(
            path for (path,) in self._rows("SELECT path FROM documents WHERE recognised")
        )

    @cached_property
    def passage_counts(self) -> dict[str, int]:
        """The number of passages of every document that has any, by path."""
        query = "SELECT path, passages FROM documents WHERE passages > 0 ORDER BY id"
        return dict(self._rows(query))

    def shard_of(self, path: str) -> int | None:
        """Return the shard that holds the document at *path*, if there is one."""
        rows = self._rows("SELECT shard FROM documents WHERE path = ?", (path,))
        return int(rows[0][0]) if rows else None

    def shards_of(self, paths: list[str]) -> dict[str, int]:
        """Return for each of many paths the shard that holds its document."""
        marks = ", ".join("?" * len(paths))
        query = f"SELECT path, shard FROM documents WHERE path IN ({marks})"  # noqa: S608
        return dict(self._rows(query, tuple(paths)))
