"""Who is let in before anything is answered, and what of a body is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from page.guard import LARGEST_BODY, Guard
from qa.settings import Settings
from serving.folder import may_delete, may_upload

PATHS = ("/", "/original", "/v1/ask", "/v1/responses", "/v1/documents/new.txt", "/mcp", "/healthz")
SHARED: tuple[dict[str, Any], ...] = (
    {"proxies": ("127.0.0.1",)},
    {"root": "/answers"},
    {"url": "https://documents.example.org/"},
    {"host": "0.0.0.0"},  # noqa: S104 - of a page that others reach
)


def settings(**changed: Any) -> Settings:  # noqa: ANN401 - fields of several kinds
    return replace(Settings.from_env(), **changed)


def guarded(settings: Settings, host: str = "localhost") -> TestClient:
    """Return who asks a page that counts what it is sent, by the name *host*."""

    async def count(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    routes = [Route(path, count, methods=["GET", "POST", "PUT", "DELETE"]) for path in PATHS]
    app = Starlette(routes=routes, middleware=[Middleware(Guard, settings=settings)])
    return TestClient(app, f"http://{host}")


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_s_name_that_leads_here_opens_nothing(path: str) -> None:
    client = guarded(settings(), "rebound.example")

    for method in ("GET", "POST", "PUT", "DELETE"):
        refused = client.request(method, path, headers={"accept-language": "zh-Hant"})
        assert refused.status_code == 421
        assert "rebound.example" in refused.text
    assert client.get(path, headers={"authorization": "Bearer x"}).status_code == (
        200 if path.startswith(("/v1/", "/mcp")) else 421
    )


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:7860", "[::1]:7860", "qa.localhost:80"])
def test_this_machine_s_own_names_open_the_page(host: str) -> None:
    assert guarded(settings(), host).get("/").status_code == 200


@pytest.mark.parametrize("host", ["[::1", "", "localhost.evil.example", "x@evil.example", "a b"])
def test_what_is_no_name_of_this_machine_is_refused(host: str) -> None:
    assert guarded(settings()).get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("shared", [*SHARED, {"auth": Path("users")}])
def test_a_page_that_others_reach_or_sign_in_to_goes_by_any_name(shared: dict[str, Any]) -> None:
    assert guarded(settings(**shared), "qa.example").get("/").status_code == 200


@pytest.mark.parametrize("shared", SHARED)
def test_where_others_reach_the_page_nobody_adds_or_deletes_unless_it_is_allowed(
    shared: dict[str, Any],
) -> None:
    reached = settings(**shared)

    assert not reached.private
    assert not may_upload(reached)
    assert not may_delete(reached)
    assert may_upload(replace(reached, uploads=True))
    assert may_upload(settings(url="http://localhost:7860/"))


def test_a_body_that_is_larger_than_was_said_is_refused_as_one_that_says_so() -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(9):
            yield b" " * (LARGEST_BODY // 8)

    client = guarded(settings())
    for content in (b" " * (LARGEST_BODY + 1), pieces()):
        refused = client.post("/v1/ask", content=content, headers={"accept-language": "fr"})
        assert (refused.status_code, refused.json()["status"]) == (413, 413)
        assert refused.headers["content-type"] == "application/problem+json"
        assert "octets" in refused.json()["detail"]
    assert client.post("/v1/ask", content=b" " * LARGEST_BODY).text == str(LARGEST_BODY)


def test_who_speaks_openai_is_refused_in_its_shape() -> None:
    client = guarded(settings())
    elsewhere = {"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}

    refused = client.post("/v1/responses", headers=elsewhere)
    assert refused.status_code == 403
    assert "elsewhere.example" in refused.json()["error"]["message"]
    assert client.post("/v1/ask", headers=elsewhere).json()["type"].endswith("origin_not_allowed")
