"""The part of a tab that checks a draft against the documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from page import checking_html
from page.answer_html import error
from page.context import ASKING, Context, person
from page.finding_html import busy
from page.labels import PINS, field, label
from page.saving import SAVE, csv_file
from qa.checks.draft import LONGEST
from qa.checks.report import Report
from qa.checks.table import as_csv
from serving.shared import AT_ONCE


@dataclass(frozen=True)
class Checking:
    """Its components, and what happens with them."""

    context: Context
    language: gr.Component
    draft: gr.Textbox
    check: gr.Button
    save: gr.Button
    report: gr.HTML
    file: gr.JSON  # never seen: the name, type and text on their way to the browser

    @classmethod
    def made(cls, context: Context, language: gr.Component) -> Checking:
        """Lay the part out where the caller is."""
        draft = field("check_field", "check_hint", "cq-draft", lines=4, most=16, longest=LONGEST)
        with gr.Row():
            check = gr.Button(label("check_do"), size="sm", elem_id="cq-check-text")
            save = gr.Button(label("save_csv"), size="sm", elem_id="cq-save-checked")
        report = gr.HTML(elem_id="cq-report", js_on_load=PINS, apply_default_css=False)
        return cls(context, language, draft, check, save, report, gr.JSON(visible="hidden"))

    def wire(self) -> None:
        """Connect the components; what is pressed in the results opens the source viewer."""
        common: dict[str, Any] = {
            "api_visibility": "private", "show_progress": "hidden",
            "concurrency_limit": AT_ONCE, "concurrency_id": ASKING,
        }  # fmt: skip
        given = [self.draft, self.language]
        self.check.click(self._checked, given, self.report, **common)
        self.save.click(self._table, given, [self.file, self.report], **common).success(
            None, self.file, js=SAVE, api_visibility="private", queue=False
        )

    def _report(self, draft: str, request: gr.Request) -> Report:
        self.context.limiter.admit(person(request))
        return self.context.service.check(draft, self.context.shelf.among(()))

    def _checked(self, draft: str, language: str, request: gr.Request) -> Iterator[str]:
        yield busy(language)
        try:
            report = self._report(draft, request)
        except CitedQAError as problem:
            yield error(*problem.briefly(language), language)
            return
        yield checking_html.reported(report, language)

    def _table(self, draft: str, language: str, request: gr.Request) -> Iterator[tuple[Any, Any]]:
        """Yield what was checked as a file for the browser to save, and show it too."""
        yield None, busy(language)
        try:
            report = self._report(draft, request)
        except CitedQAError as problem:
            yield None, error(*problem.briefly(language), language)
            return
        shown = checking_html.reported(report, language)
        yield csv_file("checked.csv", as_csv(report)), shown
