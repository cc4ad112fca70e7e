"""The files of a corpus folder: found, read and decoded, or listed with the reason why not."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CorpusError, UnreadableFileError

TEXT, MARKDOWN = frozenset({".txt", ".text"}), frozenset({".md", ".markdown"})
LARGEST = 50_000_000  # bytes; a larger file of text is rarely one document
SURROGATE = re.compile(r"[\ud800-\udfff]")  # what Python makes of a name that is not UTF-8
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it is on disk."""

    path: str  # relative to the corpus folder, with "/"
    sha256: str  # of its bytes
    source: str

    @property
    def is_markdown(self) -> bool:
        """Whether its name says that it is Markdown."""
        return Path(self.path).suffix.lower() in MARKDOWN


def corpus_files(folder: Path) -> list[str]:
    """Return the paths of all files under *folder*, relative to it, sorted, hidden ones left out.

    Raises:
        CorpusError: If *folder* is not a folder, or one in it cannot be listed: left out in
            silence, its documents would be taken for deleted ones.
    """
    if not folder.is_dir():
        raise CorpusError(
            f"there is no corpus folder {folder}. Create it and put documents in it, "
            "or name another one with `--corpus DIR`."
        )
    try:
        return sorted(
            path.relative_to(folder).as_posix() for path in _walk(folder) if path.is_file()
        )
    except OSError as error:
        raise CorpusError(
            f"the folder {error.filename} cannot be read: {error.strerror}."
        ) from error


def _walk(folder: Path) -> Iterator[Path]:
    # os.walk does not follow links to folders, so nothing outside the corpus is listed twice.
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                yield Path(parent, name)


def _raise(error: OSError) -> None:
    raise error


def read_file(folder: Path, path: str) -> SourceFile:
    """Read one file of the corpus.

    Raises:
        UnreadableFileError: With the reason, where the file cannot become a document.
    """
    if SURROGATE.search(path):
        raise UnreadableFileError("its name is not UTF-8 and cannot be stored; rename it")
    place = folder / path
    if not place.resolve().is_relative_to(folder.resolve()):
        raise UnreadableFileError("a link that leads out of the corpus folder is not followed")
    if place.suffix.lower() not in TEXT | MARKDOWN:
        raise UnreadableFileError(f"files of type {place.suffix or '(none)'} are not read yet")
    try:
        size = place.stat().st_size
        if size > LARGEST:
            raise UnreadableFileError(f"{size:,} bytes are more than the limit of {LARGEST:,}")
        content = place.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"cannot be opened: {error.strerror}") from error
    source = _decoded(content)
    if not source.replace("\ufeff", "").strip():
        raise UnreadableFileError("holds no text")
    return SourceFile(path, hashlib.sha256(content).hexdigest(), source)


def _decoded(content: bytes) -> str:
    encoding = BYTE_ORDER_MARKS.get(content[:2], "utf-8")
    try:
        source = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            f"is not {encoding} text (byte {error.start} is {content[error.start]:#04x}); "
            "save it as UTF-8"
        ) from None
    if "\0" in source:
        raise UnreadableFileError("holds zero bytes: it is not text")
    return source
