"""The composition root: from settings to an engine, and to a rebuilt index."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from corpus.errors import CitedQAError
from corpus.fingerprint import pipeline
from corpus.ocr.recogniser_process import installed
from corpus.ocr.recognition import Recogniser
from index.backend import Backend
from index.build import BuildReport, Progress, build, clear, no_progress, purge
from index.embedder import Embedder
from index.errors import BuildCancelledError, IndexDamagedError, IndexNotBuiltError
from index.fast_embedder import FastEmbedder
from index.generations import Manifest, current_name, read_manifest, roll_back
from index.lock import writer
from index.opened import OpenGeneration, open_index
from index.passage_index import Filter, PassageIndex
from index.ray_workers import RayWorkers
from index.sentence_embedder import SentenceEmbedder, default_embedder, named_embedder
from index.two_stage import TwoStage
from index.watch import stirrings
from index.workers import Here, Workers
from language.messages import Message
from qa.checks.report import Report
from qa.engine import Engine
from qa.reading.judge import fitted_judge
from qa.reading.sentences import SentenceRanker
from qa.reading.trained import trained_reader
from qa.settings import Settings, sample_corpus, tell_ray

# The value of CITED_QA_MODEL for very large corpora.
FAST = "fast"
# Asked of an index that was just opened: with each language its dictionaries and rules are loaded.
WARMING = ("Where is the museum?", "博物馆在哪里？", "Où est le musée ?")


def embedder_of(settings: Settings) -> Embedder:
    """Return the embedder that the index is made with; it loads its model with the first text."""
    if settings.model == FAST:
        return FastEmbedder()
    if settings.model:
        return named_embedder(settings.model)
    return default_embedder(settings.cache)


def workers_of(
    settings: Settings, embedder: Embedder, recogniser: Recogniser | None
) -> Workers | None:
    """Return who reads and embeds for a build; None is this process itself."""
    if settings.workers is None:
        return None
    tell_ray(settings)
    expected = {
        "pipeline": pipeline(),
        "recogniser": recogniser.fingerprint if recogniser else "",
        "embedder": embedder.fingerprint,
    }
    make_embedder = partial(_embedder_there, settings.model)
    here = Here(embedder, settings.limits)
    return RayWorkers(settings.workers, make_embedder, here, expected, settings.limits)


def _embedder_there(model: str | None) -> Embedder:
    """Return the embedder on the machine of a worker, which keeps its model where its own does."""
    return embedder_of(replace(Settings.from_env(), model=model))


def backend_of(settings: Settings) -> Backend | None:
    """Return what holds vectors and words; None where they lie in the index."""
    if not settings.engine:
        return None
    from index.milvus_backend import MilvusBackend

    return MilvusBackend(settings.engine)


def ranker_of(settings: Settings, embedder: Embedder) -> SentenceRanker:
    """Return the reader that embeds with *embedder*; their model is the same one if it can be."""
    packaged = settings.model in (None, FAST)
    shared = embedder if packaged and isinstance(embedder, SentenceEmbedder) else None
    return SentenceRanker(fitted_judge(), embedder, trained_reader(settings.cache, shared))


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
        self._backend = backend_of(settings)
        # What questions are compared with; the index may be of a quicker model's vectors.
        fast = settings.model == FAST
        self._exact = default_embedder(settings.cache) if fast else self._embedder
        self._ranker = ranker_of(settings, self._exact)
        self._lock = threading.Lock()
        self._opened: tuple[OpenGeneration, Message | None, Engine] | None = None
        self._named = ""  # what CURRENT said when it was opened
        self._cancelled = threading.Event()

    def engine(self) -> Engine:
        """Return the engine over the current generation.

        Raises:
            CitedQAError: If there is no index that can be opened with this model.
        """
        return self._current()[2]

    @property
    def notice(self) -> Message | None:
        """What the user must know about the index; None if all is well."""
        return self._current()[1]

    @property
    def generation(self) -> OpenGeneration:
        """The generation that the next question is asked of."""
        return self._current()[0]

    def _current(self) -> tuple[OpenGeneration, Message | None, Engine]:
        with self._lock:
            # Another process may have built; one short file tells.
            named = current_name(self.settings.index)
            if self._opened is None or named != self._named:
                opened, notice = open_index(self.settings.index, self._embedder, self._backend)
                engine = Engine(self._searched(opened), self._ranker, self._exact, opened)
                self._opened, self._named = (opened, notice, engine), named
            return self._opened

    def _searched(self, opened: OpenGeneration) -> PassageIndex:
        if self._exact is self._embedder:
            return opened
        return TwoStage(opened, self._embedder, self._exact)

    def check(self, draft: str, among: Filter | None = None) -> Report:
        """Return what the documents say of each sentence of *draft*.

        Raises:
            CitedQAError: If there is no index that can be opened, or the draft cannot be checked.
        """
        opened, _, engine = self._current()
        return engine.checker.report(opened, draft, among)

    def warm(self) -> None:
        """Load what the first question needs, so that it does not wait for it."""
        with suppress(CitedQAError):  # whoever asks is told
            # Where there is no index yet, the first file that is added needs the model.
            _ = self._embedder.dimension
            for question in WARMING:
                self.engine().ask(question)

    def rebuild(self, progress: Progress = no_progress) -> BuildReport:
        """Bring the index up to the corpus; questions are answered meanwhile.

        Raises:
            BuildCancelledError: If :meth:`cancel` was called; the index is as it was.
        """
        self._cancelled.clear()

        def watched(stage: str, done: int, total: int) -> None:
            if self._cancelled.is_set():
                raise BuildCancelledError("cancelled")
            progress(stage, done, total)

        with installed(self.settings.limits) as recogniser:
            return build(
                corpus_of(self.settings),
                self.settings.index,
                self._embedder,
                watched,
                self.settings.limits,
                recogniser,
                workers_of(self.settings, self._embedder, recogniser),
                self._backend,
            )

    def use(self, corpus: Path) -> None:
        """Read documents from the folder *corpus* from the next rebuild on."""
        self.settings = replace(self.settings, corpus=corpus)

    def cancel(self) -> None:
        """Stop the build that is running, if one is, at its next step."""
        self._cancelled.set()

    def purge(self) -> list[str]:
        """Remove all that is not in the current generation; see :func:`index.build.purge`."""
        return purge(self.settings.index, self._embedder, self._backend)

    def clear(self) -> list[str]:
        """Remove whatever the index holds; see :func:`index.build.clear`."""
        return clear(self.settings.index, self._backend)

    def roll_back(self) -> str:
        """Go back to the generation before the current one and return its name."""
        with writer(self.settings.index):
            name = roll_back(self.settings.index)
            if self._backend:
                self._backend.point(self.settings.index)
            return name

    def watch(
        self, stop: threading.Event, tell: Callable[[BuildReport | CitedQAError], None]
    ) -> None:
        """Rebuild whenever documents change, until *stop* is set; *tell* hears what came of it."""
        for _ in stirrings(corpus_of(self.settings), stop):
            try:
                report = self.rebuild()
            except CitedQAError as error:
                tell(error)
            else:
                if report.changed:
                    tell(report)
