"""In how many passages each word is, as it is written there; kept from build to build.

Words that differ in accents and capitals only are one *plain* word.  It has a number, which it
keeps as long as any passage has it, so that what is known of plain words lies in rooms by their
numbers (index/rooms.py): those of one document are near each other, as they came together.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from heapq import nsmallest
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from index.sqlite_files import opened, to_write
from language.letters import plain, written_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "words.sqlite"
SCHEMA = """
CREATE TABLE plains (plain TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE words (
    number INTEGER NOT NULL, word TEXT NOT NULL, passages INTEGER NOT NULL,
    PRIMARY KEY (number, word)
) WITHOUT ROWID;
"""
# Words that are counted before the tables hear of them.
TOGETHER = 100_000


class WordCounts:
    """The words of a draft."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._pending: Counter[str] = Counter()
        self._altered: set[int] | None = None
        self._database = to_write(self._file, SCHEMA)
        self._last = 0  # the last number that was given

    def close(self) -> None:
        """Write what is left and close the file."""
        with suppress(sqlite3.ProgrammingError):  # it is closed
            self._write()
            self._database.close()

    def abandon(self) -> None:
        """Close the file as it is."""
        self._database.close()

    def add(self, texts: Iterable[str]) -> None:
        """Count the words of passages."""
        for text in texts:
            self._pending.update(sorted(written_words(text)))  # the same file of the same texts
        if len(self._pending) > TOGETHER:
            self._write()

    def count(self, counts: Mapping[str, int]) -> None:
        """Count words that are in so many passages."""
        self._pending.update(counts)

    def take_over(self, before: Path, gone: Iterable[str]) -> None:
        """Begin with the words of the generation in *before*, less those of the passages *gone*.

        What is gone is in no byte of the file once it is :meth:`finished`.
        """
        self._database.close()
        shutil.copyfile(before / FILE, self._file)
        self._database = to_write(self._file)
        self._last = self._highest()
        self._altered = set()
        for text in gone:
            self._pending.subtract(written_words(text))

    def clear(self) -> None:
        """Forget all words."""
        self._pending.clear()
        self._database.executescript("DELETE FROM plains; DELETE FROM words")
        self._altered, self._last = None, 0

    def altered(self) -> NDArray[np.int64] | None:
        """Return the numbers of plain words that came or went; None if nothing was taken over."""
        self._write()
        if self._altered is None:
            return None
        return np.array(sorted(self._altered), np.int64)

    def numbers(self, first: int, end: int) -> NDArray[np.int64]:
        """Return the numbers from *first* to before *end* of plain words, ascending."""
        self._write()
        query = "SELECT DISTINCT number FROM words WHERE number >= ? AND number < ? ORDER BY number"
        return np.array(self._database.execute(query, (first, end)).fetchall(), np.int64).ravel()

    def plains(self, first: int = 0, last: int = 1 << 62) -> Iterator[tuple[int, str]]:
        """Yield the plain words from number *first* to number *last*, ascending."""
        self._write()
        query = (
            "SELECT number, min(word) FROM words WHERE number BETWEEN ? AND ?"
            " GROUP BY number ORDER BY number"
        )
        for number, word in self._database.execute(query, (first, last)):
            yield number, plain(word)

    def rows(self) -> list[tuple[str, int]]:
        """Return every word with the number of its passages."""
        self._write()
        return self._database.execute("SELECT word, passages FROM words ORDER BY word").fetchall()

    def finished(self) -> None:
        """Write all; whatever was deleted is in no byte of the file."""
        self._write()
        if self._altered is not None:
            # SQLite's secure_delete leaves the old bytes of rows that moved within a page.
            self._database.execute("VACUUM")

    def _highest(self) -> int:
        query = "SELECT coalesce(max(number), 0) FROM words"
        return int(self._database.execute(query).fetchone()[0])

    def _write(self) -> None:
        """Bring the tables up to what was counted."""
        for word, passages in self._pending.items():
            if passages:
                self._count(word, passages)
        self._pending.clear()
        self._database.commit()

    def _count(self, word: str, passages: int) -> None:
        run = self._database.execute
        key = plain(word)
        known = run("SELECT number FROM plains WHERE plain = ?", (key,)).fetchone()
        number = known[0] if known else self._numbered(key)
        run(
            "INSERT INTO words VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET passages = passages + excluded.passages",
            (number, word, passages),
        )
        if passages < 0:
            self._forget(number, key, word)

    def _numbered(self, key: str) -> int:
        """Give a new plain word its number."""
        self._last += 1
        self._database.execute("INSERT INTO plains VALUES (?, ?)", (key, self._last))
        self._alter(self._last)
        return self._last

    def _forget(self, number: int, key: str, word: str) -> None:
        """Delete a word that no passage has, and its plain word if that was all of it."""
        run = self._database.execute
        gone = "DELETE FROM words WHERE number = ? AND word = ? AND passages <= 0"
        if not run(gone, (number, word)).rowcount:
            return
        if not run("SELECT 1 FROM words WHERE number = ?", (number,)).fetchone():
            run("DELETE FROM plains WHERE plain = ?", (key,))
            self._alter(number)

    def _alter(self, number: int) -> None:
        if self._altered is not None:
            self._altered.add(number)


class CountedWords:
    """Reads what :class:`WordCounts` wrote; safe to use from several threads, each in turn."""

    def __init__(self, folder: Path) -> None:
        self._database = opened(folder / FILE)
        self._lock = Lock()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def forms(self, numbers: Iterable[int], count: int) -> list[dict[str, int]]:
        """Return how the *count* most frequent of the plain words *numbers* are written.

        Returns:
            For each, most frequent first, in how many passages it is written which way.
        """
        every: dict[int, dict[str, int]] = {}
        wanted = ",".join(map(str, numbers))
        query = (
            "SELECT number, word, passages FROM words"  # noqa: S608 - numbers
            f" WHERE number IN ({wanted}) ORDER BY number, word"
        )
        with self._lock:
            rows = self._database.execute(query).fetchall()
        for number, word, passages in rows:
            every.setdefault(number, {})[word] = passages
        return nsmallest(count, every.values(), key=_frequency)


def _frequency(forms: dict[str, int]) -> tuple[int, str]:
    """Return what puts the most frequent first, and of equals the first by the alphabet."""
    return -sum(forms.values()), plain(next(iter(forms)))
