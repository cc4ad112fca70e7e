"""The conversation in the browser's storage: whose it is, and what it holds."""

from __future__ import annotations

from typing import Any

import gradio as gr

from page.conversation import Turns, restored, saved

# The storage is its user's own; both only find it again after a restart of the program.
STORAGE_KEY, SECRET = "cited-qa.conversation", "cited-qa"


def turns_of(kept: object, request: gr.Request) -> Turns:
    """Return the conversation that the browser keeps, if it is that of who is signed in."""
    if not isinstance(kept, dict) or kept.get("user") != (request.username or ""):
        return ()
    return restored(kept.get("turns"))


def keeping(turns: Turns, request: gr.Request) -> dict[str, Any]:
    """Return what the browser is to keep of *turns*."""
    return {"user": request.username or "", "turns": saved(turns)}
