"""The tab of the quotes that a reader keeps: pinned in the chat, ordered, noted, saved as files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import number, phrase
from page import basket_html
from page.basket import MOST, Basket, keeping, restored
from page.basket_forms import FORMS
from page.context import Context
from page.conversation import Turn, place_of
from page.keeping import SECRET, turns_of
from page.saving import SAVE
from page.toasts import warn
from qa.answers import Answer, Citation
from qa.evidence.pinned import Origin, Pinned, digest, fingerprint_of, key_of
from qa.presentation import presented

BASKET_KEY = "cited-qa.quotes"
# What can be pressed in the basket and beside sources.
PRESSED = ("pin", "unpin", "raise", "lower", "note", "empty", "restore", "export")


def browser_state() -> gr.BrowserState:
    """Return what the browser keeps the quotes in."""
    return gr.BrowserState({}, storage_key=BASKET_KEY, secret=SECRET)


@dataclass(frozen=True)
class Kept:
    """The components of the tab, and what happens with them."""

    context: Context
    language: gr.Component
    saved: gr.BrowserState
    tab: gr.Tab  # its name has the number of quotes
    html: gr.HTML
    marks: gr.HTML  # never seen: which quotes are kept, for the pins in the chat
    file: gr.JSON  # never seen: a file on its way to the browser

    @classmethod
    def made(
        cls,
        context: Context,
        language: gr.Component,
        saved: gr.BrowserState,
        tab: gr.Tab,
        marks: gr.HTML,
    ) -> Kept:
        """Lay the tab out where the caller is.

        Gradio neither keeps nor paints what stands in a tab that was never open: *saved* and
        *marks* stand above all tabs.
        """
        html = gr.HTML(
            elem_id="cq-basket", js_on_load="citedQA.refocus(element, watch)",
            apply_default_css=False,
        )  # fmt: skip
        return cls(context, language, saved, tab, html, marks, gr.JSON(visible="hidden"))

    @property
    def inputs(self) -> list[gr.Component]:
        """What :meth:`painted` needs."""
        return [self.saved, self.language]

    @property
    def outputs(self) -> list[Any]:
        """What :meth:`painted` is for."""
        return [self.tab, self.html, self.marks]

    def wire(self, bridge: gr.HTML, conversation: gr.BrowserState) -> None:
        """Connect the tab; *bridge* triggers what is pressed, *conversation* is quoted."""
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        quick = {**common, "queue": False}
        changed = [self.saved, *self.outputs]
        # Messages of an event that is not queued are never shown.
        bridge.pin(
            self._pin, [conversation, *self.inputs], changed, concurrency_limit=None, **common
        )
        for name, change in CHANGES.items():
            getattr(bridge, name)(self._changing(change), self.inputs, changed, **quick)
        bridge.note(self._note, self.saved, self.saved, **quick)
        bridge.export(self._export, self.inputs, self.file, **quick).then(
            None, self.file, js=SAVE, **quick
        )
        self.tab.select(self.painted, self.inputs, self.outputs, **quick)

    def painted(self, kept: object, language: str, request: gr.Request) -> tuple[Any, ...]:
        """Return the name of the tab, the quotes, and which they are."""
        return self._shown(restored(kept, request.username or ""), language)

    def _shown(self, basket: Basket, language: str) -> tuple[Any, ...]:
        name = phrase("basket", language)
        count = len(basket.quotes)
        named = phrase("basket_named", language, name=name, count=number(count, language))
        shown = basket_html.basket_page(basket, self.context.shelf.now, language)
        return gr.update(label=named if count else name), shown, basket_html.marks(basket)

    def _pin(
        self, turns: object, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        """Keep a quote of the conversation, or no longer."""
        user = request.username or ""
        basket = restored(kept, user)
        try:
            conversation = turns_of(turns, request)
            turn = conversation[place_of(conversation, str(event.turn)) or 0]
            answer = turn.answer
            citation = answer.shown[int(event.number) - 1] if answer else None
        except (LookupError, ValueError):  # not from our own page
            citation = answer = None
        if citation and answer:
            key = key_of(citation)
            if basket.holds(key):
                basket = basket.without(key)
            elif basket.full:
                warn(phrase("basket_full", language, count=MOST))
            else:
                basket = basket.with_quote(self._pinned(turn, answer, citation))
        return keeping(basket, user), *self._shown(basket, language)

    def _pinned(self, turn: Turn, answer: Answer, citation: Citation) -> Pinned:
        try:
            source = digest(self.context.shelf.cited(answer, citation)[0].source)
        except LookupError:
            source = ""
        today = datetime.now(UTC).date().isoformat()
        origin = Origin(answer.generation, turn.created, self._fingerprint(answer))
        return Pinned(citation, source, asked_for(answer, citation), origin, today)

    def _fingerprint(self, answer: Answer) -> str:
        try:
            opened = self.context.service.generation
        except CitedQAError:
            return ""
        same = opened.generation == answer.generation
        return fingerprint_of(opened.manifest.fingerprint) if same else ""

    def _changing(self, change: Callable[[Basket, str], Basket]) -> Callable[..., tuple[Any, ...]]:
        """Return the handler that changes the basket so."""

        def changed(
            kept: object, language: str, event: gr.EventData, request: gr.Request
        ) -> tuple[Any, ...]:
            user = request.username or ""
            basket = change(restored(kept, user), str(getattr(event, "key", "")))
            return keeping(basket, user), *self._shown(basket, language)

        return changed

    def _note(self, kept: object, event: gr.EventData, request: gr.Request) -> dict[str, Any]:
        """Keep what is written beside a quote; the field that it is written in stays as it is."""
        user = request.username or ""
        basket = restored(kept, user).noted(str(event.key), str(event.text))
        return keeping(basket, user)

    def _export(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> list[str] | None:
        quotes = restored(kept, request.username or "").quotes
        form = FORMS.get(str(event.form))
        return form.saved(quotes, language) if form and quotes else None


CHANGES: dict[str, Callable[[Basket, str], Basket]] = {
    "unpin": Basket.without,
    "raise": lambda basket, key: basket.moved(key, -1),
    "lower": lambda basket, key: basket.moved(key, 1),
    "empty": lambda basket, _: basket.emptied(),
    "restore": lambda basket, _: basket.brought_back(),
}


def asked_for(answer: Answer, citation: Citation) -> str:
    """Return the question that *citation* answers: one that follows up as it was understood."""
    for part in answer.parts:
        if citation in part.answer.citations:
            return part.answer.question
    return presented(answer).understood or answer.question
