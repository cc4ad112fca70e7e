"""What stands before the page: limits on what is sent, and what keeps it to itself."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any

from corpus.errors import CitedQAError
from language.languages import accepted
from language.messages import Message
from serving.limiter import Limiter

Scope = MutableMapping[str, Any]
Event = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# A question travels with the conversation that the browser keeps; the list of conversations with
# one of them too, beside what was taken out of it.
LARGEST_BODY = 8_000_000  # bytes
LOGINS_A_MINUTE = 10
UPLOADS = "/upload", "/add"  # Gradio's route, and ours
EMBEDDED = "/widget.js"  # what any site may load
DOORS = "/v1/", "/widget/"  # where the page itself never asks
ADDED = "/v1/documents/"  # a program's files; who may add them is seen there
# Gradio needs inline script and eval; nothing on the page may speak to another machine.
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)


class Guard:
    """ASGI middleware: refuses bodies too large, uploads that are off, hasty logins, other sites.

    Gradio lets the pages of all other sites ask, as whoever looks at them.  Only those of *origins*
    may, and as nobody: with a token or where all may ask.
    """

    def __init__(
        self, app: App, uploads: bool, upload_bytes: int, origins: Collection[str] = ()
    ) -> None:
        self._app, self._origins = app, origins
        self._uploads, self._upload_bytes = uploads, upload_bytes
        self._logins = Limiter(LOGINS_A_MINUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            status, reason = refusal
            header = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
            await _refuse(send, status, reason.told(accepted(header)))
        else:
            scope = _without_cookies(scope) if _elsewhere(scope) else scope
            await self._app(scope, _limited(receive, self._largest(scope)), _with_headers(send))

    def _refusal(self, scope: Scope) -> tuple[int, Message] | None:
        path = str(scope["path"]).rstrip("/")
        origin = _elsewhere(scope)
        if origin and origin not in self._origins and not path.endswith(EMBEDDED):
            return 403, Message("origin_not_allowed", {"origin": origin})
        if path.endswith(UPLOADS) and not path.startswith(ADDED) and not self._uploads:
            return 403, Message("uploads_off")
        length = dict(scope["headers"]).get(b"content-length", b"0")
        limit = self._largest(scope)
        if length.isdigit() and int(length) > limit:
            return 413, Message("file_large", {"size": int(length), "limit": limit})
        if path.endswith("/login") and scope["method"] == "POST":
            try:
                self._logins.admit(str((scope.get("client") or ["?"])[0]))
            except CitedQAError as error:
                return 429, error.message
        return None

    def _largest(self, scope: Scope) -> int:
        path = str(scope["path"]).rstrip("/")
        upload = path.endswith(UPLOADS) or path.startswith(ADDED)
        return self._upload_bytes if upload else LARGEST_BODY


def _elsewhere(scope: Scope) -> str:
    """Return the origin of the other site whose page asks; empty where none does.

    What merely leads here, a link or a picture, has no origin; browsers say which site asks.
    """
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    origin, site = str(headers.get(b"origin", "")), headers.get(b"sec-fetch-site")
    if site is None and str(scope["path"]).startswith(DOORS):
        # An old browser, or a host without TLS; behind a proxy the page's own may have another.
        return "" if origin.partition("//")[2] == headers.get(b"host") else origin
    return "" if site in (None, "none", "same-origin") else origin


def _without_cookies(scope: Scope) -> Scope:
    return {**scope, "headers": [each for each in scope["headers"] if each[0] != b"cookie"]}


def _limited(receive: Receive, largest: int) -> Receive:
    """Return *receive* that ends the body where it is larger than it was said to be."""
    seen = 0

    async def limited() -> Event:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > largest else message

    return limited


def _with_headers(send: Send) -> Send:
    async def sent(message: Event) -> None:
        if message["type"] == "http.response.start":
            own = [*message.get("headers", [])]
            names = {name for name, _ in own}
            message["headers"] = own + [each for each in HEADERS if each[0] not in names]
        await send(message)

    return sent


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = json.dumps({"detail": reason}).encode()
    headers = [(b"content-type", b"application/json"), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
