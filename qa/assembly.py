"""The composition root: from settings to an engine, and to a rebuilt index."""

from __future__ import annotations

import threading
from pathlib import Path

from index.build import BuildReport, Progress, build, no_progress
from index.embedder import Embedder
from index.errors import IndexDamagedError, IndexNotBuiltError
from index.generations import Manifest, current_name, read_manifest
from index.opened import OpenGeneration, open_index
from index.sentence_embedder import default_embedder, named_embedder
from qa.engine import Engine
from qa.judge import fitted_judge
from qa.settings import Settings, sample_corpus


def embedder_of(settings: Settings) -> Embedder:
    """Return the embedder that *settings* name; it loads its model with the first text."""
    if settings.model:
        return named_embedder(settings.model)
    return default_embedder(settings.cache)


def corpus_of(settings: Settings) -> Path:
    """Return the corpus folder: the one set, or that of the index, or the sample."""
    if settings.corpus:
        return settings.corpus
    manifest = current_manifest(settings)
    return Path(manifest.corpus) if manifest else sample_corpus()


def current_manifest(settings: Settings) -> Manifest | None:
    """Return the current generation's manifest, or None if there is none that can be read."""
    try:
        return read_manifest(settings.index, current_name(settings.index))
    except (IndexNotBuiltError, IndexDamagedError):
        return None


class Service:
    """One model and the newest generation, for a page or a command.

    Questions keep the generation that they began with; a rebuild swaps it for the next ones.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._embedder = embedder_of(settings)
        self._lock = threading.Lock()
        self._opened: tuple[OpenGeneration, str, Engine] | None = None
        self._named = ""  # what CURRENT said when it was opened

    def engine(self) -> Engine:
        """Return the engine over the current generation.

        Raises:
            CitedQAError: If there is no index that can be opened with this model.
        """
        return self._current()[2]

    @property
    def notice(self) -> str:
        """What the user must know about the index; empty if all is well."""
        return self._current()[1]

    @property
    def generation(self) -> OpenGeneration:
        """The generation that the next question is asked of."""
        return self._current()[0]

    def _current(self) -> tuple[OpenGeneration, str, Engine]:
        with self._lock:
            # Another process may have built; one short file tells.
            named = current_name(self.settings.index)
            if self._opened is None or named != self._named:
                opened, notice = open_index(self.settings.index, self._embedder)
                engine = Engine(opened, self._embedder, fitted_judge())
                self._opened, self._named = (opened, notice, engine), named
            return self._opened

    def rebuild(self, progress: Progress = no_progress) -> BuildReport:
        """Bring the index up to the corpus; questions are answered meanwhile."""
        return build(
            corpus_of(self.settings),
            self.settings.index,
            self._embedder,
            progress,
            self.settings.limits,
        )
