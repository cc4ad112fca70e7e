"""What the parts of the page share, for all its users."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import gradio as gr

from page.conversation_store import ConversationStore
from page.feedback import Feedback
from page.waits import Waits
from serving.shared import Shared

ASKING = "ask"  # all ways to ask share this many


@dataclass(frozen=True)
class Context(Shared):
    """What all doors share, and what the page keeps beside it; nothing belongs to one user."""

    @cached_property
    def waits(self) -> Waits:
        """Who waits for an answer."""
        return Waits()

    @cached_property
    def feedback(self) -> Feedback:
        """Where ratings are written."""
        settings = self.service.settings
        return Feedback(settings.feedback or settings.index.parent / "feedback.jsonl")

    @cached_property
    def conversations(self) -> ConversationStore:
        """Where the conversations are of those who are signed in."""
        settings = self.service.settings
        beside = settings.index.parent / "conversations.sqlite3"
        return ConversationStore(settings.conversations or beside)


def person(request: gr.Request) -> str:
    """Return who asks: the user who signed in, or the address."""
    return str(request.username or (request.client.host if request.client else "?"))
