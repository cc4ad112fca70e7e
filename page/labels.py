"""Labels that the browser translates, so that they change with its language at once."""

from __future__ import annotations

import gradio as gr
from gradio.i18n import I18nData

from language.phrases import LANGUAGES
from page.words import catalogue

# What Gradio calls our languages.
GRADIO_TAGS = {"en": "en", "fr": "fr", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}


def label(key: str) -> I18nData:
    """Return a word of the page for a component's label, value or placeholder."""
    return I18nData(key)


def translations() -> gr.I18n:
    """Return the page's words as Gradio wants them."""
    return gr.I18n(**{GRADIO_TAGS[tag]: catalogue(tag) for tag in LANGUAGES})
