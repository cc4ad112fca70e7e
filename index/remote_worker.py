"""What a process that works for a build on another one does: it holds the model and the loaders.

It sees neither the folder of documents nor the index; all it needs comes with the files and texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from corpus.fingerprint import pipeline
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.ocr.recogniser_process import ConfinedRecogniser, has_ocr
from corpus.ocr.recognition import Line
from index.embedder import Embedder
from index.recognition_cache import PagesOfFile
from index.workers import Opened, Read, embedded, read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KnownPages = Mapping[bytes, tuple[Line, ...]]  # by their keys in the cache of the build


@dataclass(frozen=True, slots=True)
class PagesRead:
    """How many pages of a file, that are pictures, were read so far."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a file, to be kept by the build; without lines where it knows them."""

    sha256: str
    key: bytes
    lines: tuple[Line, ...] | None


Event = Read | PagesRead | Page
Told = Callable[[Event], None]


class RemoteWorker:
    """Reads batches of files and embeds batches of texts."""

    def __init__(self, make_embedder: Callable[[], Embedder], limits: Limits, *, ocr: bool) -> None:
        self._embedder, self._limits = make_embedder(), limits
        self._loaders = Loaders(limits)
        self._recogniser = ConfinedRecogniser(limits) if ocr and has_ocr() else None

    def versions(self) -> dict[str, str]:
        """Return what decides what this worker makes of a file or a text."""
        reads = self._recogniser.fingerprint if self._recogniser else ""
        return {
            "pipeline": pipeline(),
            "recogniser": reads,
            "embedder": self._embedder.fingerprint,
        }

    def read(self, files: Sequence[tuple[Opened, KnownPages]]) -> Iterator[Event]:
        """Yield what becomes of each file, and before it what its pages tell."""
        for file, known in files:
            yield from _told(lambda tell, file=file, known=known: self._read(file, known, tell))  # type: ignore[misc]

    def embed(self, texts: Sequence[str]) -> Iterator[NDArray[np.float32]]:
        """Yield the unit rows of a batch, all at once."""
        yield embedded(self._embedder, texts)

    def _read(self, file: Opened, known: KnownPages, tell: Told) -> None:
        def recogniser_of(sha256: str) -> PagesOfFile | None:
            pages = _SentPages(known, sha256, tell)
            return PagesOfFile(pages, sha256, self._recogniser) if self._recogniser else None

        tell(read(file, self._loaders, recogniser_of, lambda *how_many: tell(PagesRead(*how_many))))


class _SentPages:
    """The pages of a file that came with it; those that are read now are told."""

    def __init__(self, known: KnownPages, sha256: str, tell: Told) -> None:
        self._known, self._sha256, self._tell = known, sha256, tell

    def known(self, key: bytes) -> tuple[Line, ...] | None:
        return self._known.get(key)

    def keep(self, key: bytes, lines: tuple[Line, ...]) -> None:
        self._tell(Page(self._sha256, key, lines))

    def belongs(self, key: bytes, sha256: str) -> None:
        self._tell(Page(sha256, key, None))


def _told(work: Callable[[Told], None]) -> Iterator[Event]:
    """Yield what *work* tells while it does it."""
    events: SimpleQueue[Event | BaseException | None] = SimpleQueue()

    def run() -> None:
        try:
            work(events.put)
            events.put(None)
        except BaseException as error:  # noqa: BLE001 - raised below
            events.put(error)

    Thread(target=run, daemon=True).start()
    while (event := events.get()) is not None:
        if isinstance(event, BaseException):
            raise event
        yield event
