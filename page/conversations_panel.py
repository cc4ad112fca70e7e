"""The panel of conversations: keeps what is on the page, lists, opens, renames and deletes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import gradio as gr

from page.bridge import Bridge
from page.context import Context
from page.conversation_events import Events, Given, Outputs
from page.conversations import folded
from page.labels import label
from page.log import Log

# What the browser has goes into the parcel; what it is to do comes back in it.
SEND = "async (_, words, ...rest) => [await citedQA.conversations.inTurn(words), words, ...rest]"
SEND_SHOWN = """async (_, words, find, kept, ...rest) =>
  [await citedQA.conversations.inTurn(words, kept?.id), words, find, kept, ...rest]"""
APPLY = "(changes) => citedQA.conversations.done(changes)"
TOGGLE = "() => citedQA.conversations.toggle()"
QUICK: dict[str, Any] = {
    "api_visibility": "private", "show_progress": "hidden", "queue": False,
}  # fmt: skip


@dataclass(frozen=True)
class Panel:
    """The components, made inside the layout, and what happens with them."""

    context: Context
    language: gr.Component
    chosen: gr.BrowserState
    log: Log
    head: gr.HTML
    find: gr.Textbox
    html: gr.HTML
    parcel: gr.JSON  # never seen
    gone: gr.State  # the id of the conversation that was deleted last
    words: gr.JSON  # never seen: what is searched for as the browser compares it

    @classmethod
    def made(
        cls, context: Context, language: gr.Component, chosen: gr.BrowserState, log: Log
    ) -> Panel:
        """Lay the panel out where the caller is; it is closed."""
        head = gr.HTML(apply_default_css=False)
        find = gr.Textbox(
            label=label("find_conversation"), placeholder=label("find_conversation"),
            show_label=False, container=False, lines=1, elem_id="cq-find-conversation",
        )  # fmt: skip
        html = gr.HTML(elem_id="cq-kept", apply_default_css=False)
        return cls(
            context,
            language,
            chosen,
            log,
            head,
            find,
            html,
            gr.JSON(visible="hidden"),
            gr.State(""),
            gr.JSON([], visible="hidden"),
        )

    def wire(self, bridge: Bridge, menu: gr.Button, painted: list[Any]) -> list[Any]:
        """Connect the panel, and return the events after which other documents may be asked.

        Args:
            bridge: Triggers what is pressed in the panel.
            menu: Opens it.
            painted: The events of Gradio after which the page speaks another language.
        """
        listed: list[gr.Component] = [self.html, self.parcel]
        shown = [*listed, self.log.saved, self.log.html, self.chosen]
        events = Events(self.context, self.log)
        menu.click(None, js=TOGGLE)
        changed = [self.log.saved.change, self.chosen.change]
        self._on(partial(gr.on, changed), events.kept, shown[:3], SEND_SHOWN)
        folding = self.find.change(
            lambda find: folded(find or "").split(), self.find, self.words, **QUICK
        )
        # What is typed while the list is made is looked for after it.
        self._on(partial(folding.then, trigger_mode="always_last"), events.listed, listed)
        self._on(bridge.rename, events.renamed, listed)
        self._on(bridge.restore, events.brought_back, listed)
        # The page is emptied once the browser has done what it is told: what changes there is kept.
        deleted = self._on(bridge.forget, events.deleted, [*listed, self.gone])
        deleted.then(
            events.emptied, [self.gone, self.log.saved, self.language], shown[2:4], **QUICK
        )
        whole = [*shown, self.head]
        arrived = [self._on(each.then, events.arrived, whole, SEND_SHOWN) for each in painted]
        return [self._on(bridge.open, events.opened, shown), *arrived]

    def _on(
        self,
        event: Callable[..., Any],
        act: Callable[[Given], Outputs],
        outputs: list[gr.Component],
        js: str = SEND,
    ) -> Any:  # noqa: ANN401 - Gradio's own
        """Connect an event; the browser then does with its conversations what it is told."""

        def handle(
            mine: object, _words: object, find: str, kept: object, chosen: object, language: str,
            event: gr.EventData, request: gr.Request,
        ) -> Outputs:  # fmt: skip
            pressed = event._data if isinstance(event._data, dict) else {}
            return act(Given(mine, find or "", kept, chosen, language, pressed, request))

        inputs = [self.parcel, self.words, self.find, self.log.saved, self.chosen, self.language]
        done = event(handle, inputs, outputs, js=js, **QUICK)
        return done.then(None, self.parcel, js=APPLY, **QUICK)
