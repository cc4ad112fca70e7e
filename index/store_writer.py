"""Writes the documents and passages of a generation, one document at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

from corpus.documents import Document, Passage
from corpus.files import Stamp
from corpus.near_duplicates import buckets, first_of_each
from index import shards
from index.bucket_files import Buckets, shared
from index.contents import Contents
from index.copies import Copies
from index.documents import FILE, SCHEMA, Extent
from index.lexical import Entry
from index.numbers import distinct, spread
from index.shard_writer import ShardWriter, made_own
from index.shards import Shards, embedding_text, packed, shard_file
from index.sqlite_files import to_write
from index.taking_over import documents_kept, shards_kept, texts_gone
from index.word_counts import WordCounts
from language.terms import passage_terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Passages whose terms are found anew at a time.
BATCH = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Changed:
    """What differs from the generation that was taken over, by numbers of originals, ascending."""

    gone: NDArray[np.int64]  # were originals there, are not here: gone, or copies now
    fresh: NDArray[np.int64]  # whose words are to be written: new, or with other places


@dataclass(frozen=True, slots=True, eq=False)
class _Taken:
    """What was taken over."""

    last: int  # number that was given
    gone: NDArray[np.int64]  # numbers of passages that are not
    copies: Copies  # as they were


class StoreWriter:
    """The store of a draft; what did not change is taken over from the generation before.

    A passage keeps its number as long as its document is not read again, so that whatever is
    known of the number – vector, terms, buckets, copies – is still true of it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._database = to_write(folder / FILE, SCHEMA)
        self.words = WordCounts(folder)
        self._last = 0  # the last number that was given
        self._taken: _Taken | None = None
        self._extents: dict[int, Extent] = {}
        self._own: set[int] = set()  # shards that this draft has written
        self._shard: ShardWriter | None = None
        self._contents: Contents | None = None  # once what is written is read
        self._copies = Copies.of_pairs({})
        self._analysed_again = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_unused: object) -> None:
        if failed is None:
            self.close()
        else:  # what is left would be written where nothing can be: the draft is removed
            self._database.close()
            self.words.abandon()

    def close(self) -> None:
        """Write what is left and close the files."""
        self._settled().close()
        self._database.close()
        self.words.close()

    def take_over(self, before: Path, kept: Mapping[str, Stamp]) -> None:
        """Take the documents *kept* from the generation in the folder *before*.

        Files in which nothing went are linked.
        """
        gone, self._last = documents_kept(self._database, before, kept)
        extents, self._own = shards_kept(self._database, before, self._folder, gone)
        self._extents = {extent.shard: extent for extent in extents}
        if not kept:
            return
        copies = Copies.load(before)
        self._taken = _Taken(self._last, gone.passages, copies)
        self._copies = copies.where(~np.isin(copies.copies, gone.passages))
        self.words.take_over(before, texts_gone(before, gone.passages))

    def add(self, document: Document, stamp: Stamp, passages: Iterable[Passage]) -> None:
        """Add a document with its passages."""
        passages = list(passages)
        self.words.add(embedding_text(one.text, one.title) for one in passages)
        rows = [
            (passage.text, passage.view.packed_map(),
             np.array(passage.sentences, "<i4").tobytes(), passage.language, passage.title,
             passage.date, passage.author, _terms(passage.text, passage.title, passage.language))
            for passage in passages
        ]  # fmt: skip
        held = b"".join(buckets(passage.text).astype("<u8").tobytes() for passage in passages)
        self.put(document, stamp, rows, held)

    def put(
        self, document: Document, stamp: Stamp, rows: Sequence[tuple[object, ...]], held: bytes
    ) -> None:
        """Add a document whose passages are analysed; their words are not counted.

        Args:
            document: The document.
            stamp: What its file looked like.
            rows: Of each passage the text, map, sentences, language, title, date, author, terms.
            held: The buckets of all, eight bytes a bucket.
        """
        shard = self._taking()
        inserted = self._database.execute(
            "INSERT INTO documents (path, sha256, size, modified, seen, title, language,"
            " recognised, shard, first, passages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (document.path, document.sha256, *stamp, document.title, document.language,
             bool(document.recognised), shard.extent.shard, self._last + 1, len(rows)),
        )  # fmt: skip
        number = inserted.lastrowid
        shard.add(
            (number, document.path, document.sha256, document.title, document.language,
             json.dumps(document.parts), json.dumps(document.kept),
             json.dumps([note.as_json() for note in document.notes]),
             json.dumps(document.records)),
            (hashlib.sha256(document.source.encode()).hexdigest(), packed(document.tables),
             packed(document.recognised), document.source),
            [(self._last + at, number, *row) for at, row in enumerate(rows, start=1)],
            held,
        )  # fmt: skip
        self._last += len(rows)

    def _taking(self) -> ShardWriter:
        """Return the shard that takes the next document."""
        if self._contents:
            self._contents.close()
            self._contents = None
        if self._shard and self._shard.extent.passages >= shards.FULL:
            self._close_shard()
        if self._shard is None:
            newest = max(self._extents, default=0)
            extent = self._extents.get(newest)
            if extent is None or extent.passages >= shards.FULL:
                extent = Extent(newest + 1, self._last + 1, self._last, 0)
            self._shard = ShardWriter(self._folder, extent, own=extent.shard in self._own)
        return self._shard

    def _close_shard(self) -> None:
        if self._shard:
            self._shard.close()
            extent = self._shard.extent
            self._extents[extent.shard] = extent
            self._own.add(extent.shard)
            self._shard = None

    def _settled(self) -> Contents:
        """Write all to the disk and return what is there to be read."""
        if self._contents is None:
            self._close_shard()
            extents = [self._extents[shard] for shard in sorted(self._extents)]
            run = self._database.execute
            for table in ("shards", "given"):
                run(f"DELETE FROM {table}")  # noqa: S608
            rows = [(each.shard, each.first, each.last, each.passages) for each in extents]
            self._database.executemany("INSERT INTO shards VALUES (?, ?, ?, ?)", rows)
            run("INSERT INTO given VALUES (?)", (self._last,))
            query = "SELECT first, passages FROM documents ORDER BY id"
            ranges = np.array(run(query).fetchall(), np.int64).reshape(-1, 2)
            self._database.commit()
            self._copies.save(self._folder)
            self._contents = Contents(
                Shards(self._folder, extents), self._copies, spread(*ranges.T)
            )
        return self._contents

    def analyse_again(self) -> None:
        """Find the terms of what was taken over anew, and all words: the analysis is another."""
        self._settled().close()
        self._contents = None
        self._analysed_again = True
        self.words.clear()
        query = (
            "SELECT number, text, title, language FROM passages"
            " WHERE number > ? ORDER BY number LIMIT ?"
        )
        for shard, extent in self._extents.items():
            file = shard_file(self._folder, shard)
            if shard not in self._own:
                made_own(file)
                self._own.add(shard)
            database = to_write(file)
            last = extent.first - 1
            while rows := database.execute(query, (last, BATCH)).fetchall():
                last = rows[-1][0]
                self.words.add(embedding_text(text, title) for _, text, title, _ in rows)
                terms = [(_terms(*row), n) for n, *row in rows if n <= self._taken_last]
                database.executemany("UPDATE passages SET terms = ? WHERE number = ?", terms)
            database.commit()
            database.close()

    @property
    def _taken_last(self) -> int:
        return self._taken.last if self._taken else 0

    def mark_copies(self) -> None:
        """Say of each passage which earlier one it is a copy of, if of any."""
        contents = self._settled()
        numbers = contents.numbers
        # One whose original is gone is compared again, as the new ones are.
        stay = np.isin(self._copies.originals, numbers)
        known, orphans = self._copies.where(stay), self._copies.copies[~stay]
        later = numbers[np.searchsorted(numbers, self._taken_last, "right") :]
        new = distinct(np.concatenate([later, orphans]))
        extents = self._extents.values()
        sharing, beside = shared([Buckets.load(self._folder, each) for each in extents], new)
        none = ~np.isin(sharing, known.copies)
        sharing, beside = sharing[none], beside[none]
        pairs = first_of_each(sharing, beside, np.isin(sharing, new), contents.text)
        self._copies = known.joined(Copies.of_pairs(pairs))
        contents.close()
        self._contents = None
        self._settled()

    def changed(self) -> Changed | None:
        """Return what differs from what was taken over, once copies are marked.

        None where all is new: nothing was taken over, or its terms are other ones.
        """
        taken = self._taken
        if taken is None or self._analysed_again:
            return None
        numbers = self._settled().numbers
        was, now = taken.copies, self._copies
        there = now.copies[now.copies <= taken.last]
        demoted = np.setdiff1d(there, was.copies)
        gone = np.union1d(np.setdiff1d(taken.gone, was.copies), demoted)
        new = numbers[np.searchsorted(numbers, taken.last, "right") :]
        promoted = np.setdiff1d(was.copies, now.copies)
        fresh = distinct(np.concatenate([new, promoted, now.altered(was)]))
        fresh = np.setdiff1d(fresh[~np.isin(fresh, taken.gone)], now.copies)
        return Changed(gone, fresh)

    def originals(self) -> NDArray[np.int64]:
        """Return the numbers of the passages that are no copies, ascending."""
        return self._settled().originals()

    def longest_first(self, numbers: NDArray[np.int64]) -> Iterator[int]:
        """Yield *numbers*, ascending, in another order: the longest passage in bytes first."""
        return self._settled().longest_first(numbers)

    def to_embed(self, numbers: list[int]) -> tuple[list[str], list[str]]:
        """Return the texts to embed of the passages *numbers*, and their languages."""
        return self._settled().to_embed(numbers)

    def entries(self, numbers: NDArray[np.int64] | None = None) -> Iterator[Entry]:
        """Yield what the words of each passage that is no copy are indexed from, by number.

        Args:
            numbers: Of those that are wanted, ascending; None for all.
        """
        return self._settled().entries(numbers)

    def counts(self) -> tuple[int, int]:
        """Return the number of documents and of passages."""
        query = "SELECT count(*), total(passages) FROM documents"
        documents, passages = self._database.execute(query).fetchone()
        return int(documents), int(passages)


def _terms(text: str, title: str, language: str) -> str:
    return " ".join(passage_terms(embedding_text(text, title), language))
