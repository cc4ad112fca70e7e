"""What stands before the page: limits on what is sent, and headers that keep it to itself."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
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
    """ASGI middleware: refuses bodies that are too large, uploads that are off, hasty logins."""

    def __init__(self, app: App, uploads: bool, upload_bytes: int) -> None:
        self._app = app
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
            await self._app(scope, _limited(receive, self._largest(scope)), _with_headers(send))

    def _refusal(self, scope: Scope) -> tuple[int, Message] | None:
        path = str(scope["path"]).rstrip("/")
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
            message["headers"] = [*message.get("headers", []), *HEADERS]
        await send(message)

    return sent


async def _refuse(send: Send, status: int, reason: str) -> None:
    body = json.dumps({"detail": reason}).encode()
    headers = [(b"content-type", b"application/json"), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
