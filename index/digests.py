"""Digests of files, which one process reads once."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

THREADS = 4  # hashing leaves the interpreter alone
YOUNG = 100_000_000  # nanoseconds; more than a tick of any file system's clock but FAT's
Looks = tuple[int, int, int, int]  # device, inode, size, nanoseconds of the last change


class Digests:
    """SHA-256 of files; one that looks as it did when it was read is not read again.

    It looks as it did if device, inode, size and time of modification are the same.  Its ctime
    is left out, since a link to it or one less alters that.  One that was written just before it
    was read is read again, as it may be altered within the same tick of the clock.  So what may
    be overlooked is a disk that loses bits and a program that writes as many bytes and sets the
    time back.  The program itself writes to no published file.  What must be certain asks to
    read again; another process does so by itself.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], tuple[Looks, str]] = {}

    def of(self, paths: Sequence[Path], again: bool = False) -> list[str]:
        """Return the digests of *paths*, in hexadecimal, in their order.

        Raises:
            OSError: If one cannot be read.
        """
        if len(paths) < 2:
            return [self._digest(path, again) for path in paths]
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(lambda path: self._digest(path, again), paths))

    def _digest(self, path: Path, again: bool) -> str:
        looks = _looks(path)
        known = self._known.get(looks[:2])
        if known and known[0] == looks and not again:
            return known[1]
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if _looks(path) == looks and time.time_ns() - looks[3] > YOUNG:
            self._known[looks[:2]] = looks, digest
        return digest


def _looks(path: Path) -> Looks:
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
