"""The texts of a generation: SQLite files of whole documents, each of consecutive numbers.

A file that a build has published is never written to again, so that the next generation may link
it; it holds nothing that can change while its documents do not.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import zlib
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from corpus.documents import Passage
from corpus.view import View
from index.documents import Extent
from index.passage_index import DocumentRecord, Filter, PassageRecord
from index.sqlite_files import opened

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = "passages"
# Passages of a shard that takes no more documents: a change writes so many anew.
FULL = 50_000
# What is small comes first: SQLite reads a row from its beginning.
SCHEMA = """
CREATE TABLE documents (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, sha256 TEXT NOT NULL,
    title TEXT NOT NULL, language TEXT NOT NULL,
    parts TEXT NOT NULL, kept TEXT NOT NULL, notes TEXT NOT NULL, records TEXT NOT NULL
);
CREATE TABLE sources (
    document INTEGER PRIMARY KEY REFERENCES documents (id), sha256 TEXT NOT NULL,
    tables BLOB NOT NULL, recognised BLOB NOT NULL, source TEXT NOT NULL
);
CREATE TABLE passages (
    number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents (id),
    text TEXT NOT NULL, map BLOB NOT NULL, sentences BLOB NOT NULL,
    language TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, author TEXT NOT NULL,
    terms TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document, language, date);
"""
COLUMNS = "p.text, p.map, p.sentences, p.language, p.title, p.date, p.author"
JOINED = " FROM passages p JOIN documents d ON d.id = p.document"
# Documents first, of which there are few; the index has all that a filter asks of a passage.
FILTERED = " FROM documents d CROSS JOIN passages p ON p.document = d.id"
RECORD = f"p.number, d.path, d.sha256, d.title, d.language, {COLUMNS}{JOINED}"
AMONG = "p.number IN (SELECT value FROM json_each(?))"
Values = tuple[object, ...]
# Numbers that are asked for together, and shards that are open at a time.
TOGETHER, OPEN = 500, 32


def embedding_text(text: str, title: str) -> str:
    """Return what is embedded and analysed: a passage under its title."""
    return f"{title}\n{text}" if title else text


def packed(content: object) -> bytes:
    """Return plain values as compressed JSON."""
    return zlib.compress(json.dumps(content).encode(), 6)


def shard_file(folder: Path, shard: int) -> Path:
    """Return where a shard of the generation in *folder* lies."""
    return folder / FOLDER / f"{shard:06d}.sqlite"


class Shards:
    """The shards of a generation, opened when they are asked; safe for several threads."""

    def __init__(self, folder: Path, extents: Sequence[Extent]) -> None:
        self._folder = folder
        self.extents = tuple(sorted(extents, key=lambda extent: (extent.first, extent.shard)))
        self._firsts = [extent.first for extent in self.extents]
        self._open: OrderedDict[int, sqlite3.Connection] = OrderedDict()
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close those that are open."""
        with self._lock:
            for database in self._open.values():
                database.close()
            self._open.clear()

    def rows(self, shard: int, query: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Return what a shard answers to *query*."""
        with self._lock:
            if shard not in self._open:
                if len(self._open) >= OPEN:
                    self._open.popitem(last=False)[1].close()
                self._open[shard] = opened(shard_file(self._folder, shard))
            self._open.move_to_end(shard)
            return self._open[shard].execute(query, values).fetchall()

    def all_rows(self, query: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
        """Yield what the shards answer to *query*, one after the other, by number."""
        for extent in self.extents:
            yield from self.rows(extent.shard, query, values)

    def holding(self, number: int) -> int | None:
        """Return the shard in which passage *number* is, if it is in any."""
        at = bisect_right(self._firsts, number) - 1
        return self.extents[at].shard if at >= 0 and number <= self.extents[at].last else None

    def of(
        self, query: str, numbers: NDArray[np.int64], values: Values = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Yield what *query* tells of passages; it has :data:`AMONG` first, and is by number.

        Args:
            query: What each shard is asked.
            numbers: Of the passages, ascending.
            values: Of the query, after the numbers.
        """
        for shard, some in self.portions(numbers):
            yield from self.rows(shard, query, (json.dumps(some), *values))

    def portions(self, numbers: NDArray[np.int64]) -> Iterator[tuple[int, list[int]]]:
        """Yield *numbers*, ascending, in portions of one shard each, with the shard."""
        for extent in self.extents:
            first, last = np.searchsorted(numbers, [extent.first, extent.last + 1])
            for at in range(int(first), int(last), TOGETHER):
                yield extent.shard, numbers[at : min(at + TOGETHER, int(last))].tolist()


def condition(among: Filter | None) -> tuple[str, tuple[object, ...]]:
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


def record_of(row: Sequence[Any]) -> PassageRecord:
    """Return the passage that :data:`RECORD` selected."""
    number, *document = row[:5]
    return PassageRecord(number, DocumentRecord(*document), passage_of(row[5:]))


def passage_of(row: Sequence[Any]) -> Passage:
    """Return the passage whose :data:`COLUMNS` were selected."""
    text, map_, spans, *told = row
    pairs = np.frombuffer(spans, "<i4").reshape(-1, 2)
    sentences = tuple((int(start), int(end)) for start, end in pairs)
    return Passage(View.unpacked(text, map_), sentences, *told)
