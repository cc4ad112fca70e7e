"""Whether the index still says what the documents say."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError, UnreadableFileError
from corpus.files import corpus_files, file_digest, read_file
from corpus.limits import Limits
from corpus.loader_process import Loaders
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
    with Loaders(settings.limits) as loaders:
        for record in store.documents():
            good, problem = _replayed(store, record.path, corpus, loaders)
            replayed += good
            if problem:
                problems.append(Skipped(record.path, problem))
    store.close()
    return Verification(name, manifest.documents, manifest.passages, replayed, tuple(problems))


def _replayed(store: Store, path: str, corpus: Path, loaders: Loaders) -> tuple[int, str]:
    """Return how many passages of *path* its file bears out, and what is wrong with it."""
    indexed = store.document(path)
    if indexed is None:
        return 0, "is damaged in the index"
    document, passages = indexed
    try:
        file = read_file(corpus, path, loaders)
    except UnreadableFileError as error:
        return 0, str(error)
    good = sum(passage.view.borne_out_by(file.source) for passage in passages)
    if file.sha256 != document.sha256:
        return good, "has changed since the index was built"
    if good < len(passages):
        return good, f"{len(passages) - good} passages do not replay"
    return good, ""


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
    known = {path: one.sha256 for path, one in indexed.items()}
    skipped = {one.path: one.sha256 for one in manifest.skipped}
    now = {
        path: digest
        for path, digest in _digests(corpus, settings.limits).items()
        if skipped.get(path) != digest
    }
    return {
        "generation": name,
        "created": manifest.created,
        "index": str(settings.index),
        "corpus": str(corpus),
        "documents": manifest.documents,
        "passages": manifest.passages,
        "languages": sorted({one.language for one in indexed.values()}),
        "model": manifest.fingerprint["embedder"],
        "added": [path for path in now if path not in known],
        "changed": [path for path in now if path in known and now[path] != known[path]],
        "removed": [path for path in known if path not in now],
        "skipped": [f"{one.path} ({one.reason})" for one in manifest.skipped],
    }


def _digests(corpus: Path, limits: Limits) -> dict[str, str]:
    """Return the digests of the files in *corpus* by path; none if the folder is gone."""
    digests: dict[str, str] = {}
    try:
        for path in corpus_files(corpus):
            with suppress(UnreadableFileError):
                digests[path] = file_digest(corpus, path, limits)
    except CorpusError:
        return {}
    return digests
