"""Vectors that were paid for once: by text and model, on disk, across builds."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.errors import IndexDamagedError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

# Texts embedded between two commits: what a killed build loses at most.
COMMIT_EVERY = 64

Report = Callable[[int, int], None]  # done, of how many


def embedded(
    texts: Sequence[str], embedder: Embedder, file: Path, report: Report
) -> tuple[NDArray[np.float32], int]:
    """Return the unit rows of *texts*, shape ``(len(texts), dimension)``, and how many were new.

    Known rows come from *file*; new ones are added to it as they are made, so that a build that
    dies goes on where it was.

    Raises:
        IndexDamagedError: If *file* is not a database; deleting it costs only time.
    """
    keys = [_key(text, embedder) for text in texts]
    try:
        with closing(sqlite3.connect(file)) as cache:
            cache.execute("PRAGMA journal_mode=WAL")
            cache.execute("CREATE TABLE IF NOT EXISTS rows (key BLOB PRIMARY KEY, row BLOB)")
            rows = _known(cache, set(keys))
            missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in rows}
            report(0, len(missing))
            for done, batch in _batches(missing):
                made = embedder.embed_passages([missing[key] for key in batch])
                new = dict(zip(batch, made, strict=True))
                with cache:
                    pairs = [(key, row.astype("<f4").tobytes()) for key, row in new.items()]
                    cache.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?)", pairs)
                rows |= new
                report(done, len(missing))
    except sqlite3.DatabaseError as error:
        raise IndexDamagedError(
            f"the embedding cache {file} cannot be used: {error}. Delete it and run "
            "`cited-qa build` again; only time is lost."
        ) from error
    return np.stack([rows[key] for key in keys]), len(missing)


def _key(text: str, embedder: Embedder) -> bytes:
    return hashlib.sha256(f"{embedder.fingerprint}\0{text}".encode()).digest()


def _known(cache: sqlite3.Connection, keys: set[bytes]) -> dict[bytes, NDArray[np.float32]]:
    rows = {}
    for key in keys:
        found = cache.execute("SELECT row FROM rows WHERE key = ?", (key,)).fetchone()
        if found:
            rows[key] = np.frombuffer(found[0], "<f4")
    return rows


def _batches(missing: dict[bytes, str]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield keys, those of long texts first, with how many were yielded up to there.

    Texts of like length share a batch; memory peaks at the start, not after an hour.
    """
    order = sorted(missing, key=lambda key: -len(missing[key]))
    for at in range(0, len(order), COMMIT_EVERY):
        batch = order[at : at + COMMIT_EVERY]
        yield at + len(batch), batch
