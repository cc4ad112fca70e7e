"""Who asks, behind a reverse proxy: what a proxy that is named says of it, and nobody else.

``X-Forwarded-For`` is a list to which each proxy adds whom it serves, on the right; what is left
of the first that is no proxy of ours is a claim of that one (RFC 7239, section 8.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from page.guard import App, Receive, Scope, Send

if TYPE_CHECKING:
    from uvicorn._types import ASGI3Application

# Gradio believes the host and the scheme whoever sends them.
CLAIMS = b"x-forwarded-", b"forwarded"


class Proxied:
    """ASGI middleware: the client and the scheme as *proxies*, networks, tell them.

    What anybody else claims does not reach the page.
    """

    def __init__(self, app: App, proxies: Sequence[str]) -> None:
        self._app = app
        self._told = ProxyHeadersMiddleware(cast("ASGI3Application", app), list(proxies))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif (scope.get("client") or ("", 0))[0] in self._told.trusted_hosts:
            await cast("App", self._told)(scope, receive, send)
        else:
            headers = [pair for pair in scope["headers"] if not pair[0].startswith(CLAIMS)]
            await self._app({**scope, "headers": headers}, receive, send)
