"""Pages that OCR has read once: by their picture, on disk, across builds."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol, Self

from corpus.ocr.recognition import Line, Recogniser, lines_as_json, lines_from_json
from index.errors import cache_explained

FILE = "ocr.sqlite"
TABLES = """
CREATE TABLE IF NOT EXISTS pages (key BLOB PRIMARY KEY, lines BLOB);
CREATE TABLE IF NOT EXISTS files (sha256 TEXT, key BLOB, PRIMARY KEY (sha256, key));
"""


class Pages(Protocol):
    """The lines of pages by the digest of their picture and of what reads it."""

    def known(self, key: bytes) -> tuple[Line, ...] | None:
        """Return the lines of a page, or None where they are not known."""

    def keep(self, key: bytes, lines: tuple[Line, ...]) -> None:
        """Keep the lines of a page."""

    def belongs(self, key: bytes, sha256: str) -> None:
        """Keep that a page is of the file with that digest."""


class RecognitionCache:
    """The lines of pages, known from earlier builds or read now; made with the first page.

    Every page is kept as it is read, so that a build that dies goes on where it was.  Where the
    disk is full or the folder may not be written, pages are not kept and will be read again.
    """

    def __init__(self, index: Path, recogniser: Recogniser | None) -> None:
        self._file = index / FILE
        self._recogniser = recogniser
        self._database: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_unused: object) -> None:
        if self._database is not None:
            self._database.close()

    def of_file(self, sha256: str) -> Recogniser | None:
        """Return a recogniser for the pages of the file with that digest, if there is OCR.

        It raises :class:`IndexDamagedError` where the cache is no database; deleting it costs
        only time.
        """
        return PagesOfFile(self, sha256, self._recogniser) if self._recogniser else None

    def known(self, key: bytes) -> tuple[Line, ...] | None:
        """Return the lines of a page, or None where they are not known or damaged on the disk."""
        query = "SELECT lines FROM pages WHERE key = ?"
        explained = cache_explained(self._file)
        with explained, suppress(sqlite3.OperationalError, zlib.error, ValueError):
            kept = self._opened().execute(query, (key,)).fetchone()
            return lines_from_json(json.loads(zlib.decompress(kept[0]))) if kept else None
        return None

    def known_of(self, sha256: str) -> Mapping[bytes, tuple[Line, ...]]:
        """Return the lines of the pages of the file with that digest, where there is OCR."""
        if not self._recogniser or not self._file.exists():
            return {}
        with cache_explained(self._file), suppress(sqlite3.OperationalError):
            query = "SELECT key FROM files WHERE sha256 = ?"
            keys = [key for (key,) in self._opened().execute(query, (sha256,)).fetchall()]
            return {key: lines for key in keys if (lines := self.known(key)) is not None}
        return {}

    def keep(self, key: bytes, lines: tuple[Line, ...]) -> None:
        """Keep the lines of a page."""
        packed = zlib.compress(json.dumps(lines_as_json(lines)).encode())
        self._write("INSERT OR REPLACE INTO pages VALUES (?, ?)", key, packed)

    def belongs(self, key: bytes, sha256: str) -> None:
        """Keep that a page is of the file with that digest."""
        self._write("INSERT OR IGNORE INTO files VALUES (?, ?)", sha256, key)

    def _write(self, query: str, *values: object) -> None:
        explained = cache_explained(self._file)
        with explained, suppress(sqlite3.OperationalError), self._opened() as database:
            database.execute(query, values)

    def keep_only(self, digests: Iterable[str]) -> None:
        """Forget the pages of all other files, on disk too."""
        if not self._file.exists():
            return
        with cache_explained(self._file):
            database = self._opened()
            database.execute("CREATE TEMP TABLE kept (sha256 TEXT PRIMARY KEY)")
            rows = ((digest,) for digest in digests)
            database.executemany("INSERT OR IGNORE INTO kept VALUES (?)", rows)
            database.execute("DELETE FROM files WHERE sha256 NOT IN (SELECT sha256 FROM kept)")
            database.execute("DELETE FROM pages WHERE key NOT IN (SELECT key FROM files)")
            database.execute("DROP TABLE kept")
            database.commit()
            database.execute("VACUUM")

    def _opened(self) -> sqlite3.Connection:
        if self._database is None:
            self._database = sqlite3.connect(self._file)
            self._database.executescript(TABLES)
        return self._database


class PagesOfFile:
    """Reads the pages of one file, each that is known from the cache."""

    def __init__(self, cache: Pages, sha256: str, recogniser: Recogniser) -> None:
        self._cache, self._sha256, self._recogniser = cache, sha256, recogniser
        self.fingerprint = recogniser.fingerprint

    def recognise(self, image: bytes) -> tuple[Line, ...]:
        """Return the lines of the page in reading order."""
        digest = hashlib.sha256(image).digest()
        key = hashlib.sha256(self.fingerprint.encode() + b"\0" + digest).digest()
        lines = self._cache.known(key)
        if lines is None:
            lines = self._recogniser.recognise(image)
            self._cache.keep(key, lines)
        self._cache.belongs(key, self._sha256)
        return lines
