"""Generations on disk: complete or invisible, one current, the one before it kept.

::

    INDEX/
      CURRENT                 the name of the current generation, one line
      embeddings.sqlite       vectors paid for, across generations
      generations/000002-5f0c…/
        manifest.json         what it was built from; size and digest of every other file
        documents.sqlite  passages/  copies.npy  words.sqlite  vectors/  [neighbours/]
        lexical/  vocabulary/
        pin                   empty; who has the generation open holds a lock on it

A file that did not change from one generation to the next is one file with two names
(index/linking.py); what is published is never written to again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from index.digests import Digests
from index.errors import IndexDamagedError, IndexNotBuiltError
from index.lock import PIN, remove_unless_pinned
from language.messages import Message

FORMAT = 6
CURRENT, MANIFEST = "CURRENT", "manifest.json"
DRAFT, NEW_CURRENT = ".draft-", ".current-"
DIGESTS = Digests()  # of the files that this process has read


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of the corpus that could not become a document, and why."""

    path: str
    reason: Message
    sha256: str = ""  # of the file's bytes, where they could be read

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values; the reason in English too."""
        reason = {"reason": self.reason.told("en"), **self.reason.as_json()}
        return {"path": self.path, **reason, "sha256": self.sha256}

    @classmethod
    def named(cls, path: str, reason: Message, sha256: str = "") -> Self:
        """Return it with a name that can be written, be it not UTF-8 on the disk."""
        return cls(os.fsencode(path).decode(errors="backslashreplace"), reason, sha256)

    def as_message(self) -> Message:
        """Return it for people: "a.txt (is empty)"."""
        return Message("path_and_reason", {"path": self.path, "reason": self.reason})

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Self:
        """Return what :meth:`as_json` gave; earlier programs gave no code."""
        unknown = {"code": "unknown_reason", "values": {"reason": content["reason"]}}
        return cls(content["path"], Message.from_json(unknown | content), content["sha256"])


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and what it was built from."""

    name: str
    created: str  # ISO 8601, UTC
    corpus: str  # the folder that was indexed
    fingerprint: dict[str, str]  # what decides each layer
    documents: int
    passages: int
    recall: float  # of the nearest 40 by meaning, against comparing all
    skipped: tuple[Skipped, ...]
    files: dict[str, str]  # SHA-256 by path inside the generation


def generations_folder(index: Path) -> Path:
    """Return the folder that holds the generations of *index*."""
    return index / "generations"


def current_name(index: Path) -> str:
    """Return the name of the current generation.

    Raises:
        IndexNotBuiltError: If there is none.
    """
    try:
        name = (index / CURRENT).read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        name = ""
    if not name:
        raise IndexNotBuiltError("index_missing", index=index)
    return name


def names(index: Path) -> list[str]:
    """Return the names of all generations on disk, the newest first."""
    folder = generations_folder(index)
    there = [path.name for path in folder.glob("[0-9]*-*")] if folder.is_dir() else []
    return sorted(there, key=_number, reverse=True)


def earlier_names(index: Path, name: str) -> list[str]:
    """Return the names of the generations before *name*, the newest first."""
    return [earlier for earlier in names(index) if _number(earlier) < (_number(name) or 10**9)]


def _number(name: str) -> int:
    head = name.partition("-")[0]
    return int(head) if head.isascii() and head.isdigit() else 0


def read_manifest(index: Path, name: str) -> Manifest:
    """Return the manifest of generation *name*; its files are not looked at.

    Raises:
        IndexDamagedError: If it is missing or is not the one that was written.
    """
    folder = generations_folder(index) / name
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        version = content["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(folder / MANIFEST, Message("damage_unread")) from error
    if version != FORMAT:
        formats = {"found": str(version), "read": str(FORMAT)}
        raise damaged(folder / MANIFEST, Message("damage_format", formats))
    if not name.endswith(_stamp(content)):
        raise damaged(folder / MANIFEST, Message("damage_altered"))
    skipped = tuple(map(Skipped.from_json, content.pop("skipped")))
    del content["format"]
    return Manifest(name=name, skipped=skipped, **content)


def check_files(index: Path, manifest: Manifest, again: bool = False) -> None:
    """Read all files of a generation and compare them with its manifest.

    Those that this process has read already, and that look as they did, are read only if
    *again*; see :class:`index.digests.Digests` for what may be overlooked.

    Raises:
        IndexDamagedError: If one is missing or is not the one that was written.
    """
    folder = generations_folder(index) / manifest.name
    there = [path for path in manifest.files if (folder / path).is_file()]
    digests = DIGESTS.of([folder / path for path in there], again)
    held = dict(zip(there, digests, strict=True))
    for path, digest in manifest.files.items():
        if path not in held:
            raise damaged(folder / path, Message("damage_missing"))
        if held[path] != digest:
            raise damaged(folder / path, Message("damage_altered"))


def damaged(file: Path, problem: Message) -> IndexDamagedError:
    """Return the error that *file* of a generation, or its folder, has a *problem*."""
    return IndexDamagedError("index_damaged", file=file, problem=problem)


@contextmanager
def drafted(index: Path) -> Iterator[Path]:
    """Yield an empty folder to write a generation into; it is removed if it is not published."""
    generations_folder(index).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=DRAFT, dir=generations_folder(index), ignore_cleanup_errors=True
    ) as draft:
        yield Path(draft)


def sweep(index: Path) -> None:
    """Remove what builds that died have left.  Only for who holds the writer's lock."""
    for draft in generations_folder(index).glob(DRAFT + "*"):
        shutil.rmtree(draft, ignore_errors=True)
    for file in index.glob(NEW_CURRENT + "*"):
        file.unlink(missing_ok=True)


def publish(
    index: Path, draft: Path, described: dict[str, Any], skipped: tuple[Skipped, ...]
) -> str:
    """Make *draft* the current generation and return its name.

    Files and folders reach the disk before ``CURRENT`` names them, so that a crash at any moment
    leaves the old generation or the new one.  What is linked from the current generation is on
    the disk and has its digest in the manifest there; it is not read.
    """
    (draft / PIN).touch()
    known = _linked_from_current(index)
    paths = [path for path in sorted(draft.rglob("*")) if path.is_file()]
    written = [path for path in paths if _identity(path) not in known]
    digests = dict(zip(written, DIGESTS.of(written), strict=True))
    files = {
        path.relative_to(draft).as_posix(): digests.get(path) or known[_identity(path)]
        for path in paths
    }
    content = {
        "format": FORMAT,
        **described,
        "skipped": [file.as_json() for file in skipped],
        "files": files,
    }
    (draft / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
    folders = [path for path in draft.rglob("*") if path.is_dir()]
    for path in [*written, draft / MANIFEST, *folders, draft]:
        _sync(path)
    newest = next(iter(names(index)), "")
    name = f"{_number(newest) + 1:06d}-{_stamp(content)}"
    draft.rename(generations_folder(index) / name)
    _sync(generations_folder(index))
    before = (index / CURRENT).is_file() and current_name(index)
    _set_current(index, name)
    collect(index, keep={name, before or name})
    return name


def roll_back(index: Path) -> str:
    """Make the generation before the current one current, and return its name.

    Raises:
        IndexNotBuiltError: If there is none.
        IndexDamagedError: If it is damaged; the current one stays.
    """
    for name in earlier_names(index, current_name(index)):
        check_files(index, read_manifest(index, name))
        _set_current(index, name)
        return name
    raise IndexNotBuiltError("index_first", index=index)


def collect(index: Path, keep: set[str]) -> list[str]:
    """Remove all generations but those to *keep*; return those that are still open somewhere."""
    folder = generations_folder(index)
    others = [name for name in names(index) if name not in keep]
    return [name for name in others if not remove_unless_pinned(folder / name)]


def _set_current(index: Path, name: str) -> None:
    with tempfile.NamedTemporaryFile("w", dir=index, prefix=NEW_CURRENT, delete=False) as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(index / CURRENT)
    _sync(index)


def _stamp(content: dict[str, Any]) -> str:
    """Return what a manifest's generation is named after: a digest of all that it says."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle to a folder that could be flushed
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _linked_from_current(index: Path) -> dict[tuple[int, int], str]:
    """Return the digests of the current generation's files by what a link to one has in common.

    They are the manifest's: if a file was altered since, the next check finds that, not this one.
    """
    try:
        manifest = read_manifest(index, current_name(index))
        folder = generations_folder(index) / manifest.name
        return {_identity(folder / path): digest for path, digest in manifest.files.items()}
    except (IndexNotBuiltError, IndexDamagedError, OSError):
        return {}


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino
