"""The page as its users meet it: served by the command, driven in a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from gradio_client import Client
from playwright.sync_api import Dialog, Page, Route, expect, sync_playwright

from qa.settings import Settings, sample_corpus

pytestmark = [pytest.mark.model, pytest.mark.browser]

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
HOSTILE = (
    "The Zanzibar clock struck 13 <script>alert(1)</script> <img src=x onerror=alert(2)>"
    ' [a](javascript:alert(3)) $x^2$ <b onclick="alert(4)">times</b> in 1899.\n'
)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page") / "corpus"
    shutil.copytree(sample_corpus(), folder)
    (folder / "hostile.md").write_text(HOSTILE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def url(corpus: Path) -> Iterator[str]:
    port = free_port()
    environment = {
        **os.environ,  # noqa: TID251 - handed on to the program
        "CITED_QA_INDEX": str(corpus.parent / "index"),
        "CITED_QA_CACHE": str(Settings.from_env().cache),
    }
    command = [
        sys.executable,
        "-m",
        "qa.cli",
        "serve",
        "--corpus",
        str(corpus),
        "--port",
        str(port),
    ]
    server = subprocess.Popen(command, env=environment)
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            break
        except OSError:
            assert server.poll() is None, "the server has ended"
            time.sleep(0.5)
    yield address
    server.terminate()
    server.wait(20)


@pytest.fixture
def page(url: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        opened = browser.new_page()
        opened.goto(url)
        expect(opened.locator("textarea")).to_be_visible(timeout=30_000)
        yield opened
        browser.close()


def ask(page: Page, question: str) -> None:
    before = page.locator(".cq-answer").count()
    page.locator("textarea").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".cq-answer")).to_have_count(before + 1, timeout=60_000)


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("How long is the Jakarta–Bandung railway?", "142"),
        ("Quand le Fonds de la Route de la soie a-t-il été créé ?", "29 décembre 2014"),
        ("阿联酋有多少所公立学校开设中文课？", "158所"),
        ("中老鐵路全長多少公里?", "1035"),
    ],
)
def test_the_answering_words_are_marked_in_the_quote(
    page: Page, question: str, marked: str
) -> None:
    ask(page, question)

    expect(page.locator(".cq-quote mark").first).to_contain_text(marked)


def test_a_source_opens_at_its_quote(page: Page) -> None:
    ask(page, "How long is the Jakarta–Bandung railway?")
    source = page.locator(".cq-source").first
    expect(source.locator(".cq-context")).not_to_be_visible()

    source.locator("summary").click()

    expect(source.locator(".cq-context")).to_be_visible()
    expect(source.locator(".cq-context b")).to_have_text(
        page.locator(".cq-quote").first.inner_text()
    )
    expect(source.locator(".cq-place")).to_contain_text("forum-2023-en.md")


def test_a_decline_says_so_in_the_language_of_the_question(page: Page) -> None:
    ask(page, "Qui a peint La Joconde ?")

    expect(page.locator(".cq-declined")).to_have_text(
        "Les documents ne répondent pas à cette question."
    )


def test_markup_in_a_document_is_text_and_nothing_leaves_the_page(page: Page, url: str) -> None:
    left: list[str] = []
    dialogs: list[str] = []

    def watched(route: Route) -> None:
        if not route.request.url.startswith((url, "data:", "blob:")):
            left.append(route.request.url)
        route.continue_()

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.route("**/*", watched)
    page.reload()
    ask(page, "In which year did the Zanzibar clock strike 13?")

    expect(page.locator(".cq-quote").first).to_contain_text("<script>alert(1)</script>")
    assert page.locator(".cq-answer script, .cq-answer img").count() == 0
    assert dialogs == []
    assert left == []


def test_a_rebuild_on_the_page_finds_a_new_document_and_forgets_a_deleted_one(
    page: Page, corpus: Path
) -> None:
    new = corpus / "lighthouse.txt"
    new.write_text("The lighthouse of Port Clement was lit first in 1871.\n", encoding="utf-8")
    page.get_by_text("Documents and index").click()
    page.locator("#rebuild").click()
    expect(page.locator("#index-state")).to_contain_text("1 added", timeout=60_000)
    ask(page, "When was the lighthouse of Port Clement first lit?")
    expect(page.locator(".cq-quote mark").last).to_have_text("1871")

    new.unlink()
    page.locator("#rebuild").click()
    expect(page.locator("#index-state")).to_contain_text("1 removed", timeout=60_000)
    ask(page, "When was the lighthouse of Port Clement first lit, once more?")

    assert "Port Clement" not in page.locator(".cq-answer").last.inner_text()


def test_the_page_answers_programs_with_the_answer_object(url: str) -> None:
    client = Client(url, verbose=False)

    answer = client.predict("中老鐵路全長多少公里?", api_name="/ask")

    assert "1035公里" in answer["citations"][0]["quote"]
    client.close()
