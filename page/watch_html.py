"""Watched questions as HTML: which changed, with the old quote and the new one; all is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from page.sources_html import phrased
from page.watched import Seen, Watched


def watch_marks(watched: Sequence[Watched]) -> str:
    """Return which questions are watched, for the script that presses the stars of answers."""
    keys = " ".join(each.key for each in watched)
    return f'<span hidden data-stars="{escape(keys)}"></span>'


def asking(done: int, total: int, language: str) -> str:
    """Return how far it is that watched questions are asked again."""
    told = phrased("watch_asking", language)
    pace = phrased("pace", language, done=done, total=total)
    return (
        f'<div class="cq-notice" role="status"><label>{told} '
        f'<progress class="cq-asking" value="{done}" max="{total}"></progress> {pace}</label></div>'
    )


def changes(watched: Sequence[Watched], language: str, unchanged: int = 0) -> str:
    """Return the watched questions whose answer changed, and how many others were asked again."""
    items = "".join(_item(each, language) for each in watched if each.now)
    same = (
        f'<p class="cq-notice" role="status">'
        f"{phrased('watch_unchanged', language, count=unchanged)}</p>"
        if unchanged
        else ""
    )
    if not items:
        return same
    told = phrased("watch_news", language)
    return (
        f'<section class="cq-notice cq-changed" role="status"><h2>{told}</h2>'
        f'<ul class="cq-watched">{items}</ul></section>{same}'
    )


def listed(watched: Sequence[Watched], language: str) -> str:
    """Return all watched questions with what became of each."""
    if not watched:
        return ""
    items = "".join(_item(each, language) for each in watched)
    return f'<h2>{phrased("watched", language)}</h2><ul class="cq-watched">{items}</ul>'


def _item(watched: Watched, language: str) -> str:
    key = watched.key
    quotes = _quote("watch_new", watched.now, language) if watched.now else ""
    before = "watch_old" if watched.now else "watch_known"
    quotes = _quote(before, watched.known, language) + quotes
    note = _button("noticed", key, language) if watched.now else ""
    return (
        f'<li><p class="cq-title" dir="auto">{escape(watched.question)}</p>'
        f'<p class="cq-note">{phrased(watched.change, language)}</p>{quotes}'
        f'<p class="cq-steps">{note}{_button("unwatch", key, language)}</p></li>'
    )


def _button(action: str, key: str, language: str) -> str:
    return (
        f'<button type="button" class="cq-button" data-do="{action}" data-key="{key}">'
        f"{phrased(action, language)}</button> "
    )


def _quote(key: str, seen: Seen, language: str) -> str:
    label = f'<p class="cq-note">{phrased(key, language)}</p>'
    if not seen.quote:
        return f"{label}<p>{phrased('declined', language)}</p>"
    title = (
        f'<button type="button" class="cq-link" data-do="preview" '
        f'data-document="{escape(seen.document)}" data-start="{seen.start}" '
        f'data-end="{seen.end}"><bdi>{escape(seen.title)}</bdi></button>'
        if key != "watch_old"
        else f"<bdi>{escape(seen.title)}</bdi>"
    )
    return (
        f'{label}<blockquote class="cq-quote" lang="{escape(seen.language)}" dir="auto">'
        f'{escape(seen.quote)}</blockquote><p class="cq-place">{title}</p>'
    )
