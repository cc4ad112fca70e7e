"""Kept quotes as a page of HTML that stands by itself: nothing is loaded, nothing runs in it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from page.citation_forms import reference
from page.sources_html import phrased
from qa.evidence.pinned import Pinned

STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;line-height:1.6;"
    "font-family:system-ui,sans-serif;color-scheme:light dark}"
    "blockquote{margin:1.5rem 0 .4rem;padding-inline-start:1rem;"
    "border-inline-start:3px solid #6366f1;white-space:pre-line}"
    "ol{overflow-wrap:anywhere;font-size:.9em;padding-inline-start:1.5rem}"
    "p{white-space:pre-line}li:target{background:#fde68a55}"
)


def as_html(pins: Sequence[Pinned], language: str) -> str:
    """Return *pins* as a document: quotes with their notes, and a numbered list of sources."""
    title = phrased("basket", language)
    quotes = "".join(_quote(number, pinned) for number, pinned in enumerate(pins, start=1))
    sources = "".join(
        _source(number, pinned, language) for number, pinned in enumerate(pins, start=1)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>"
        f"{quotes}<h2>{phrased('sources', language)}</h2><ol>{sources}</ol></main></body></html>\n"
    )


def _quote(number: int, pinned: Pinned) -> str:
    cited = pinned.citation
    note = f'<p dir="auto">{escape(pinned.note)}</p>' if pinned.note else ""
    return (
        f'<blockquote id="quote-{number}" lang="{escape(cited.language)}" dir="auto">'
        f'{escape(cited.text)} <a href="#source-{number}">[{number}]</a></blockquote>{note}\n'
    )


def _source(number: int, pinned: Pinned, language: str) -> str:
    source = reference(pinned.citation, pinned.accessed, language)
    return f'<li id="source-{number}"><bdi>{escape(source)}</bdi></li>\n'
