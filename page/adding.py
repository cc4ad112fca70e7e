"""Documents that users add: where to drop them, and a folder of their own beside the sample."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import phrase
from page import documents_html, folder
from page.context import Context
from page.documents_tab import Documents
from page.labels import label
from page.toasts import failure, tell, warn

Update = dict[Any, Any]


def area(name: str, height: int) -> gr.File:
    """Lay out where files are dropped; it is not there until it is known that they may be."""
    return gr.File(
        label=label("upload"), file_count="multiple", visible=False, elem_id=name, height=height
    )


@dataclass(frozen=True)
class Adding:
    """The areas of the chat and of the documents, and what is said above the chat."""

    context: Context
    documents: Documents
    offer: gr.HTML
    areas: tuple[gr.File, gr.File]

    def wire(self, bridge: gr.HTML) -> None:
        """Connect the areas; *bridge* triggers what is pressed."""
        documents = self.documents
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        shown = [documents.held, documents.table, documents.news, *self.outputs]
        for dropped in self.areas:
            inputs = [dropped, documents.chosen, documents.find, documents.language]
            dropped.upload(self._added, inputs, shown, concurrency_limit=None, **common)
        bridge.own(self._own, documents.language, self.outputs, **common)

    @property
    def outputs(self) -> list[gr.Component]:
        """What :meth:`painted` is for."""
        return [self.offer, *self.areas]

    def painted(self, language: str) -> tuple[Any, ...]:
        """Return what is offered, and the areas: nobody adds to the sample."""
        settings = self.context.service.settings
        sample, may = folder.is_sample(settings), folder.may_upload(settings)
        offer = documents_html.offer(language, sample=sample, empty=self._empty) if may else ""
        shown = gr.update(visible=may and not sample, value=None)
        return offer, shown, shown

    @property
    def _empty(self) -> bool:
        """Whether nothing can be asked yet."""
        return not self.context.shelf.now.generation

    def _own(self, language: str, request: gr.Request) -> tuple[Any, ...]:
        """Make the folder for documents of one's own, or find the one that was made."""
        self.documents.admit(request, language)
        try:
            place = folder.own(self.context.service)
        except CitedQAError as problem:
            raise failure(problem.told(language)) from problem
        tell(phrase("own_made", language, folder=str(place)))
        return self.painted(language)

    def _added(
        self, files: list[str] | None, chosen: object, find: object, language: str,
        request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        """Take the files into the folder, and read them."""
        self.documents.admit(request, language)
        added = [self._add(file, language) for file in map(Path, files or [])]
        yield dict.fromkeys(self.areas)
        if any(added):
            yield from self.documents.rebuilt(chosen, find, language)
        yield dict(zip(self.outputs, self.painted(language), strict=True))

    def _add(self, file: Path, language: str) -> bool:
        try:
            name = folder.add(self.context.service.settings, file)
        except CitedQAError as problem:
            why = problem.told(language)
            warn(phrase("not_uploaded", language, path=file.name, reason=why))
            return False
        finally:
            file.unlink(missing_ok=True)  # everybody could fetch what Gradio keeps
        tell(phrase("uploaded", language, path=name))
        return True
