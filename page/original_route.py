"""Where the file itself is fetched, by who may see the page: a download, never shown as a page."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from api.problems import language_of
from corpus.errors import CitedQAError
from language.messages import Message
from serving.originals import Originals
from serving.shelf import Shelf

PATH = "/original"
# Whatever the file is, it is saved; should a browser show it, nothing in it runs or is loaded.
HEADERS = {
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'self'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
}


def address(path: str, page: int = 0) -> str:
    """Return where the file of a document is fetched, relative to the page, and its *page*.

    What opens a PDF goes to a page that its address names (RFC 8118).
    """
    at = f"#page={page}" if page else ""
    return f"{PATH.removeprefix('/')}?{urlencode({'document': path})}{at}"


def original_route(shelf: Shelf, originals: Originals) -> Route:
    """Return the route that gives the file of a document of the current index as a download."""

    def original(request: Request) -> Response:
        path = request.query_params.get("document", "")
        try:
            if not signed_in(request):
                return _refused(request, 401, Message("not_signed_in"))
            document = shelf.source(path)
            if document is None:
                return _refused(request, 404, Message("not_there"))
            content = originals.content(document)
        except CitedQAError as error:
            return _refused(request, 409, error.message)
        name = quote(document.path.rpartition("/")[2], safe="")
        disposition = {"content-disposition": f"attachment; filename*=UTF-8''{name}"}
        headers = HEADERS | disposition
        return Response(content, media_type="application/octet-stream", headers=headers)

    return Route(PATH, original, methods=["GET"])


def signed_in(request: Request) -> bool:
    """Tell whether who asks may see the page: its own check, as Gradio makes it for its routes."""
    return user_of(request.app, request) is not None


def user_of(app: Any, request: Request) -> str | None:  # noqa: ANN401 - Gradio's, which has no types
    """Return who is signed in; empty where the page is open to all, None for who is not."""
    if app.auth is None and app.auth_dependency is None:
        return ""
    names = (f"access-token-{app.cookie_id}", f"access-token-unsecure-{app.cookie_id}")
    tokens = (app.tokens.get(request.cookies.get(name)) for name in names)
    return next((str(user) for user in tokens if user is not None), None)


def _refused(request: Request, status: int, reason: Message) -> Response:
    language = language_of(request)
    return JSONResponse({"detail": reason.told(language)}, status)
