"""The tab of the quotes that a reader keeps: pinned in the chat, ordered, noted, saved as files."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import number, phrase
from page import basket_html
from page.answer_html import error
from page.basket import MOST, Basket, keeping, restored
from page.basket_forms import FORMS
from page.bridge import Bridge
from page.context import Context
from page.keeping import SECRET, turns_of
from page.pinning import Pinning
from page.saving import SAVE
from page.toasts import warn
from page.value_store import Keeper

BASKET_KEY = "cited-qa.quotes"
# What can be pressed in the basket and beside sources; the former changes what is in it.
CHANGED = ("unpin", "raise", "lower", "empty", "refill", "note")
PRESSED = ("pin", *CHANGED, "export")
# Other windows of the browser are told.
SHARE = "(kept, marks) => citedQA.share('quotes', kept, marks)"

Change = Callable[[Basket], Basket]


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
    problem: gr.HTML  # why it could not be read or written
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
        problem = gr.HTML(apply_default_css=False)
        html = gr.HTML(
            elem_id="cq-basket", js_on_load="citedQA.refocus(element, watch)",
            apply_default_css=False,
        )  # fmt: skip
        return cls(context, language, saved, tab, html, marks, problem, gr.JSON(visible="hidden"))

    @property
    def quotes(self) -> Keeper[Basket]:
        """Where the quotes of a reader are."""
        return Keeper(lambda: self.context.conversations, "quotes", restored, keeping)

    @property
    def inputs(self) -> list[gr.Component]:
        """What :meth:`painted` needs."""
        return [self.saved, self.language]

    @property
    def outputs(self) -> list[Any]:
        """What :meth:`painted` is for."""
        return [self.tab, self.html, self.marks, self.problem]

    def wire(self, bridge: Bridge, conversation: gr.BrowserState) -> None:
        """Connect the tab; *bridge* triggers what is pressed, *conversation* is quoted."""
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        quick = {**common, "queue": False}
        changed = [self.saved, *self.outputs]
        # Messages of an event that is not queued are never shown.
        bridge.pin(
            self._pin, [conversation, *self.inputs], changed, concurrency_limit=None, **common
        )
        bridge.unpin(self._pressed, self.inputs, changed, **quick)
        bridge.export(self._export, self.inputs, [self.file, self.problem], **quick).then(
            None, self.file, js=SAVE, **quick
        )
        told = [self.saved, self.marks]
        gr.on([self.saved.change, self.marks.change], None, told, js=SHARE, **quick)
        bridge.shared(self._shared, self.inputs, changed, **quick)
        # What was read before a quote was kept may be painted after it: then it is painted again.
        late = [self.tab.select, self.marks.change]
        gr.on(late, self.painted, self.inputs, self.outputs, trigger_mode="always_last", **quick)

    def painted(self, kept: object, language: str, request: gr.Request) -> tuple[Any, ...]:
        """Return the name of the tab, the quotes, which they are, and what went wrong."""
        user = request.username or ""
        try:
            return self._shown(self.quotes.get(kept, user), language, user)
        except CitedQAError as problem:
            return gr.skip(), gr.skip(), gr.skip(), error(*problem.briefly(language), language)

    def _shown(self, basket: Basket, language: str, user: str) -> tuple[Any, ...]:
        name = phrase("basket", language)
        count = len(basket.quotes)
        named = phrase("basket_named", language, name=name, count=number(count, language))
        now = self.context.shelf.now
        shown = basket_html.basket_page(basket, now, language, server=bool(user))
        return gr.update(label=named if count else name), shown, basket_html.marks(basket), ""

    def _changed(
        self, kept: object, language: str, request: gr.Request, change: Change
    ) -> tuple[Any, ...]:
        user = request.username or ""
        try:
            basket, saved = self.quotes.change(kept, user, change)
        except CitedQAError as problem:
            told = error(*problem.briefly(language), language)
            return gr.skip(), gr.skip(), gr.skip(), gr.skip(), told
        return gr.skip() if saved is None else saved, *self._shown(basket, language, user)

    def _pin(
        self, turns: object, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        """Keep a quote, or no longer."""
        pressed = event._data if isinstance(event._data, dict) else {}
        key, told = str(pressed.get("pin", "")), [""]
        try:
            pinned = Pinning(self.context).pinned(pressed, turns_of(turns, request))
        except (LookupError, CitedQAError):
            pinned = None

        def change(basket: Basket) -> Basket:
            if basket.holds(key):
                return basket.without(key)
            told[0] = "basket_full" if basket.full else "" if pinned else "pin_gone"
            return basket.with_quote(pinned) if pinned and not basket.full else basket

        changed = self._changed(kept, language, request, change)
        if told[0]:
            warn(phrase(told[0], language, count=MOST))
        return changed

    def _pressed(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        """Change what is in the basket; the field that a note is written in stays as it is."""
        pressed = event._data
        key, text, does = (str(pressed.get(name, "")) for name in ("key", "text", "does"))
        if does == "note":
            noted = self._changed(kept, language, request, lambda basket: basket.noted(key, text))
            return noted[0], gr.skip(), gr.skip(), gr.skip(), noted[-1]
        change = CHANGES[does]
        return self._changed(kept, language, request, lambda basket: change(basket, key))

    def _shared(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        """Show what another window of this browser keeps."""
        if event.name != "quotes":
            return (gr.skip(),) * 5
        theirs = kept if request.username else json.loads(event.kept)
        return gr.skip() if request.username else theirs, *self.painted(theirs, language, request)

    def _export(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[list[str] | None, str]:
        try:
            quotes = self.quotes.get(kept, request.username or "").quotes
        except CitedQAError as problem:
            return None, error(*problem.briefly(language), language)
        form = FORMS.get(str(event.form))
        return (form.saved(quotes, language) if form and quotes else None), ""


CHANGES: dict[str, Callable[[Basket, str], Basket]] = {
    "unpin": Basket.without,
    "raise": lambda basket, key: basket.moved(key, -1),
    "lower": lambda basket, key: basket.moved(key, 1),
    "empty": lambda basket, _: basket.emptied(),
    "refill": lambda basket, _: basket.brought_back(),
}
