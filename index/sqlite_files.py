"""SQLite files of a generation: written in a draft, read where nobody writes any more."""

from __future__ import annotations

import sqlite3
from pathlib import Path


def published(file: Path) -> str:
    """Return a file that nobody writes to as SQLite wants it: it needs neither locks nor a journal.

    To be opened, or attached to what :func:`to_write` opened.
    """
    return f"{file.absolute().as_uri()}?mode=ro&immutable=1"


def opened(file: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to, for several threads that take turns.

    Raises:
        sqlite3.Error: If there is none.
    """
    return sqlite3.connect(published(file), uri=True, check_same_thread=False)


def to_write(file: Path, schema: str = "") -> sqlite3.Connection:
    """Open a file of a draft; one that dies is thrown away: nothing to roll back or wait for."""
    database = sqlite3.connect(file.absolute().as_uri(), uri=True)
    database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + schema)
    return database
