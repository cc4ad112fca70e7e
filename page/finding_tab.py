"""The tab that finds words for certain: is this a quote, where is this named, is a draft right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from page import finding_html
from page.answer_html import error
from page.checking_part import Checking
from page.context import Context, person
from page.labels import PINS, label
from page.saving import SAVE, csv_file
from qa.places.mentions import Mentions
from qa.places.naming import LONGEST_NAME, mentions
from qa.places.table import as_csv
from qa.quotes.verify import LONGEST_QUOTE, verify_quote


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

    @classmethod
    def made(cls, context: Context, language: gr.Component) -> Finding:
        """Lay the tab out where the caller is."""
        quote = gr.Textbox(
            label=label("quote_field"),
            placeholder=label("quote_hint"),
            lines=3,
            max_lines=12,
            max_length=LONGEST_QUOTE,
            elem_id="cq-quote",
        )
        check = gr.Button(label("quote_check"), size="sm", elem_id="cq-check-quote")
        verdict = gr.HTML(elem_id="cq-verdict", js_on_load=PINS, apply_default_css=False)
        name = gr.Textbox(
            label=label("name_field"),
            placeholder=label("name_hint"),
            lines=1,
            max_lines=1,
            max_length=LONGEST_NAME,
            elem_id="cq-name",
        )
        with gr.Row():
            find = gr.Button(label("name_find"), size="sm", elem_id="cq-find-all")
            save = gr.Button(label("save_csv"), size="sm", elem_id="cq-save-csv")
        places = gr.HTML(elem_id="cq-mentions", js_on_load=PINS, apply_default_css=False)
        file = gr.JSON(visible="hidden")
        quoting = context, language, quote, check, verdict
        checking = Checking.made(context, language)
        return cls(*quoting, name, find, places, save, file, checking)

    def wire(self) -> None:
        """Connect the components; what is pressed in the results opens the source viewer."""
        self.checking.wire()
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "minimal"}
        gr.on([self.check.click, self.quote.submit], self._checked, [self.quote, self.language],
              self.verdict, **common)  # fmt: skip
        gr.on([self.find.click, self.name.submit], self._found, [self.name, self.language],
              self.places, **common)  # fmt: skip
        self.save.click(
            self._table, [self.name, self.language], [self.file, self.places], **common
        ).success(None, self.file, js=SAVE, api_visibility="private", queue=False)

    def _checked(self, quote: str, language: str, request: gr.Request) -> str:
        try:
            self.context.limiter.admit(person(request))
            verdict = verify_quote(self.context.service.generation, quote)
        except CitedQAError as problem:
            return error(*problem.briefly(language), language)
        return finding_html.checked(verdict, language)

    def _mentions(self, name: str, request: gr.Request) -> Mentions:
        self.context.limiter.admit(person(request))
        return mentions(self.context.service.generation, name)

    def _found(self, name: str, language: str, request: gr.Request) -> str:
        try:
            listing = self._mentions(name, request)
        except CitedQAError as problem:
            return error(*problem.briefly(language), language)
        return finding_html.listed(listing, language)

    def _table(self, name: str, language: str, request: gr.Request) -> tuple[Any, Any]:
        """Return all places as a file for the browser to save."""
        try:
            listing = self._mentions(name, request)
        except CitedQAError as problem:
            return None, error(*problem.briefly(language), language)
        return csv_file("mentions.csv", as_csv(listing)), gr.skip()
