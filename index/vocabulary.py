"""The words of the documents as they are written, and which are like a word; tantivy's automata.

tantivy knows the plain words, which come and go seldom; how they are written and how often is in
``words.sqlite`` (index/word_counts.py), which changes with every document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

import tantivy

from index.rooms import planned
from index.tantivy_files import Held, Numbered, in_rooms, opened, rooms_in, written
from index.word_counts import CountedWords, WordCounts
from language.letters import plain

if TYPE_CHECKING:
    from tantivy import Schema

FOLDER = "vocabulary"
ROOM = 50_000  # plain words
# Of words that are equally like another, so many of the most frequent are looked at.
MOST = 20
# No word has as many that are so like it; tantivy must be told how many it may find.
LIKE = 50_000
# A word that is written small so often is no name: others of it begin sentences.
SMALL = 0.2


class Vocabulary:
    """Words by what is left of them without accents."""

    def __init__(self, folder: Path, index: tantivy.Index) -> None:
        self._schema: Schema = index.schema
        self._searcher = index.searcher()
        self._counts = CountedWords(folder)

    @classmethod
    def write(cls, folder: Path, words: WordCounts, before: Path | None = None) -> Self:
        """Write the index of *words*, which lie in *folder*, and open it.

        Files in which no plain word came or went are links to those of the generation in
        *before*, if the words were taken over from there.
        """
        words.finished()
        altered = words.altered() if before else None
        if before is None or altered is None:
            rooms = in_rooms(_documents(words.plains()), ROOM)
            return cls(folder, written(folder / FOLDER, _schema(), rooms))
        plan = planned(rooms_in(before / FOLDER), altered, words.numbers, ROOM)
        held = Held(before / FOLDER, plan.kept)
        anew = (_documents(words.plains(int(one[0]), int(one[-1]))) for one in plan.written)
        return cls(folder, written(folder / FOLDER, _schema(), anew, held))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Open the index that :meth:`write` wrote, mapped into memory."""
        return cls(folder, opened(folder / FOLDER))

    def close(self) -> None:
        """Close the file of the counts."""
        self._counts.close()

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
        near = self._searcher.search(query, limit=LIKE, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in near])
        forms = self._counts.forms(map(int, map(str, numbers)), MOST)
        return {_mostly(each): sum(each.values()) for each in forms}


def _mostly(forms: dict[str, int]) -> str:
    """Return how a word is mostly written."""
    small = {text: passages for text, passages in forms.items() if text.islower()}
    among = small if sum(small.values()) >= SMALL * sum(forms.values()) else forms
    return max(among, key=among.__getitem__)


def _schema() -> Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("plain", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("number", fast=True)
    return builder.build()


def _documents(plains: Iterable[tuple[int, str]]) -> Iterator[Numbered]:
    for number, word in plains:
        document = tantivy.Document()
        document.add_text("plain", word)
        document.add_unsigned("number", number)
        yield number, document
