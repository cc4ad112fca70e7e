"""What a browser keeps without sign-in is offered to whoever signs in there: never taken by itself.

It may be another person's: nothing of it is shown, only how much it is, and who leaves it is not
asked again in this browser.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from page import carrying_html
from page.answer_html import error
from page.basket_tab import Kept
from page.bridge import Bridge
from page.browser_store import records
from page.conversation_acts import taken_over
from page.conversation_store import ROOM
from page.watching import Watching

PRESSED = ("bring", "leave")
# What the browser has goes into the parcel; what it is to remove comes back in it.
SEND = "(_, ...rest) => [citedQA.conversations.unsigned(), ...rest]"
APPLY = "(changes) => citedQA.conversations.apply(changes)"


@dataclass(frozen=True)
class Carrying:
    """The offer above all tabs, and what happens when it is taken."""

    quotes: Kept
    watching: Watching
    language: gr.Component
    html: gr.HTML
    parcel: gr.JSON  # never seen

    @classmethod
    def made(cls, quotes: Kept, watching: Watching, language: gr.Component, html: gr.HTML) -> Any:  # noqa: ANN401
        """Return it around *html*, which stands above all tabs."""
        return cls(quotes, watching, language, html, gr.JSON(visible="hidden"))

    def wire(self, bridge: Bridge, painted: list[Any]) -> Any:  # noqa: ANN401 - Gradio's own
        """Connect it, and return the event after which the lists are others."""
        quick: dict[str, Any] = {
            "api_visibility": "private", "show_progress": "hidden", "queue": False,
        }  # fmt: skip
        inputs = [self.parcel, self.quotes.saved, self.watching.saved, self.language]
        for each in painted:
            each.then(self._offered, inputs, self.html, js=SEND, **quick)
        changed = [self.parcel, self.quotes.saved, self.watching.saved, self.html]
        brought = bridge.bring(self._bring, inputs, changed, js=SEND, **quick)
        done = brought.then(None, self.parcel, js=APPLY, **quick)
        for part in (self.quotes, self.watching):
            done.then(part.painted, part.inputs, part.outputs, **quick)
        bridge.leave(lambda: "", None, self.html, **quick)
        return done

    def _offered(
        self, mine: object, quotes: object, watched: object, language: str, request: gr.Request
    ) -> str:
        """Return how much the browser keeps that is nobody's, if somebody is signed in."""
        user = request.username or ""
        told = mine if isinstance(mine, dict) else {}
        key = hashlib.sha256(user.encode()).hexdigest()[:16]
        if not user or key in (told.get("left") or ()):
            return ""
        counts = (
            int(told.get("count") or 0),
            len(self.quotes.quotes.read_from(quotes, "").quotes),
            len(self.watching.questions.read_from(watched, "")),
        )
        return carrying_html.offer(counts, key, language) if any(counts) else ""

    def _bring(
        self, mine: object, quotes: object, watched: object, language: str, request: gr.Request
    ) -> tuple[Any, ...]:
        """Take over what the browser keeps; what is taken over goes there."""
        user, context = request.username or "", self.quotes.context
        if not user:
            return (gr.skip(),) * 4
        gone: list[list[str]] = []
        try:
            store = context.conversations.of(user)
            gone = [["remove", name] for name in taken_over(store, records(mine), ROOM)]
            added = self.quotes.quotes.read_from(quotes, "")
            more = self.watching.questions.read_from(watched, "")
            self.quotes.quotes.change(None, user, lambda basket: basket.joined(added))
            self.watching.questions.change(
                None, user, lambda own: (*own, *(one for one in more if one not in own))
            )
        except CitedQAError as problem:
            return gone, gr.skip(), gr.skip(), error(*problem.briefly(language), language)
        return gone, *({} if each else gr.skip() for each in (added.quotes, more)), ""
