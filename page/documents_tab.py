"""The documents tab: which there are, which to ask, what changed; rebuilds and deletes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from index.errors import IndexNotBuiltError
from index.status import Holding
from language.phrases import phrase
from page import documents_html
from page.answer_html import error
from page.bridge import Bridge
from page.context import Context, person
from page.documents_table_html import table
from page.keeping import paths_of
from page.labels import label
from page.looking import Look, look_of
from page.toasts import failure, tell
from serving import folder

TABLE = "citedQA.refocus(element, watch)"
# How often the page shows how far a rebuild is, in seconds.
EVERY = 0.3


@dataclass(frozen=True)
class Documents:
    """The components of the tab, and what happens with them."""

    context: Context
    language: gr.Component
    chosen: gr.BrowserState
    news: gr.HTML  # above all tabs: what changed, how far a rebuild is, what it did
    now: gr.Button  # beside it: rebuild with one click
    cancel: gr.Button  # in its place, while a rebuild goes on
    held: gr.HTML
    typed: gr.Textbox
    find: gr.State  # a Look: what is typed, and how the table is narrowed and sorted
    table: gr.HTML
    rebuild: gr.Button

    @classmethod
    def made(
        cls,
        context: Context,
        language: gr.Component,
        chosen: gr.BrowserState,
        news: gr.HTML,
        beside: tuple[gr.Button, gr.Button],
    ) -> Documents:
        """Lay the tab out where the caller is."""
        held = gr.HTML(elem_id="cq-held", apply_default_css=False)
        with gr.Row(elem_id="cq-builds"):
            rebuild = gr.Button(label("rebuild"), elem_id="cq-rebuild", size="sm")
        typed = gr.Textbox(
            "",
            label=label("find"),
            placeholder=label("find"),
            show_label=False,
            container=False,
            elem_id="cq-find",
        )
        table = gr.HTML(elem_id="cq-documents", js_on_load=TABLE, apply_default_css=False)
        find = gr.State({})
        return cls(context, language, chosen, news, *beside, held, typed, find, table, rebuild)

    def wire(self, bridge: Bridge) -> Any:  # noqa: ANN401 - what Gradio names an event by
        """Connect the components, and return the rebuild; *bridge* triggers what is pressed."""
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        shown = [self.held, self.table, self.news]
        inputs = [self.chosen, self.find, self.language]
        rebuilt = gr.on(
            [self.rebuild.click, self.now.click], self._rebuild, inputs,
            shown, concurrency_limit=None, **common,
        )  # fmt: skip
        self.cancel.click(self.context.rebuilds.cancel, queue=False, **common)
        looked = [self.find, self.table]
        self.typed.change(self._typed, [self.typed, *inputs], looked, queue=False, **common)
        bridge.arrange(self._arranged, inputs, looked, queue=False, **common)
        return rebuilt

    def painted(
        self, chosen: object, find: object, language: str, *, fresh: bool = False
    ) -> tuple[str, str, str]:
        """Return what the index holds, the table and the news."""
        try:
            holding = self.context.shelf.holding(fresh=fresh)
        except IndexNotBuiltError:
            return documents_html.empty(language), "", self._progress(language)
        except CitedQAError as problem:
            return "", "", error(*problem.briefly(language), language)
        if self.context.shelf.empty:
            return documents_html.empty(language), "", self._progress(language)
        held = documents_html.held(holding, language)
        return held, self._rows(holding, chosen, find, language), self._noticed(holding, language)

    def _noticed(self, holding: Holding, language: str) -> str:
        """Return what is new: how far a rebuild is, or what it did and what changed since."""
        service, rebuilds = self.context.service, self.context.rebuilds
        if rebuilds.going_on:
            return self._progress(language)
        news = error(service.notice.told(language), "", language) if service.notice else ""
        news += self._progress(language)
        return news + (documents_html.stirred(holding, language) if holding.stirred else "")

    def _progress(self, language: str) -> str:
        """Return how far a rebuild is, or what the last one did, if that is not long ago."""
        rebuilds = self.context.rebuilds
        if rebuilds.going_on:
            first = self.context.shelf.empty
            return documents_html.going_on(rebuilds.step, language, first=first)
        return documents_html.ended(rebuilds.recent, language) if rebuilds.recent else ""

    def _rows(self, holding: Holding, chosen: object, find: object, language: str) -> str:
        deletes = folder.may_delete(self.context.service.settings)
        return table(holding.rows, paths_of(chosen), look_of(find), language, deletes=deletes)

    def _typed(
        self, words: str, chosen: object, find: object, language: str
    ) -> tuple[dict[str, str], str]:
        return self._looked(replace(look_of(find), words=words), chosen, language)

    def _arranged(
        self, chosen: object, find: object, language: str, event: gr.EventData
    ) -> tuple[dict[str, str], str]:
        look = look_of(find).arranged(str(event.name), str(event.value))
        return self._looked(look, chosen, language)

    def _looked(self, look: Look, chosen: object, language: str) -> tuple[dict[str, str], str]:
        return look.kept(), self.painted(chosen, look.kept(), language)[1]

    def _rebuild(
        self, chosen: object, find: object, language: str, request: gr.Request
    ) -> Iterator[dict[Any, Any]]:
        """Yield how far the rebuild is, and at the end what it did."""
        try:
            self.context.limiter.admit(person(request))
        except CitedQAError as problem:
            yield {self.news: error(*problem.briefly(language), language)}
            return
        yield from self.rebuilt(chosen, find, language)

    def rebuilt(
        self, chosen: object, find: object, language: str, *, anew: bool = False
    ) -> Iterator[dict[Any, Any]]:
        """Rebuild, and yield how far it is and at the end what it did; see :class:`Rebuilds`."""
        rebuilds = self.context.rebuilds
        thread, first = rebuilds.start(anew=anew), self.context.shelf.empty
        while thread.is_alive():
            yield {self.news: documents_html.going_on(rebuilds.step, language, first=first)}
            time.sleep(EVERY)
        shown = self.painted(chosen, find, language, fresh=True)
        yield dict(zip((self.held, self.table, self.news), shown, strict=True))

    def remove(self, path: str, language: str, request: gr.Request) -> None:
        """Delete a document's file, or end the event with the reason why not."""
        self.admit(request, language)
        try:
            folder.delete(self.context.service.settings, path, self.context.shelf.files())
        except CitedQAError as problem:
            raise failure(problem.told(language)) from problem
        tell(phrase("removed_file", language, path=path))

    def admit(self, request: gr.Request, language: str) -> None:
        """Let who asks change the documents, or end the event with the reason why not."""
        try:
            self.context.limiter.admit(person(request))
        except CitedQAError as problem:
            raise failure(problem.briefly(language)[0]) from problem
