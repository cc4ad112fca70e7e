"""In how many passages each word is, as it is written there; kept from build to build."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable

from language.letters import written_words

FILE = "words.sqlite"
SCHEMA = "CREATE TABLE words (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;"
# Texts whose words are counted before the table hears of them.
TOGETHER = 1000


class WordCounts:
    """The table of words in the store of a draft."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def add(self, texts: Iterable[str]) -> None:
        """Count the words of passages."""
        counted: Counter[str] = Counter()
        for number, text in enumerate(texts, start=1):
            counted.update(written_words(text))
            if number % TOGETHER == 0:
                self._write(counted)
                counted.clear()
        self._write(counted)

    def take_over(self, gone: Iterable[str]) -> None:
        """Copy the words of the attached store ``before``, less those of the passages *gone*.

        What is gone is never written, so that no file of a generation has a word of it.
        """
        run = self._database.execute
        run("CREATE TEMP TABLE gone (word TEXT PRIMARY KEY, passages INTEGER) WITHOUT ROWID")
        counted = Counter(word for text in gone for word in written_words(text))
        self._database.executemany("INSERT INTO gone VALUES (?, ?)", counted.items())
        run(
            "INSERT INTO words SELECT word, w.passages - coalesce(g.passages, 0)"
            " FROM before.words w LEFT JOIN gone g USING (word)"
            " WHERE w.passages > coalesce(g.passages, 0)"
        )
        run("DROP TABLE gone")

    def clear(self) -> None:
        """Forget all words."""
        self._database.execute("DELETE FROM words")

    def rows(self) -> list[tuple[str, int]]:
        """Return every word with the number of its passages."""
        return self._database.execute("SELECT word, passages FROM words ORDER BY word").fetchall()

    def _write(self, counted: Counter[str]) -> None:
        self._database.executemany(
            "INSERT INTO words VALUES (?, ?)"
            " ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages",
            counted.items(),
        )
