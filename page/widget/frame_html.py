"""The page in the widget's frame as HTML: where people ask, and a source around its quote."""

from __future__ import annotations

from html import escape

from language.phrases import language_name
from page.source import Shown
from page.sources_html import phrased
from page.viewer_html import head, reading
from qa.understanding import LONGEST_QUESTION
from serving.links import source_link

SCHEMES = ("light", "dark")  # else that of whoever looks at it
# What the script says itself, by the attribute of the page that holds it.
SAID = {
    "you": "you",
    "answer": "answer",
    "searching": "searching",
    "offline": "widget_offline",
    "retry": "retry",
}


def frame(language: str, scheme: str) -> str:
    """Return the page in *language*; nothing of it is inline, as its policy demands."""
    words = "".join(f' data-{name}="{phrased(key, language)}"' for name, key in SAID.items())
    shade = f' data-scheme="{scheme}"' if scheme in SCHEMES else ""
    title, new, close = (phrased(key, language) for key in ("widget_ask", "new", "widget_close"))
    return (
        f'<!doctype html><html lang="{escape(language)}"{shade}><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title}</title>'
        f'<link rel="stylesheet" href="widget/frame.css">'
        f'<script src="widget/frame.js" defer></script></head><body{words}>'
        f'<header id="head"><h1 id="title">{title}</h1>'
        f'<button type="button" id="new" hidden title="{new}">{new}</button>'
        f'<button type="button" id="close" hidden aria-label="{close}" title="{close}">×</button>'
        f"</header>{_conversation(language)}{_composer(language)}"
        f'<div id="source" hidden></div></body></html>'
    )


def _conversation(language: str) -> str:
    return (
        f'<main id="talk" tabindex="-1"><div id="welcome"><h2>{phrased("welcome", language)}</h2>'
        f"<p>{phrased('tagline', language)}</p><p>{phrased('question_hint', language)}</p></div>"
        f'<div id="log" role="log" aria-label="{phrased("conversation", language)}"></div></main>'
    )


def _composer(language: str) -> str:
    name = phrased("question", language)
    return (
        f'<form id="ask"><textarea id="question" rows="1" maxlength="{LONGEST_QUESTION}" '
        f'dir="auto" enterkeyhint="send" aria-label="{name}" placeholder="{name}">'
        f'</textarea><button type="submit" id="send">{phrased("send", language)}</button>'
        f'<button type="button" id="stop" hidden>{phrased("stop", language)}</button></form>'
    )


def source(shown: Shown, language: str, *, elsewhere: bool) -> str:
    """Return what is *shown* of a document, its quote marked.

    Args:
        shown: The text around the quote.
        language: Of the widget.
        elsewhere: Whether who asks may open the page of the program too.
    """
    start, end = shown.quote
    words = "".join(piece.text for piece in shown.source if piece.quoted)
    link = (
        f' <a href="./{escape(source_link(shown.path, start, end, words))}" target="_blank" '
        f'rel="noopener">{phrased("widget_whole", language)}</a>'
        if elsewhere
        else ""
    )
    name = phrased("source", language)
    return (
        f'<section class="cq-view" tabindex="-1" aria-label="{name}">'
        f"{head(shown.title, shown.language, language)}"
        f'<p class="cq-about"><code><bdi>{escape(shown.path)}</bdi></code> <span class="cq-badge">'
        f"{escape(language_name(shown.language, language))}</span>{link}</p>"
        f'<div class="cq-pages" tabindex="0" role="region" aria-label="{escape(shown.title)}">'
        f'<div class="cq-reading">{reading(shown.reading, "", language)}</div></div></section>'
    )
