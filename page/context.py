"""What the parts of the page share, for all its users."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import gradio as gr

from page.conversation_store import ConversationStore
from page.feedback import Feedback
from page.limiter import Limiter
from page.originals import Originals
from page.rebuilding import Rebuilds
from page.shelf import Shelf
from page.waits import Waits
from qa.service import Service

# Questions answered at the same time; the model uses all cores for each.
AT_ONCE = 4
ASKING = "ask"  # all ways to ask share this many


@dataclass(frozen=True)
class Context:
    """A service, and what the page keeps beside it; nothing here belongs to one user."""

    service: Service

    @cached_property
    def shelf(self) -> Shelf:
        """The documents."""
        return Shelf(self.service)

    @cached_property
    def originals(self) -> Originals:
        """The files of the documents."""
        return Originals(self.service)

    @cached_property
    def rebuilds(self) -> Rebuilds:
        """The rebuild that is going on."""
        return Rebuilds(self.service)

    @cached_property
    def waits(self) -> Waits:
        """Who waits for an answer."""
        return Waits()

    @cached_property
    def limiter(self) -> Limiter:
        """How often one person may ask."""
        return Limiter(self.service.settings.per_minute)

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
