"""A new conversation, and the one there is given away as a file; the server keeps none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from page.conversation import as_document, as_json
from page.keeping import turns_of
from page.labels import label

SAVE = "(file) => citedQA.save(file)"


@dataclass(frozen=True)
class Exports:
    """The buttons under the conversation."""

    new: gr.Button
    markdown: gr.Button
    json: gr.Button
    file: gr.JSON  # never seen: the name, type and text on their way to the browser

    @classmethod
    def made(cls) -> Exports:
        """Lay the buttons out where the caller is."""
        with gr.Row(elem_id="cq-conversation"):
            new, markdown, plain = (
                gr.Button(label(key), size="sm", min_width=120)
                for key in ("new", "export_markdown", "export_json")
            )
        return cls(new, markdown, plain, gr.JSON(visible="hidden"))

    def wire(self, saved: gr.BrowserState, language: gr.Component) -> None:
        """Connect the exports; the browser makes the file."""
        quick: dict[str, Any] = {
            "api_visibility": "private", "show_progress": "hidden", "queue": False,
        }  # fmt: skip
        for button, export in ((self.markdown, _markdown), (self.json, _json)):
            button.click(export, [saved, language], self.file, **quick).then(
                None, self.file, js=SAVE, **quick
            )


def _markdown(kept: object, language: str, request: gr.Request) -> list[str]:
    return ["cited-qa.md", "text/markdown", as_document(turns_of(kept, request), language)]


def _json(kept: object, _language: str, request: gr.Request) -> list[str]:
    return ["cited-qa.json", "application/json", as_json(turns_of(kept, request))]
