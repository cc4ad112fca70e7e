"""What OpenAI's clients send when they ask; fields that are not known are ignored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, Field

from api.access import Access, Caller
from api.openai_filters import SHARED, Node
from api.openai_search import Ranking
from api.openai_shelf import stores_of
from corpus.errors import CitedQAError
from index.passage_index import Filter

MODEL = "cited-qa"
# Questions before that a question may follow up, and how long each may be.
EARLIER, LONGEST = 10, 1000


class Part(BaseModel):
    """A part of a message; of pictures and files nothing is read."""

    type: str = ""
    text: str | None = None


class Message(BaseModel):
    """A message, or another item of a conversation."""

    role: str = ""
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        """What it says."""
        if isinstance(self.content, str):
            return self.content.strip()
        return "\n".join(part.text for part in self.content or () if part.text).strip()


class Question(NamedTuple):
    """What is asked, and what it may follow up: a line for each question before."""

    text: str
    before: str | None


def asked(messages: Sequence[Message]) -> Question:
    """Return what the last message of a user asks.

    Raises:
        CitedQAError: If there is none.
    """
    texts = [message.text for message in messages if message.role == "user" and message.text]
    if not texts:
        raise CitedQAError("no_user_message")
    *before, last = texts
    lines = [" ".join(text.split()) for text in before[-EARLIER:] if len(text) <= LONGEST]
    return Question(last, "\n".join(lines) or None)


class FileSearch(BaseModel):
    """Which documents are asked."""

    type: str
    vector_store_ids: list[str] = Field(default=[], max_length=100)
    filters: Node | None = None
    max_num_results: int | None = Field(default=None, ge=1, le=50)
    ranking_options: Ranking | None = None

    def among(self, door: Access, caller: Caller) -> Filter | None:
        """Return what is asked.

        Raises:
            CitedQAError: If there is no such store, the filter leaves nothing, or an answer cannot
                be sought by it.
        """
        asked_of = stores_of(door, caller).asked(self.vector_store_ids, self.filters)
        if asked_of.left:
            known = (*sorted(SHARED), "language", "date")
            raise CitedQAError("filter_unasked", keys=asked_of.left, known=known)
        if asked_of.nothing:
            raise CitedQAError("filter_nothing")
        return door.filter(caller, asked_of.filter)


def _searches(tools: Any) -> Any:  # noqa: ANN401 - as sent
    """Keep the tools that search files; the program has no others."""
    if not isinstance(tools, list):
        return tools or []
    return [tool for tool in tools if isinstance(tool, dict) and tool.get("type") == "file_search"]


class ResponseRequest(BaseModel):
    """What POST /v1/responses takes."""

    model: str = MODEL
    input: str | list[Message] = ""
    tools: Annotated[list[FileSearch], Field(max_length=1), BeforeValidator(_searches)] = []
    include: list[str] | None = None
    stream: bool | None = None
    previous_response_id: str | None = None
    conversation: Any = None
    metadata: dict[str, str] | None = None
    parallel_tool_calls: bool | None = None

    @property
    def messages(self) -> list[Message]:
        """The conversation."""
        if isinstance(self.input, str):
            return [Message(role="user", content=self.input)]
        return self.input

    @property
    def search(self) -> FileSearch:
        """Which documents are asked; all where nothing is said."""
        return self.tools[0] if self.tools else FileSearch(type="file_search")


class StreamOptions(BaseModel):
    """What a stream ends with."""

    include_usage: bool | None = None


class ChatRequest(BaseModel):
    """What POST /v1/chat/completions takes."""

    model: str = MODEL
    messages: list[Message]
    stream: bool | None = None
    stream_options: StreamOptions | None = None
