"""Errors as problem details (RFC 9457): what is wrong, and what repairs it, in one's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from api.fields import wrong_fields
from api.openai_errors import openai_error, speaks_openai
from corpus.errors import CitedQAError, CorpusError
from index.errors import IndexDamagedError, IndexLockedError, IndexNotBuiltError
from language.languages import accepted
from language.messages import Message
from serving.folder import FolderError
from serving.limiter import TooManyError
from serving.shelf import NothingAskedError
from serving.turns import BusyError

SOON = "5"  # seconds after which who was turned away may try again
MEDIA_TYPE = "application/problem+json"
# By what went wrong, the first that is met; else 422: the request is well-formed, and says what
# cannot be done.
STATUS_OF_KIND: tuple[tuple[type[CitedQAError], int], ...] = (
    (TooManyError, 429),
    (BusyError, 503),
    (NothingAskedError, 409),
    (IndexNotBuiltError, 503),
    (IndexDamagedError, 503),
    (CorpusError, 503),
    (IndexLockedError, 409),
)
STATUS_OF_CODE = {
    "not_signed_in": 401, "token_wrong": 401, "not_allowed": 403, "token_read_only": 403,
    "token_elsewhere": 403, "widget_token_writes": 403, "host_unknown": 421, "not_held": 404,
    "not_there": 404, "store_unknown": 404, "file_unknown": 404, "model_unknown": 404,
    "no_such_page": 404, "upload_exists": 409, "upload_same": 409, "sample": 409,
    "original_gone": 409, "original_changed": 409, "in_archive": 409, "pin_gone": 409,
    "file_large": 413, "original_busy": 503, "origin_not_allowed": 403, "uploads_off": 403,
}  # fmt: skip


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, Any]] | None = None


# What the routing itself says.
HTTP = {404: "no_address", 405: "no_method"}

RESPONSES: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "What is wrong with the request, and what repairs it.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    },
    "5XX": {
        "description": "What is wrong here, and what repairs it.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    },
}


class RefusedError(CitedQAError):
    """The request is refused, whatever it asks."""

    short = ""


def status_of(error: CitedQAError) -> int:
    """Return the HTTP status that an error has."""
    if error.message.code in STATUS_OF_CODE:
        return STATUS_OF_CODE[error.message.code]
    for kind, status in STATUS_OF_KIND:
        if isinstance(error, kind):
            return status
    return 403 if isinstance(error, FolderError) else 422


def again_after(error: CitedQAError) -> dict[str, str]:
    """Return the header that says when to try again, for who asks too often or is one too many."""
    if isinstance(error, TooManyError):
        return {"retry-after": str(error.message.values["seconds"])}
    return {"retry-after": SOON} if isinstance(error, BusyError) else {}


def language_of(request: Request) -> str:
    """Return the language in which who asks wants to be spoken to."""
    return accepted(request.headers.get("accept-language", ""))


def problem(
    request: Request, status: int, code: str, detail: str, extra: Mapping[str, Any] | None = None
) -> JSONResponse:
    """Return a response that tells a problem."""
    language = language_of(request)
    title = Message(f"http_{status // 100}").told(language)
    content = {"type": f"urn:cited-qa:problem:{code}", "title": title, "status": status}
    headers = {"content-language": language}
    if status == 401:
        headers["www-authenticate"] = "Bearer"
    if speaks_openai(request.scope["path"]):
        return openai_error(status, code, detail, extra, headers)
    return JSONResponse(
        {**content, "detail": detail, **(extra or {})}, status, headers, media_type=MEDIA_TYPE
    )


def methods_at(app: FastAPI, path: str) -> set[str]:
    """Return the methods that there are for an address."""
    paths = app.openapi()["paths"].items()
    there = (methods for template, methods in paths if compile_path(template)[0].match(path))
    return {method.upper() for methods in there for method in methods}


def told(request: Request, error: CitedQAError) -> JSONResponse:
    """Return a response that tells an error of the program's own."""
    detail = error.told(language_of(request))
    response = problem(request, status_of(error), error.message.code, detail)
    response.headers.update(again_after(error))
    return response


def tell_problems(app: FastAPI) -> None:
    """Let *app* answer every error with problem details."""
    app.exception_handler(CitedQAError)(told)

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> JSONResponse:
        wrong = [
            {"pointer": f"/{place}", "detail": told}
            for place, told in wrong_fields(error.errors(), language_of(request))
        ]
        detail = "; ".join(f"{each['pointer']}: {each['detail']}" for each in wrong)
        return problem(request, 400, "request", detail, {"errors": wrong})

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> JSONResponse:
        values = {
            "path": request.url.path, "method": request.method, "reason": str(error.detail),
        }  # fmt: skip
        message = Message(HTTP.get(error.status_code, "http_refused"), values)
        detail = message.told(language_of(request))
        response = problem(request, error.status_code, "http", detail)
        response.headers.update(error.headers or {})
        if error.status_code == 405:  # each route knows its own method only
            known = sorted(methods_at(app, request.url.path))
            response.headers["allow"] = ", ".join(known) or response.headers.get("allow", "")
        return response

    @app.exception_handler(Exception)
    def lost(request: Request, error: Exception) -> JSONResponse:
        message = Message("request_failed", {"kind": type(error).__name__})
        return problem(request, 500, "failed", message.told(language_of(request)))
