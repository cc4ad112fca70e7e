"""The seam: what the engine asks for, and what any index of passages answers; no engine is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

from language.tags import UNKNOWN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from corpus.documents import Document, Passage, Record
    from language.spans import Span


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What is known of a document beside its text."""

    path: str
    sha256: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What a document holds, without its text."""

    path: str
    title: str
    language: str  # BCP 47
    records: tuple[Record, ...]  # in order
    pages: int  # 0 where it has none

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its records, the document's own first."""
        tags = [self.language, *(record.language for record in self.records)]
        return tuple(dict.fromkeys(tag for tag in tags if tag != UNKNOWN))

    @property
    def dates(self) -> tuple[str, ...]:
        """The distinct dates of its records, ISO 8601, the earliest first."""
        return tuple(sorted({record.date for record in self.records if record.date}))


@dataclass(frozen=True, slots=True, eq=False)
class PassageRecord:
    """A passage with its number in the generation and the document that it is from."""

    number: int
    document: DocumentRecord
    passage: Passage

    @property
    def place(self) -> tuple[str, Span]:
        """By what passages are in order: that of the documents, and in them."""
        return self.document.path, self.passage.source_span


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A passage that may answer, and what each index says of it; higher is better."""

    record: PassageRecord
    cosine: float  # to the question, -1 to 1, centred by language
    overlap: float  # share of the question's term weight that BM25 finds, 0 to 1
    translated: float = 0.0  # the same of its words in other languages


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the index sees it."""

    text: str
    language: str  # BCP 47
    row: NDArray[np.float32]  # shape (dimension,), of length one, centred
    terms: tuple[str, ...]
    # For each word the terms that it may be in the languages of the documents.
    translations: tuple[tuple[str, ...], ...] = ()


class PassageIndex(Protocol):
    """One immutable set of passages that can be searched."""

    @property
    def generation(self) -> str:
        """The name of what was opened; answers carry it."""

    def search(self, query: Query, count: int, among: Filter | None = None) -> list[Hit]:
        """Return the *count* nearest passages by meaning and the *count* best by words.

        With a filter, those among the passages that pass it; copies of a passage are not found
        beside it.
        """

    def copies(self, number: int, among: Filter | None = None) -> list[PassageRecord]:
        """Return the other passages that say the same as *number* and pass the filter."""

    def around(self, number: int, count: int) -> list[PassageRecord]:
        """Return passage *number* with at most *count* before and after it in its document."""

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return how much each term tells: its inverse document frequency."""

    def weight(self, word: Sequence[str]) -> float:
        """Return how much a word tells that any of several terms may stand for."""

    def holds(self, terms: Sequence[str]) -> bool:
        """Tell whether any passage has one of *terms*."""

    def with_term(
        self, pattern: str, count: int, among: Filter | None = None
    ) -> list[PassageRecord]:
        """Return at most *count* passages with a term that is, as a whole, matched by *pattern*.

        A regular expression of characters, classes of them and alternatives.  With a filter, those
        among the passages that pass it.
        """

    def similar(self, word: str, edits: int) -> dict[str, int]:
        """Return the most frequent words that differ from *word* in at most *edits* letters.

        Up to two.  Letters that have changed places are one edit, accents and capitals none.  Words
        of three letters or more in Latin, Greek or Cyrillic script, each as it is mostly written,
        with the number of its passages.
        """

    def source(self, path: str) -> Document | None:
        """Return a document with its source text, or None if that is not what was indexed."""

    def documents(self) -> list[DocumentRecord]:
        """Return all documents, by path."""

    def outlines(self, among: Filter | None = None) -> list[Outline]:
        """Return what the documents hold of which any passage passes the filter, by path."""

    def posts(self, authors: Sequence[str], among: Filter | None = None) -> list[PassageRecord]:
        """Return the passages that any of *authors* wrote and that pass the filter, in order.

        Copies too: others may have written the same.
        """

    def sample(self, count: int, among: Filter | None = None) -> list[PassageRecord]:
        """Return at most *count* passages that pass the filter, evenly chosen, in order; no copies.

        Those of a document stand together, as they do in it.
        """

    def rows(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return the unit vectors of passages, shape ``(len(numbers), dimension)``.

        A copy has that of its original.
        """


@dataclass(frozen=True, slots=True)
class Filter:
    """What a passage must be to be found; an empty field asks for nothing."""

    paths: tuple[str, ...] = ()  # documents or folders of the corpus, any of them
    languages: tuple[str, ...] = ()  # BCP 47, any of them; "zh" is both scripts
    since: str = ""  # ISO 8601, "2017" or "2017-05" too; the day is within
    until: str = ""

    def __bool__(self) -> bool:
        return bool(self.paths or self.languages or self.since or self.until)

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day, as numbers like 20170514."""
        first = day(self.since)
        last = int(self.until.replace("-", "").ljust(8, "9")) if self.until else 99999999
        return max(first, 1), last


def day(date: str) -> int:
    """Return an ISO 8601 date as a number that sorts like it: 20170514, or 0 for no date."""
    return int(date.replace("-", "").ljust(8, "0")) if date else 0


def places(path: str) -> list[str]:
    """Return a document's path and all folders that it is in."""
    parents = PurePosixPath(path).parents
    return [path, *(str(one) for one in parents if str(one) != ".")]
