"""Takes the documents that stay from the generation before: linked, or written without others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus.files import Stamp
from index import shards
from index.documents import FILE, Documents, Extent
from index.linking import linked
from index.numbers import spread
from index.shard_writer import link_names, rewritten
from index.shards import AMONG, Shards, embedding_text
from index.sqlite_files import published

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A shard with a smaller share of FULL goes together with its neighbour, if they fit into one.
SPARSE = 4


@dataclass(frozen=True, slots=True, eq=False)
class Gone:
    """What of the generation before is not taken over."""

    documents: dict[int, set[int]]  # ids by shard
    passages: NDArray[np.int64]  # numbers, ascending


def documents_kept(
    database: sqlite3.Connection, before: Path, kept: Mapping[str, Stamp]
) -> tuple[Gone, int]:
    """Write the rows of the documents *kept*, with the stamps that their files have now.

    Args:
        database: The file of documents of a draft.
        before: The folder of the generation before.
        kept: Stamps by path.

    Returns:
        What is gone, and the last number that was given.
    """
    run = database.execute
    run("ATTACH ? AS before", (published(before / FILE),))
    run("CREATE TEMP TABLE kept (path TEXT PRIMARY KEY, size, modified, seen)")
    rows = ((path, *stamp) for path, stamp in kept.items())
    database.executemany("INSERT INTO kept VALUES (?, ?, ?, ?)", rows)
    run(
        "INSERT INTO documents SELECT d.id, d.path, d.sha256, k.size, k.modified, k.seen,"
        " d.title, d.language, d.recognised, d.shard, d.first, d.passages"
        " FROM before.documents d CROSS JOIN kept k USING (path) ORDER BY d.id"
    )
    query = (
        "SELECT id, shard, first, passages FROM before.documents"
        " WHERE path NOT IN (SELECT path FROM kept) ORDER BY id"
    )
    gone: dict[int, set[int]] = {}
    ranges: list[tuple[int, int]] = []
    for document, shard, *numbers in run(query):
        gone.setdefault(shard, set()).add(document)
        ranges.append((numbers[0], numbers[1]))
    (last,) = run("SELECT last FROM before.given").fetchone()
    database.commit()
    run("DETACH before")
    run("DROP TABLE kept")
    passages = spread(*np.array(ranges, np.int64).reshape(-1, 2).T)
    return Gone(gone, passages), int(last)


def groups(left: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield which shards, by place, become one: each alone, but those that are nearly empty.

    Args:
        left: How many documents and passages each shard has left, by number; those without any
            documents are in no group.
    """
    together: list[int] = []
    size = 0
    for at, (documents, passages) in enumerate(left):
        if not documents:
            continue
        sparse = min(size, passages) < shards.FULL // SPARSE
        if together and sparse and size + passages <= shards.FULL:
            together.append(at)
            size += passages
            continue
        if together:
            yield together
        together, size = [at], passages
    if together:
        yield together


def shards_kept(
    database: sqlite3.Connection, before: Path, folder: Path, gone: Gone
) -> tuple[list[Extent], set[int]]:
    """Link the shards of which nothing went, write the others; return all, and what was written.

    Args:
        database: The file of documents of the draft; has the rows that stay.
        before: The folder of the generation before.
        folder: The draft.
        gone: What is not taken over.
    """
    query = (
        "SELECT shard, count(*), min(first), max(first + passages) - 1, sum(passages)"
        " FROM documents GROUP BY shard"
    )
    now = {row[0]: row[1:] for row in database.execute(query)}
    documents = Documents(before)
    held = documents.extents()
    documents.close()
    left = [(now[part.shard][0], now[part.shard][3]) if part.shard in now else (0, 0)
            for part in held]  # fmt: skip
    extents, written = [], set()
    for group in groups(left):
        parts = [held[at] for at in group]
        ids = set().union(*(gone.documents.get(part.shard, set()) for part in parts))
        if len(parts) == 1 and not ids:
            for name in link_names(parts[0].shard):
                linked(before / name, folder / name)
            extents.append(parts[0])
            continue
        shard = parts[0].shard
        rows = [now[part.shard] for part in parts]
        extent = Extent(shard, rows[0][1], max(row[2] for row in rows), sum(row[3] for row in rows))
        rewritten(before, parts, folder, extent, ids, gone.passages)
        moved = [(shard, part.shard) for part in parts[1:]]
        database.executemany("UPDATE documents SET shard = ? WHERE shard = ?", moved)
        extents.append(extent)
        written.add(shard)
    return extents, written


def texts_gone(before: Path, numbers: NDArray[np.int64]) -> Iterator[str]:
    """Yield the texts of passages of the generation in *before*, under their titles."""
    documents = Documents(before)
    past = Shards(before, documents.extents())
    documents.close()
    query = f"SELECT p.text, p.title FROM passages p WHERE {AMONG}"  # noqa: S608
    for text, title in past.of(query, numbers):
        yield embedding_text(text, title)
    past.close()
