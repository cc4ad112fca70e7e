"""Generations on disk: complete or invisible, one current, the one before it kept.

::

    INDEX/
      CURRENT                 the name of the current generation, one line
      embeddings.sqlite       vectors paid for, across generations
      generations/000002-5f0c…/
        manifest.json         what it was built from; size and digest of every other file
        passages.sqlite  vectors.faiss  lexical/
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import filelock

from index.errors import IndexDamagedError, IndexLockedError, IndexNotBuiltError

FORMAT = 1
CURRENT, MANIFEST, LOCK = "CURRENT", "manifest.json", "build.lock"
DRAFT = ".draft-"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of the corpus that could not become a document, and why."""

    path: str
    reason: str
    sha256: str = ""  # of the file's bytes, where they could be read


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and what it was built from."""

    name: str
    created: str  # ISO 8601, UTC
    corpus: str  # the folder that was indexed
    fingerprint: dict[str, str]
    documents: int
    passages: int
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
        name = (index / CURRENT).read_text(encoding="utf-8").strip()
    except OSError:
        name = ""
    if not name:
        raise IndexNotBuiltError(f"there is no index in {index}. Run `cited-qa build`.")
    return name


def names(index: Path) -> list[str]:
    """Return the names of all generations on disk, the newest first."""
    folder = generations_folder(index)
    found = [path.name for path in folder.glob("[0-9]*-*")] if folder.is_dir() else []
    return sorted(found, reverse=True)


def read_manifest(index: Path, name: str) -> Manifest:
    """Return the manifest of generation *name* after checking every file that it lists.

    Raises:
        IndexDamagedError: If a file is missing or is not the one that was written.
    """
    folder = generations_folder(index) / name
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        skipped = tuple(Skipped(**one) for one in content.pop("skipped"))
        version = content.pop("format")
        manifest = Manifest(skipped=skipped, **content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(folder, MANIFEST, "cannot be read") from error
    if version != FORMAT:
        raise _damaged(folder, MANIFEST, f"has format {version}, this program reads {FORMAT}")
    for path, digest in manifest.files.items():
        if not (folder / path).is_file():
            raise _damaged(folder, path, "is missing")
        if _digest(folder / path) != digest:
            raise _damaged(folder, path, "is not the file that was written")
    return manifest


def _damaged(folder: Path, path: str, what: str) -> IndexDamagedError:
    return IndexDamagedError(
        f"the index is damaged: {folder / path} {what}. Run `cited-qa build` to write it anew."
    )


@contextmanager
def writer(index: Path) -> Iterator[None]:
    """Hold the right to build; one process at a time, given back when the process dies.

    Raises:
        IndexLockedError: If another process holds it.
    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(index / LOCK, blocking=False)
        with lock:
            for draft in generations_folder(index).glob(DRAFT + "*"):
                shutil.rmtree(draft, ignore_errors=True)
            yield
    except filelock.Timeout:
        raise IndexLockedError(
            f"another process is building the index in {index}. Wait until it has finished."
        ) from None


@contextmanager
def drafted(index: Path) -> Iterator[Path]:
    """Yield an empty folder to write a generation into; it is removed if it is not published."""
    generations_folder(index).mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=generations_folder(index)))
    try:
        yield draft
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def publish(
    index: Path, draft: Path, described: dict[str, Any], skipped: tuple[Skipped, ...]
) -> str:
    """Make *draft* the current generation and return its name.

    Files and folders reach the disk before ``CURRENT`` names them, so that a crash at any moment
    leaves the old generation or the new one.
    """
    existing = names(index)
    number = int(existing[0].partition("-")[0]) + 1 if existing else 1
    files = {
        path.relative_to(draft).as_posix(): _digest(path)
        for path in sorted(draft.rglob("*"))
        if path.is_file()
    }
    stamp = hashlib.sha256(json.dumps([files, described], sort_keys=True).encode()).hexdigest()
    name = f"{number:06d}-{stamp[:8]}"
    content = {
        "format": FORMAT,
        "name": name,
        **described,
        "skipped": [asdict(one) for one in skipped],
        "files": files,
    }
    (draft / MANIFEST).write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
    for path in [*draft.rglob("*"), draft]:
        _sync(path)
    draft.rename(generations_folder(index) / name)
    _sync(generations_folder(index))
    _set_current(index, name)
    _collect(index, keep={name, *existing[:1]})
    return name


def _set_current(index: Path, name: str) -> None:
    with tempfile.NamedTemporaryFile("w", dir=index, prefix=".current-", delete=False) as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(index / CURRENT)
    _sync(index)


def _collect(index: Path, keep: set[str]) -> None:
    for name in names(index):
        if name not in keep:
            shutil.rmtree(generations_folder(index) / name, ignore_errors=True)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle to a folder that could be flushed
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
