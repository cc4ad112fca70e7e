"""The conversation on the page: shown, kept by the browser, rated, put away and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import phrase
from page import chat_html
from page.bridge import Bridge
from page.context import Context, person
from page.conversation import Turns, place_of, rated
from page.exports import Exports
from page.keeping import SECRET, STORAGE_KEY, keeping, taken_out, turns_of, went_on_from
from page.toasts import failure, tell

FOLLOW = "citedQA.follow(element, watch)"


@dataclass(frozen=True)
class Log:
    """The components, made inside the layout, and what happens to what was answered."""

    context: Context
    language: gr.Component
    html: gr.HTML
    saved: gr.BrowserState

    @classmethod
    def made(cls, context: Context, language: gr.Component) -> Log:
        """Lay the log out where the caller is."""
        html = gr.HTML(elem_id="cq-chat", js_on_load=FOLLOW, apply_default_css=False)
        saved = gr.BrowserState({}, storage_key=STORAGE_KEY, secret=SECRET)
        return cls(context, language, html, saved)

    def wire(self, bridge: Bridge, exports: Exports) -> None:
        """Connect what is pressed in the log, by *bridge*, and under it."""
        inputs, outputs = [self.saved, self.language], [self.html, self.saved]
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        # Messages of an event that is not queued are never shown.
        bridge.rate(self._rated, inputs, outputs, concurrency_limit=None, **common)
        bridge.repaint(self.painted, inputs, self.html, queue=False, **common)
        bridge.undo(self._brought_back, inputs, outputs, queue=False, **common)
        for begin in (exports.new.click, bridge.new):
            begin(self._new, inputs, outputs, queue=False, **common)
        exports.wire(self.saved, self.language)

    def shown(
        self, turns: Turns, language: str, *, state: str = "", before: Turns = (),
        went_on: bool = False,
    ) -> str:  # fmt: skip
        """Return *turns* as HTML.

        Args:
            turns: In order.
            language: Of the page.
            state: A key of the phrases: what is being done for the last turn.
            before: What the conversation was, where some of it was replaced or put away.
            went_on: Whether it goes on from another, which was full.
        """
        suggested = [] if turns else self.suggested(language)
        return chat_html.conversation(
            turns, language, self.context.shelf.now, suggested, state=state, lost=len(before),
            went_on=went_on,
        )  # fmt: skip

    def painted(self, kept: object, language: str, request: gr.Request) -> str:
        """Return what the browser keeps as HTML."""
        before, went_on = taken_out(kept, request), went_on_from(kept, request)
        return self.shown(turns_of(kept, request), language, before=before, went_on=went_on)

    def suggested(self, language: str) -> list[str]:
        """Return questions to begin with."""
        try:
            return self.context.service.engine().examples.to_begin(language)
        except CitedQAError:
            return []

    def _rated(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[str, Any]:
        """Note whether an answer was good, and show that it is noted."""
        liked = event.liked == "true"
        turns, before = turns_of(kept, request), taken_out(kept, request)
        at = place_of(turns, event.turn)
        if at is not None:
            try:
                self.context.limiter.admit(person(request))
                self.context.feedback.note(turns[at], liked=liked)
            except (OSError, CitedQAError) as error:
                raise failure(phrase("error", language)) from error
            turns = rated(turns, at, liked=liked)
            tell(phrase("thanks", language))
        again = keeping(turns, kept, request, before)
        return self.painted(again, language, request), again

    def _new(self, kept: object, language: str, request: gr.Request) -> tuple[str, Any]:
        self.context.waits.leave(str(request.session_hash))
        before = turns_of(kept, request) or taken_out(kept, request)
        return self.shown((), language, before=before), keeping((), kept, request, before)

    def _brought_back(self, kept: object, language: str, request: gr.Request) -> tuple[str, Any]:
        turns = taken_out(kept, request) or turns_of(kept, request)
        return self.shown(turns, language), keeping(turns, kept, request)
