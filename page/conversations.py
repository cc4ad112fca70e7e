"""Conversations as they are kept: what one is, what is told of it in a list, how it changes.

Where they lie is behind :class:`Conversations`: in the browser, or on the server for whoever is
signed in.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, Self

from language.chinese import to_simplified

VERSION = 1  # of what is written
LONGEST_NAME = 80  # characters; a first question may be a page long


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation with the documents that it asks; its turns carry their generations."""

    id: str
    turns: tuple[dict[str, Any], ...]  # as `page.conversation.saved` gives them
    documents: tuple[str, ...] = ()  # their paths; none is all
    title: str = ""  # as its user renamed it
    changed: str = ""  # ISO 8601, UTC
    deleted: str = ""  # likewise, when it was

    @classmethod
    def read(cls, content: object) -> Self:
        """Return the conversation that :meth:`content` gave.

        Raises:
            ValueError: If it is damaged, or of a later version of the program.
        """
        if not isinstance(content, dict) or content.get("version") != VERSION:
            raise ValueError("not a conversation of this version")
        texts = {key: content.get(key) for key in ("id", "title", "changed", "deleted")}
        turns, documents = content.get("turns"), content.get("documents")
        if not all(isinstance(text, str) for text in texts.values()) or not content["id"]:
            raise ValueError("a text is missing")
        if not _all(dict, turns) or not _all(str, documents):
            raise ValueError("the turns or documents are missing")
        return cls(turns=tuple(turns), documents=tuple(documents), **texts)  # type: ignore[arg-type]

    def content(self) -> dict[str, Any]:
        """Return it as plain values, with what a list tells of it and what a search looks at."""
        summary = {"name": self.name, "count": len(self.turns), "text": folded(self.text)}
        values = asdict(self) | {"turns": list(self.turns), "documents": list(self.documents)}
        return {"version": VERSION, **values, **summary}

    @property
    def name(self) -> str:
        """Its title, or its first question, on one line and cut."""
        first = str(self.turns[0].get("question", "")) if self.turns else ""
        name = " ".join((self.title or first).split())
        return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"

    @property
    def text(self) -> str:
        """What a search looks at: the title, the questions and what was answered."""
        return "\n".join([self.title, *(line for turn in self.turns for line in _lines(turn))])

    @property
    def ids(self) -> list[str]:
        """The ids of its turns, in order."""
        return [str(turn.get("id", "")) for turn in self.turns]


def _all(kind: type, values: object) -> bool:
    return isinstance(values, list | tuple) and all(isinstance(value, kind) for value in values)


def _lines(turn: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of a turn that people read."""
    yield str(turn.get("question", ""))
    yield str(turn.get("error") or "")
    yield from _answered(turn.get("answer"))


def _answered(answer: object) -> Iterator[str]:
    if not isinstance(answer, dict):
        return
    yield str(answer.get("reply") or "")
    for cited in (*(answer.get("citations") or ()), *(answer.get("nearest") or ())):
        if isinstance(cited, dict):
            yield f"{cited.get('title', '')} {cited.get('text', cited.get('quote', ''))}"
    for part in answer.get("parts") or ():
        yield from _answered(part)


def folded(text: str) -> str:
    """Return *text* as it is searched: without accents and capitals, Chinese as Simplified."""
    letters = unicodedata.normalize("NFKD", to_simplified(unicodedata.normalize("NFKC", text)))
    return "".join(one for one in letters if not unicodedata.combining(one)).lower()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list tells of a conversation."""

    id: str
    name: str
    changed: str
    count: int  # of questions
    size: int  # in bytes, or characters in the browser
    deleted: str = ""
    matches: bool = True  # what was searched for


class Conversations(Protocol):
    """Where the conversations of one user are."""

    @property
    def server(self) -> bool:
        """Whether that is the server: then there are links to them."""

    def summaries(self, words: Sequence[str] = ()) -> list[Summary]:
        """Return all, deleted ones too, the latest first; *words* are folded."""

    def get(self, name: str) -> Conversation | None:
        """Return the conversation with the id *name*; nothing where it is not or not readable."""

    def put(self, conversation: Conversation) -> None:
        """Write a conversation in place of the one with its id."""

    def remove(self, name: str) -> None:
        """Remove a conversation for good."""

    def set_aside(self, name: str) -> None:
        """Keep what is there of a conversation, as it is, beside the others."""

    @property
    def aside(self) -> int:
        """How many were set aside, because they could not be read."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much is kept for one user."""

    number: int
    size: int  # all of them together; in bytes, or characters in the browser


def new_id() -> str:
    """Return an id for a conversation; it cannot be guessed."""
    return secrets.token_hex(8)


def moment(ago: timedelta = timedelta()) -> str:
    """Return the moment so long *ago*, ISO 8601 in UTC; later ones sort after it."""
    return (datetime.now(UTC) - ago).isoformat(timespec="milliseconds")


def written(conversation: Conversation) -> str:
    """Return a conversation as it is stored."""
    return json.dumps(conversation.content(), ensure_ascii=False, separators=(",", ":"))
