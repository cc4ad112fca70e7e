"""Vectors that were paid for once: by text and model, on disk, across builds."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zlib import crc32

import numpy as np

from index.errors import cache_explained

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

Embed = Callable[[Iterator[Sequence[str]]], Iterator["NDArray[np.float32]"]]


@dataclass(frozen=True, slots=True)
class _Portion:
    """Texts whose rows are wanted together, by their keys."""

    keys: list[bytes]
    known: dict[bytes, NDArray[np.float32]]
    missing: dict[bytes, str]  # to be embedded, for this portion


class EmbeddingCache:
    """The raw rows of texts, known from earlier builds or embedded now.

    Every batch is kept as it is made, so that a build that dies goes on where it was.
    """

    def __init__(self, file: Path, embedder: Embedder) -> None:
        self._file = file
        self._embedder = embedder
        with cache_explained(self._file):
            self._database = sqlite3.connect(file)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            table = "CREATE TABLE IF NOT EXISTS rows (key BLOB PRIMARY KEY, row BLOB)"
            self._database.execute(table)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_unused: object) -> None:
        self._database.close()

    def rows(
        self, portions: Iterable[Sequence[str]], embed: Embed
    ) -> Iterator[tuple[NDArray[np.float32], int]]:
        """Yield for each of *portions* the unit rows of its texts, and how many were new.

        *embed* may ask for later portions before it gives the rows of an earlier one; what each
        of them lacks is the same as if it did not.

        Raises:
            IndexDamagedError: If the file is not a database; deleting it costs only time.
        """
        planned: deque[_Portion] = deque()
        rows = embed(self._lacking(portions, planned))
        with cache_explained(self._file):
            for made in rows:
                yield self._finished(planned.popleft(), made)

    def _lacking(
        self, portions: Iterable[Sequence[str]], planned: deque[_Portion]
    ) -> Iterator[list[str]]:
        """Yield the texts of each portion whose rows are neither known nor waited for."""
        for texts in portions:
            keys = [self._key(text) for text in texts]
            awaited = {key for portion in planned for key in portion.missing}
            known = {key: row for key in set(keys) if (row := self._known(key)) is not None}
            missing = {
                key: text
                for key, text in zip(keys, texts, strict=True)
                if key not in known and key not in awaited
            }
            planned.append(_Portion(keys, known, missing))
            yield list(missing.values())

    def _finished(
        self, portion: _Portion, made: Iterable[NDArray[np.float32]]
    ) -> tuple[NDArray[np.float32], int]:
        """Return the rows of *portion*; those *made* for what it lacked are kept."""
        new = dict(zip(portion.missing, made, strict=True))
        with self._database:
            pairs = [(key, _packed(row)) for key, row in new.items()]
            self._database.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?)", pairs)
        rows = portion.known | new
        for key in portion.keys:
            if key not in rows and (row := self._known(key)) is not None:
                rows[key] = row  # kept with an earlier portion since
        return np.stack([rows[key] for key in portion.keys]), len(new)

    def keep_only(self, texts: Iterable[str]) -> None:
        """Forget the rows of all other texts and of all other models, on disk too."""
        with cache_explained(self._file):
            database = self._database
            database.execute("CREATE TEMP TABLE kept (key BLOB PRIMARY KEY)")
            keys = ((self._key(text),) for text in texts)
            database.executemany("INSERT OR IGNORE INTO kept VALUES (?)", keys)
            database.execute("DELETE FROM rows WHERE key NOT IN (SELECT key FROM kept)")
            database.execute("DROP TABLE kept")
            database.commit()
            database.execute("VACUUM")
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self._embedder.fingerprint}\0{text}".encode()).digest()

    def _known(self, key: bytes) -> NDArray[np.float32] | None:
        kept = self._database.execute("SELECT row FROM rows WHERE key = ?", (key,)).fetchone()
        return _unpacked(kept[0]) if kept else None


def _packed(row: NDArray[np.float32]) -> bytes:
    """Return a row as it is kept: its numbers, and a checksum of them."""
    numbers = row.astype("<f4").tobytes()
    return numbers + crc32(numbers).to_bytes(4, "little")


def _unpacked(kept: bytes) -> NDArray[np.float32] | None:
    """Return the row, or None if a disk has damaged it: it is embedded again."""
    numbers, checksum = kept[:-4], kept[-4:]
    if crc32(numbers).to_bytes(4, "little") != checksum:
        return None
    return np.frombuffer(numbers, "<f4")
