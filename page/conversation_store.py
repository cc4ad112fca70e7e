"""Conversations of those who are signed in, and what else is kept of them: one SQLite file.

Every statement names the user: an id alone opens nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import CitedQAError
from page.conversations import Conversation, Room, Summary, written

# Of one user; some 2,000 answers.
ROOM = Room(number=500, size=50_000_000)
WAIT = 10.0  # seconds, for another process that writes
SCHEMA = """
CREATE TABLE IF NOT EXISTS conversations (
  user TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  changed TEXT NOT NULL,
  deleted TEXT NOT NULL,
  count INTEGER NOT NULL,
  size INTEGER NOT NULL,
  text TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (user, id)
) STRICT;
CREATE TABLE IF NOT EXISTS aside (
  user TEXT NOT NULL,
  id TEXT NOT NULL,
  moved TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS kept (
  user TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (user, name)
) STRICT;
CREATE INDEX IF NOT EXISTS latest ON conversations (user, changed);
"""
PUT = """
INSERT OR REPLACE INTO conversations
VALUES (:user, :id, :name, :changed, :deleted, :count, :size, :text, :content)
"""


class UnusableStoreError(CitedQAError):
    """The file cannot be read or written."""

    short = "conversations_lost"


class ConversationStore:
    """The file; any number of threads and processes may use it at once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._made = False

    def of(self, user: str) -> Mine:
        """Return the conversations of *user*.

        Raises:
            ValueError: If there is no user.
        """
        if not user:
            raise ValueError("nobody is signed in")
        return Mine(self, user)

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection; what is done with it is done as a whole.

        Raises:
            CitedQAError: If the file cannot be used.
        """
        try:
            with self._connected() as connection, connection:
                yield connection
        except (sqlite3.Error, OSError) as problem:
            raise UnusableStoreError(
                "conversations_unusable", file=str(self._file), reason=str(problem)
            ) from problem

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        if not self._made:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.touch(mode=0o600)  # what people asked is nobody else's business
        with closing(sqlite3.connect(self._file, timeout=WAIT)) as connection:
            connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
            if not self._made:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(SCHEMA)
                self._made = True
            yield connection


@dataclass(frozen=True, slots=True)
class Mine:
    """The conversations of one user, as `page.conversations.Conversations` has them."""

    store: ConversationStore
    user: str
    server: bool = True

    def summaries(self, words: Sequence[str] = ()) -> list[Summary]:
        """Return all, deleted ones too, the latest first; *words* are folded."""
        with self.store.opened() as connection:
            rows = connection.execute(
                "SELECT CASE WHEN ? THEN text END, id, name, changed, count, size, deleted "
                "FROM conversations WHERE user = ? ORDER BY changed DESC",
                (bool(words), self.user),
            )
            return [
                replace(Summary(*row), matches=all(word in text for word in words))
                for text, *row in rows
            ]

    def get(self, name: str) -> Conversation | None:
        """Return a conversation; one that cannot be read is set aside, and there is none."""
        with self.store.opened() as connection:
            row = connection.execute(
                "SELECT content FROM conversations WHERE user = ? AND id = ?", (self.user, name)
            ).fetchone()
        if row is None:
            return None
        try:
            return Conversation.read(json.loads(row[0]))
        except ValueError:
            self.set_aside(name)
            self.remove(name)
            return None

    def put(self, conversation: Conversation) -> None:
        """Write a conversation in place of the one with its id."""
        values, content = conversation.content(), written(conversation)
        names = ("id", "name", "changed", "deleted", "count", "text")
        row = {name: values[name] for name in names} | {"user": self.user, "content": content}
        with self.store.opened() as connection:
            connection.execute(PUT, row | {"size": len(content.encode())})

    def remove(self, name: str) -> None:
        """Remove a conversation for good."""
        with self.store.opened() as connection:
            connection.execute(
                "DELETE FROM conversations WHERE user = ? AND id = ?", (self.user, name)
            )

    def set_aside(self, name: str) -> None:
        """Keep what is there of a conversation, as it is, beside the others."""
        with self.store.opened() as connection:
            connection.execute(
                "INSERT INTO aside SELECT user, id, datetime('now'), content "
                "FROM conversations WHERE user = ? AND id = ?",
                (self.user, name),
            )

    @property
    def aside(self) -> int:
        """How many were set aside, because they could not be read."""
        with self.store.opened() as connection:
            count = connection.execute("SELECT count(*) FROM aside WHERE user = ?", (self.user,))
            return int(count.fetchone()[0])
