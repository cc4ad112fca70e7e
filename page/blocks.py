"""The page laid out: its four tabs, news above them, the source viewer beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.languages import SPOKEN, nearest_spoken
from language.phrases import phrase
from page.adding import PRESSED as ADDING_PRESSED
from page.adding import Adding
from page.api import add_endpoints
from page.basket_tab import CHANGED, Kept, browser_state
from page.basket_tab import PRESSED as KEPT_PRESSED
from page.bridge import Bridge
from page.carrying import PRESSED as CARRY_PRESSED
from page.carrying import Carrying
from page.chat import Chat
from page.chat_html import asked
from page.context import Context
from page.conversations_html import refused
from page.conversations_panel import Panel
from page.documents_tab import Documents
from page.finding_tab import Finding
from page.keeping import CHOSEN_KEY, SECRET, paths_of
from page.keys_html import keys
from page.labels import PINS, label
from page.viewer import VIEWED, Viewer
from page.watching import LEFT, Watching
from page.watching import PRESSED as WATCH_PRESSED
from serving.choosing import toggled

# How often an open page asks whether documents or the index changed, in seconds.
NEWS = 10
ASKED_OF = ("among", "all")
# What can be pressed in our own HTML; page.js triggers it as an event of the header.
PRESSED = [
    *VIEWED,
    *ASKED_OF,
    *("repaint", "suggest", "retry", "edit", "keep", "rate", "undo", "remove", "arrange"),
    *("new", "open", "rename", "forget", "restore"),
    *ADDING_PRESSED,
    *KEPT_PRESSED,
    *WATCH_PRESSED,
    *CARRY_PRESSED,
    "spoken",
    "shared",  # by another window
]
# What changes the same is one event, the first: the next is done when the one before it is.
TURNS = [list(names) for names in (VIEWED, ASKED_OF, CHANGED, LEFT)]
LISTEN = f"citedQA.listen(trigger, {PRESSED}, {TURNS})"
SPEAK = "async (_, ...rest) => [await citedQA.speak(), ...rest]"


def build_page(context: Context) -> gr.Blocks:
    """Lay out the page around the service of *context*.  Loads no model and starts nothing."""
    blocks = gr.Blocks(title="cited-qa", analytics_enabled=False)
    with blocks:
        add_endpoints(context)
        chosen = gr.BrowserState([], storage_key=CHOSEN_KEY, secret=SECRET)
        kept = browser_state()
        with gr.Row(elem_id="cq-header"):
            menu = gr.Button(label("conversations"), size="sm", scale=0, elem_id="cq-menu")
            title = gr.HTML("<h1>cited-qa</h1>", js_on_load=LISTEN, apply_default_css=False)
            shortcuts = gr.HTML(elem_id="cq-keys", apply_default_css=False)
            language = _language()
        with gr.Row(elem_id="cq-news"):
            news = gr.HTML(apply_default_css=False)
            now, cancel = (
                gr.Button(label(name), size="sm", min_width=140, scale=0, elem_id=f"cq-{key}")
                for name, key in (("rebuild", "now"), ("cancel", "cancel"))
            )
        files = gr.HTML(elem_id="cq-adding", apply_default_css=False)
        marks = gr.HTML(elem_id="cq-marks", js_on_load=PINS, apply_default_css=False)
        watched, changes = Watching.above()
        carried = gr.HTML(elem_id="cq-carried", apply_default_css=False)
        refusal = gr.HTML(elem_id="cq-refusal", apply_default_css=False)
        with gr.Row(elem_id="cq-main"):
            beside = gr.Column(elem_id="cq-conversations", scale=0, min_width=260)
            with gr.Column(scale=3, min_width=320), gr.Tabs():
                with gr.Tab(label("chat")) as first:
                    dropped = gr.HTML(elem_id="cq-drop", apply_default_css=False)
                    chat = Chat.made(context, language, chosen)
                with gr.Tab(label("documents")) as second:
                    upload = gr.HTML(elem_id="cq-upload", apply_default_css=False)
                    documents = Documents.made(context, language, chosen, news, (now, cancel))
                    adding = Adding.made(context, documents, files, dropped, upload)
                with gr.Tab(label("exact")) as third:
                    finding = Finding.made(context, language)
                with gr.Tab(label("basket")) as fourth:
                    quotes = Kept.made(context, language, kept, fourth, marks)
                    listed = gr.HTML(elem_id="cq-watched", apply_default_css=False)
            viewer = Viewer.made(context, language, chat.log.saved)
        with beside:
            panel = Panel.made(context, language, chosen, chat.log)
        bridge = Bridge(title)
        for part in (chat, viewer):
            part.wire(bridge)
        finding.wire()
        quotes.wire(bridge, chat.log.saved)
        watching = Watching(context, language, watched, changes, listed)
        watching.wire(bridge, chat.log.saved, chosen)
        carrying = Carrying.made(quotes, watching, language, carried)
        tabs = (first, second, third)
        parts = chat, documents, adding, viewer, (quotes, watching), carrying
        whole = _Whole(context, language, chosen, *parts, tabs, finding, (shortcuts, refusal))
        whole.wire(blocks, bridge, panel, menu)
    return blocks


def _language() -> gr.Textbox:
    """Return what holds the language, beside what it is chosen by: page.js tells of both.

    A list of the browser's own, for Gradio's cannot be used by keyboard once it has a value.
    """
    choices = "".join(
        f'<option value="{tag}" lang="{tag}">{spoken.own_name}</option>'
        for tag, spoken in SPOKEN.items()
    )
    name = " / ".join(dict.fromkeys(phrase("language", tag) for tag in SPOKEN))
    gr.HTML(
        f'<select class="cq-select" aria-label="{name}">{choices}</select>',
        elem_id="cq-language", apply_default_css=False,
    )  # fmt: skip
    return gr.Textbox("en", visible="hidden")


@dataclass(frozen=True)
class _Whole:
    """What concerns all parts: the first look, another language, news."""

    context: Context
    language: gr.Textbox
    chosen: gr.BrowserState
    chat: Chat
    documents: Documents
    adding: Adding
    viewer: Viewer
    kept: tuple[Kept, Watching]
    carrying: Carrying
    tabs: tuple[gr.Tab, gr.Tab, gr.Tab]
    finding: Finding
    above: tuple[gr.HTML, gr.HTML]  # the keys, and what is said where something was too large

    def wire(self, blocks: gr.Blocks, bridge: Bridge, panel: Panel, menu: gr.Button) -> None:
        """Connect what changes the whole page."""
        seen = gr.State(("", 0))  # the generation, and how many suggestions
        documents = self.documents
        shown = [self.chat.log.html, documents.held, documents.table, documents.news]
        inputs = [self.language, self.chat.log.saved, self.chosen, documents.find]
        quick: dict[str, Any] = {
            "api_visibility": "private", "show_progress": "hidden", "queue": False,
        }  # fmt: skip
        told = [*self.above, *self.tabs, *self.finding.outputs, self.chat.asked]
        told += self.adding.outputs
        whole = [self.language, *told, seen, *shown]
        loaded = blocks.load(self._painted, inputs, whole, js=SPEAK, **quick)
        spoken = bridge.spoken(self._spoken, inputs, whole, **quick)
        spoken.then(self.viewer.again, self.viewer.inputs, self.viewer.html, **quick)
        for painted in (loaded, spoken):
            for part in self.kept:
                painted.then(part.painted, part.inputs, part.outputs, **quick)
        choice = [self.chosen, self.chat.asked, documents.table]
        inquired = [self.chosen, documents.find, self.language]
        bridge.among(self._choose, inquired, choice, **quick)
        brought = self.carrying.wire(bridge, [loaded, spoken])
        for another in panel.wire(bridge, menu, [loaded, spoken, brought]):
            another.then(self._chosen, inquired, choice[1:], **quick)
        gr.Timer(NEWS).tick(self._news, [seen, *inputs], [seen, self.chat.asked, *shown], **quick)
        for rebuilt in (documents.wire(bridge), *self.adding.wire(bridge)):
            # Not the log: a question may be under way in it.
            rebuilt.then(self._chosen, inquired, choice[1:], **quick)

    def _spoken(
        self, _language: str, kept: object, chosen: object, find: object,
        event: gr.EventData, request: gr.Request,
    ) -> tuple[Any, ...]:  # fmt: skip
        """Return the whole page in the language that was chosen."""
        return self._painted(str(event.language), kept, chosen, find, request)

    def _painted(
        self, language: str, kept: object, chosen: object, find: object, request: gr.Request
    ) -> tuple[Any, ...]:
        """Return the whole page in *language*."""
        language = nearest_spoken(language)
        log = self.chat.log.painted(kept, language, request)
        documents = self.documents.painted(chosen, find, language)
        # Gradio does not translate the name of a tab that was never open.
        tabs = [gr.update(label=phrase(key, language)) for key in ("chat", "documents", "exact")]
        asked_of = self._asked(paths_of(chosen), language)
        adding = self.adding.painted(language)
        inside = self.finding.painted(language)
        told = (keys(language), refused(language), *tabs, *inside, asked_of, *adding)
        return language, *told, self._state(language), log, *documents

    def _state(self, language: str) -> tuple[str, int]:
        return self.context.shelf.now.generation, len(self.chat.log.suggested(language))

    def _choose(
        self, kept: object, find: object, language: str, event: gr.EventData
    ) -> tuple[list[str], str, str]:
        """Ask a document or folder of the table only, or no longer; or all of them."""
        paths = [row.path for row in self.context.shelf.holding().rows]
        every = event.does == "all"
        chosen = [] if every else toggled(paths_of(kept), str(event.document), paths)
        return chosen, *self._chosen(chosen, find, language)

    def _chosen(self, kept: object, find: object, language: str) -> tuple[str, str]:
        """Return which documents are asked, above the question and in the table."""
        chosen = paths_of(kept)
        table = self.documents.painted(chosen, find, language)[1]
        return self._asked(chosen, language), table

    def _asked(self, chosen: list[str], language: str) -> str:
        try:
            return asked(chosen, self.context.shelf.holding(), language, self.adding.more(language))
        except CitedQAError:
            return ""

    def _news(
        self, seen: tuple[str, int], language: str, kept: object, chosen: object, find: object,
        request: gr.Request,
    ) -> tuple[Any, ...]:  # fmt: skip
        """Return what is new since the page was painted; all else stays as it is."""
        state = self._state(language)
        documents = self.documents.painted(chosen, find, language)
        # The log is not painted over while an answer to its last question is under way.
        if tuple(seen) == state or self.context.waits.has(str(request.session_hash)):
            return gr.skip(), gr.skip(), gr.skip(), *documents
        asked_of = self._asked(paths_of(chosen), language)
        return state, asked_of, self.chat.log.painted(kept, language, request), *documents
