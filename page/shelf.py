"""What the page knows of the documents: which there are, what changed, where a quote stands."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.documents import Document, Passage
from corpus.errors import CitedQAError
from index.changes import Changes, find_changes
from index.generations import generations_folder, names
from index.lock import pinned
from index.opened import OpenGeneration
from index.store import DocumentRecord, Store
from page.answer_html import Now
from qa.answers import Answer, Citation
from qa.service import Service, corpus_of

# Every open page asks what changed; the files are looked at so often for all of them.
SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Row:
    """A document or a file that did not become one."""

    path: str
    title: str
    language: str  # BCP 47; empty where it is not known
    passages: int | None
    state: str  # indexed, changed, new, removed or skipped
    problem: str = ""  # why it was skipped


@dataclass(frozen=True, slots=True)
class _Contents:
    """What one generation holds."""

    opened: OpenGeneration
    documents: tuple[DocumentRecord, ...]
    counts: dict[str, int]
    now: Now


@dataclass(frozen=True, slots=True)
class Holding:
    """What the index holds, and how the folder differs from it."""

    generation: str
    created: str  # ISO 8601
    documents: int
    passages: int
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    rows: tuple[Row, ...] = field(default=(), repr=False)

    @property
    def stirred(self) -> bool:
        """Whether the documents are not those that answers come from."""
        return bool(self.added or self.changed or self.removed)


class Shelf:
    """The documents of a service, for all users of its page."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._lock = threading.Lock()
        self._contents: _Contents | None = None
        self._holding: tuple[float, Holding] | None = None

    def _current(self) -> _Contents:
        opened = self._service.generation
        with self._lock:
            if self._contents is None or self._contents.opened is not opened:
                documents = tuple(opened.documents())
                digests = {one.path: one.sha256 for one in documents}
                now = Now(opened.generation, digests)
                self._contents = _Contents(opened, documents, opened.store.passage_counts(), now)
            return self._contents

    @property
    def now(self) -> Now:
        """What answers are compared with; nothing where there is no index."""
        try:
            return self._current().now
        except CitedQAError:
            return Now()

    @property
    def created(self) -> str:
        """When the current generation was built; ISO 8601."""
        return self._current().opened.manifest.created

    def titles(self) -> list[tuple[str, str]]:
        """Return titles of the documents' records with their languages, by path."""
        records = self._current().opened.store.records()
        return [(record.title, record.language) for record in records]

    def holding(self, *, fresh: bool = False) -> Holding:
        """Return what the index holds and how the folder differs; a few seconds old at most.

        Raises:
            CitedQAError: If there is no index or no folder.
        """
        contents = self._current()
        known = self._holding
        if (
            fresh
            or known is None
            or known[0] + SECONDS < time.monotonic()
            or known[1].generation != contents.now.generation
        ):
            known = (time.monotonic(), self._looked_at(contents))
            self._holding = known
        return known[1]

    def _looked_at(self, contents: _Contents) -> Holding:
        settings, manifest = self._service.settings, contents.opened.manifest
        changes = find_changes(
            corpus_of(settings), contents.opened.store.stamps(), manifest.skipped, settings.limits
        )
        return Holding(
            generation=manifest.name,
            created=manifest.created,
            documents=manifest.documents,
            passages=manifest.passages,
            added=tuple(changes.added),
            changed=tuple(changes.updated),
            removed=changes.removed,
            rows=tuple(sorted(_rows(contents, changes), key=lambda row: row.path)),
        )

    def cited(self, answer: Answer, citation: Citation) -> tuple[Document, list[Passage], str]:
        """Return the document that *citation* quotes, and a key of the page's words about it.

        Raises:
            LookupError: If neither the index nor a kept generation bears the quote out.
        """
        contents = self._current()
        found = _bearing(contents.opened.store, citation)
        if found:
            return (*found, "")
        # The name comes from the browser; only the name of a generation on disk is taken.
        if answer.generation in names(self._service.settings.index):
            found = _borne_out_earlier(
                generations_folder(self._service.settings.index) / answer.generation, citation
            )
            if found:
                return (*found, "from_earlier")
        raise LookupError(citation.document)

    def document(self, path: str) -> tuple[Document, list[Passage]] | None:
        """Return a document of the current generation with its passages."""
        return self._current().opened.store.document(path)


def _rows(contents: _Contents, changes: Changes) -> Iterator[Row]:
    for one in contents.documents:
        state = "indexed" if one.path in changes.kept else "removed"
        state = "changed" if one.path in changes.updated else state
        passages = contents.counts.get(one.path, 0)
        yield Row(one.path, one.title, one.language, passages, state)
    for path in changes.added:
        yield Row(path, path, "", None, "new")
    for skipped in changes.skipped:
        yield Row(skipped.path, skipped.path, "", None, "skipped", skipped.reason)


def _borne_out_earlier(folder: Path, citation: Citation) -> tuple[Document, list[Passage]] | None:
    pin = pinned(folder)
    store = Store(folder)
    try:
        return _bearing(store, citation)
    except sqlite3.Error:  # it was removed, or is damaged
        return None
    finally:
        store.close()
        if pin:
            pin.close()


def _bearing(store: Store, citation: Citation) -> tuple[Document, list[Passage]] | None:
    """Return the cited document if it is the one that was quoted."""
    found = store.document(citation.document)
    if found and found[0].source[citation.start : citation.end] == citation.quote:
        return found if found[0].sha256 == citation.sha256 else None
    return None
