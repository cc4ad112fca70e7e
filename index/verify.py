"""Whether the index still says what the documents say."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableFileError
from corpus.files import SourceFile, read_file
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.ocr.recogniser_process import installed
from index.backend import Backend
from index.generations import Skipped, check_files, current_name, generations_folder, read_manifest
from index.recognition_cache import RecognitionCache
from index.store import Store
from language.messages import Message


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
        problems = [file.as_json() for file in self.problems]
        return {**asdict(self), "problems": problems}


def verify(
    index: Path, corpus: Path | None, limits: Limits, backend: Backend | None = None
) -> Verification:
    """Replay every passage of the current generation in *index* against its files.

    They are in *corpus*, by default the folder that the index was built from.  Where *backend*
    keeps vectors and words, it is seen that it has them.

    Raises:
        CitedQAError: If there is no index or it is damaged.
    """
    name = current_name(index)
    manifest = read_manifest(index, name)
    check_files(index, manifest, again=True)
    generation = generations_folder(index) / name
    folder = corpus or Path(manifest.corpus)
    replayed = 0
    problems: list[Skipped] = []
    with (
        closing(Store(generation)) as store,
        Loaders(limits) as loaders,
        installed(limits) as recogniser,
        RecognitionCache(index, recogniser) as pages,
    ):
        if backend:
            backend.opened(generation, store)
        for record in store.documents():
            read = partial(read_file, folder, record.path, loaders, pages.of_file(record.sha256))
            good, problem = _replayed(store, record.path, read)
            replayed += good
            if problem:
                problems.append(Skipped(record.path, problem))
    return Verification(name, manifest.documents, manifest.passages, replayed, tuple(problems))


def _replayed(
    store: Store, path: str, read: Callable[[], SourceFile]
) -> tuple[int, Message | None]:
    """Return how many passages of *path* its file bears out, and what is wrong with it."""
    indexed = store.document(path)
    if indexed is None:
        return 0, Message("file_in_index")
    document, passages = indexed
    try:
        file = read()
    except UnreadableFileError as error:
        return 0, error.message
    good = sum(passage.view.borne_out_by(file.source) for passage in passages)
    if file.sha256 != document.sha256:
        return good, Message("file_changed")
    if good < len(passages):
        return good, Message("file_unreplayed", {"passages": len(passages) - good})
    return good, None
