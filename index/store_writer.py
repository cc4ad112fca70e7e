"""Writes the documents and passages of a generation, one document at a time."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.documents import Document, Passage
from corpus.files import Stamp
from corpus.near_duplicates import BANDS, buckets, first_of_each
from index.lexical import Entry
from index.store import SCHEMA, address, embedding_text, packed
from index.word_counts import WordCounts
from language.terms import passage_terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Passages whose terms are counted anew between two commits.
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Changed:  # w-store replaces this
    """What differs from the generation that was taken over, by numbers of originals, ascending."""

    gone: NDArray[np.int64]
    fresh: NDArray[np.int64]


class StoreWriter:
    """The store of a draft; what did not change is taken over from the generation before.

    A passage keeps its number as long as its document is not read again, so that whatever is
    known of the number – vector, terms, buckets, copies – is still true of it.
    """

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(address(folder), uri=True)
        self._before: Path | None = None  # w-store replaces this
        self._taken = 0  # the last number of the generation before
        self._last = 0  # the last number that was given
        # A draft that dies is thrown away: nothing to roll back, nothing to wait for.
        self._database.execute("PRAGMA journal_mode=OFF")
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.executescript(SCHEMA)
        self.words = WordCounts(folder)

    def close(self) -> None:
        """Write what is left and close the database."""
        self._database.commit()
        self._database.close()
        self.words.close()

    def take_over(self, before: Path, kept: Mapping[str, Stamp]) -> None:
        """Copy the documents *kept* from the generation in the folder *before*."""
        self._before = before
        run = self._database.execute
        run("ATTACH ? AS before", (f"{address(before)}?mode=ro&immutable=1",))
        run("CREATE TEMP TABLE kept (path TEXT PRIMARY KEY, size, modified, seen)")
        rows = ((path, *stamp) for path, stamp in kept.items())
        self._database.executemany("INSERT INTO kept VALUES (?, ?, ?, ?)", rows)
        run(
            "INSERT INTO documents SELECT d.id, d.path, d.sha256, k.size, k.modified, k.seen,"
            " d.title, d.language, d.source, d.source_sha256, d.records, d.parts, d.tables,"
            " d.recognised, d.kept, d.notes"
            " FROM before.documents d JOIN kept k USING (path) ORDER BY d.id"
        )
        run(
            "INSERT INTO passages SELECT p.* FROM before.passages p"
            " WHERE p.document IN (SELECT id FROM documents) ORDER BY p.number"
        )
        if kept:
            gone = (
                "SELECT title, text FROM before.passages"
                " WHERE document NOT IN (SELECT id FROM documents)"
            )
            self.words.take_over(before, self._texts(gone))
        self._database.commit()
        # Numbers of passages that are gone are not given again: a vector goes by its number.
        query = "SELECT coalesce(max(number), 0) FROM before.passages"
        self._taken = self._last = int(run(query).fetchone()[0])
        run("DETACH before")
        run("DROP TABLE kept")

    def add(self, document: Document, stamp: Stamp, passages: Iterable[Passage]) -> None:
        """Add a document with its passages."""
        run = self._database.execute
        digest = hashlib.sha256(document.source.encode()).hexdigest()
        inserted = run(
            "INSERT INTO documents (path, sha256, size, modified, seen, title, language, source,"
            " source_sha256, records, parts, tables, recognised, kept, notes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (document.path, document.sha256, *stamp, document.title, document.language,
             document.source, digest, json.dumps(document.records), json.dumps(document.parts),
             packed(document.tables), packed(document.recognised), json.dumps(document.kept),
             json.dumps([note.as_json() for note in document.notes])),
        )  # fmt: skip
        passages = list(passages)
        self.words.add(embedding_text(one.text, one.title) for one in passages)
        for passage in passages:
            self._last += 1
            run(
                "INSERT INTO passages (number, document, text, map, sentences, language, title,"
                " date, author, terms, buckets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (self._last, inserted.lastrowid, passage.text, passage.view.packed_map(),
                 np.array(passage.sentences, "<i4").tobytes(), passage.language, passage.title,
                 passage.date, passage.author,
                 _terms(passage.text, passage.title, passage.language),
                 buckets(passage.text).astype("<u8").tobytes()),
            )  # fmt: skip

    def analyse_again(self) -> None:
        """Find the terms of what was taken over anew, and all words: the analysis is another."""
        select = (
            "SELECT number, text, title, language FROM passages"
            " WHERE number > ? AND number <= ? ORDER BY number LIMIT ?"
        )
        self._before = None
        last = 0
        while rows := self._database.execute(select, (last, self._taken, BATCH)).fetchall():
            last = rows[-1][0]
            terms = [(_terms(*row), number) for number, *row in rows]
            self._database.executemany("UPDATE passages SET terms = ? WHERE number = ?", terms)
        self.words.clear()
        self.words.add(self._texts("SELECT title, text FROM passages"))

    def _texts(self, query: str) -> Iterator[str]:
        return (embedding_text(text, title) for title, text in self._database.execute(query))

    def mark_copies(self) -> None:
        """Say of each passage which earlier one it is a copy of, if of any."""
        run = self._database.execute
        query = "SELECT number FROM passages WHERE copy_of NOT IN (SELECT number FROM passages)"
        # One whose original is gone is compared again, as the new ones are.
        orphans = {number for (number,) in run(query).fetchall()}
        numbers: list[int] = []
        packed = bytearray()
        known: dict[int, int] = {}  # by place, as all are in order
        for number, original, own in run(
            "SELECT number, copy_of, buckets FROM passages ORDER BY number"
        ):
            if number <= self._taken and number not in orphans:
                first = number if original is None else original
                known[len(numbers)] = bisect_left(numbers, first)
            numbers.append(number)
            packed += own
        first_ones = first_of_each(
            np.frombuffer(packed, "<u8").reshape(-1, BANDS),
            known,
            lambda place: self._text(numbers[place]),
        )
        pairs = [
            (None if first == place else numbers[first], numbers[place])
            for place, first in first_ones.items()
        ]
        self._database.executemany("UPDATE passages SET copy_of = ? WHERE number = ?", pairs)
        self._database.commit()

    def _text(self, number: int) -> str:
        query = "SELECT text FROM passages WHERE number = ?"
        return str(self._database.execute(query, (number,)).fetchone()[0])

    def originals(self) -> NDArray[np.int64]:
        """Return the numbers of the passages that are no copies, ascending."""
        query = "SELECT number FROM passages WHERE copy_of IS NULL ORDER BY number"
        return np.array(self._database.execute(query).fetchall(), np.int64).reshape(-1)

    # w-store replaces this
    def longest_first(self, numbers: NDArray[np.int64]) -> Iterator[int]:
        """Yield those of *numbers*, the longest in bytes first.

        Bytes tell how many tokens a text has, in Chinese as in English; characters do not.
        """
        query = (
            "SELECT number FROM passages WHERE copy_of IS NULL"
            " ORDER BY length(CAST(text AS BLOB)) DESC, number"
        )
        wanted = set(numbers.tolist())
        yield from (number for (number,) in self._database.execute(query) if number in wanted)

    def to_embed(self, numbers: list[int]) -> tuple[list[str], list[str]]:
        """Return the texts to embed of the passages *numbers*, and their languages."""
        query = "SELECT title, text, language FROM passages WHERE number = ?"
        rows = [self._database.execute(query, (n,)).fetchone() for n in numbers]
        return [embedding_text(text, title) for title, text, _ in rows], [row[2] for row in rows]

    def changed(self) -> Changed | None:
        """Return what differs from what was taken over."""  # w-store replaces this
        if self._before is None:
            return None
        self._database.commit()
        run = self._database.execute
        run("ATTACH ? AS before", (f"{address(self._before)}?mode=ro&immutable=1",))
        firsts = "SELECT number FROM {}passages WHERE copy_of IS NULL"
        copies = "SELECT copy_of, number FROM {}passages WHERE copy_of IS NOT NULL"
        was, now = ({n for (n,) in run(firsts.format(of))} for of in ("before.", "main."))
        copied_was, copied = (set(run(copies.format(of))) for of in ("before.", "main."))
        other = {original for original, _ in copied_was ^ copied} & now
        run("DETACH before")
        gone, fresh = (np.array(sorted(some), np.int64) for some in (was - now, now - was | other))
        return Changed(gone, fresh)

    def entries(self, numbers: NDArray[np.int64] | None = None) -> Iterator[Entry]:
        """Yield what the words of originals are indexed from: of *numbers*, or of all."""
        run = self._database.execute  # w-store replaces this
        run("CREATE TEMP TABLE IF NOT EXISTS some (number INTEGER PRIMARY KEY)")
        run("DELETE FROM some")
        some = self.originals() if numbers is None else numbers
        self._database.executemany("INSERT INTO some VALUES (?)", ((n,) for n in some.tolist()))
        copies: dict[int, list[tuple[str, str, str]]] = {}
        query = (
            "SELECT p.copy_of, d.path, p.language, p.date FROM passages p"
            " JOIN some s ON s.number = p.copy_of JOIN documents d ON d.id = p.document"
        )
        for original, *places in run(query):
            copies.setdefault(original, []).append(tuple(places))
        query = (
            "SELECT p.number, p.terms, d.path, p.language, p.date FROM some s CROSS JOIN passages p"
            " ON p.number = s.number CROSS JOIN documents d ON d.id = p.document ORDER BY s.number"
        )
        for number, terms, *place in run(query):
            all_places = [tuple(place), *copies.get(number, ())]
            yield Entry(number, terms, *map(tuple, zip(*all_places, strict=True)))

    def counts(self) -> tuple[int, int]:
        """Return the number of documents and of passages."""
        query = "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM passages)"
        documents, passages = self._database.execute(query).fetchone()
        return int(documents), int(passages)


def _terms(text: str, title: str, language: str) -> str:
    return " ".join(passage_terms(embedding_text(text, title), language))
