"""Documents that users add: where, a folder of their own beside the sample, and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from page import adding_html
from page.bridge import Bridge
from page.context import Context
from page.documents_tab import Documents
from page.toasts import failure
from serving import folder

Update = dict[Any, Any]
PRESSED = ("own", "sample", "added")


@dataclass(frozen=True)
class Adding:
    """The lines in the chat and the documents tab, and the news; adding.js sends the files."""

    context: Context
    documents: Documents
    news: gr.HTML
    areas: tuple[gr.HTML, gr.HTML]

    @classmethod
    def made(cls, context: Context, documents: Documents, *parts: gr.HTML) -> Adding:
        """Connect to *parts*: the news, the area in the chat and that in the documents tab."""
        news, *areas = parts
        return cls(context, documents, news, (areas[0], areas[1]))

    def wire(self, bridge: Bridge) -> list[Any]:
        """Connect what *bridge* triggers, and return what other documents come of."""
        documents = self.documents
        inputs = [documents.chosen, documents.find, documents.language]
        shown = [documents.held, documents.table, documents.news, *self.outputs]
        common: dict[str, Any] = {
            "api_visibility": "private", "show_progress": "hidden", "concurrency_limit": None,
            # Files are added, and others deleted, while those before are still being read.
            "trigger_mode": "multiple",
        }  # fmt: skip
        return [
            bridge.added(self._read, inputs, shown, **common),
            bridge.remove(self._removed, inputs, shown, **common),
            bridge.own(self._own, inputs, shown, **common),
            bridge.sample(self._sample, inputs, shown, **common),
        ]

    @property
    def outputs(self) -> list[gr.Component]:
        """What :meth:`painted` is for."""
        return [self.news, *self.areas]

    def painted(self, language: str) -> tuple[str, ...]:
        """Return the news and the areas: nobody adds to the sample."""
        settings = self.context.service.settings
        if not folder.may_upload(settings):
            return "", "", ""
        if folder.is_sample(settings):
            offer = adding_html.over_sample(language)
            return "", offer, offer
        own = str(settings.documents) if folder.is_own(settings) else ""
        empty = self.context.shelf.empty
        shown = adding_html.area(language, empty=empty, own=own)
        return adding_html.news(language, settings.limits.file_bytes), shown, shown

    def more(self, language: str) -> str:
        """Return what adds files, for where there is little room; empty where nobody may."""
        settings = self.context.service.settings
        if not folder.may_upload(settings) or folder.is_sample(settings):
            return ""
        return adding_html.link(language)

    def _read(self, chosen: object, find: object, language: str, request: gr.Request) -> Any:  # noqa: ANN401
        """Read what was added."""
        self.documents.admit(request, language)
        yield from self._rebuilt(chosen, find, language)

    def _removed(
        self, chosen: object, find: object, language: str, event: gr.EventData, request: gr.Request
    ) -> Iterator[Update]:
        """Delete a document, and forget it."""
        self.documents.remove(str(event.document), language, request)
        yield from self._rebuilt(chosen, find, language)

    def _own(
        self, chosen: object, find: object, language: str, request: gr.Request
    ) -> Iterator[Update]:
        """Make the folder for documents of one's own, or find the one that was made."""
        yield from self._moved(folder.own, chosen, find, language, request)

    def _sample(
        self, chosen: object, find: object, language: str, request: gr.Request
    ) -> Iterator[Update]:
        """Ask the sample again."""
        yield from self._moved(folder.back, chosen, find, language, request)

    def _moved(
        self, move: Any, chosen: object, find: object, language: str, request: gr.Request,  # noqa: ANN401
    ) -> Iterator[Update]:  # fmt: skip
        self.documents.admit(request, language)
        try:
            move(self.context.service)
        except CitedQAError as problem:
            raise failure(problem.told(language)) from problem
        yield from self._rebuilt(chosen, find, language)

    def _rebuilt(self, chosen: object, find: object, language: str) -> Iterator[Update]:
        """Show what changed at once, and rebuild where there is something to read."""
        documents = self.documents
        shown = documents.painted(chosen, find, language, fresh=True)
        yield dict(zip((documents.held, documents.table, documents.news), shown, strict=True))
        yield dict(zip(self.outputs, self.painted(language), strict=True))
        if folder.has_files(self.context.service.settings):
            yield from documents.rebuilt(chosen, find, language, anew=True)
        yield dict(zip(self.outputs, self.painted(language), strict=True))
