"""What is sent is compressed; files whose names tell their content are kept by the browser."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware

from page.guard import App, Event, Receive, Scope, Send
from page.original_route import PATH

# Bytes from which on it is worth while, and how hard it is tried: 9 takes three times as long.
LEAST, LEVEL = 1_000, 5
# Gradio's scripts and style sheets have a digest in their names.
DIGESTED = "/assets/"
KEPT = (b"cache-control", b"public, max-age=31536000, immutable")


class Compressed:
    """ASGI middleware: Gradio compresses its scripts, not the page and what it fetches."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._compressed = GZipMiddleware(app, LEAST, LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; a document's own file goes as it is."""
        path = str(scope.get("path", "")).rstrip("/")
        if scope["type"] != "http" or path.endswith(PATH):
            await self._app(scope, receive, send)
        else:
            await self._compressed(scope, receive, _keeping(send) if DIGESTED in path else send)


def _keeping(send: Send) -> Send:
    async def sent(message: Event) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            message["headers"] = [*message.get("headers", []), KEPT]
        await send(message)

    return sent
