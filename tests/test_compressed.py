"""The page is sent compressed, and what has a digest in its name is kept by the browser."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from page.compressed import Compressed

TEXT = "The weir was mended in 1911. " * 200


def page(_: Request) -> PlainTextResponse:
    return PlainTextResponse(TEXT)


@pytest.fixture
def client() -> TestClient:
    paths = ("/", "/assets/index-1a2b.js", "/original")
    app = Starlette(routes=[Route(path, page) for path in paths])
    app.add_middleware(Compressed)
    return TestClient(app)


@pytest.mark.parametrize(
    ("path", "encoding", "kept"),
    [("/", "gzip", False), ("/assets/index-1a2b.js", "gzip", True), ("/original", None, False)],
)
def test_what_is_sent_is_compressed_but_the_file_of_a_document(
    client: TestClient, path: str, encoding: str | None, kept: bool
) -> None:
    answer = client.get(path, headers={"accept-encoding": "gzip"})

    assert answer.text == TEXT
    assert answer.headers.get("content-encoding") == encoding
    assert ("immutable" in answer.headers.get("cache-control", "")) is kept


def test_what_is_not_there_is_not_kept(client: TestClient) -> None:
    assert "cache-control" not in client.get("/assets/gone.js").headers
