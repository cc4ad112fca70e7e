"""The list of conversations as HTML.  Titles come from users: everything is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from language.phrases import phrase, quoted, written
from page.conversations import Summary
from page.sources_html import phrased, with_button

SIGN_OUT = "logout?all_session=false"  # Gradio's route
ICONS = {
    "rename": "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
    "delete_conversation": "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
    "copy_link": (
        "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"
    ),
}


@dataclass(frozen=True, slots=True)
class Listed:
    """What the panel tells."""

    summaries: Sequence[Summary]  # the latest first
    current: str = ""  # the id of the one that is open
    find: str = ""  # what was searched for
    aside: int = 0  # how many could not be read
    server: bool = False  # whether they are kept on the server
    user: str = ""  # who is signed in
    dropped: Sequence[str] = ()  # names of those that went to make room
    missing: bool = False  # whether one was asked for that is not there
    unread: int = 0  # turns of the one that was opened that could not be read


def head(language: str) -> str:
    """Return what stands above the search: what this is, how to close it, how to begin another."""
    close = phrased("close_panel", language)
    return (
        f"<header><h2>{phrased('conversations', language)}</h2>"
        f'<button type="button" class="cq-close" data-do="shut" aria-label="{close}" '
        f'title="{close}">×</button></header>'
        f'<button type="button" class="cq-button cq-new" data-do="new">'
        f"{phrased('new', language)}</button>"
        f'<p class="cq-notice" id="cq-full" role="status" hidden>'
        f"{phrased('storage_full', language)}</p>"
    )


def refused(language: str) -> str:
    """Return what page.js shows where something was too large to be sent."""
    buttons = "".join(
        f'<button type="button" class="cq-button" data-refused="{action}">'
        f"{phrased('too_large_' + action, language)}</button> "
        for action in ("save", "new")
    )
    return (
        f'<p class="cq-notice" id="cq-refused" role="alert" hidden>'
        f"{phrased('too_large', language)} {buttons}</p>"
    )


def panel(listed: Listed, language: str) -> str:
    """Return the list with what is to be told above it, and what was deleted last."""
    there = [each for each in listed.summaries if not each.deleted and each.matches]
    items = "".join(_item(each, listed, language) for each in there)
    empty = "no_conversation_found" if listed.find.strip() else "no_conversations"
    shown = f'<ul class="cq-kept">{items}</ul>' if items else _told(phrased(empty, language))
    where = "kept_on_server" if listed.server else "kept_in_browser"
    return (
        f'<div role="status">{"".join(_notices(listed, language))}</div>{shown}'
        f'<p class="cq-note">{phrased(where, language)}{_account(listed.user, language)}</p>'
    )


def _account(user: str, language: str) -> str:
    """Return who is signed in, and the way out on this device."""
    if not user:
        return ""
    name = phrased("signed_in", language, user=f"\u2068{user}\u2069")
    return f' {name} <a href="{SIGN_OUT}">{phrased("sign_out", language)}</a>'


def _notices(listed: Listed, language: str) -> list[str]:
    notices = []
    if listed.missing:
        key = "conversation_missing" if listed.server else "conversation_elsewhere"
        notices.append(_heed(phrased(key, language)))
    if listed.unread:
        notices.append(_heed(phrased("turns_aside", language, count=listed.unread)))
    if listed.aside:
        text = phrased("conversations_aside", language, count=listed.aside)
        saved = text if listed.server else with_button(text, "aside", "save_aside", language)
        notices.append(_told(saved))
    for name in listed.dropped:
        made = phrase("conversation_dropped", language, title=quoted(name, language))
        notices.append(_heed(escape(made)))
    deleted = next((each for each in listed.summaries if each.deleted), None)
    if deleted:
        notices.append(_deleted(deleted, language))
    return notices


def _heed(html: str) -> str:
    """Return what is told in an open panel: conversations.js opens it."""
    return f'<p class="cq-notice cq-heed">{html}</p>'


def _told(html: str) -> str:
    return f'<p class="cq-notice">{html}</p>'


def _deleted(summary: Summary, language: str) -> str:
    text = escape(phrase("conversation_deleted", language, title=quoted(summary.name, language)))
    return _told(
        f'{text} <button type="button" class="cq-button" data-do="restore" '
        f'data-conversation="{escape(summary.id)}">{phrased("undo_delete", language)}</button>'
    )


def _item(summary: Summary, listed: Listed, language: str) -> str:
    """Return a conversation: its name, which opens it, and what can be done with it."""
    key = escape(summary.id)
    current = ' aria-current="true"' if summary.id == listed.current else ""
    when = written(summary.changed[:10], language)
    size = "question_one" if summary.count == 1 else "question_many"
    count = phrase(size, language, count=summary.count)
    field = phrased("conversation_title", language)
    tools = [
        _tool("naming", "rename", summary, language),
        _tool("forget", "delete_conversation", summary, language),
    ]
    if listed.server:
        tools.insert(0, _link(summary, language))
    return (
        f'<li{current}><button type="button" class="cq-open" data-do="open" '
        f'data-conversation="{key}"{current}><bdi>{escape(summary.name)}</bdi>'
        f'<span class="cq-when">{escape(when)} · {escape(count)}</span></button>'
        f'<form hidden><input aria-label="{field}" maxlength="80" value="{escape(summary.name)}">'
        f'<button type="button" data-do="rename" data-conversation="{key}" hidden></button></form>'
        f'<span class="cq-tools">{"".join(tools)}<span role="status"></span></span></li>'
    )


def _tool(action: str, key: str, summary: Summary, language: str, more: str = "") -> str:
    name = phrased(key, language, title=quoted(summary.name, language))
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{ICONS[key]}"/></svg>'
    return (
        f'<button type="button" class="cq-tool" data-do="{action}" '
        f'data-conversation="{escape(summary.id)}" aria-label="{name}" title="{name}"{more}>'
        f"{icon}</button>"
    )


def _link(summary: Summary, language: str) -> str:
    done = phrased("copied", language)
    more = f' data-link="#/conversation/{escape(summary.id)}" data-done="{done}"'
    return _tool("copy", "copy_link", summary, language, more)
