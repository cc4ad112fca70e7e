"""What stands before the page: limits on what is sent, and what keeps it to itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from contextlib import suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request

from api.problems import told
from corpus.errors import CitedQAError
from qa.settings import LOOPBACK, Settings
from serving.folder import may_upload
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
PROGRAMS = "/v1/", "/mcp/"  # where a token that is shown is looked at, and refused if it is wrong
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

    Gradio lets the pages of all other sites ask, as whoever looks at them.  Only those of
    ``settings.origins`` may, and as nobody: with a token or where all may ask.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._logins = Limiter(LOGINS_A_MINUTE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self._largest(scope))
        try:
            self._check(scope)
        except CitedQAError as error:
            await exchange.refuse(error)
            return
        scope = _without_cookies(scope) if _elsewhere(scope) else scope
        with suppress(ClientDisconnect):  # who is refused, or goes, reads no more
            await self._app(scope, exchange.receive, exchange.send)

    def _check(self, scope: Scope) -> None:
        """See whether a request may come in.

        Raises:
            CitedQAError: If it may not.
        """
        headers, path = dict(scope["headers"]), str(scope["path"]).rstrip("/")
        origin = _elsewhere(scope)
        if origin and origin not in self._settings.origins and not path.endswith(EMBEDDED):
            raise CitedQAError("origin_not_allowed", origin=origin)
        self._check_name(path, headers)
        if path.endswith(UPLOADS) and not path.startswith(ADDED) and not may_upload(self._settings):
            raise CitedQAError("uploads_off")
        length, limit = headers.get(b"content-length", b"0"), self._largest(scope)
        if length.isdigit() and int(length) > limit:
            raise CitedQAError("file_large", size=int(length), limit=limit)
        if path.endswith("/login") and scope["method"] == "POST":
            self._logins.admit(str((scope.get("client") or ["?"])[0]))

    def _check_name(self, path: str, headers: Mapping[bytes, bytes]) -> None:
        """See by which name the page is called, where it is open to whoever is on this machine.

        A name that somebody else lets point to this machine makes his page one of ours (DNS
        rebinding).  A token cannot be had that way, nor is one who signed in known under that name.

        Raises:
            CitedQAError: If it is none of its own.
        """
        settings = self._settings
        shows_token = b"authorization" in headers and f"{path}/".startswith(PROGRAMS)
        if shows_token or settings.auth or not settings.private:
            return
        host = headers.get(b"host", b"").decode("latin-1")
        if not _is_local(host):
            raise CitedQAError("host_unknown", host=host)

    def _largest(self, scope: Scope) -> int:
        path = str(scope["path"]).rstrip("/")
        upload = path.endswith(UPLOADS) or path.startswith(ADDED)
        return self._settings.limits.file_bytes if upload else LARGEST_BODY


def _is_local(host: str) -> bool:
    """Tell whether a host is this machine's name, or an address: nobody else can give it one."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        return name in LOOPBACK or name.endswith(".localhost") or bool(ip_address(name))
    except ValueError:  # it is no address, or not even a host
        return False


class _Exchange:
    """What is received and sent for a request, of which the body may be so large."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, largest: int) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._largest, self._seen = largest, 0
        self._begun = self._refused = False

    async def receive(self) -> Event:
        """Receive; where the body is larger than it was said to be, it is refused and ends."""
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen <= self._largest:
            return message
        if not self._begun:
            await self.refuse(CitedQAError("file_large", size=self._seen, limit=self._largest))
        return {"type": "http.disconnect"}

    async def refuse(self, error: CitedQAError) -> None:
        """Answer with an error; what the page would say is not sent any more."""
        refusal = told(Request(self._scope), error)
        await refusal(self._scope, self._receive, self.send)
        self._refused = True

    async def send(self, message: Event) -> None:
        """Send, with the headers that all replies have."""
        if self._refused:
            return
        if message["type"] == "http.response.start":
            self._begun = True
            own = [*message.get("headers", [])]
            names = {name for name, _ in own}
            message["headers"] = own + [each for each in HEADERS if each[0] not in names]
        await self._send(message)


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
