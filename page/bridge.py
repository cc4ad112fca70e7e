"""What page.js triggers: what is pressed in our own HTML, as events of one component."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr


def taken(name: str, js: str = "(...inputs) => inputs") -> str:
    """Return the script of an event that tells pressing.js of it, and goes on with *js*."""
    return f"async (...inputs) => citedQA.taken({name!r}, await ({js})(...inputs))"


class Bridge:
    """The events by their names, as a component of Gradio has them: ``bridge.pin(do, …)``."""

    def __init__(self, component: gr.HTML) -> None:
        self._component = component

    def __getattr__(self, name: str) -> Callable[..., Any]:
        listen = getattr(self._component, name)

        def connected(*given: Any, js: str = taken(name), **named: Any) -> Any:  # noqa: ANN401
            return listen(*given, js=js, **named)

        return connected
