"""In how many passages each word is, as it is written there; kept from build to build."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from language.letters import written_words

SCHEMA = "CREATE TABLE words (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;"
# Texts whose words are counted before the table hears of them.
TOGETHER = 1000


class WordCounts:
    """The table of words in the store of a draft."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, texts: Iterable[str]) -> None:
        """Count the words of passages that are new."""
        self._change(texts, 1)

    def remove(self, texts: Iterable[str]) -> None:
        """Count the words of passages that are gone no more."""
        self._change(texts, -1)
        self._database.execute("DELETE FROM words WHERE passages = 0")

    def clear(self) -> None:
        """Forget all words."""
        self._database.execute("DELETE FROM words")

    def rows(self) -> list[tuple[str, int]]:
        """Return every word with the number of its passages."""
        return self._database.execute("SELECT word, passages FROM words ORDER BY word").fetchall()

    def _change(self, texts: Iterable[str], by: int) -> None:
        counted: Counter[str] = Counter()
        for number, text in enumerate(texts, start=1):
            counted.update(written_words(text))
            if number % TOGETHER == 0:
                self._write(counted, by)
                counted.clear()
        self._write(counted, by)

    def _write(self, counted: Counter[str], by: int) -> None:
        self._database.executemany(
            "INSERT INTO words VALUES (?, ?)"
            " ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages",
            [(word, by * count) for word, count in counted.items()],
        )
