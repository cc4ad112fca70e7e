"""Labels that the browser translates, so that they change with its language at once."""

from __future__ import annotations

import gradio as gr
from gradio.i18n import I18nData

from language.languages import SPOKEN
from language.phrases import catalogue

# What a component of HTML with pins in it does when it is painted.
PINS = "citedQA.pins(element, watch)"


def label(key: str) -> I18nData:
    """Return a phrase for a component's label, value or placeholder."""
    return I18nData(key)


def field(key: str, hint: str, elem_id: str, *, lines: int, most: int, longest: int) -> gr.Textbox:
    """Return a field for text of *longest* characters, so high that *most* lines are in sight."""
    return gr.Textbox(
        label=label(key), placeholder=label(hint), elem_id=elem_id,
        lines=lines, max_lines=most, max_length=longest,
    )  # fmt: skip


def translations() -> gr.I18n:
    """Return all phrases as Gradio wants them."""
    return gr.I18n(**{spoken.browser: catalogue(tag) for tag, spoken in SPOKEN.items()})
