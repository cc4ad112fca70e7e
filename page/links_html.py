"""Links to a quote as HTML: the one to this page, which is copied, and the one to the web."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from page.sources_html import phrased
from serving.links import text_fragment


def link_button(link: str, language: str) -> str:
    """Return the button that copies *link*, which is relative to the page."""
    return (
        f'<button type="button" class="cq-button" data-do="copy" '
        f'data-done="{phrased("copied", language)}" data-link="{escape(link)}">'
        f"{phrased('link', language)}</button>"
    )


def on_the_web(address: str, words: str, language: str) -> str:
    """Return the link to the page that a document says it is from, at *words* where there are any.

    Its host is told, so that nobody is led where he did not want to go.
    """
    link = text_fragment(address, words) if words.strip() else address
    host = urlsplit(address).hostname or ""
    return (
        f'<a class="cq-original cq-web" href="{escape(link)}" target="_blank" '
        f'rel="noopener noreferrer nofollow">{phrased("on_the_web", language, host=host)}</a>'
    )
