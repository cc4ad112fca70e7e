"""One writer at a time, and what it says of itself; and who keeps what it has open."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

import filelock

from index.errors import IndexFolderError, IndexLockedError

if sys.platform != "win32":
    import fcntl

LOCK, OWNER, PIN = "build.lock", "build.owner", "pin"


@contextmanager
def writer(index: Path) -> Iterator[None]:
    """Hold the right to write to *index*; the system takes it back when the process dies.

    Raises:
        IndexLockedError: If another process holds it, with what is known of that.
        IndexFolderError: If the index cannot be written, now or while the right is held.
    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(index / LOCK, blocking=False):
            now = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
            owner = {"process": os.getpid(), "host": socket.gethostname(), "since": now}
            (index / OWNER).write_text(json.dumps(owner), "utf-8")
            try:
                yield
            finally:
                (index / OWNER).unlink(missing_ok=True)
    except filelock.Timeout:
        raise _locked(index) from None
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise IndexFolderError("index_unwritable", index=index, reason=reason) from error


def _locked(index: Path) -> IndexLockedError:
    """Return what says who holds the lock, as far as that is known."""
    try:
        owner = json.loads((index / OWNER).read_text("utf-8"))
        told = {name: str(owner[name]) for name in ("process", "host", "since")}
    except (OSError, ValueError, KeyError, TypeError):
        return IndexLockedError("index_locked", index=index)
    return IndexLockedError("index_locked_by", index=index, **told)


def pinned(generation: Path) -> IO[bytes] | None:
    """Return an open file that keeps *generation* from being removed until it is closed."""
    with suppress(OSError):
        pin = (generation / PIN).open("rb")
        if sys.platform != "win32":  # there, what is open is not removed
            fcntl.flock(pin, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return pin
    return None


def remove_unless_pinned(generation: Path) -> bool:
    """Remove a generation that nobody has open; tell whether it is gone."""
    with suppress(OSError), (generation / PIN).open("rb") as pin:
        if sys.platform != "win32":
            try:
                fcntl.flock(pin, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return False
    shutil.rmtree(generation, ignore_errors=True)
    return not generation.exists()
