"""What goes to the doors for programs, and what to the page."""

from __future__ import annotations

from page.guard import App, Receive, Scope, Send

OURS = "/v1", "/mcp", "/healthz", "/metrics", "/widget", "/widget.js"


class Doors:
    """ASGI middleware: gives what is asked at our own addresses to *doors*."""

    def __init__(self, app: App, doors: App) -> None:
        self._app, self._doors = app, doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        path = str(scope.get("path", ""))
        here = any(path == own or path.startswith(f"{own}/") for own in OURS)
        await (self._doors if here else self._app)(scope, receive, send)
