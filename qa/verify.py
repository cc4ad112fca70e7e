"""Whether the index still says what the documents say."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError, UnreadableFileError
from corpus.files import corpus_files, read_file
from index.generations import Skipped, current_name, generations_folder, read_manifest
from index.store import Store
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Verification:
    """How many passages of the current generation the files on disk bear out."""

    generation: str
    documents: int
    passages: int
    replayed: int
    problems: tuple[Skipped, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the report as plain values."""
        return asdict(self)


def verify(settings: Settings) -> Verification:
    """Replay every passage of the current generation against the corpus.

    Raises:
        CitedQAError: If there is no index or it is damaged.
    """
    name = current_name(settings.index)
    manifest = read_manifest(settings.index, name)
    store = Store(generations_folder(settings.index) / name)
    corpus = settings.corpus or Path(manifest.corpus)
    replayed = 0
    problems: list[Skipped] = []
    for record in store.documents():
        document, passages = store.document(record.path)
        try:
            file = read_file(corpus, record.path)
        except UnreadableFileError as error:
            problems.append(Skipped(record.path, str(error)))
            continue
        if file.sha256 != document.sha256:
            problems.append(Skipped(record.path, "has changed since the index was built"))
        good = sum(passage.view.borne_out_by(file.source) for passage in passages)
        if good < len(passages) and file.sha256 == document.sha256:
            problems.append(Skipped(record.path, f"{len(passages) - good} passages do not replay"))
        replayed += good
    store.close()
    return Verification(name, manifest.documents, manifest.passages, replayed, tuple(problems))


def status(settings: Settings) -> dict[str, Any]:
    """Return what the current generation holds and which documents changed since.

    Raises:
        CitedQAError: If there is no index or it is damaged.
    """
    name = current_name(settings.index)
    manifest = read_manifest(settings.index, name)
    corpus = settings.corpus or Path(manifest.corpus)
    store = Store(generations_folder(settings.index) / name)
    indexed = {one.path: one for one in store.documents()}
    store.close()
    changes = _changes(corpus, {path: one.sha256 for path, one in indexed.items()})
    return {
        "generation": name,
        "created": manifest.created,
        "index": str(settings.index),
        "corpus": str(corpus),
        "documents": manifest.documents,
        "passages": manifest.passages,
        "languages": sorted({one.language for one in indexed.values()}),
        "model": manifest.fingerprint["embedder"],
        **changes,
        "skipped": [f"{one.path} ({one.reason})" for one in manifest.skipped],
    }


def _changes(corpus: Path, indexed: dict[str, str]) -> dict[str, list[str]]:
    """Return the documents that were added, changed and removed since they were *indexed*."""
    now: dict[str, str] = {}
    try:
        for path in corpus_files(corpus):
            try:
                now[path] = read_file(corpus, path).sha256
            except UnreadableFileError:
                continue
    except CorpusError:
        pass  # The folder is gone, and with it every document.
    return {
        "added": [path for path in now if path not in indexed],
        "changed": [path for path in now if path in indexed and now[path] != indexed[path]],
        "removed": [path for path in indexed if path not in now],
    }
