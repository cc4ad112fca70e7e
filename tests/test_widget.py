"""The widget: who may show it, what its page may load, and what it gives to whom."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from api.app import api_app
from language.languages import LANGUAGES
from page.guard import POLICY, Guard
from page.widget import asking, assets
from page.widget.asking import remembered
from qa.answers import Answer
from qa.service import Service
from qa.settings import Settings, SettingsError
from serving.shared import Shared
from tests.conftest import built_of
from tests.doors import bearer
from tests.hostile import MARKUP

SITE, OTHER = "https://news.example", "https://evil.example"
TEXTS = {
    "en/mill.md": "# The mill\n\nThe old mill of Harrow Bend was rebuilt in 1874. It has 12 sails.",
    "fr/moulin.txt": "Le moulin d’Aubrac fut construit en 1832. Il compte quatre ailes.",
    "zh/水车.txt": "兰溪水车建于1561年，高16米。",
    "zh/水車.txt": "霧峰水車於1903年完工,直徑8公尺,現由農會管理。",
    "en/markup.txt": MARKUP,
}
QUESTIONS = [
    ("en", "When was the mill of Harrow Bend rebuilt?", "1874"),
    ("fr", "Quand le moulin d’Aubrac fut-il construit ?", "1832"),
    ("zh-Hans", "兰溪水车有多高？", "16米"),
    ("zh-Hant", "霧峰水車的直徑是多少?", "8公尺"),
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(TEXTS, tmp_path_factory.mktemp("widget"))


@pytest.fixture
def shared(service: Service) -> Shared:
    return Shared(service)


def client_of(shared: Shared, user: str | None = "") -> TestClient:
    app = api_app(shared, lambda _: user)
    for widget in (assets, asking):
        app.include_router(widget.router)
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def client(shared: Shared) -> TestClient:
    return client_of(shared)


def events(body: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for part in body.strip().split("\n\n"):
        name, data = part.split("\n", 1)
        yield name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("", ()),
        ("https://www.Example.org, http://localhost:8000",
         ("https://www.example.org", "http://localhost:8000")),
        ("https://a.example:443,http://b.example:80,https://a.example",
         ("https://a.example", "http://b.example")),
        ("http://[::1]:8000,https://xn--bcher-kva.example",
         ("http://[::1]:8000", "https://xn--bcher-kva.example")),
    ],
)  # fmt: skip
def test_origins_are_kept_as_browsers_send_them(
    monkeypatch: pytest.MonkeyPatch, value: str, origins: tuple[str, ...]
) -> None:
    monkeypatch.setenv("CITED_QA_ORIGINS", value)

    assert Settings.from_env().origins == origins


@pytest.mark.parametrize(
    "value",
    [
        "news.example", "*", "https://*.news.example", "https://news.example/", "ftp://news.example",
        "https://news.example/page", "https://anna@news.example", "https://news.example:0",
        "https://news.example:99999", "https://bücher.example", "https://a.example; script-src *",
        "https://a.example https://b.example", "null", "https://",
    ],
)  # fmt: skip
def test_what_is_no_origin_is_refused_in_every_language(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CITED_QA_ORIGINS", f"{SITE},{value}")

    with pytest.raises(SettingsError) as refused:
        Settings.from_env()

    told = {refused.value.told(language) for language in LANGUAGES}
    assert len(told) == len(LANGUAGES)
    assert all(repr(value.lower()) in each for each in told)


def test_only_the_sites_that_are_named_may_put_the_page_into_a_frame(service: Service) -> None:
    settings = replace(service.settings, origins=(SITE, "http://localhost:8000"))
    client = client_of(Shared(Service(settings)))

    policy = client.get("/widget").headers["content-security-policy"]

    assert policy.endswith(f"frame-ancestors 'self' {SITE} http://localhost:8000")


def test_the_page_in_the_frame_has_nothing_inline_and_its_policy_allows_none(
    client: TestClient,
) -> None:
    for language in LANGUAGES:
        reply = client.get("/widget", params={"language": language, "scheme": "dark"})

        assert f'<html lang="{language}" data-scheme="dark">' in reply.text
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=)", reply.text)
        policy = reply.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert policy.endswith("frame-ancestors 'self'")


def test_what_an_address_says_of_language_and_scheme_never_stands_in_the_page(
    client: TestClient,
) -> None:
    reply = client.get("/widget", params={"language": '"><b>', "scheme": '"><b>'})

    assert reply.status_code == 200
    assert "<b>" not in reply.text
    assert '<html lang="en">' in reply.text


def test_the_script_loads_on_any_site_and_says_its_words_in_every_language(
    client: TestClient,
) -> None:
    reply = client.get("/widget.js")

    assert reply.headers["content-type"].startswith("text/javascript")
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    for words in ("Ask the documents", "Interroger les documents", "向文档提问", "向文件提問"):
        assert words in reply.text


@pytest.mark.model
@pytest.mark.parametrize(("language", "question", "answer"), QUESTIONS)
def test_a_question_is_answered_step_by_step_with_its_sources(
    client: TestClient, language: str, question: str, answer: str
) -> None:
    reply = client.post("/widget/ask", json={"question": question, "language": language})
    *stages, (name, news) = events(reply.text)

    assert [stage for stage, _ in stages] == ["stage"] * len(stages)
    assert stages
    assert name == "answer"
    assert answer in news["html"]
    assert news["before"] == question
    place = news["sources"][0]
    shown = client.get("/widget/source", params=place, headers={"accept-language": language})
    assert answer in re.findall(r"<mark>(.*?)</mark>", shown.text)[0]


@pytest.mark.model
def test_what_a_document_says_is_text_in_the_answer_and_in_its_source(client: TestClient) -> None:
    question = "How many times did the Zanzibar clock strike in 1899?"
    reply = client.post("/widget/ask", json={"question": question, "language": "en"})
    news = list(events(reply.text))[-1][1]
    shown = client.get("/widget/source", params=news["sources"][0])

    for html in (news["html"], shown.text):
        assert "&lt;script&gt;alert(1)" in html
        assert not re.search(r"<(script|img|iframe|b|object)\b", html)


@pytest.mark.model
def test_a_source_is_shown_only_while_it_is_what_was_quoted(client: TestClient) -> None:
    place: dict[str, str | int] = {"document": "fr/moulin.txt", "start": 0, "end": 9}
    place |= {"sha256": "0" * 64}

    for params, status in ((place, 409), ({**place, "document": "fr/autre.txt"}, 404)):
        reply = client.get("/widget/source", params=params, headers={"accept-language": "fr"})
        assert reply.status_code == status
        assert reply.headers["content-language"] == "fr"


@pytest.mark.model
def test_a_page_with_passwords_is_asked_with_a_token_that_may_only_read(shared: Shared) -> None:
    client = client_of(shared, None)
    question = {"question": QUESTIONS[0][1], "language": "en"}
    french = {"accept-language": "fr"}

    nobody = client.post("/widget/ask", json=question, headers=french)
    writes = client.post("/widget/ask", json=question, headers=bearer(shared, "w") | french)
    reads = client.post("/widget/ask", json=question, headers=bearer(shared, "r", read_only=True))
    among = bearer(shared, "f", read_only=True, among=("fr",))
    other = client.post("/widget/ask", json=question, headers=among)
    place: dict[str, str | int] = {"document": "en/mill.md", "start": 0, "end": 9}

    assert nobody.status_code == 401
    assert writes.status_code == 403
    assert "--read-only" in writes.json()["detail"]
    assert "1874" in list(events(reads.text))[-1][1]["html"]
    assert "1874" not in other.text
    assert client.get("/widget/source", params=place, headers=among).status_code == 404


@pytest.mark.model
def test_visitors_of_a_site_are_counted_by_themselves_though_they_share_its_token(
    service: Service,
) -> None:
    shared = Shared(Service(replace(service.settings, per_minute=1)))
    token = bearer(shared, "site", read_only=True)
    question = {"question": "Hello", "language": "en"}
    anna, ben = (
        TestClient(client_of(shared, None).app, client=(address, 1)) for address in ("10.0.0.1", "10.0.0.2")
    )  # fmt: skip

    statuses = [
        who.post("/widget/ask", json=question, headers=token).status_code
        for who in (anna, anna, ben)
    ]

    assert statuses == [200, 429, 200]


def answer_of(kind: str, understood: str) -> Answer:
    return Answer(
        question=understood, understood=understood, language="en", kind=kind,  # type: ignore[arg-type]
        confidence=0.5, citations=(), nearest=(), generation="g", answer=None, said=None, seconds=0.1,
    )  # fmt: skip


@pytest.mark.model
def test_a_timeline_comes_without_what_the_policy_forbids(client: TestClient) -> None:
    reply = client.post(
        "/widget/ask", json={"question": "Timeline of all documents", "language": "en"}
    )
    html = list(events(reply.text))[-1][1]["html"]

    assert html.count('class="cq-event"') > 2
    assert not re.search(r'style=|cq-axis|"cq-pin"', html)


def test_the_next_question_may_follow_up_the_last_six_until_the_subject_is_left() -> None:
    before = None
    for number in range(8):
        before = remembered(answer_of("quote", f"Q{number}?"), before)

    assert before == "Q2?\nQ3?\nQ4?\nQ5?\nQ6?\nQ7?"
    assert remembered(answer_of("talk", "Thanks"), before) == before
    assert remembered(answer_of("overview", "Summarise it"), before) is None


def guarded() -> TestClient:
    def seen(request: Request) -> PlainTextResponse:
        return PlainTextResponse(request.headers.get("cookie", "none"))

    routes = [
        Route(path, seen, methods=["GET", "POST"]) for path in ("/v1/ask", "/run", "/widget.js")
    ]
    guard = Middleware(Guard, settings=replace(Settings.from_env(), origins=(SITE,)))
    app = Starlette(routes=routes, middleware=[guard])
    return TestClient(app, "http://localhost", cookies={"who": "anna"})


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["/v1/ask", "/run"])
def test_pages_of_other_sites_ask_only_where_they_are_named_and_then_as_nobody(
    path: str, site: str
) -> None:
    client = guarded()
    asked = {"sec-fetch-site": site, "accept-language": "fr"}

    stranger = client.post(path, headers=asked | {"origin": OTHER})
    guest = client.post(path, headers=asked | {"origin": SITE})

    assert stranger.status_code == 403
    assert f"Le site {OTHER} n’a pas le droit" in stranger.json()["detail"]
    assert (guest.status_code, guest.text) == (200, "none")


def test_where_a_browser_does_not_say_which_site_asks_the_origin_tells_it_to_programs_doors() -> (
    None
):
    client = guarded()

    assert client.post("/v1/ask", headers={"origin": OTHER}).status_code == 403
    assert client.post("/v1/ask", headers={"origin": SITE}).text == "none"
    assert client.post("/v1/ask", headers={"origin": "http://localhost"}).text == "who=anna"
    # A proxy may have told the page's own host otherwise.
    assert client.post("/run", headers={"origin": "http://page.example"}).text == "who=anna"


def test_the_own_page_links_from_elsewhere_and_programs_come_in_as_they_are() -> None:
    client = guarded()

    for headers in (
        {"sec-fetch-site": "same-origin", "origin": "http://localhost"},
        {"sec-fetch-site": "cross-site"},  # a link that is followed
        {"sec-fetch-site": "none"},
        {},
    ):
        assert client.get("/run", headers=headers).text == "who=anna"
    elsewhere = {"sec-fetch-site": "cross-site", "origin": OTHER}
    assert client.get("/widget.js", headers=elsewhere).status_code == 200


def test_a_policy_of_its_own_is_the_only_one_and_all_else_has_that_of_the_page() -> None:
    def own(_: Request) -> PlainTextResponse:
        return PlainTextResponse("", headers={"Content-Security-Policy": "default-src 'none'"})

    routes = [Route("/own", own), Route("/else", lambda _: PlainTextResponse(""))]
    guard = Middleware(Guard, settings=Settings.from_env())
    client = TestClient(Starlette(routes=routes, middleware=[guard]), "http://localhost")

    assert client.get("/own").headers.get_list("content-security-policy") == ["default-src 'none'"]
    assert client.get("/else").headers.get_list("content-security-policy") == [POLICY]
