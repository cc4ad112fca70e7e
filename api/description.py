"""The OpenAPI description as programs may rely on it: problems, and who must show a token."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from api.problems import Problem

# What FastAPI would answer what is not well-formed with; we answer with a problem.
NOT_OURS = "422", ("HTTPValidationError", "ValidationError")


def described(app: FastAPI, *, closed: bool) -> None:
    """Let the description of *app* be true of it.

    Args:
        app: With all its routes.
        closed: Whether a token is needed; else it may be shown.
    """
    made = app.openapi

    def whole() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _mended(made(), closed=closed)
        return app.openapi_schema

    app.openapi = whole  # type: ignore[method-assign]


def _mended(content: dict[str, Any], *, closed: bool) -> dict[str, Any]:
    status, names = NOT_OURS
    schemas = content.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    for name in names:
        schemas.pop(name, None)
    for operations in content["paths"].values():
        for operation in operations.values():
            operation["responses"].pop(status, None)
            if operation.get("security") and not closed:
                operation["security"].append({})
    return content
