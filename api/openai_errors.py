"""Errors in the shape that OpenAI's clients read, so that they raise what their users know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi.responses import JSONResponse

# Addresses that answer in OpenAI's shapes.
PLACES = (
    "/v1/models", "/v1/vector_stores", "/v1/files", "/v1/responses", "/v1/chat",
    # Where there is nothing; what its clients ask for there is refused so that they can tell it.
    "/v1/completions", "/v1/embeddings", "/v1/moderations", "/v1/images", "/v1/audio",
    "/v1/assistants", "/v1/threads", "/v1/conversations", "/v1/uploads", "/v1/batches",
)  # fmt: skip
TYPES = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}
# By what clients know them.
CODES = {
    "token_wrong": "invalid_api_key", "not_signed_in": "invalid_api_key",
    "too_many_requests": "rate_limit_exceeded",
}  # fmt: skip


def speaks_openai(path: str) -> bool:
    """Tell whether what is asked at an address is answered in OpenAI's shapes."""
    return any(path == own or path.startswith(f"{own}/") for own in PLACES)


def openai_error(
    status: int, code: str, detail: str, extra: Mapping[str, Any] | None, headers: dict[str, str]
) -> JSONResponse:
    """Return a problem as OpenAI tells it; what cannot be done is a bad request there."""
    status = 400 if status == 422 else status
    error = {
        "message": detail,
        "type": error_type(status),
        "code": CODES.get(code, code),
        "param": _param(extra),
    }
    return JSONResponse({"error": error}, status, headers)


def error_type(status: int) -> str:
    """Return what OpenAI calls errors of a status."""
    return TYPES.get(status, "server_error" if status >= 500 else "invalid_request_error")


def _param(extra: Mapping[str, Any] | None) -> str | None:
    """Return the field that is wrong first: ``tools.0.filters``."""
    wrong = (extra or {}).get("errors") or []
    return wrong[0]["pointer"].removeprefix("/body").strip("/").replace("/", ".") if wrong else None
