"""Where adding.js sends the files that are added, each by itself, and hears what became of it."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from corpus.errors import CitedQAError, UnreadableFileError
from language.languages import nearest_spoken
from page import adding_html
from page.original_route import signed_in
from qa.service import Service
from serving import uploads
from serving.folder import FolderError

PATH = "/add"


def adding_route(service: Service) -> Route:
    """Return the route that puts one file into the folder of documents and tells its fate."""

    async def add(request: Request) -> JSONResponse:
        asked = request.query_params
        language, path = nearest_spoken(asked.get("language", "")), asked.get("path", "")
        try:
            _admit(request)
            await _taken(request, service, path)
            told, kept = adding_html.added(path, language), 1
        except CitedQAError as problem:
            await _rest_taken(request)
            told, kept = adding_html.refused(path, problem, language), 0
        done, total, before = (_number(asked.get(name)) for name in ("done", "total", "added"))
        count = adding_html.count(done, total, before + kept, language)
        return JSONResponse({"told": told, "count": count, "added": bool(kept)})

    return Route(PATH, add, methods=["POST"])


def _admit(request: Request) -> None:
    """Let in who may see the page, from the page itself: another site's could send files too."""
    if not signed_in(request):
        raise FolderError("not_signed_in")
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise FolderError("not_allowed")


async def _taken(request: Request, service: Service, path: str) -> None:
    """Put the file that is sent into the folder as *path*, once all of it is here."""
    settings, limit = service.settings, service.settings.limits.file_bytes
    uploads.check_place(settings, path)
    size = _number(request.query_params.get("size"))
    if size > limit:
        raise UnreadableFileError("file_large", size=size, limit=limit)
    with tempfile.TemporaryDirectory() as kept:
        file = Path(kept, path.rpartition("/")[2])
        with file.open("wb") as target:
            async for piece in request.stream():
                target.write(piece)
        await run_in_threadpool(uploads.add, settings, file, path)


async def _rest_taken(request: Request) -> None:
    """Take what is still being sent: a connection that is closed meanwhile tells no reason."""
    with suppress(RuntimeError, ClientDisconnect):  # all of it was taken, or nobody sends any more
        async for _ in request.stream():
            pass


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 16 else 0
