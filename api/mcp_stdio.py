"""MCP over standard input and output: a program starts it, and it is that program's alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import anyio
from mcp.server.context import ServerRequestContext
from mcp.server.stdio import stdio_server

from api.access import Access, Caller
from api.mcp_server import mcp_server
from api.mcp_tools import Call
from corpus.errors import CitedQAError
from language.messages import Message
from serving.shared import Shared

# So long a call waits for documents that are being read; a client waits for a minute.
PATIENCE = 30.0
# So long the program waits for what is under way when its client has gone, in seconds.
GRACE = 10.0
OWNER = Caller("stdio")


class Opening:
    """What is to be done before the documents can be asked, done beside the conversation."""

    def __init__(
        self, shared: Shared, prepare: Callable[[], None], current: Callable[[], bool]
    ) -> None:
        """Make it.

        Args:
            shared: What is answered from.
            prepare: Reads the documents.
            current: Tells whether the index there is one of them; it may be asked meanwhile.
        """
        self._shared, self._prepare, self._current = shared, prepare, current
        self._ready, self._over = threading.Event(), False
        self._thread = threading.Thread(target=self._run, name="opening", daemon=True)
        if current():
            self._ready.set()

    def start(self) -> None:
        """Begin, in a thread of its own; the model is loaded there too."""
        self._thread.start()

    def end(self) -> None:
        """Stop what is under way: a process that ends inside a library's own thread is aborted."""
        self._over = True
        self._shared.rebuilds.cancel()
        if self._thread.is_alive():  # the input may have ended before anything began
            self._thread.join(GRACE)

    def _run(self) -> None:
        try:
            if self._ready.is_set():
                self._shared.service.warm()
            self._prepare()
        finally:
            self._ready.set()
        if not self._over:
            self._shared.service.warm()

    def wait(self) -> None:
        """Wait until the documents can be asked.

        Raises:
            CitedQAError: If that takes too long, with how far it is; or what came of it, if they
                could not be read.
        """
        rebuilds = self._shared.rebuilds
        if not self._ready.wait(PATIENCE):
            step = rebuilds.step
            stage = Message(f"stage_{step.stage or 'reading'}")
            raise CitedQAError("first_build", stage=stage, done=step.done, total=step.total)
        if isinstance(rebuilds.outcome, CitedQAError) and not self._current():
            raise rebuilds.outcome


def speak(shared: Shared, opening: Opening, language: str) -> None:
    """Answer until the input ends.

    Args:
        shared: What it answers from.
        opening: What calls wait for; it begins once we listen.
        language: Of messages.
    """
    door = Access(shared, lambda _: "")
    page = shared.service.settings.url or ""

    def calling(_: ServerRequestContext[Any, Any]) -> Call:
        return Call(door, OWNER, opening.wait, page, language)

    server = mcp_server(calling)

    async def run() -> None:
        async with stdio_server() as (heard, said):
            opening.start()
            await server.run(heard, said, server.create_initialization_options())

    try:
        anyio.run(run)
    finally:
        opening.end()
