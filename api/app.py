"""The doors for programs as one application, which stands beside the page on its port."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from api import asking, documents, health, rebuilding
from api.access import Access, SignedIn
from api.description import described
from api.mcp_http import McpDoor
from api.problems import tell_problems
from serving.shared import Shared

DESCRIPTION = """Ask a collection of documents; every answer is quoted word for word from them.

Offsets are half-open and count Unicode code points of a document's source text:
`quote == source[start:end]`.  Errors are problem details (RFC 9457), in the language of
`Accept-Language`."""


def api_app(shared: Shared, signed_in: SignedIn) -> FastAPI:
    """Return the application.

    Args:
        shared: What it answers from.
        signed_in: Tells who has come in through the page.
    """
    access = Access(shared, signed_in)
    mcp = McpDoor(access)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with mcp.manager.run():
            yield

    app = FastAPI(
        title="cited-qa",
        version=version("cited-qa"),
        description=DESCRIPTION,
        openapi_url="/v1/openapi.json",
        docs_url=None,  # these load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.access = access
    tell_problems(app)
    for router in (asking.router, documents.router, rebuilding.router):
        app.include_router(router, prefix="/v1")
    app.include_router(health.router)
    app.router.routes.append(mcp.route)
    described(app, closed=shared.service.settings.auth is not None)
    return app
