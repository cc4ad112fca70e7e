"""What happens when something is done with conversations on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from page import browser_store, conversation_store, conversations_html
from page.answer_html import error
from page.browser_store import InBrowser
from page.context import Context
from page.conversation import restored
from page.conversation_acts import bring_back, delete, keep_shown, purge, readable, rename
from page.conversations import Conversation, Conversations, folded
from page.conversations_html import Listed
from page.keeping import (
    anothers,
    conversation_of,
    gone_from,
    id_of,
    keeping,
    paths_of,
    taken_out,
    turns_of,
)
from page.log import Log

Act = Callable[[Conversations], Listed]
Outputs = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What an event of the panel is given: the values of its inputs, what was pressed, by whom."""

    mine: object  # what the browser has
    find: str
    kept: object  # the conversation on the page
    chosen: object
    language: str
    pressed: dict[str, Any]
    request: gr.Request

    @property
    def name(self) -> str:
        """The id of the conversation that was pressed."""
        return str(self.pressed.get("conversation", ""))

    @property
    def current(self) -> str:
        """The id of the conversation that is on the page; empty while it has no turn."""
        return id_of(self.kept, self.request) if turns_of(self.kept, self.request) else ""


@dataclass(frozen=True, slots=True)
class Events:
    """The events of the panel; each returns the list, the parcel and what else it changes."""

    context: Context
    log: Log

    def _done(self, act: Act, given: Given) -> Outputs:
        """Do something with the conversations, and return their list and the parcel."""
        user, language = given.request.username, given.language
        try:
            store: Conversations = InBrowser.told(given.mine)
            if user:
                store = self.context.conversations.of(user)
            told = act(store)
            purge(store)
            listed = replace(
                told, summaries=store.summaries(folded(given.find).split()), find=given.find,
                aside=store.aside, server=store.server, user=user or "",
            )  # fmt: skip
        except CitedQAError as problem:
            message = error(*problem.briefly(language), language)
            return f'<div class="cq-heed">{message}</div>', []
        changes = store.changes if isinstance(store, InBrowser) else []
        return conversations_html.panel(listed, language), changes

    def listed(self, given: Given) -> Outputs:
        """List the conversations, or those in which something is searched for."""
        return self._done(lambda _: Listed((), current=given.current), given)

    def kept(self, given: Given) -> Outputs:
        """Keep what is on the page, and list it; a conversation without an id is given one."""
        kept, request, named = given.kept, given.request, gr.skip()
        turns = turns_of(kept, request)
        if not turns:
            return *self.listed(given), named
        if not id_of(kept, request):
            named = keeping(turns, kept, request, taken_out(kept, request))
        name = id_of(kept, request) or named["id"]
        shown = conversation_of(kept, name, paths_of(given.chosen), request)

        def act(store: Conversations) -> Listed:
            room = conversation_store.ROOM if store.server else browser_store.ROOM
            return keep_shown(store, shown, gone_from(kept, request), room)

        return *self._done(act, given), named

    def opened(self, given: Given) -> Outputs:
        """Show a conversation as it was, and ask the documents that it asks."""
        shown: list[Conversation] = []

        def act(store: Conversations) -> Listed:
            conversation, told = readable(store, given.name)
            shown.extend([conversation] if conversation else [])
            return told if conversation else replace(told, current=given.current)

        done = self._done(act, given)
        if shown:
            self.context.waits.leave(str(given.request.session_hash))
        return *done, *(self._shown(shown[0], given) if shown else [gr.skip()] * 3)

    def _shown(self, conversation: Conversation, given: Given) -> Outputs:
        turns = restored(list(conversation.turns))
        held = {"user": given.request.username or "", "id": conversation.id}
        kept = keeping(turns, held, given.request)
        return kept, self.log.shown(turns, given.language), list(conversation.documents)

    def arrived(self, given: Given) -> Outputs:
        """List the conversations; one that another device went on with is shown as it is now."""
        later: list[Conversation] = []

        def act(store: Conversations) -> Listed:
            if store.server and given.current:
                stored = store.get(given.current)
                here = {turn.id for turn in turns_of(given.kept, given.request)}
                if stored and not stored.deleted and here < set(stored.ids):
                    later.append(stored)
            return Listed((), current=given.current)

        done = self._done(act, given)
        shown = self._shown(later[0], given) if later else [gr.skip()] * 3
        if anothers(given.kept, given.request):  # who was signed in before leaves nothing here
            kept = keeping((), {}, given.request)
            shown = [kept, self.log.shown((), given.language), []]
        return *done, *shown, conversations_html.head(given.language)

    def renamed(self, given: Given) -> Outputs:
        """Rename the conversation that was pressed."""

        def act(store: Conversations) -> Listed:
            rename(store, given.name, str(given.pressed.get("title", "")))
            return Listed((), current=given.current)

        return self._done(act, given)

    def deleted(self, given: Given) -> Outputs:
        """Delete the conversation that was pressed, and return its id too."""

        def act(store: Conversations) -> Listed:
            delete(store, given.name)
            return Listed((), current=given.current)

        return *self._done(act, given), given.name

    def emptied(self, gone: str, kept: object, language: str, request: gr.Request) -> Outputs:
        """Empty the page, if it shows the conversation that is gone."""
        if not gone or gone != id_of(kept, request):
            return gr.skip(), gr.skip()
        return keeping((), {}, request), self.log.shown((), language)

    def brought_back(self, given: Given) -> Outputs:
        """Take the deletion of a conversation back."""

        def act(store: Conversations) -> Listed:
            bring_back(store, given.name)
            return Listed((), current=given.current)

        return self._done(act, given)
