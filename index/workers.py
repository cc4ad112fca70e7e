"""The seam behind which a build reads files and embeds texts: in this process, or on others.

Whoever does it, what comes out is the same to the byte and in the order of what went in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, Self

from corpus.documents import Document, Passage
from corpus.errors import UnreadableFileError
from corpus.files import file_content, read_content
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.ocr.recognition import Recogniser
from corpus.passages import read_document
from corpus.scanned import Report
from language.messages import Message

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.embedder import Embedder
    from index.recognition_cache import RecognitionCache

Batches = Iterator[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A file of the corpus with its bytes, or the reason why there are none."""

    path: str
    content: bytes = b""
    reason: Message | None = None

    @property
    def sha256(self) -> str:
        """The digest of its bytes; empty where there are none."""
        return "" if self.reason else hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Read:
    """The document that a file holds with its passages, or the reason why there is none."""

    path: str
    sha256: str  # of the file's bytes, where they could be read
    held: tuple[Document, Sequence[Passage]] | Message


class Workers(Protocol):
    """Read files and embed texts for one build; a context manager."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_unused: object) -> None: ...

    def read(
        self, files: Iterator[Opened], pages: RecognitionCache, report: Report
    ) -> Iterator[Read]:
        """Yield what becomes of each of *files*, in their order.

        Args:
            files: Taken as they are needed.
            pages: What OCR has read before; what it reads now is kept there.
            report: Is told how many pages of a file that are pictures were read.
        """

    def embed(self, batches: Batches) -> Iterator[NDArray[np.float32]]:
        """Yield the unit rows of each of *batches*, in their order.

        A batch is embedded as it comes, never cut or joined: in another company a text would have
        other last bits.  An empty one has no rows.
        """


class Here:
    """The workers that this process is itself: one file, one batch at a time."""

    def __init__(self, embedder: Embedder, limits: Limits) -> None:
        self._embedder, self._loaders = embedder, Loaders(limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_unused: object) -> None:
        self._loaders.close()

    def read(
        self, files: Iterator[Opened], pages: RecognitionCache, report: Report
    ) -> Iterator[Read]:
        """Yield what becomes of each of *files*."""
        for file in files:
            yield read(file, self._loaders, pages.of_file, report)

    def embed(self, batches: Batches) -> Iterator[NDArray[np.float32]]:
        """Yield the unit rows of each of *batches*."""
        for texts in batches:
            yield embedded(self._embedder, texts)


def embedded(embedder: Embedder, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the unit rows of a batch."""
    import numpy as np

    return embedder.embed_passages(texts) if texts else np.empty((0, 0), np.float32)


def opened(folder: Path, path: str, limits: Limits) -> Opened:
    """Return the file at *path* in *folder*."""
    try:
        return Opened(path, file_content(folder, path, limits))
    except UnreadableFileError as error:
        return Opened(path, reason=error.message)


def read(
    file: Opened,
    loaders: Loaders,
    recogniser_of: Callable[[str], Recogniser | None],
    report: Report,
) -> Read:
    """Return what becomes of *file*; *recogniser_of* its digest reads its pages."""
    if file.reason:
        return Read(file.path, "", file.reason)
    digest = file.sha256
    try:
        source = read_content(file.path, file.content, loaders, recogniser_of(digest), report)
        document, passages = read_document(source)
    except UnreadableFileError as error:
        return Read(file.path, digest, error.message)
    if not passages:  # only markup, say
        return Read(file.path, digest, Message("file_no_text"))
    return Read(file.path, digest, (document, passages))
