"""The conversation as HTML.  Questions come from users: everything is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.status import Holding
from language.phrases import listing, quoted
from page.answer_html import error, rendered
from page.conversation import Turn
from page.sources_html import phrased, with_button
from page.watched import key_of
from qa.presentation import presented
from serving.choosing import asked_of
from serving.now import Now

# Titles named where only some documents are asked.
NAMED = 3
THUMB = (
    "M7 10v11H3V10zl4-8c1.7 0 2.6 1.2 2.2 2.8L12.5 9H19a2 2 0 0 1 2 2.3l-1.3 8a2 2 0 0 1-2 1.7H7"
)
ICONS = {
    "retry": "M20 11A8 8 0 1 0 18 17M20 4v7h-7",
    "edit": "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
    "like": THUMB,
    "watch": "M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z",
    "dislike": THUMB,  # the style sheet turns it round
}


def conversation(
    turns: Sequence[Turn],
    language: str,
    now: Now,
    suggested: Sequence[str],
    *,
    state: str = "",
    lost: int = 0,
    went_on: bool = False,
) -> str:
    """Return the log of a conversation; in an empty one, questions to begin with.

    Args:
        turns: In order; one without an answer or an error is being answered.
        language: Of the page.
        now: What the index holds now.
        suggested: Questions to begin with.
        state: A key of the phrases: what is being done for the last turn.
        lost: How many turns there were, where some were replaced or put away.
        went_on: Whether it goes on from another, which was full.
    """
    entries = "".join(_turn(turn, language, now, state) for turn in turns)
    log = (
        f'<div class="cq-log" role="log" aria-label="{phrased("conversation", language)}">'
        f"{entries}</div>"
    )
    if went_on:
        log = f'<p class="cq-notice">{phrased("conversation_full", language)}</p>{log}'
    log += _lost(lost, replaced=bool(turns), language=language) if lost else ""
    return log if turns else log + _welcome(language, suggested)


def _lost(count: int, *, replaced: bool, language: str) -> str:
    """Return that turns are gone, and how to get them back."""
    told = phrased("replaced" if replaced else "put_away", language, count=count)
    return _notice("undo", told, "undo", language)


def editing(language: str) -> str:
    """Return what the question that is typed will do, and how not to."""
    return _notice("keep", phrased("editing", language), "keep", language)


def _notice(action: str, told: str, key: str, language: str) -> str:
    return f'<p class="cq-asked" role="status">{with_button(told, action, key, language)}</p>'


def _welcome(language: str, suggested: Sequence[str]) -> str:
    buttons = "".join(
        f'<li><button type="button" class="cq-suggestion" data-do="suggest" dir="auto" '
        f'data-question="{escape(question)}">{escape(question)}</button></li>'
        for question in suggested
    )
    examples = f"<p>{phrased('suggestions', language)}</p><ul>{buttons}</ul>" if suggested else ""
    return (
        f'<div class="cq-welcome"><h2>{phrased("welcome", language)}</h2>'
        f"<p>{phrased('tagline', language)}</p>{examples}</div>"
    )


def _turn(turn: Turn, language: str, now: Now, state: str) -> str:
    if turn.answer:
        reply = rendered(turn.answer, turn.id, now, turn.created)
    elif turn.error:
        message, _, details = turn.error.partition("\n")
        reply = error(message, details, language)
    else:
        reply = (
            f'<div class="cq-answer cq-pending" role="status">'
            f'<span class="cq-dots" aria-hidden="true"></span>{phrased(state, language)}'
            f'<span class="cq-next">{phrased("next", language)}</span></div>'
        )
    waiting = not (turn.answer or turn.error)
    return (
        f'<div class="cq-turn" data-id="{escape(turn.id)}">'
        f'<div class="cq-question"><span class="cq-unseen">{phrased("you", language)} </span>'
        f'<p dir="auto">{escape(turn.question)}</p></div>'
        f'<div class="cq-reply"><span class="cq-unseen">{phrased("answer", language)}: </span>'
        f"{reply}{'' if waiting else _tools(turn, language)}</div></div>"
    )


def _tools(turn: Turn, language: str) -> str:
    tools = [_tool(key, key, turn.id, language) for key in ("retry", "edit")]
    if turn.answer:
        for key, liked in (("like", True), ("dislike", False)):
            pressed = str(turn.liked is liked).lower()
            state = f' data-liked="{str(liked).lower()}" aria-pressed="{pressed}"'
            tools.append(_tool("rate", key, turn.id, language, state))
        question = presented(turn.answer).understood or turn.answer.question
        star = f' data-star="{key_of(question)}" aria-pressed="false"'
        if turn.answer.kind != "talk":
            tools.append(_tool("watch", "watch", turn.id, language, star))
    return f'<div class="cq-tools">{"".join(tools)}</div>'


def _tool(action: str, key: str, turn: str, language: str, state: str = "") -> str:
    name = phrased(key, language)
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{ICONS[key]}"/></svg>'
    return (
        f'<button type="button" class="cq-tool" data-do="{action}" data-turn="{escape(turn)}" '
        f'aria-label="{name}" title="{name}"{state}>{icon}</button>'
    )


def asked(chosen: Sequence[str], holding: Holding, language: str, more: str = "") -> str:
    """Return how many of the documents are asked, and which where it is not all of them.

    Args:
        chosen: The paths of documents and folders to ask; all if there is none.
        holding: All documents.
        language: Of the page.
        more: HTML of what adds others.
    """
    there = (row for row in holding.rows if row.passages is not None and row.state != "removed")
    titles = {row.path: row.title for row in there}
    if not titles:
        return ""
    if not chosen:
        told = phrased("asked_all", language, count=len(titles))
        return f'<p class="cq-asked-of">{told} {more}</p>'
    # A folder is called by its path.
    names = [quoted(titles.get(path, path), language) for path in chosen[:NAMED]]
    text = phrased(
        "asked_some",
        language,
        chosen=len(asked_of(chosen, list(titles))),
        count=len(titles),
        titles=listing(names, language) + ("…" if len(chosen) > NAMED else ""),
    )
    shown = with_button(f"<bdi>{text}</bdi>", "all", "ask_all", language)
    return f'<p class="cq-asked-of cq-some">{shown}</p>'
