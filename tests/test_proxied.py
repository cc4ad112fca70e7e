"""Who asks, behind a reverse proxy: over real sockets, with the server that the program starts."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from language.languages import LANGUAGES
from page.guard import LOGINS_A_MINUTE
from page.proxied import Proxied
from qa.settings import Settings, SettingsError, believe_no_proxy_unnamed
from tests.servers import served

ROOT = Path(__file__).parents[1]
OTHER = "203.0.113.7"


def told(request: Request) -> JSONResponse:
    """Answer with what the page would know of who asks."""
    claims = {name: value for name, value in request.headers.items() if "forwarded" in name}
    client = request.client.host if request.client else ""
    return JSONResponse({"client": client, "scheme": request.url.scheme, "claims": claims})


@contextmanager
def telling(proxies: Sequence[str]) -> Iterator[Callable[..., dict[str, object]]]:
    """Serve :func:`told` as Gradio serves the page; yield what asks it with some headers."""
    believe_no_proxy_unnamed()
    guarded = [Middleware(Proxied, proxies=proxies)]
    app = Starlette(routes=[Route("/", told)], middleware=guarded)
    listening = socket.create_server(("127.0.0.1", 0))
    port = int(listening.getsockname()[1])
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))  # as gradio.http_server
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()

    def ask(*headers: tuple[str, str]) -> dict[str, object]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.putrequest("GET", "/")
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders()
        reply: dict[str, object] = json.load(connection.getresponse())
        connection.close()
        return reply

    try:
        yield ask
    finally:
        server.should_exit = True
        thread.join(20)


def test_what_an_address_claims_that_is_no_proxy_changes_nothing() -> None:
    with telling(()) as ask:
        reply = ask(
            ("X-Forwarded-For", OTHER),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "elsewhere.example"),
            ("Forwarded", f"for={OTHER};proto=https"),
        )

    assert reply == {"client": "127.0.0.1", "scheme": "http", "claims": {}}


def test_another_network_that_is_believed_makes_nobody_else_so() -> None:
    with telling(("10.0.0.0/8", "::1/128")) as ask:
        assert ask(("X-Forwarded-For", OTHER))["client"] == "127.0.0.1"


@pytest.mark.parametrize(
    ("claimed", "client"),
    [
        ([OTHER], OTHER),
        (["198.51.100.1, 203.0.113.7"], OTHER),  # the first is what the client claims
        (["198.51.100.1", "203.0.113.7"], OTHER),  # two headers are one list
        (["198.51.100.1, 203.0.113.7, 10.1.2.3"], OTHER),  # over a second proxy of ours
        (["10.9.9.9, 203.0.113.7"], OTHER),  # a client that claims to be a proxy
        (["2001:db8::7"], "2001:db8::7"),
        ([], "127.0.0.1"),
    ],
)
def test_of_what_a_proxy_says_the_last_that_is_no_proxy_is_the_client(
    claimed: list[str], client: str
) -> None:
    with telling(("127.0.0.1/32", "10.0.0.0/8")) as ask:
        headers = [("X-Forwarded-For", value) for value in claimed]
        reply = ask(*headers, ("X-Forwarded-Proto", "https"))

    assert (reply["client"], reply["scheme"]) == (client, "https")


def test_the_page_counts_sign_ins_by_address_whatever_it_claims_to_be(tmp_path: Path) -> None:
    assert 429 in _statuses(tmp_path)


def test_behind_a_proxy_that_is_named_the_page_counts_sign_ins_of_each_client(
    tmp_path: Path,
) -> None:
    assert set(_statuses(tmp_path, CITED_QA_PROXIES="127.0.0.1")) == {400}


def _statuses(folder: Path, **settings: str) -> list[int]:
    """Return how the real server answers wrong passwords, each from another claimed address."""
    (folder / "corpus").mkdir()
    users = folder / "users"
    line = [sys.executable, "-m", "cli.main", "password", "mei"]
    made = subprocess.run(
        line, input="s3cret-s3cret\n", cwd=ROOT, text=True, check=True, stdout=subprocess.PIPE
    )
    users.write_text(made.stdout)
    with served(folder / "corpus", folder / "index", "--auth", str(users), **settings) as port:
        return [_signed_in(port, f"198.51.100.{n}") for n in range(2 * LOGINS_A_MINUTE)]


def _signed_in(port: int, claimed: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    form = {"content-type": "application/x-www-form-urlencoded", "x-forwarded-for": claimed}
    connection.request("POST", "/login", "username=mei&password=wrong", form)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize(
    ("value", "networks"),
    [
        ("", ()),
        ("127.0.0.1", ("127.0.0.1/32",)),
        (" 10.1.2.3/8 , ::1,", ("10.0.0.0/8", "::1/128")),
    ],
)
def test_proxies_are_addresses_or_networks(
    value: str, networks: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_PROXIES", value)

    assert Settings.from_env().proxies == networks


@pytest.mark.parametrize("value", ["*", "proxy.example", "10.0.0.0/40", "127.0.0.1 10.0.0.1"])
def test_what_is_neither_is_told_with_an_example(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_PROXIES", f"127.0.0.1,{value}")

    with pytest.raises(SettingsError) as raised:
        Settings.from_env()

    for language in LANGUAGES:
        message = raised.value.message.told(language)
        assert value in message
        assert "CITED_QA_PROXIES=127.0.0.1,10.0.0.0/8" in message


@pytest.mark.parametrize(
    ("value", "root"), [("", ""), ("/", ""), ("answers", "/answers"), ("/a/b.c/", "/a/b.c")]
)
def test_the_path_of_the_page_begins_with_a_slash_and_ends_without(
    value: str, root: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_ROOT", value)

    assert Settings.from_env().root == root


@pytest.mark.parametrize("value", ["/a b", "/a//b", '/"', "https://a.example/b", "/é"])
def test_what_is_no_path_of_a_page_is_told(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITED_QA_ROOT", value)

    with pytest.raises(SettingsError, match="CITED_QA_ROOT"):
        Settings.from_env()


def test_uvicorn_believes_nobody_whatever_its_own_variable_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")

    with telling(()) as ask:
        assert ask(("X-Forwarded-For", OTHER))["client"] == "127.0.0.1"

    assert not os.environ["FORWARDED_ALLOW_IPS"]  # noqa: TID251
