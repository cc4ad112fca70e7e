"""From a corpus folder to a new generation; only what changed is read and embedded again."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.documents import Document, Passage
from corpus.errors import UnreadableFileError
from corpus.files import corpus_files, file_digest, read_file
from corpus.fingerprint import pipeline
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.near_duplicates import near_duplicates
from corpus.passages import read_document
from index.centring import centred, means_digest
from index.dense import DenseIndex
from index.embedder import Embedder
from index.embedding_cache import embedded
from index.errors import IndexDamagedError, IndexNotBuiltError, NothingToIndexError
from index.generations import (
    Manifest,
    Skipped,
    current_name,
    drafted,
    generations_folder,
    publish,
    read_manifest,
    writer,
)
from index.lexical import LexicalIndex
from index.store import Store, write_store
from index.terms import ANALYSIS, passage_terms

Progress = Callable[[str, int, int], None]  # stage, done, of how many
CACHE = "embeddings.sqlite"


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
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The documents of the corpus, read now or taken from the generation before."""

    documents: list[tuple[Document, list[Passage]]]
    skipped: tuple[Skipped, ...]
    before: dict[str, str]  # digests of the generation before, by path

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        now = {document.path: document.sha256 for document, _ in self.documents}
        added = tuple(path for path in now if path not in self.before)
        updated = tuple(p for p in now if p in self.before and now[p] != self.before[p])
        removed = tuple(path for path in self.before if path not in now)
        return added, updated, removed


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


def build(
    corpus: Path,
    index: Path,
    embedder: Embedder,
    progress: Progress = no_progress,
    limits: Limits | None = None,
) -> BuildReport:
    """Bring *index* up to the documents in *corpus* and return what was done.

    Nothing is written if nothing changed.  Readers of the generation before are not disturbed.

    Raises:
        CorpusError: If there is no such folder.
        NothingToIndexError: If no file of it could be read; the index stays as it is.
        IndexLockedError: If another process is building.
    """
    started = time.perf_counter()
    paths = corpus_files(corpus)
    with writer(index):
        fingerprint = {
            "pipeline": pipeline(),
            "analysis": str(ANALYSIS),
            "embedder": embedder.fingerprint,
            "centring": means_digest(embedder),
        }
        previous = _previous(index)
        with Loaders(limits) as loaders:
            reading = _read(corpus, paths, previous, loaders, progress)
        if not reading.documents:
            raise NothingToIndexError(_why_nothing(corpus, reading.skipped))
        added, updated, removed = reading.changes()
        described = {
            "corpus": str(corpus.resolve()),
            "fingerprint": fingerprint,
            "documents": len(reading.documents),
            "passages": sum(len(passages) for _, passages in reading.documents),
        }
        name, new_rows = _unchanged(previous, reading, described), 0
        changed = not name
        if changed:
            with drafted(index) as draft:
                new_rows = _write(draft, index, reading.documents, embedder, progress)
                created = datetime.now(UTC).isoformat(timespec="seconds")
                name = publish(index, draft, {"created": created, **described}, reading.skipped)
    return BuildReport(
        generation=name,
        corpus=str(corpus.resolve()),
        changed=changed,
        documents=len(reading.documents),
        passages=sum(len(passages) for _, passages in reading.documents),
        embedded=new_rows,
        added=added,
        updated=updated,
        removed=removed,
        skipped=reading.skipped,
        seconds=round(time.perf_counter() - started, 3),
    )


def _unchanged(previous: _Previous, reading: _Reading, described: dict[str, Any]) -> str:
    """Return the name of the current generation if a new one would be the same, else nothing."""
    manifest = previous.manifest
    if manifest is None or any(reading.changes()) or manifest.skipped != reading.skipped:
        return ""
    same = all(getattr(manifest, key) == value for key, value in described.items())
    return manifest.name if same else ""


@dataclass(frozen=True, slots=True)
class _Previous:
    """The generation that is current when a build begins; all empty where there is none."""

    manifest: Manifest | None = None
    store: Store | None = None

    @property
    def digests(self) -> dict[str, str]:
        return {one.path: one.sha256 for one in self.store.documents()} if self.store else {}

    def document(self, path: str, digest: str) -> tuple[Document, list[Passage]] | None:
        """Return what was read from *path*, if it had this digest and was read as it is now."""
        if not self.store or not self.manifest:
            return None
        if self.manifest.fingerprint.get("pipeline") != pipeline():
            return None
        known = self.store.document(path)
        return known if known and known[0].sha256 == digest else None


def _previous(index: Path) -> _Previous:
    try:
        name = current_name(index)
        return _Previous(read_manifest(index, name), Store(generations_folder(index) / name))
    except (IndexNotBuiltError, IndexDamagedError, sqlite3.Error):
        return _Previous()


def _read(
    corpus: Path, paths: list[str], previous: _Previous, loaders: Loaders, progress: Progress
) -> _Reading:
    documents: list[tuple[Document, list[Passage]]] = []
    skipped: list[Skipped] = []
    for done, path in enumerate(paths, start=1):
        progress("reading", done, len(paths))
        digest = ""
        try:
            digest = file_digest(corpus, path, loaders.limits)
            known = previous.document(path, digest)
            document, passages = known or read_document(read_file(corpus, path, loaders))
        except UnreadableFileError as error:
            skipped.append(Skipped(path, str(error), digest))
            continue
        if passages:
            documents.append((document, passages))
        else:
            skipped.append(Skipped(path, "holds no text", digest))  # only markup, say
    return _Reading(documents, tuple(skipped), previous.digests)


def _write(
    draft: Path,
    index: Path,
    documents: list[tuple[Document, list[Passage]]],
    embedder: Embedder,
    progress: Progress,
) -> int:
    """Write a generation's files into *draft*; return how many passages were embedded anew."""
    everything = [passage for _, of_one in documents for passage in of_one]
    copies = near_duplicates(passage.text for passage in everything)
    passages = [one for number, one in enumerate(everything) if copies[number] == number]
    texts = [embedding_text(passage) for passage in passages]
    rows, new = embedded(
        texts, embedder, index / CACHE, lambda done, total: progress("embedding", done, total)
    )
    languages = [passage.language for passage in passages]
    DenseIndex.of(centred(rows, languages, "passage", embedder)).save(draft)
    progress("words", 0, 1)
    LexicalIndex.of(
        [
            passage_terms(text, passage.language)
            for text, passage in zip(texts, passages, strict=True)
        ]
    ).save(draft)
    write_store(draft, documents, copies)
    progress("words", 1, 1)
    return new


def embedding_text(passage: Passage) -> str:
    """Return what is embedded and analysed: the passage under its title."""
    return f"{passage.title}\n{passage.text}" if passage.title else passage.text


def _why_nothing(corpus: Path, skipped: tuple[Skipped, ...]) -> str:
    if not skipped:
        return (
            f"the corpus folder {corpus} is empty. "
            "Put documents in it (.txt, .md, .pdf, .docx, .html…) and build again."
        )
    reasons = "; ".join(f"{one.path} {one.reason}" for one in skipped[:3])
    return f"no file in {corpus} could be read: {reasons}. Put other files in it and build again."
