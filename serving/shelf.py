"""What the page knows of the documents: which there are, what changed, where a quote stands."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.documents import Document, Passage
from corpus.errors import CitedQAError
from index import deleted
from index.passage_index import Filter
from index.status import Holding, earlier_document, holding
from qa.answers import Answer, Citation
from qa.service import Service, corpus_of
from serving.choosing import asked_of
from serving.now import Now

# Every open page asks what changed; the files are looked at so often for all of them.
SECONDS = 5.0

# Documents that are kept as they were read, by generation and path: whoever turns pages asks for
# the same one again, and one of 600 pages takes a tenth of a second.
READ = 4

Cited = tuple[Document, list[Passage]]


class NothingAskedError(CitedQAError):
    """There is no document that could be asked."""

    short = ""  # it is told in few words already


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was seen when the folder was last looked at."""

    at: float  # time.monotonic()
    deleted: int  # when a document was last deleted, from any page over this index
    holding: Holding


class Shelf:
    """The documents of a service, for all users of its page."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._lock = threading.Lock()
        # Of the generation only its name: whoever holds it open keeps it from being removed.
        self._now = Now()
        self._looked: _Looked | None = None
        self._read: OrderedDict[tuple[str, str], Cited] = OrderedDict()

    @property
    def now(self) -> Now:
        """What answers are compared with; nothing where there is no index."""
        try:
            opened = self._service.generation
        except CitedQAError:
            return Now()
        with self._lock:
            if self._now.generation != opened.generation:
                digests = {document.path: document.sha256 for document in opened.documents()}
                self._now = Now(opened.generation, digests)
            return self._now

    @property
    def created(self) -> str:
        """When the current generation was built; ISO 8601."""
        return self._service.generation.manifest.created

    def holding(self, *, fresh: bool = False) -> Holding:
        """Return what the index holds and how the folder differs; a few seconds old at most.

        Raises:
            CitedQAError: If there is no index or no folder.
        """
        opened, looked = self._service.generation, self._looked
        if (
            fresh
            or looked is None
            or looked.at + SECONDS < time.monotonic()
            or not self._holds(looked)
        ):
            settings = self._service.settings
            last, gone = deleted.last(settings.index), deleted.noted(settings.index)
            folder, limits = corpus_of(settings), settings.limits
            seen = holding(opened.store, opened.manifest, folder, limits, gone)
            self._looked = looked = _Looked(time.monotonic(), last, seen)
        return looked.holding

    def files(self, *, fresh: bool = False) -> dict[str, str]:
        """Return the paths of all documents and of what is to become one; see :meth:`holding`.

        Of each the digest that its file had when the index read it, empty where it did not.

        Raises:
            CitedQAError: If there is no index or no folder.
        """
        digests = self.now.digests
        return {row.path: digests.get(row.path, "") for row in self.holding(fresh=fresh).rows}

    def _holds(self, looked: _Looked) -> bool:
        """Tell whether neither a build nor a page, of any process, has made *looked* untrue."""
        current = looked.holding.manifest.name == self._service.generation.generation
        return current and looked.deleted == deleted.last(self._service.settings.index)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to ask: no index, or all that is in it was deleted."""
        try:
            holding = self.holding()
        except CitedQAError:
            return not self.now.generation
        return not holding.changes.added and all(row.state == "removed" for row in holding.rows)

    def among(self, chosen: Sequence[str]) -> Filter | None:
        """Return which documents a question is asked of; None where that is all of them.

        What was deleted is not quoted any more, though it is in the index until the next rebuild.

        Args:
            chosen: Paths of documents and folders; all if there is none.

        Raises:
            NothingAskedError: If all of them were deleted, or there are none yet.
        """
        if not self.now.generation and self.empty:
            raise NothingAskedError("nothing_yet")
        try:
            looked = self._looked
            seen = looked.holding if looked and self._holds(looked) else self.holding()
        except CitedQAError:
            return _paths(chosen)
        gone = frozenset(seen.changes.removed)
        if not gone:
            return _paths(chosen)
        paths = [row.path for row in seen.rows if row.passages is not None]
        left = [path for path in asked_of(chosen, paths) if path not in gone]
        if not left:
            raise NothingAskedError("all_deleted")
        return _paths(left)

    def cited(self, answer: Answer, citation: Citation) -> tuple[Document, list[Passage], str]:
        """Return the document that *citation* quotes, and a key of the phrases about it.

        Raises:
            LookupError: If neither the index nor a kept generation bears the quote out.
        """
        current = self.document(citation.document)
        if current and _bears_out(current[0], citation):
            return (*current, "")
        index = self._service.settings.index
        earlier = earlier_document(index, answer.generation, citation.document)
        if earlier and _bears_out(earlier[0], citation):
            return (*earlier, "from_earlier")
        raise LookupError(citation.document)

    def document(self, path: str) -> Cited | None:
        """Return a document of the current generation with its passages."""
        opened = self._service.generation
        key = opened.generation, path
        with self._lock:
            if key in self._read:
                self._read.move_to_end(key)
                return self._read[key]
        read = opened.store.document(path)
        if read is not None:
            with self._lock:
                self._read[key] = read
                while len(self._read) > READ:
                    self._read.popitem(last=False)
        return read

    def source(self, path: str) -> Document | None:
        """Return a document of the current generation without its passages."""
        return self._service.generation.store.source(path)


def _paths(paths: Sequence[str]) -> Filter | None:
    return Filter(paths=tuple(paths)) if paths else None


def _bears_out(document: Document, citation: Citation) -> bool:
    quoted = document.source[citation.start : citation.end]
    return quoted == citation.quote and document.sha256 == citation.sha256
