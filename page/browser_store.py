"""Conversations of those who are not signed in: in the browser's storage, one key for each.

The browser (conversations.js) says what it has, and is told what to write and to remove.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from page.conversations import Conversation, Room, Summary, folded, written

# Of one browser, in characters: its storage has room for 5 million, shared with what is on screen.
ROOM = Room(number=100, size=2_500_000)


@dataclass(slots=True)
class InBrowser:
    """What one browser says that it has, as `page.conversations.Conversations` has it."""

    listed: dict[str, Summary]
    read: dict[str, Conversation]
    unread: set[str]  # there, and damaged
    aside: int  # how many were set aside, because they could not be read
    words: tuple[str, ...] = ()  # searched for
    changes: list[list[Any]] = field(default_factory=list)  # what the browser is to do, in order
    server: bool = False

    @classmethod
    def told(cls, mine: object) -> Self:
        """Return what the browser says; what makes no sense is left out."""
        content = mine if isinstance(mine, dict) else {}
        rows = content.get("all")
        summaries = [_summary(row) for row in (rows if isinstance(rows, list) else [])]
        listed = {summary.id: summary for summary in summaries if summary}
        store = cls(listed, {}, set(), _count(content.get("aside")), _words(content.get("find")))
        wanted, record = str(content.get("wanted") or ""), content.get("record")
        if record is not None:
            try:
                conversation = Conversation.read(record)
                store.read[conversation.id] = conversation
            except ValueError:
                store.unread.add(wanted)
        return store

    def summaries(self, words: Sequence[str] = ()) -> list[Summary]:
        """Return all, deleted ones too, the latest first; the browser has looked for *words*."""
        del words
        return sorted(self.listed.values(), key=lambda each: each.changed, reverse=True)

    def get(self, name: str) -> Conversation | None:
        """Return the one conversation that the browser was asked for."""
        if name in self.unread:
            self.set_aside(name)
            self.remove(name)
        return self.read.get(name)

    def put(self, conversation: Conversation) -> None:
        """Have a conversation written in place of the one with its id."""
        content = conversation.content()
        self.changes.append(["put", conversation.id, content])
        matches = all(word in content["text"] for word in self.words)
        self.read[conversation.id] = conversation
        self.listed[conversation.id] = Summary(
            conversation.id, conversation.name, conversation.changed, len(conversation.turns),
            len(written(conversation)), conversation.deleted, matches,
        )  # fmt: skip

    def remove(self, name: str) -> None:
        """Have a conversation removed for good."""
        self.changes.append(["remove", name])
        self.listed.pop(name, None)
        self.read.pop(name, None)

    def set_aside(self, name: str) -> None:
        """Have what is there of a conversation kept, as it is, beside the others."""
        self.changes.append(["aside", name])
        self.unread.discard(name)
        self.aside += 1


def records(mine: object) -> list[Conversation]:
    """Return the conversations that the browser brings whole; what is none is left out."""
    content = mine.get("records") if isinstance(mine, dict) else None
    brought = []
    for record in content if isinstance(content, list) else []:
        try:
            brought.append(Conversation.read(record))
        except ValueError:
            continue
    return [each for each in brought if not each.deleted]


def _summary(row: object) -> Summary | None:
    if not isinstance(row, dict):
        return None
    texts = [str(row.get(key) or "") for key in ("id", "name", "changed", "deleted")]
    counts = _count(row.get("count")), _count(row.get("size"))
    name, shown, changed, deleted = texts
    return Summary(name, shown, changed, *counts, deleted, row.get("matches") is not False)


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


def _words(find: object) -> tuple[str, ...]:
    return tuple(folded(find).split()) if isinstance(find, str) else ()
