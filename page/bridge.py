"""What page.js triggers: what is pressed in our own HTML, as events of one component."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

AS_THEY_ARE = "(...inputs) => inputs"


def taken(name: str, js: str = AS_THEY_ARE) -> str:
    """Return the script of an event that tells pressing.js of it, and goes on with *js*."""
    return f"async (...inputs) => citedQA.taken({name!r}, await ({js})(...inputs))"


class Bridge:
    """The events by their names, as a component of Gradio has them: ``bridge.pin(do, …)``.

    Each tells that it was taken; what does not is pressed until pressing.js gives up.  What changes
    the same is one event, that of the first name: its data say which of them it ``does``.
    """

    def __init__(self, component: gr.HTML) -> None:
        self._component = component

    def __getattr__(self, name: str) -> Callable[..., Any]:
        listen = getattr(self._component, name)

        def connected(*given: Any, js: str = AS_THEY_ARE, **named: Any) -> Any:  # noqa: ANN401
            return listen(*given, js=taken(name, js), **named)

        return connected
