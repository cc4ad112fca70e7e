"""The tab that finds words for certain: is this a quote, where is this named, is a draft right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import phrase
from page import finding_html
from page.answer_html import error
from page.checking_part import Checking
from page.context import Context, person
from page.labels import PINS, field, label
from page.saving import SAVE, csv_file
from qa.places.mentions import Mentions
from qa.places.naming import LONGEST_NAME, mentions
from qa.places.table import as_csv
from qa.quotes.verify import LONGEST_QUOTE, verify_quote

# Of the tabs inside: what each is called, and what it is for.
TABS = (("quote_tab", "quote_intro"), ("name_tab", "name_intro"), ("check_tab", "check_intro"))


@dataclass(frozen=True)
class Finding:
    """The components of the tab, and what happens with them."""

    context: Context
    language: gr.Component
    quote: gr.Textbox
    check: gr.Button
    verdict: gr.HTML
    name: gr.Textbox
    find: gr.Button
    places: gr.HTML
    save: gr.Button
    file: gr.JSON  # never seen: the name, type and text on their way to the browser
    checking: Checking
    tabs: tuple[gr.Tab, ...]
    intros: tuple[gr.HTML, ...]  # what each is for

    @classmethod
    def made(cls, context: Context, language: gr.Component) -> Finding:
        """Lay the tab out where the caller is."""
        with gr.Tabs():
            first, quote, check, verdict = cls._quoting()
            second, *naming = cls._naming()
            with gr.Tab(label("check_tab"), id="check") as third:
                intro = gr.HTML(elem_classes="cq-intro", apply_default_css=False)
                checking = Checking.made(context, language)
        name, find, places, save, file = naming
        tabs, intros = zip(first, second, (third, intro), strict=True)
        return cls(
            context, language, quote, check, verdict, name, find, places, save, file, checking,
            tabs, intros,
        )  # fmt: skip

    @staticmethod
    def _quoting() -> tuple[Any, ...]:
        with gr.Tab(label("quote_tab"), id="quote") as tab:
            intro = gr.HTML(elem_classes="cq-intro", apply_default_css=False)
            quote = field(
                "quote_field", "quote_hint", "cq-quote", lines=3, most=12, longest=LONGEST_QUOTE
            )
            check = gr.Button(label("quote_check"), size="sm", elem_id="cq-check-quote")
            verdict = gr.HTML(elem_id="cq-verdict", js_on_load=PINS, apply_default_css=False)
        return (tab, intro), quote, check, verdict

    @staticmethod
    def _naming() -> tuple[Any, ...]:
        with gr.Tab(label("name_tab"), id="name") as tab:
            intro = gr.HTML(elem_classes="cq-intro", apply_default_css=False)
            name = field(
                "name_field", "name_hint", "cq-name", lines=1, most=1, longest=LONGEST_NAME
            )
            with gr.Row():
                find = gr.Button(label("name_find"), size="sm", elem_id="cq-find-all")
                save = gr.Button(label("save_csv"), size="sm", elem_id="cq-save-csv")
            places = gr.HTML(elem_id="cq-mentions", js_on_load=PINS, apply_default_css=False)
            # Beside the tabs it would count as one.
            file = gr.JSON(visible="hidden")
        return (tab, intro), name, find, places, save, file

    @property
    def outputs(self) -> list[Any]:
        """What :meth:`painted` is for."""
        return [*self.tabs, *self.intros]

    def painted(self, language: str) -> list[Any]:
        """Return what the tabs inside are called, and what each is for."""
        # Gradio does not translate the name of a tab that was never open.
        names = [gr.update(label=phrase(name, language)) for name, _ in TABS]
        return [*names, *(finding_html.intro(purpose, language) for _, purpose in TABS)]

    def wire(self) -> None:
        """Connect the components; what is pressed in the results opens the source viewer."""
        self.checking.wire()
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        gr.on([self.check.click, self.quote.submit], self._checked, [self.quote, self.language],
              self.verdict, **common)  # fmt: skip
        gr.on([self.find.click, self.name.submit], self._found, [self.name, self.language],
              self.places, **common)  # fmt: skip
        self.save.click(
            self._table, [self.name, self.language], [self.file, self.places], **common
        ).success(None, self.file, js=SAVE, api_visibility="private", queue=False)

    def _checked(self, quote: str, language: str, request: gr.Request) -> Iterator[str]:
        yield finding_html.busy(language)
        try:
            self.context.limiter.admit(person(request))
            there = self.context.shelf.among(())
            verdict = verify_quote(self.context.service.generation, quote, there)
        except CitedQAError as problem:
            yield error(*problem.briefly(language), language)
            return
        yield finding_html.checked(verdict, language)

    def _mentions(self, name: str, request: gr.Request) -> Mentions:
        self.context.limiter.admit(person(request))
        there = self.context.shelf.among(())
        return mentions(self.context.service.generation, name, there)

    def _found(self, name: str, language: str, request: gr.Request) -> Iterator[str]:
        for _, shown in self._table(name, language, request):
            yield shown

    def _table(self, name: str, language: str, request: gr.Request) -> Iterator[tuple[Any, Any]]:
        """Yield all places as a file for the browser to save, and show them too."""
        yield None, finding_html.busy(language)
        try:
            listing = self._mentions(name, request)
        except CitedQAError as problem:
            yield None, error(*problem.briefly(language), language)
            return
        yield csv_file("mentions.csv", as_csv(listing)), finding_html.listed(listing, language)
