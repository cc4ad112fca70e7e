"""What of a generation's store goes into a new layer."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.backend import Progress
from index.embedding_cache import Embed, EmbeddingCache
from index.layer_search import days, place_hashes
from index.lexical import Entry
from index.milvus import TOGETHER, Collections, Row
from index.rows import VECTORS, Rows
from index.store import address, embedding_text
from index.term_table import hashed, saturations
from index.vectors import write_vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

CACHE = "embeddings.sqlite"


def originals(database: sqlite3.Connection) -> NDArray[np.int64]:
    """Return the numbers of the passages of a store that are no copies, ascending."""
    query = "SELECT number FROM passages WHERE copy_of IS NULL ORDER BY number"
    return np.array(database.execute(query).fetchall(), np.int64).reshape(-1)


def altered(database: sqlite3.Connection, before: Path) -> set[int]:
    """Return the passages that have other copies than in the generation in the folder *before*."""
    database.execute("ATTACH ? AS past", (f"{address(before)}?mode=ro&immutable=1",))
    now = "SELECT number, copy_of FROM main.passages WHERE copy_of IS NOT NULL"
    past = now.replace("main.", "past.")
    query = (
        f"SELECT copy_of FROM ({now} EXCEPT {past})"  # noqa: S608
        f" UNION SELECT copy_of FROM ({past} EXCEPT {now})"
    )
    numbers = {int(number) for (number,) in database.execute(query)}
    database.execute("DETACH past")
    return numbers


class Fresh:
    """The passages of a store that a new layer is of; gives their texts to be embedded too."""

    def __init__(self, database: sqlite3.Connection, numbers: NDArray[np.int64]) -> None:
        self._database, self._numbers = database, numbers
        database.execute("CREATE TEMP TABLE fresh (number INTEGER PRIMARY KEY)")
        database.executemany("INSERT INTO fresh VALUES (?)", ((int(n),) for n in numbers))

    def originals(self) -> NDArray[np.int64]:
        """Return their numbers, ascending."""
        return self._numbers

    def longest_first(self, _all: NDArray[np.int64]) -> Iterator[int]:
        """Yield their numbers, the longest in bytes first: none has a vector yet."""
        query = (
            "SELECT number FROM passages JOIN fresh USING (number)"
            " ORDER BY length(CAST(text AS BLOB)) DESC, number"
        )
        yield from (number for (number,) in self._database.execute(query).fetchall())

    def to_embed(self, numbers: list[int]) -> tuple[list[str], list[str]]:
        """Return the texts to embed of the passages *numbers*, and their languages."""
        query = "SELECT title, text, language FROM passages WHERE number = ?"
        rows = [self._database.execute(query, (n,)).fetchone() for n in numbers]
        return [embedding_text(text, title) for title, text, _ in rows], [row[2] for row in rows]

    def entries(self) -> Iterator[Entry]:
        """Yield what is to be known of each beside its vector, by number."""
        query = (
            "SELECT f.number, o.terms, d.path, p.language, p.date FROM fresh f"
            " JOIN passages o ON o.number = f.number"
            " JOIN passages p ON p.number = f.number OR p.copy_of = f.number"
            " JOIN documents d ON d.id = p.document ORDER BY f.number, p.number"
        )
        held: list[tuple[int, str, str, str, str]] = []
        for row in self._database.execute(query):
            if held and held[0][0] != row[0]:
                yield _entry(held)
                held = []
            held.append(row)
        if held:
            yield _entry(held)


def _entry(rows: list[tuple[int, str, str, str, str]]) -> Entry:
    numbers, terms, *places = zip(*rows, strict=True)
    return Entry(numbers[0], terms[0], *map(tuple, places))


def written(
    collections: Collections,
    name: str,
    draft: Path,
    index: Path,
    fresh: Fresh,
    embedder: Embedder,
    embed: Embed,
    average: float,
    report: Progress,
) -> int:
    """Send the passages *fresh* to the collection *name*; return how many *embed* made.

    Their vectors lie in *draft* for the while.
    """
    with EmbeddingCache(index / CACHE, embedder) as cache:
        new = write_vectors(
            draft, fresh, None, cache, embedder, embed, partial(report, "embedding")
        )
    rows = Rows.load(draft)
    each = (row for _, block in rows.blocks() for row in block)
    together: list[Row] = []
    for sent, (entry, row) in enumerate(zip(fresh.entries(), each, strict=True), start=1):
        weights = saturations(entry.terms.split(), average)
        terms = {hashed(term): weight for term, weight in weights.items()}
        together.append(
            Row(entry.number, row.astype(np.float32), terms, place_hashes(entry), days(entry))
        )
        if len(together) == TOGETHER:
            collections.add(name, together)
            report("words", sent, len(rows))
            together = []
    if together:
        collections.add(name, together)
    report("words", len(rows), len(rows))
    del rows, each
    shutil.rmtree(draft / VECTORS)
    return new
