"""What an index holds, and how the folder of documents differs from it: the one place to ask.

No engine is opened for it, and no model.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.documents import Document, Kept, Passage
from corpus.errors import CorpusError
from corpus.limits import Limits
from index import deleted
from index.changes import Changes, find_changes
from index.generations import (
    Manifest,
    current_name,
    damaged,
    generations_folder,
    names,
    read_manifest,
)
from index.lock import pinned
from index.store import Store
from language.messages import Message

# Notes of what was read though it is not to be seen at once, and of pages without anything.
READ_ALL_THE_SAME = frozenset({"note_hidden_sheet", "note_hidden_slide", "note_page"})


@dataclass(frozen=True, slots=True)
class Row:
    """A document, or a file that did not become one."""

    path: str
    title: str
    language: str  # BCP 47; empty where it is not known
    passages: int | None
    state: str  # indexed, changed, new, removed or skipped
    problem: Message | None = None  # why it was skipped, or what of it was not read
    languages: tuple[str, ...] = ()  # of its records, the document's own first
    dates: tuple[str, ...] = ()  # of its records; ISO 8601, the earliest first
    pages: int = 0  # 0 where it has none
    size: int = 0  # bytes of the file when it was read; 0 where it was not
    recognised: bool = False  # whether words of it were read by OCR


@dataclass(frozen=True, slots=True)
class Holding:
    """What the index holds, and how the folder differs from it."""

    manifest: Manifest
    folder: Path  # of documents
    changes: Changes
    rows: tuple[Row, ...] = field(repr=False)  # by path

    @property
    def stirred(self) -> bool:
        """Whether the documents are not those that answers come from."""
        return bool(self.changes.added or self.changes.updated or self.changes.removed)

    def _in_part(self, language: str) -> Iterator[tuple[str, str]]:
        for row in self.rows:
            if row.problem and row.passages is not None:
                yield row.path, row.problem.told(language)

    def as_json(self, index: Path, language: str = "en") -> dict[str, Any]:
        """Return it as plain values.

        Args:
            index: Where it was found.
            language: In which it is said why files were skipped.
        """
        manifest, changes = self.manifest, self.changes
        return {
            "generation": manifest.name,
            "created": manifest.created,
            "index": str(index),
            "corpus": str(self.folder),
            "documents": manifest.documents,
            "passages": manifest.passages,
            "languages": sorted({row.language for row in self.rows if row.language}),
            "model": manifest.fingerprint["embedder"],
            "added": list(changes.added),
            "changed": list(changes.updated),
            "removed": list(changes.removed),
            "skipped": [skip.as_message().told(language) for skip in manifest.skipped],
            "read in part": [f"{path} ({told})" for path, told in self._in_part(language)],
        }


def status(index: Path, corpus: Path | None, limits: Limits) -> Holding:
    """Return what the current generation of *index* holds.

    It is compared with the documents in *corpus*, by default the folder that it was built from;
    of a folder that is gone all count as removed.

    Raises:
        IndexNotBuiltError: If there is no index.
        IndexDamagedError: If its manifest is damaged.
    """
    manifest = read_manifest(index, current_name(index))
    folder = corpus or Path(manifest.corpus)
    generation = generations_folder(index) / manifest.name
    try:
        with closing(Store(generation)) as store:
            try:
                return holding(store, manifest, folder, limits, deleted.noted(index))
            except CorpusError:
                gone = Changes(removed=tuple(store.stamps()))
                return _holding(store, manifest, folder, gone)
    except (sqlite3.Error, OSError, ValueError, EOFError) as error:
        raise damaged(generation, Message("damage_unread")) from error


def holding(
    store: Store,
    manifest: Manifest,
    folder: Path,
    limits: Limits,
    gone: Collection[tuple[str, str]] = (),
) -> Holding:
    """Return what a generation holds, compared with the documents in *folder*.

    Args:
        store: Of the generation.
        manifest: Of the generation.
        folder: Of the documents.
        limits: For one file.
        gone: What :func:`index.deleted.noted` gives: a file that has come into the place of one of
            these is a new document, and the old one is removed.

    Raises:
        CorpusError: If there is no such folder.
    """
    known = store.stamps()
    changes = find_changes(folder, known, manifest.skipped, limits)
    put = {path: at for path, at in changes.updated.items() if (path, known[path][1]) in gone}
    if put:
        left = {path: at for path, at in changes.updated.items() if path not in put}
        removed = (*changes.removed, *put)
        changes = replace(changes, added=changes.added | put, updated=left, removed=removed)
    return _holding(store, manifest, folder, changes)


def _holding(store: Store, manifest: Manifest, folder: Path, changes: Changes) -> Holding:
    rows = sorted(_rows(store, changes), key=lambda row: row.path)
    return Holding(manifest, folder, changes, tuple(rows))


def _rows(store: Store, changes: Changes) -> Iterator[Row]:
    counts, kept, stamps = store.passage_counts(), store.kept(), store.stamps()
    for known, outline in zip(store.documents(), store.outlines(), strict=True):  # both by path
        if known.path in changes.added:  # another document is there now
            continue
        missing = _missing(*kept[known.path])
        state = "indexed" if known.path in changes.kept else "removed"
        state = "changed" if known.path in changes.updated else state
        count = counts.get(known.path, 0)
        yield Row(
            *(known.path, known.title, known.language, count, state, missing),
            languages=outline.languages,
            dates=outline.dates,
            pages=outline.pages,
            size=stamps[known.path][0].size,
            recognised=known.path in store.read_by_ocr,
        )
    for path in changes.added:
        yield Row(path, path, "", None, "new")
    for skipped in changes.skipped:
        yield Row(skipped.path, skipped.path, "", None, "skipped", skipped.reason)


def _missing(kept: Kept, notes: tuple[Message, ...]) -> Message | None:
    """Return what of a file was not read; None where that is nothing."""
    reasons = [note for note in notes if note.code not in READ_ALL_THE_SAME]
    if kept.in_part:
        values = {"share": int(100 * kept.share), "missing": " … ".join(kept.missing)}
        reasons.insert(0, Message("read_in_part", values))
    return Message("not_read", {"reasons": tuple(reasons)}) if reasons else None


def earlier_document(index: Path, name: str, path: str) -> tuple[Document, list[Passage]] | None:
    """Return a document with its passages as generation *name* holds it; None if it is gone.

    The name may come from anywhere; only what is one of a generation on disk is opened.
    """
    if name not in names(index):
        return None
    folder = generations_folder(index) / name
    pin = pinned(folder)
    store = Store(folder)
    try:
        return store.document(path)
    except sqlite3.Error:  # it was removed, or is damaged
        return None
    finally:
        store.close()
        if pin:
            pin.close()
