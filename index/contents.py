"""What a generation's vectors and words are made from: its passages that are no copies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from index.copies import Copies
from index.documents import Documents
from index.lexical import Entry
from index.shards import AMONG, JOINED, TOGETHER, Shards, embedding_text

if TYPE_CHECKING:
    from numpy.typing import NDArray

Place = tuple[str, str, str]  # path, language, date


class Contents:
    """Reads the shards of a generation that is written, or of the one before."""

    def __init__(self, shards: Shards, copies: Copies, numbers: NDArray[np.int64]) -> None:
        self._shards, self.copies = shards, copies
        self.numbers = numbers  # of all passages, ascending

    @classmethod
    def of_folder(cls, folder: Path) -> Self:
        """Return the contents of the generation in *folder*, once its store is written."""
        documents = Documents(folder)
        shards, numbers = Shards(folder, documents.extents()), documents.numbers()
        documents.close()
        return cls(shards, Copies.load(folder), numbers)

    def close(self) -> None:
        """Close the shards."""
        self._shards.close()

    def originals(self) -> NDArray[np.int64]:
        """Return the numbers of the passages that are no copies, ascending."""
        return np.setdiff1d(self.numbers, self.copies.copies, assume_unique=True)

    def longest_first(self, numbers: NDArray[np.int64]) -> Iterator[int]:
        """Yield *numbers*, ascending, in another order: the longest passage in bytes first.

        Bytes tell how many tokens a text has, in Chinese as in English; characters do not.
        """
        query = (
            "SELECT length(CAST(p.text AS BLOB)) FROM passages p"  # noqa: S608
            f" WHERE {AMONG} ORDER BY number"
        )
        lengths = (length for (length,) in self._shards.of(query, numbers))
        order = np.argsort(-np.fromiter(lengths, np.int64, len(numbers)), kind="stable")
        for at in range(0, len(order), TOGETHER):
            yield from numbers[order[at : at + TOGETHER]].tolist()

    def to_embed(self, numbers: Sequence[int]) -> tuple[list[str], list[str]]:
        """Return the texts to embed of the passages *numbers*, and their languages."""
        query = f"SELECT p.number, p.title, p.text, p.language FROM passages p WHERE {AMONG}"  # noqa: S608
        rows = {number: row for number, *row in self._shards.of(query, np.unique(numbers))}
        held = [rows[number] for number in numbers]
        return [embedding_text(text, title) for title, text, _ in held], [row[2] for row in held]

    def text(self, number: int) -> str:
        """Return the text of a passage."""
        query = f"SELECT p.text FROM passages p WHERE {AMONG}"  # noqa: S608
        ((text,),) = self._shards.of(query, np.array([number]))
        return str(text)

    def terms(self, numbers: NDArray[np.int64]) -> Iterator[str]:
        """Yield the analysed terms of passages, ascending, with spaces between them."""
        query = f"SELECT p.terms FROM passages p WHERE {AMONG} ORDER BY number"  # noqa: S608
        yield from (terms for (terms,) in self._shards.of(query, numbers))

    def entries(self, numbers: NDArray[np.int64] | None = None) -> Iterator[Entry]:
        """Yield what the words of passages are indexed from, by number.

        Args:
            numbers: Of passages that are no copies, ascending; None for all of these.
        """
        wanted = self.originals() if numbers is None else numbers
        query = (
            f"SELECT p.number, p.terms, d.path, p.language, p.date{JOINED}"
            f" WHERE {AMONG} ORDER BY p.number"
        )
        for shard, some in self._shards.portions(wanted):
            copies = self._places_of_copies(np.array(some, np.int64))
            for number, terms, *place in self._shards.rows(shard, query, (json.dumps(some),)):
                places = [tuple(place), *copies.get(number, ())]
                yield Entry(number, terms, *map(tuple, zip(*places, strict=True)))

    def _places_of_copies(self, originals: NDArray[np.int64]) -> dict[int, list[Place]]:
        """Return where the copies of each of *originals* are, by number."""
        copies, beside = self.copies.of(originals)
        query = (
            f"SELECT p.number, d.path, p.language, p.date{JOINED} WHERE {AMONG} ORDER BY p.number"
        )
        placed = {row[0]: row[1:] for row in self._shards.of(query, np.sort(copies))}
        places: dict[int, list[Place]] = {}
        for copy, original in zip(copies.tolist(), beside.tolist(), strict=True):
            places.setdefault(original, []).append(placed[copy])
        return places
