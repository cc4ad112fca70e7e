"""MCP at /mcp of the page's port: streamable HTTP, each request by itself.

No session is kept, so that any of several processes can answer.
"""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit

from mcp.server.context import ServerRequestContext
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from api.access import Access, Caller
from api.mcp_server import mcp_server
from api.mcp_tools import Call
from api.problems import RefusedError, language_of


class McpDoor:
    """Lets callers in as /v1 does, and hands what they say to the server."""

    def __init__(self, access: Access) -> None:
        self._access = access
        # Whom we answer is seen in `_checked`: the SDK knows neither tokens nor proxies.
        unchecked = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        self.manager = StreamableHTTPSessionManager(
            mcp_server(self._calling), json_response=True, stateless=True,
            security_settings=unchecked,
        )  # fmt: skip

    @property
    def route(self) -> Route:
        """Where it is; what is not sent there but asked for, as a stream, is refused."""
        return Route("/mcp", endpoint=self, methods=["POST"], include_in_schema=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request.

        Raises:
            RefusedError: If it may not come in.
        """
        request = Request(scope)
        caller = self._access.caller(request.headers.get("authorization"), request)
        self._checked(caller, request)
        request.state.caller = caller
        await self.manager.handle_request(scope, receive, send)

    def _checked(self, caller: Caller, request: Request) -> None:
        """Refuse a page of another site that acts for whoever looks at it.

        Raises:
            RefusedError: If it is one.
        """
        if caller.token:
            return
        url = self._access.shared.service.settings.url or ""
        own = {request.headers.get("host"), urlsplit(url).netloc}
        origin = request.headers.get("origin")
        elsewhere = request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
        if elsewhere or (origin and (urlsplit(origin).netloc or None) not in own):
            raise RefusedError("not_allowed")

    def _calling(self, context: ServerRequestContext[Any, Any]) -> Call:
        request = cast("Request", context.request)
        caller: Caller = request.state.caller
        language = language_of(request)
        return Call(
            self._access, caller, lambda: self._access.admit(caller), self._access.page(request),
            language,
        )  # fmt: skip
