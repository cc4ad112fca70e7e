"""The words of the documents as they are written, and which are like a word; tantivy's automata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Self

import tantivy

from index.tantivy_files import opened, written
from language.letters import plain

if TYPE_CHECKING:
    from tantivy import Schema

FOLDER = "vocabulary"
# Of words that are equally like another, so many of the most frequent are looked at.
MOST = 20
# A word that is written small so often is no name: others of it begin sentences.
SMALL = 0.2


class Vocabulary:
    """Words by what is left of them without accents; one document a word."""

    def __init__(self, index: tantivy.Index) -> None:
        self._schema: Schema = index.schema
        self._searcher = index.searcher()

    @classmethod
    def write(cls, folder: Path, counts: Iterable[tuple[str, int]]) -> Self:
        """Write the index of words, each with the number of its passages, and open it."""
        return cls(written(folder / FOLDER, _schema(), map(_document, _words(counts))))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the index that :meth:`write` wrote, mapped into memory."""
        return cls(opened(folder / FOLDER))

    def similar(self, word: str, edits: int) -> dict[str, int]:
        """Return the most frequent words that differ from *word* in at most *edits* letters.

        Letters that have changed places are one edit, accents and capitals none.

        Returns:
            Each as it is mostly written, with the number of its passages.
        """
        if not edits:
            query = tantivy.Query.term_query(self._schema, "plain", plain(word))
        else:
            query = tantivy.Query.fuzzy_term_query(self._schema, "plain", plain(word), edits)
        near = self._searcher.search(query, limit=MOST, count=False, order_by_field="passages")
        return {
            self._searcher.doc(address)["text"][0].decode(): int(passages)
            for passages, address in near.hits
        }


def _words(counts: Iterable[tuple[str, int]]) -> Iterator[tuple[str, str, int]]:
    """Yield each word without accents, as it is written mostly, and the number of its passages."""
    by_plain = sorted((plain(text), text, passages) for text, passages in counts)
    for word, forms in groupby(by_plain, key=lambda form: form[0]):
        written = {text: passages for _, text, passages in forms}
        small = {text: passages for text, passages in written.items() if text.islower()}
        whole = sum(written.values())
        among = small if sum(small.values()) >= SMALL * whole else written
        yield word, max(among, key=among.__getitem__), whole


def _schema() -> Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("plain", tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("text", stored=True, indexed=False)
    builder.add_unsigned_field("passages", fast=True)
    return builder.build()


def _document(word: tuple[str, str, int]) -> tantivy.Document:
    key, text, passages = word
    document = tantivy.Document()
    document.add_text("plain", key)
    document.add_bytes("text", text.encode())
    document.add_unsigned("passages", passages)
    return document
