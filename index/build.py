"""From a corpus folder to a new generation; only what changed is read and embedded again."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.fingerprint import pipeline
from corpus.limits import Limits
from corpus.ocr.recognition import Recogniser
from index import deleted
from index.backend import Backend
from index.centring import means_digest
from index.changes import Changes, Known, find_changes
from index.dense import DenseIndex
from index.embedder import Embedder
from index.embedding_cache import EmbeddingCache
from index.errors import IndexDamagedError, IndexNotBuiltError, NothingToIndexError
from index.generations import (
    CURRENT,
    Manifest,
    Skipped,
    check_files,
    collect,
    current_name,
    drafted,
    generations_folder,
    publish,
    read_manifest,
    sweep,
)
from index.lock import writer
from index.neighbours import write_neighbours
from index.recognition_cache import FILE as PAGES
from index.recognition_cache import RecognitionCache
from index.store import Store
from index.store_writer import StoreWriter
from index.vectors import write_vectors
from index.words import write_vocabulary, write_words
from index.workers import Here, Workers, opened
from language.messages import Message
from language.terms import ANALYSIS

Progress = Callable[[str, int, int], None]  # stage, done, of how many; raises to stop the build
CACHE = "embeddings.sqlite"
READING = "pipeline", "recogniser", "limits"  # what decides whether a file can be read


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    generation: str
    corpus: str  # the folder
    changed: bool  # whether there is a new generation
    documents: int
    passages: int
    embedded: int  # passages whose vector was not known
    added: tuple[str, ...]
    updated: tuple[str, ...]
    removed: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    seconds: float

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values."""
        skipped = [file.as_json() for file in self.skipped]
        return {**asdict(self), "skipped": skipped}


@dataclass(frozen=True, slots=True)
class _Previous:
    """The generation that is current when a build begins; all empty where there is none."""

    folder: Path = Path()
    manifest: Manifest | None = None
    stamps: Known = field(default_factory=dict)

    def same(self, fingerprint: dict[str, str], *layers: str) -> bool:
        """Tell whether what decides *layers* is as it was."""
        was = self.manifest.fingerprint if self.manifest else {}
        return all(was.get(layer, "") == fingerprint[layer] for layer in layers)


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


def build(
    corpus: Path,
    index: Path,
    embedder: Embedder,
    progress: Progress = no_progress,
    limits: Limits | None = None,
    recogniser: Recogniser | None = None,
    workers: Workers | None = None,
    backend: Backend | None = None,
) -> BuildReport:
    """Bring *index* up to the documents in *corpus* and return what was done.

    Nothing is written if nothing changed.  Who has the generation before open is not disturbed.
    Whatever *progress* raises ends the build and leaves the index as it was.  Pages that are
    pictures are read by *recogniser*; without one they are notes.  Files are read and texts
    embedded by *workers*, by default in this process.  Vectors and words are kept by *backend*;
    without one they lie in the index.

    Raises:
        CorpusError: If there is no such folder, or the index lies in it as a document would.
        BackendError: If the backend does not answer; the index stays as it is.
        NothingToIndexError: If no file of it could be read; the index stays as it is.
        IndexLockedError: If another process is building.
        IndexFolderError: If the index cannot be written; it stays as it is.
    """
    _check_apart(corpus, index)
    with writer(index):
        sweep(index)
        limits = limits or Limits()
        if backend:
            backend.settle(index)
        with workers or Here(embedder, limits) as at_work:
            report = _Build(
                corpus, index, embedder, progress, limits, recogniser, at_work, backend
            ).run()
        if backend and report.changed:
            backend.settle(index)
        return report


def _check_apart(corpus: Path, index: Path) -> None:
    """See that the index is not read as documents.

    Raises:
        CorpusError: If it would be.
    """
    folder, inside = corpus.resolve(), index.resolve()
    if not inside.is_relative_to(folder):
        return
    if not any(part.startswith(".") for part in inside.relative_to(folder).parts):
        raise CorpusError("index_inside", index=index, folder=corpus)


class _Build:
    """One build, between taking the lock and giving it back."""

    def __init__(
        self,
        corpus: Path,
        index: Path,
        embedder: Embedder,
        progress: Progress,
        limits: Limits,
        recogniser: Recogniser | None,
        workers: Workers,
        backend: Backend | None,
    ) -> None:
        self._started = time.perf_counter()
        self._corpus, self._index, self._limits = corpus, index, limits
        self._embedder, self._progress = embedder, progress
        self._recogniser, self._workers, self._backend = recogniser, workers, backend
        self._fingerprint = {
            "pipeline": pipeline(),
            # Pages that were left unread for want of time are read with more of it.
            "recogniser": f"{recogniser.fingerprint} {limits.ocr_seconds}" if recogniser else "",
            "limits": str(limits),
            "analysis": str(ANALYSIS),
            "embedder": embedder.fingerprint,
            "centring": means_digest(embedder),
            "backend": backend.fingerprint if backend else "",
        }
        self._previous = _previous(index)

    def run(self) -> BuildReport:
        """Look for changes, and write a new generation if there are any."""
        previous = self._previous
        skipped_before = previous.manifest.skipped if previous.manifest else ()
        again = skipped_before if previous.same(self._fingerprint, *READING) else ()
        changes = find_changes(self._corpus, previous.stamps, again, self._limits)
        skipped, new = list(changes.skipped), 0
        as_before = (
            previous.same(self._fingerprint, *self._fingerprint)
            and previous.manifest.corpus == str(self._corpus.resolve())  # type: ignore[union-attr]
            and not (changes.added or changes.updated or changes.removed)
            and set(skipped) == set(skipped_before)
            and self._held()
        )
        if as_before and previous.manifest:
            manifest = previous.manifest
        else:
            with drafted(self._index) as draft:
                new = self._write(draft, changes, skipped)
                manifest = self._published(draft, skipped)
        unread = {one.path for one in skipped}
        return BuildReport(
            generation=manifest.name,
            corpus=manifest.corpus,
            changed=not as_before,
            documents=manifest.documents,
            passages=manifest.passages,
            embedded=new,
            added=tuple(path for path in changes.added if path not in unread),
            updated=tuple(path for path in changes.updated if path not in unread),
            removed=(*changes.removed, *(path for path in changes.updated if path in unread)),
            skipped=manifest.skipped,
            seconds=round(time.perf_counter() - self._started, 3),
        )

    def _held(self) -> bool:
        """Tell whether the backend still has what the generation before says that it holds."""
        if self._backend is None:
            return True
        try:
            with closing(Store(self._previous.folder)) as store:
                self._backend.opened(self._previous.folder, store)
        except IndexDamagedError:
            return False
        return True

    def _write(self, draft: Path, changes: Changes, skipped: list[Skipped]) -> int:
        """Write a generation's files into *draft*; return how many passages were embedded."""
        previous, same = self._previous, self._previous.same
        with StoreWriter(draft) as store:
            self._read(store, changes, skipped)
            if not store.counts()[0]:
                raise _nothing(self._corpus, skipped)
            if not same(self._fingerprint, "analysis"):
                store.analyse_again()
            store.mark_copies()
            vectors_serve = previous.manifest and same(self._fingerprint, "embedder", "centring")
            taken_over = previous.folder if previous.manifest else None
            if self._backend:
                write_vocabulary(draft, store, taken_over)
                serve = vectors_serve and same(self._fingerprint, "analysis", "backend")
                known = previous.folder if serve else None
                return self._backend.write(
                    self._index, draft, known, self._embedder, self._workers.embed, self._progress
                )
            # What another backend holds is known from the cache.
            vectors_serve = vectors_serve and same(self._fingerprint, "backend")
            before = DenseIndex.load(previous.folder) if vectors_serve else None
            with EmbeddingCache(self._index / CACHE, self._embedder) as cache:
                new = write_vectors(
                    draft, store, before, cache, self._embedder, self._workers.embed,
                    lambda done, total: self._progress("embedding", done, total),
                )  # fmt: skip
            self._progress("words", 0, 1)
            write_neighbours(draft, previous.folder if vectors_serve else None)
            write_words(draft, store, taken_over if same(self._fingerprint, "backend") else None)
            write_vocabulary(draft, store, taken_over)
            self._progress("words", 1, 1)
        return new

    def _read(self, store: StoreWriter, changes: Changes, skipped: list[Skipped]) -> None:
        """Put every document into *store*: what is kept as it was, the rest from its file."""
        to_read = {**changes.added, **changes.updated}
        serve = self._previous.same(self._fingerprint, "pipeline", "recogniser")
        if self._previous.manifest:
            store.take_over(self._previous.folder, changes.kept if serve else {})
        if not serve:
            to_read |= changes.kept
        paths = sorted(to_read)
        files = (opened(self._corpus, path, self._limits) for path in paths)
        with RecognitionCache(self._index, self._recogniser) as pages:
            reads = self._workers.read(files, pages, self._page_read)
            for done, path in enumerate(paths, start=1):
                self._progress("reading", done, len(paths))
                file = next(reads)
                if isinstance(file.held, Message):
                    skipped.append(Skipped(path, file.held, file.sha256))
                else:
                    document, passages = file.held
                    store.add(document, to_read[path], passages)

    def _page_read(self, done: int, total: int) -> None:
        if total > 1:
            self._progress("recognising", done, total)

    def _published(self, draft: Path, skipped: list[Skipped]) -> Manifest:
        with closing(Store(draft)) as store:
            documents, passages, _ = store.counts()
        described = {
            "created": datetime.now(UTC).isoformat(timespec="seconds"),
            "corpus": str(self._corpus.resolve()),
            "fingerprint": self._fingerprint,
            "documents": documents,
            "passages": passages,
            "recall": self._backend.recall(draft)
            if self._backend
            else DenseIndex.load(draft).recall,
        }
        ordered = tuple(sorted(skipped, key=lambda one: one.path))
        return read_manifest(self._index, publish(self._index, draft, described, ordered))


def purge(index: Path, embedder: Embedder, backend: Backend | None = None) -> list[str]:
    """Remove from *index* whatever is not in its current generation, cached vectors too.

    And from *backend* whatever it holds of passages that are gone.

    Returns:
        The generations that are still open somewhere; they go with a later build.
    """
    with writer(index):
        if backend:
            backend.cleaned(index, embedder)
        name = current_name(index)
        folder = generations_folder(index) / name
        with (
            closing(Store(folder)) as store,
            EmbeddingCache(index / CACHE, embedder) as cache,
            RecognitionCache(index, None) as pages,
        ):
            cache.keep_only(store.embedded_texts())
            pages.keep_only(document.sha256 for document in store.documents())
        left = collect(index, keep={name})
        deleted.forget(index)
        if backend:
            backend.settle(index)
        return left


def clear(index: Path, backend: Backend | None = None) -> list[str]:
    """Remove whatever *index* holds: there is no document left.

    Returns:
        The generations that are still open somewhere; they go with a later build.
    """
    with writer(index):
        (index / CURRENT).unlink(missing_ok=True)
        left = collect(index, keep=set())
        deleted.forget(index)
        for name in (CACHE, PAGES):
            for file in index.glob(f"{name}*"):
                file.unlink(missing_ok=True)
        if backend:
            backend.settle(index)
        return left


def _previous(index: Path) -> _Previous:
    try:
        manifest = read_manifest(index, current_name(index))
        check_files(index, manifest)
        folder = generations_folder(index) / manifest.name
        with closing(Store(folder)) as store:
            return _Previous(folder, manifest, store.stamps())
    except (IndexNotBuiltError, IndexDamagedError, sqlite3.Error):
        return _Previous()


def _nothing(corpus: Path, skipped: list[Skipped]) -> NothingToIndexError:
    if not skipped:
        return NothingToIndexError("corpus_empty", corpus=corpus)
    reasons = tuple(file.as_message() for file in skipped[:3])
    return NothingToIndexError("corpus_unreadable", corpus=corpus, reasons=reasons)
