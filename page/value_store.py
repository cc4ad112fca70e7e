"""What is kept of a reader beside conversations: in the browser, or on the server when signed in.

The same rule as for conversations, and the same file: every statement names the user.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from page.conversation_store import ConversationStore

T = TypeVar("T")
GET = "SELECT content FROM kept WHERE user = ? AND name = ?"
PUT = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)"


@dataclass(frozen=True)
class Keeper(Generic[T]):
    """One kind of thing that is kept of each reader.

    Where nobody is signed in the browser brings its content and is given the new one.
    """

    store: Callable[[], ConversationStore]
    name: str
    read_from: Callable[[object, str], T]  # what was kept, if it is of the user; else nothing
    content: Callable[[T, str], dict[str, Any]]  # as plain values, for the user

    def get(self, kept: object, user: str) -> T:
        """Return what is kept of *user*, to whom the browser may have something in *kept*.

        Raises:
            CitedQAError: If the server's file cannot be used.
        """
        if not user:
            return self.read_from(kept, "")
        with self.store().opened() as connection:
            row = connection.execute(GET, (user, self.name)).fetchone()
        return self._stored(row, kept, user)

    def change(self, kept: object, user: str, change: Callable[[T], T]) -> tuple[T, Any]:
        """Change what is kept, as a whole, and return it with what the browser is to keep.

        The latter is None where that stays as it is: what somebody else keeps there is not ours.

        Raises:
            CitedQAError: If the server's file cannot be used; then nothing has changed.
        """
        if not user:
            changed = change(self.read_from(kept, ""))
            return changed, self.content(changed, "")
        with self.store().opened() as connection:
            connection.execute("BEGIN IMMEDIATE")  # two windows change it one after the other
            row = connection.execute(GET, (user, self.name)).fetchone()
            changed = change(self._stored(row, kept, user))
            text = json.dumps(self.content(changed, user), ensure_ascii=False)
            connection.execute(PUT, (user, self.name, text))
        mine = isinstance(kept, dict) and kept.get("user") == user
        return changed, {} if mine else None

    def _stored(self, row: tuple[str] | None, kept: object, user: str) -> T:
        """Return what is stored; before anything is, what the browser has that is of *user*."""
        return self.read_from(json.loads(row[0]) if row else kept, user)
