"""Archives are read as folders: which files one holds, and the bytes of each, within limits.

Nothing is unpacked onto the disk.  An archive in an archive is listed and not opened.
"""

from __future__ import annotations

import io
import os
import stat
import struct
import weakref
import zipfile
import zlib
from functools import lru_cache
from pathlib import Path, PurePosixPath

from corpus.archive_names import decoded, is_hidden, is_safe
from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from corpus.loaders import KNOWN

SUFFIX = ".zip"
ENCRYPTED = 0x1
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2}
# Bytes of the list of files, with room for a hundred thousand; and of what is read at once.
LISTING, PORTION = 8_000_000, 1 << 16
DAMAGES = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError,
)  # fmt: skip


def is_archive(path: str) -> bool:
    """Tell whether the file at *path* is called like an archive."""
    return PurePosixPath(path).suffix.lower() == SUFFIX


def split(folder: Path, path: str) -> tuple[str, str]:
    """Return the file on the disk, and what in it the rest of *path* names; empty if none is.

    Args:
        folder: That *path* is relative to.
        path: With "/"; below an archive it goes on with a name in it.
    """
    at = path.lower().find(SUFFIX + "/")
    while at >= 0:
        outer = path[: at + len(SUFFIX)]
        if (folder / outer).is_file():
            return outer, path[at + len(SUFFIX) + 1 :]
        at = path.lower().find(SUFFIX + "/", at + 1)
    return path, ""


def names(place: Path, limits: Limits) -> list[str]:
    """Return the names of all files in the archive at *place*.

    Hidden ones are left out.  Those that cannot be read are named so that they can be explained.

    Raises:
        UnreadableFileError: If it is damaged, or unpacks to more than the limits allow.
    """
    return list(_opened(place, limits).files)


def refusal(place: Path, limits: Limits) -> UnreadableFileError:
    """Return why the archive at *place* is no document itself, or not read as a whole."""
    try:
        count = len(_opened(place, limits).files)
    except UnreadableFileError as error:
        return error
    if not count:
        return UnreadableFileError("archive_empty")
    if count > limits.members:
        return UnreadableFileError("archive_full", files=count, limit=limits.members)
    return UnreadableFileError("archive_itself", name=next(iter(_opened(place, limits).files)))


def content(place: Path, name: str, limits: Limits) -> bytes:
    """Return the bytes of the file *name* in the archive at *place*.

    Raises:
        UnreadableFileError: If there is none, or it cannot or may not be read.
    """
    archive = _opened(place, limits)
    file = archive.files.get(name)
    if file is None:
        raise UnreadableFileError("archive_lacks")
    _check(name, file, limits)
    read = bytearray()
    try:
        with archive.archive.open(file) as packed:
            while portion := packed.read(PORTION):
                read += portion
                if len(read) > limits.file_bytes:
                    raise _large(len(read), limits)
    except DAMAGES as error:
        raise UnreadableFileError("file_damaged", error=str(error)) from None
    return bytes(read)


def _check(name: str, file: zipfile.ZipInfo, limits: Limits) -> None:
    suffix = PurePosixPath(name).suffix.lower()
    if not is_safe(name):
        raise UnreadableFileError("archive_name")
    if stat.S_ISLNK(file.external_attr >> 16):
        raise UnreadableFileError("archive_link")
    if suffix == SUFFIX:
        raise UnreadableFileError("archive_nested")
    if suffix not in KNOWN:
        raise UnreadableFileError("file_type", suffix=suffix or "(none)")
    if file.flag_bits & ENCRYPTED:
        raise UnreadableFileError("file_encrypted")
    if file.compress_type not in METHODS:
        raise UnreadableFileError("archive_method", method=str(file.compress_type))
    if file.file_size > limits.file_bytes:
        raise _large(file.file_size, limits)


def _large(size: int, limits: Limits) -> UnreadableFileError:
    return UnreadableFileError("file_large", size=size, limit=limits.file_bytes)


class _File(io.FileIO):
    """A file of which no more is read at once than a list of files can need."""

    def read(self, size: int | None = -1) -> bytes:
        """Read *size* bytes, or all that is left."""
        left = os.fstat(self.fileno()).st_size - self.tell()
        if (left if size is None or size < 0 else min(size, left)) > LISTING:
            raise zipfile.BadZipFile
        return super().read(-1 if size is None else size)


class _Archive:
    """An archive that is open, with its files by name."""

    def __init__(self, place: Path, limits: Limits) -> None:
        file = _File(place)
        weakref.finalize(self, file.close)
        self.archive = zipfile.ZipFile(file)
        members = [member for member in self.archive.infolist() if not member.is_dir()]
        size = sum(member.file_size for member in members)
        if size > limits.unpacked_bytes:
            raise UnreadableFileError("file_unpacks", size=size, limit=limits.unpacked_bytes)
        # Of two files of one name, unpacking would leave the last.
        self.files = {name: member for name, member in decoded(members) if not is_hidden(name)}


def _opened(place: Path, limits: Limits) -> _Archive:
    """Return the archive at *place*; the last one stays open as long as it looks the same."""
    try:
        seen = place.stat()
        if seen.st_size > limits.unpacked_bytes:
            size, limit = seen.st_size, limits.unpacked_bytes
            raise UnreadableFileError("file_large", size=size, limit=limit)
        return _known(place, limits, seen.st_size, seen.st_mtime_ns, seen.st_ino)
    except OSError as error:
        raise UnreadableFileError("file_unopened", reason=error.strerror) from error
    except DAMAGES:
        raise UnreadableFileError("file_not_zip") from None


@lru_cache(maxsize=1)
def _known(place: Path, limits: Limits, *_seen: int) -> _Archive:
    return _Archive(place, limits)
