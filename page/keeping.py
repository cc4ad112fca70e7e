"""What the browser's storage keeps: the conversation, what was taken out of it, what to ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr

from page.conversation import Turns, restored, saved
from page.conversations import Conversation, new_id
from serving.choosing import MOST_CHOSEN

# The storage is its user's own; these only find it again after a restart of the program.
STORAGE_KEY, CHOSEN_KEY, SECRET = "cited-qa.conversation", "cited-qa.only", "cited-qa"


def turns_of(kept: object, request: gr.Request) -> Turns:
    """Return the conversation that the browser keeps, if it is that of who is signed in."""
    return restored(_of(kept, "turns", request))


def taken_out(kept: object, request: gr.Request) -> Turns:
    """Return the conversation as it was before turns were replaced or removed; else nothing."""
    there = {turn.id: turn for turn in turns_of(kept, request)}
    before = _of(kept, "before", request)
    turns = (
        (there.get(each),) if isinstance(each, str) else restored([each])
        for each in (before if isinstance(before, list) else [])
    )
    return tuple(turn for several in turns for turn in several if turn)


def went_on_from(kept: object, request: gr.Request) -> bool:
    """Tell whether the conversation goes on from another, which was full."""
    return bool(_of(kept, "went_on", request))


def _of(kept: object, key: str, request: gr.Request) -> object:
    if not isinstance(kept, dict) or kept.get("user") != (request.username or ""):
        return None
    return kept.get(key)


def keeping(
    turns: Turns, kept: object, request: gr.Request, before: Turns = (), *, went_on: bool = False
) -> dict[str, Any]:
    """Return what the browser is to keep.

    Args:
        turns: The conversation as it is now.
        kept: What the browser kept of it until now; nothing where another begins.
        request: Whose it is.
        before: What the turns were, where some of them were replaced or put away.
        went_on: Whether they go on from a conversation that was full.
    """
    shown = {turn.id for turn in turns}
    gone = [turn.id for turn in turns_of(kept, request) if turn.id not in shown]
    name = id_of(kept, request) or (new_id() if turns else "")
    content: dict[str, Any] = {"user": request.username or "", "id": name, "gone": gone}
    content["went_on"] = bool(turns) and (went_on or went_on_from(kept, request))
    # What is there still is told by its id.
    lost = [turn.id if turn.id in shown else saved((turn,))[0] for turn in before]
    return {**content, "turns": saved(turns), "before": lost}


def anothers(kept: object, request: gr.Request) -> bool:
    """Tell whether the browser keeps what is of somebody else than who is signed in now."""
    return isinstance(kept, dict) and bool(kept) and kept.get("user") != (request.username or "")


def id_of(kept: object, request: gr.Request) -> str:
    """Return the id of the conversation that the browser keeps; it has one once it has a turn."""
    return str(_of(kept, "id", request) or "")


def gone_from(kept: object, request: gr.Request) -> list[str]:
    """Return the ids of the turns that the page had in the conversation and has no more."""
    gone = _of(kept, "gone", request)
    lost = [turn.id for turn in taken_out(kept, request)]
    return [*lost, *(str(turn) for turn in (gone if isinstance(gone, list) else []))]


def conversation_of(
    kept: object, name: str, documents: Sequence[str], request: gr.Request
) -> Conversation:
    """Return what the browser keeps as a conversation with the id *name*, nothing left out."""
    turns = _of(kept, "turns", request)
    rows = turns if isinstance(turns, list) else []
    whole = tuple(turn if isinstance(turn, dict) else {} for turn in rows)
    return Conversation(name, whole, tuple(documents))


def paths_of(kept: object) -> list[str]:
    """Return the paths of the documents to ask that the browser keeps; none is all of them."""
    paths = kept if isinstance(kept, list) else []
    return [path for path in paths if isinstance(path, str)][:MOST_CHOSEN]
