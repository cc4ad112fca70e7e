"""Short messages at the edge of the page.  Gradio renders them as HTML: they are escaped here."""

from __future__ import annotations

from html import escape

import gradio as gr

# Gradio's own titles are English.
TITLE = "cited-qa"


def tell(text: str) -> None:
    """Say that something is done."""
    gr.Info(escape(text), title=TITLE)


def warn(text: str) -> None:
    """Say that something was not done, and why."""
    gr.Warning(escape(text), title=TITLE, duration=20)


def failure(text: str) -> gr.Error:
    """Return what ends an event with a message instead of a result."""
    return gr.Error(escape(text), title=TITLE, print_exception=False)
