"""Documents that can be searched word for word, without an index on disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.documents import Document
from corpus.passages import read_document
from index.letter_index import LetterIndex
from index.passage_index import DocumentRecord
from language.spans import Span
from tests.strategies import text_file


class MadeTexts:
    """The documents that the texts at some paths are."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.generation = "000001-made"
        self._read = {path: read_document(text_file(path, text)) for path, text in texts.items()}
        self.letters = LetterIndex((path, text) for path, text in texts.items())

    def source(self, path: str) -> Document | None:
        return self._read[path][0] if path in self._read else None

    def sentences(self, path: str, _places: Sequence[int]) -> list[Span]:
        return sorted(
            passage.view.source_span(*sentence)
            for passage in self._read[path][1]
            for sentence in passage.sentences
        )

    def documents(self) -> list[DocumentRecord]:
        read = [document for document, _ in self._read.values()]
        return [DocumentRecord(one.path, one.sha256, one.title, one.language) for one in read]

    def passage_counts(self) -> dict[str, int]:
        return {path: len(passages) for path, (_, passages) in self._read.items()}
