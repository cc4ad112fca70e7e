"""What the browser's storage keeps: the conversation, what was taken out of it, what to ask."""

from __future__ import annotations

from typing import Any

import gradio as gr

from page.choosing import MOST_CHOSEN
from page.conversation import Turns, restored, saved

# The storage is its user's own; these only find it again after a restart of the program.
STORAGE_KEY, CHOSEN_KEY, SECRET = "cited-qa.conversation", "cited-qa.only", "cited-qa"


def turns_of(kept: object, request: gr.Request) -> Turns:
    """Return the conversation that the browser keeps, if it is that of who is signed in."""
    return restored(_of(kept, "turns", request))


def taken_out(kept: object, request: gr.Request) -> Turns:
    """Return the conversation as it was before turns were replaced or removed; else nothing."""
    return restored(_of(kept, "before", request))


def _of(kept: object, key: str, request: gr.Request) -> object:
    if not isinstance(kept, dict) or kept.get("user") != (request.username or ""):
        return None
    return kept.get(key)


def keeping(turns: Turns, request: gr.Request, before: Turns = ()) -> dict[str, Any]:
    """Return what the browser is to keep: *turns*, and what they were *before* some were lost."""
    return {"user": request.username or "", "turns": saved(turns), "before": saved(before)}


def paths_of(kept: object) -> list[str]:
    """Return the paths of the documents to ask that the browser keeps; none is all of them."""
    paths = kept if isinstance(kept, list) else []
    return [path for path in paths if isinstance(path, str)][:MOST_CHOSEN]
