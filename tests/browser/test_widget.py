"""The widget on a site of another origin: asked there, by keyboard, and nowhere uninvited."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.test_page_safety import AXE, SERIOUS
from tests.browser.visits import served, visit
from tests.hostile import QUESTIONS, write_hostile

pytestmark = [pytest.mark.model, pytest.mark.browser]

MILL = "The old mill of Harrow Bend was rebuilt in 1874. It has 12 sails."
# Rules with which a site would spoil a button that is not kept from it, and what it may load.
SITE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>News</title>
<meta name="viewport" content="width=device-width">
<style>* {{ border: 9px solid red !important; display: block }}</style></head><body><main><h1>News</h1>
<script src="{address}/widget.js" data-language="{language}" async></script></main></body></html>"""
SITE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src {address}; frame-src {address}; "
    "connect-src {address}"
)


@pytest.fixture(scope="module")
def sites() -> Iterator[ThreadingHTTPServer]:
    """Serve pages of a site; as localhost it is one that is named, as 127.0.0.1 it is not."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = SITE.format(language=self.path.strip("/"), address=self.server.widget)  # type: ignore[attr-defined]
            self.send_response(200)
            self.send_header("content-type", "text/html")
            policy = SITE_POLICY.format(address=self.server.widget)  # type: ignore[attr-defined]
            self.send_header("content-security-policy", policy)
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture(scope="module")
def widget(tmp_path_factory: pytest.TempPathFactory, sites: ThreadingHTTPServer) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("widget")
    corpus = folder / "corpus"
    corpus.mkdir()
    write_hostile(corpus)
    (corpus / "line.txt").unlink()
    (corpus / "mill.txt").write_text(MILL, encoding="utf-8")
    (corpus / "moulin.txt").write_text(
        "Le moulin d’Aubrac fut construit en 1832.", encoding="utf-8"
    )
    origins = f"http://localhost:{sites.server_port}"
    with served(corpus, folder / "index", CITED_QA_ORIGINS=origins) as address:
        sites.widget = address  # type: ignore[attr-defined]
        yield address


def frame_of(page: Page) -> FrameLocator:
    return page.frame_locator("cited-qa iframe")


def ask(frame: FrameLocator, question: str, number: int) -> None:
    frame.locator("#question").fill(question)
    frame.locator("#question").press("Enter")
    expect(frame.locator(".cq-turn").nth(number).locator(".cq-answer")).to_be_visible()


def violations(page: Page) -> list[str]:
    report = page.frames[-1].evaluate(f"{AXE.read_text(encoding='utf-8')}; axe.run()")
    return [each["id"] for each in report["violations"] if each["impact"] in SERIOUS]


def test_a_reader_of_a_named_site_asks_by_keyboard_and_reads_the_source_there(
    browser: Browser, sites: ThreadingHTTPServer, widget: str
) -> None:
    assert AXE.exists(), "axe-core is not there. Run `make browser`."
    options: dict[str, Any] = {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"}
    with visit(browser, widget, **options) as here:
        page, blocked = here.page, []
        page.on("console", lambda told: blocked.append(told.text) if told.type == "error" else None)
        page.goto(f"http://localhost:{sites.server_port}/en")
        button = page.get_by_role("button", name="Ask the documents")
        expect(button).to_be_visible()
        assert page.frames[1:] == []  # nothing more is loaded until it is pressed
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        frame = frame_of(page)
        expect(frame.locator("#question")).to_be_focused()

        page.keyboard.type("When was the old mill rebuilt?")
        page.keyboard.press("Enter")
        expect(frame.locator(".cq-quote mark")).to_contain_text("1874")
        ask(frame, "How many sails has it?", 1)
        expect(frame.locator(".cq-turn").nth(1)).to_contain_text("12 sails")
        question, words = next(iter(QUESTIONS.items()))
        ask(frame, question, 2)
        expect(frame.locator(".cq-turn").nth(2)).to_contain_text(words)
        frame.locator(".cq-turn").nth(2).locator(".cq-chip").first.press("Enter")
        expect(frame.locator(".cq-view mark")).to_contain_text(words)
        assert frame.locator(":is(#log, #source) :is(script, img, iframe, b, object)").count() == 0
        assert violations(page) == []

        page.keyboard.press("Escape")
        expect(frame.locator(".cq-turn").nth(2).locator(".cq-chip").first).to_be_focused()
        assert violations(page) == []
        assert page.frames[-1].evaluate("document.documentElement.scrollWidth") <= 320
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        assert (blocked, here.dialogs, here.errors) == ([], [], [])


def test_a_french_reader_is_told_when_the_documents_cannot_be_reached_and_asks_again(
    browser: Browser, sites: ThreadingHTTPServer, widget: str
) -> None:
    with visit(browser, widget) as here:
        here.page.goto(f"http://localhost:{sites.server_port}/fr")
        here.page.get_by_role("button", name="Interroger les documents").click()
        frame = frame_of(here.page)
        expect(frame.locator("#question")).to_be_focused()
        here.page.context.set_offline(True)
        ask(frame, "Quand le moulin d’Aubrac fut-il construit ?", 0)
        expect(frame.get_by_role("alert")).to_contain_text("Les documents sont injoignables.")
        here.page.context.set_offline(False)
        frame.get_by_role("button", name="Redemander").click()

        expect(frame.locator(".cq-quote mark")).to_contain_text("1832")


def test_a_site_that_is_not_named_cannot_show_it_and_its_pages_ask_nothing(
    browser: Browser, sites: ThreadingHTTPServer, widget: str
) -> None:
    port = sites.server_port
    asks = f"""fetch("{widget}/v1/search", {{method: "POST", body: '{{"query": "mill"}}',
        headers: {{"content-type": "application/json"}}}}).then((reply) => reply.status)"""
    with visit(browser, widget) as here:
        told: list[str] = []
        here.page.on("console", lambda line: told.append(line.text))
        here.page.goto(f"http://127.0.0.1:{port}/en")
        assert here.page.evaluate(asks) == 403
        here.page.get_by_role("button", name="Ask the documents").click()

        expect(here.page.get_by_role("alert")).to_contain_text("cannot be shown inside this page")
        expect(here.page.get_by_role("link", name="Open them in a new tab")).to_be_visible()
        assert any("frame-ancestors" in line for line in told)
        assert any("CITED_QA_ORIGINS" in line for line in told)
        here.page.goto(f"http://localhost:{port}/en")
        assert here.page.evaluate(asks) == 200
