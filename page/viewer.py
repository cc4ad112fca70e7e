"""The source viewer beside the chat: opens a citation, or a document's passages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from corpus.documents import Document
from corpus.errors import CitedQAError
from language.phrases import phrase
from page import viewer_html
from page.answer_html import error
from page.bridge import Bridge
from page.context import Context
from page.conversation import Turns
from page.document_overview import overview_of
from page.keeping import turns_of
from page.source import BESIDE, shown, stored
from page.viewer_html import Quoted
from qa.answers import Citation
from serving.links import digest
from serving.originals import Original, page_at, page_span

VIEWED = ("cite", "preview", "overview", "close")
VIEW = "citedQA.view(element, watch)"


@dataclass(frozen=True, slots=True)
class Begin:
    """Where in a document a reader wants to be: at the quote, at an offset, or on a page."""

    at: int = -1
    page: int = 0

    def offset(self, document: Document) -> int:
        """Return where the text begins that is shown; -1 for the quote."""
        if not self.page:
            return self.at
        # A window begins with the line after the one in which it is told to.
        return max(0, page_span(document, self.page)[0] - 1)

    def leaf(self, document: Document) -> int:
        """Return the page that is shown; 0 for that of the quote."""
        return self.page or (page_at(document, self.at) if self.at >= 0 else 0)


@dataclass(frozen=True)
class Viewer:
    """The column of the viewer; it is not there until something is opened."""

    context: Context
    language: gr.Component
    saved: gr.BrowserState
    opened: gr.State  # what was pressed to open it
    column: gr.Column
    html: gr.HTML

    @classmethod
    def made(cls, context: Context, language: gr.Component, saved: gr.BrowserState) -> Viewer:
        """Lay the viewer out where the caller is."""
        with gr.Column(scale=2, min_width=320, visible=False, elem_id="cq-viewer") as column:
            html = gr.HTML(js_on_load=VIEW, apply_default_css=False)
        return cls(context, language, saved, gr.State({}), column, html)

    @property
    def inputs(self) -> list[gr.Component]:
        """What :meth:`again` needs."""
        return [self.opened, self.saved, self.language]

    def wire(self, bridge: Bridge) -> None:
        """Connect the viewer; *bridge* triggers what is pressed."""
        common: dict[str, Any] = {
            "outputs": [self.opened, self.column, self.html], "api_visibility": "private",
            "show_progress": "hidden", "queue": False,
        }  # fmt: skip
        bridge.cite(self._open, [self.saved, self.language], **common)

    def _open(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        if event.does == "close":
            return {}, gr.update(visible=False), ""
        html = self.again(event._data, kept, language, request)
        return event._data, gr.update(visible=True), html

    def again(
        self, opened: dict[str, Any], kept: object, language: str, request: gr.Request
    ) -> str:
        """Return what *opened* says as HTML: a citation of the conversation, or a document.

        Args:
            opened: ``turn`` and ``number`` of a citation, ``also`` for another of its places; or
                the path of a ``document``, with ``start`` and ``end`` of what is found in it and
                a ``quote``, the digest of what a link is to; or that of an ``overview``; ``at`` or
                ``page``, where to begin.  From the browser.
            kept: The conversation in the browser.
            language: Of the page.
            request: Whose it is.
        """
        if not opened:
            return ""
        try:
            if "overview" in opened:
                return overview_of(self.context, str(opened["overview"]), language)
            begin = Begin(int(opened.get("at", -1)), int(opened.get("page", 0)))
            if "document" in opened:
                return self._preview(opened, begin, language)
            return self._cited(opened, turns_of(kept, request), begin, language)
        except CitedQAError as problem:
            return viewer_html.failed(error(*problem.briefly(language), language), language)
        except (LookupError, ValueError):  # not from our own page
            told = error(phrase("not_there", language), "", language)
            return viewer_html.failed(told, language)

    def _cited(self, opened: dict[str, Any], turns: Turns, begin: Begin, language: str) -> str:
        answer = {turn.id: turn.answer for turn in turns}[str(opened["turn"])]
        if answer is None:
            raise LookupError(opened["turn"])
        number, also = int(opened["number"]), int(opened.get("also", 0))
        citation = answer.shown[number - 1]
        if also:
            citation = self._elsewhere(citation, also)
        quoted = Quoted(citation, answer.generation, str(opened["turn"]), number, also)
        try:
            document, passages, note = self.context.shelf.cited(answer, citation)
        except LookupError:
            gone = replace(quoted, note="gone")
            return viewer_html.viewer(stored(citation), gone, Original(), language)
        quote = citation.start, citation.end
        original = self.context.originals.seen(document, begin.leaf(document), quote)
        window = shown(document, passages, quote, begin.offset(document), original.outline)
        return viewer_html.viewer(window, replace(quoted, note=note), original, language)

    def _preview(self, opened: dict[str, Any], begin: Begin, language: str) -> str:
        """Return a document of the current generation at what is found in it, or as it begins."""
        path = str(opened["document"])
        there = self.context.shelf.document(path)
        if there is None:
            raise LookupError(path)
        document, passages = there
        length = len(document.source)
        start, end = (min(max(int(opened.get(at, 0)), 0), length) for at in ("start", "end"))
        quote, note = (start, max(start, end)), ""
        linked = str(opened.get("quote", ""))
        if linked and linked != digest(document.source[start:end]):
            quote, note = (0, 0), "link_changed"  # nothing is marked that the link was not to
            begin = begin if begin.page else Begin(max(begin.at, start - BESIDE, 0))
        at = begin.offset(document)
        if at < 0 and quote[0] == quote[1]:
            at = 0
        original = self.context.originals.seen(document, begin.leaf(document), quote)
        window = shown(document, passages, quote, at, original.outline)
        return viewer_html.viewer(window, None, original, language, note)

    def _elsewhere(self, citation: Citation, also: int) -> Citation:
        """Return the citation of the same words in another place."""
        place = citation.also_in[also - 1]
        here = self.context.shelf.document(place.document)
        if here is None:
            return citation
        document, _ = here
        part = document.part_at(place.start)
        return replace(
            citation,
            document=place.document,
            title=document.title,
            sha256=document.sha256,
            start=place.start,
            end=place.end,
            quote=document.source[place.start : place.end],
            part=(part.kind, part.name) if part else None,
            page=int(part.name) if part and part.kind == "page" else None,
            date=None,
        )
