"""What can go wrong with an index or its model; every message names the command that repairs it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import CitedQAError


class ModelError(CitedQAError):
    """The embedding model is missing, or is not the expected one."""

    short = "error_model"


class IndexNotBuiltError(CitedQAError):
    """There is no generation to open."""

    short = "error_not_built"


class IndexDamagedError(CitedQAError):
    """A generation's files are not those that its manifest lists."""

    short = "error_damaged"


class IndexMismatchError(CitedQAError):
    """The index was built with another model or another version of the program."""

    short = "error_mismatch"


class IndexLockedError(CitedQAError):
    """Another process is building."""

    short = "error_locked"


class NothingToIndexError(CitedQAError):
    """No file of the corpus could become a document."""

    short = "error_nothing"


class IndexFolderError(CitedQAError):
    """The index folder cannot be written: no space, no permission."""

    short = "error_folder"


class WorkersError(CitedQAError):
    """The processes that are to read and embed are not there, or cannot; the index is as it was."""


class BackendError(CitedQAError):
    """What holds vectors and words outside the index does not answer, or is not installed."""

    short = "error_backend"


class BuildCancelledError(CitedQAError):
    """Somebody stopped the build; the index is as it was."""

    short = ""


@contextmanager
def cache_explained(file: Path) -> Iterator[None]:
    """Say of the cache in *file* that it is damaged where SQLite finds no database there.

    A full disk or a folder that cannot be written is not its damage, and goes through.
    """
    try:
        yield
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise IndexDamagedError("cache_damaged", file=file, error=str(error)) from error
