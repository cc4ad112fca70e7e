"""The files of a corpus folder: found and read, or listed with the reason why not."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from corpus import archives
from corpus.errors import CorpusError, UnreadableFileError
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders import LAID_OUT
from corpus.loaders.loaded import Loaded
from corpus.markdown import is_markdown
from corpus.ocr.recognition import Recogniser
from corpus.scanned import Report, no_report, with_scans

SURROGATE = re.compile(r"[\ud800-\udfff]")  # what Python makes of a name that is not UTF-8


class Stamp(NamedTuple):
    """What a file looked like from outside when it was read."""

    size: int  # bytes
    modified: int  # nanoseconds since 1970
    seen: int  # when this was, in the same clock

    @property
    def settled(self) -> bool:
        """Whether a later change must show: clocks of file systems tick every two seconds."""
        return self.modified + 2_000_000_000 < self.seen


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read; offsets are into its source text."""

    path: str  # relative to the corpus folder, with "/"
    sha256: str  # of its bytes
    loaded: Loaded

    @property
    def source(self) -> str:
        """Its text, decoded or extracted, never altered."""
        return self.loaded.text

    @property
    def is_markdown(self) -> bool:
        """Whether its name says that it is Markdown."""
        return is_markdown(self.path)

    @property
    def is_laid_out(self) -> bool:
        """Whether its lines may have been cut to a width."""
        return PurePosixPath(self.path).suffix.lower() in LAID_OUT


def corpus_files(folder: Path, limits: Limits | None = None) -> list[str]:
    """Return the paths of all files under *folder*, relative to it, sorted, hidden ones left out.

    What only looks like a file, as a pipe or a link to nothing, is one too, to be explained.
    An archive is a folder here, within *limits*: "a.zip/b.txt".  Where its files cannot be listed,
    or not all of them, it is listed itself, so that it can be explained.

    Raises:
        CorpusError: If *folder* is not a folder, or one in it cannot be listed: left out in
            silence, its documents would be taken for deleted ones.
    """
    if not folder.is_dir():
        raise CorpusError("corpus_missing", folder=folder)
    try:
        paths = [path.relative_to(folder).as_posix() for path in _walk(folder)]
    except OSError as error:
        where, why = error.filename, error.strerror
        raise CorpusError("corpus_unread", folder=where, reason=why) from error
    return sorted(each for path in paths for each in _within(folder, path, limits or Limits()))


def _within(folder: Path, path: str, limits: Limits) -> list[str]:
    """Return the files that the one at *path* holds, itself if it is no archive."""
    if not archives.is_archive(path):
        return [path]
    try:
        _status(folder, path)
        held = archives.names(folder / path, limits)
    except UnreadableFileError:
        held = []
    itself = [] if 0 < len(held) <= limits.members else [path]
    return [*(f"{path}/{name}" for name in held[: limits.members]), *itself]


def _walk(folder: Path) -> Iterator[Path]:
    # os.walk does not follow links to folders, so nothing outside the corpus is listed twice.
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield Path(parent, name)


def _raise(error: OSError) -> None:
    raise error


def read_file(
    folder: Path,
    path: str,
    loaders: Loaders,
    recogniser: Recogniser | None = None,
    report: Report = no_report,
) -> SourceFile:
    """Read one file of the corpus.

    Args:
        folder: The corpus.
        path: Of the file, relative to it.
        loaders: Read what is text in it.
        recogniser: Reads its pages that are pictures; without one they are notes.
        report: Is told how many of these were read.

    Raises:
        UnreadableFileError: With the reason, where the file cannot become a document.
    """
    content = file_content(folder, path, loaders.limits)
    return read_content(path, content, loaders, recogniser, report)


def read_content(
    path: str,
    content: bytes,
    loaders: Loaders,
    recogniser: Recogniser | None = None,
    report: Report = no_report,
) -> SourceFile:
    """Read *content*, the bytes of the file at *path*, as :func:`read_file` does.

    Raises:
        UnreadableFileError: With the reason, where the file cannot become a document.
    """
    file = _as_loaded(path, content, loaders)
    if not file.loaded.scans:
        return file
    named = PurePosixPath(path).suffix, content
    return replace(file, loaded=with_scans(file.loaded, named, loaders, recogniser, report))


def check_file(folder: Path, path: str, loaders: Loaders, *, ocr: bool) -> None:
    """Tell whether a file, or one in an archive, can become a document; no page is read by OCR.

    Args:
        folder: The corpus.
        path: Of the file, relative to it.
        loaders: Read it.
        ocr: Whether there is OCR for its pages that are pictures.

    Raises:
        UnreadableFileError: With the first reason, where none can.
    """
    reasons: list[UnreadableFileError] = []
    for inner in _within(folder, path, loaders.limits):
        try:
            file = _as_loaded(inner, file_content(folder, inner, loaders.limits), loaders)
        except UnreadableFileError as error:
            reasons.append(error)
            continue
        if file.source.strip() or ocr:
            return
        reasons.append(UnreadableFileError("file_scan"))
    raise reasons[0]


def _as_loaded(path: str, content: bytes, loaders: Loaders) -> SourceFile:
    loaded = loaders.load(PurePosixPath(path).suffix, content)
    return SourceFile(path, hashlib.sha256(content).hexdigest(), loaded)


def placed(path: Path) -> tuple[Path, str]:
    """Return a folder, and the path in it as :func:`corpus_files` gives it, of a file at *path*."""
    for parent in path.parents:
        if archives.is_archive(parent.name) and parent.is_file():
            return parent.parent, path.relative_to(parent.parent).as_posix()
    return path.parent, path.name


def exists(folder: Path, path: str) -> bool:
    """Tell whether there is a file at *path*, or an archive that it would be in."""
    return (folder / archives.split(folder, path)[0]).is_file()


def archive_of(folder: Path, path: str) -> str:
    """Return the path of the archive that the file at *path* is in; empty if it is in none."""
    outer, inner = archives.split(folder, path)
    return outer if inner else ""


def file_stamp(folder: Path, path: str) -> Stamp:
    """Return what one file looks like from outside; one in an archive looks like the archive.

    Raises:
        UnreadableFileError: If it cannot be asked for, or is a link out of *folder*.
    """
    status = _status(folder, path)
    return Stamp(status.st_size, status.st_mtime_ns, time.time_ns())


def file_digest(folder: Path, path: str, limits: Limits) -> str:
    """Return the SHA-256 of one file's bytes without reading it as a document.

    Raises:
        UnreadableFileError: If it cannot be opened or is too large.
    """
    return hashlib.sha256(file_content(folder, path, limits)).hexdigest()


def file_content(folder: Path, path: str, limits: Limits) -> bytes:
    """Return one file's bytes.

    Raises:
        UnreadableFileError: If it cannot be opened, is too large, or is a link out of *folder*.
    """
    size = _status(folder, path).st_size
    outer, inner = archives.split(folder, path)
    if inner:
        return archives.content(folder / outer, inner, limits)
    if archives.is_archive(path):
        raise archives.refusal(folder / path, limits)
    if size > limits.file_bytes:
        raise UnreadableFileError("file_large", size=size, limit=limits.file_bytes)
    try:
        return (folder / path).read_bytes()
    except OSError as error:
        raise UnreadableFileError("file_unopened", reason=error.strerror) from error


def _status(folder: Path, path: str) -> os.stat_result:
    if SURROGATE.search(path):
        raise UnreadableFileError("file_name")
    place = folder / archives.split(folder, path)[0]
    if not place.resolve().is_relative_to(folder.resolve()):
        raise UnreadableFileError("file_link")
    try:
        status = place.stat()
    except OSError as error:
        raise UnreadableFileError("file_unopened", reason=error.strerror) from error
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise UnreadableFileError("file_special")
    return status
