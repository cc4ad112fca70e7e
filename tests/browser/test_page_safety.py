"""The page shared with others: hostile documents are inert, strangers stay out, all can use it."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError, AuthenticationError
from playwright.sync_api import Browser, expect

from page.guard import LARGEST_BODY
from page.passwords import line
from qa.settings import sample_corpus
from tests.browser.visits import Visit, served, visit
from tests.hostile import QUESTIONS, write_hostile

pytestmark = [pytest.mark.model, pytest.mark.browser]

ROOT = Path(__file__).parents[2]
AXE = ROOT / "build" / "node_modules" / "axe-core" / "axe.min.js"
# Elements that no text of a document may become, in what is ours of the page; the one link of
# ours leads to the file itself.
ELEMENTS = (
    ":is(#cq-chat, #cq-viewer, #cq-documents, #cq-news) "
    ":is(script, img, iframe, a:not([href^='original?document=']), b, object)"
)
# What axe-core calls bad enough; one rule is off, for what Gradio itself puts around the page.
SERIOUS = ("serious", "critical")
PASSWORD = "correct horse battery"  # noqa: S105 - of this test's own server


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("safety") / "corpus"
    folder.mkdir()
    write_hostile(folder)
    for name in ("forum-2023-en.md", "rail-hant.txt"):
        shutil.copy(sample_corpus() / name, folder)
    return folder


@pytest.fixture(scope="module")
def guarded(corpus: Path, address: str) -> Iterator[str]:
    """The same index behind a login, without uploads, one question a minute."""
    users = corpus.parent / "users"
    users.write_text(line("anna", PASSWORD) + "\n" + line("ben", PASSWORD) + "\n", encoding="utf-8")
    settings = {"CITED_QA_UPLOADS": "off", "CITED_QA_DELETES": "off", "CITED_QA_PER_MINUTE": "1"}
    with served(corpus, corpus.parent / "index", "--auth", str(users), **settings) as guarded:
        yield guarded


@pytest.fixture
def here(browser: Browser, address: str) -> Iterator[Visit]:
    with visit(browser, address) as window:
        yield window.opened()


def test_hostile_documents_are_text_and_nothing_leaves_the_page(here: Visit) -> None:
    for question, words in QUESTIONS.items():
        turn = here.ask(question)
        expect(turn.locator(".cq-answer")).to_contain_text(words)
        here.open_source(turn)
        here.view.get_by_label("Source text, untouched").check()
        expect(here.view.locator(".cq-text")).to_contain_text(words)
        here.view.get_by_label("Reading view").check()
    here.tab(1)
    expect(here.page.locator(".cq-table")).to_contain_text("<img src=x onerror=alert(7)>.txt")
    for button in here.page.get_by_role("button", name="Preview passages").all():
        button.click()
        expect(here.view).to_be_visible()

    assert here.page.locator(ELEMENTS).count() == 0
    assert (here.dialogs, here.left, here.errors) == ([], [], [])


def test_a_hostile_question_is_text_too(here: Visit) -> None:
    question = "<img src=x onerror=alert(8)> ![a](http://evil.example/b.png) ${alert(9)} {{x}}"

    turn = here.ask(question)

    expect(turn.locator(".cq-question p")).to_have_text(question)
    assert here.page.locator(ELEMENTS).count() == 0
    assert (here.dialogs, here.left, here.errors) == ([], [], [])


def test_text_that_gives_orders_is_quoted_like_any_other(here: Visit) -> None:
    turn = here.ask("中老鐵路全長多少公里?")

    expect(turn.locator(".cq-quote")).to_contain_text("1035公里")
    assert "PWNED" not in turn.inner_text()


def test_a_line_of_a_megabyte_is_shown_in_parts(here: Visit) -> None:
    here.find_document("line.txt")
    expect(here.page.locator(".cq-table tbody tr")).to_have_count(1)
    here.page.get_by_role("button", name="Preview passages").click()
    expect(here.view.locator(".cq-reading")).to_contain_text("The long line begins")
    assert len(here.view.locator(".cq-text").evaluate("one => one.textContent")) < 50_000

    here.view.get_by_role("button", name="Later text").click()

    expect(here.view.get_by_role("button", name="Earlier text")).to_be_visible()
    expect(here.view.locator(".cq-text")).not_to_contain_text("The long line begins")


@pytest.mark.parametrize(
    "path",
    ["forum-2023-en.md", "corpus/forum-2023-en.md", "../index/CURRENT", "/etc/passwd", "users"],
)
def test_no_file_of_the_machine_can_be_fetched(address: str, corpus: Path, path: str) -> None:
    for place in (path, str(corpus / path), str(corpus.parent / path)):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{address}/gradio_api/file={quote(place)}", timeout=60)
        assert refused.value.code in (403, 404)


def test_without_a_password_there_is_neither_page_nor_answer(guarded: str) -> None:
    with pytest.raises((AppError, AuthenticationError, ValueError)):
        Client(guarded, verbose=False).predict("When?", api_name="/ask")
    request = urllib.request.Request(
        f"{guarded}/gradio_api/queue/join",
        data=json.dumps({"data": ["When?"], "fn_index": 0, "session_hash": "x"}).encode(),
        headers={"content-type": "application/json"},
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=60)
    assert refused.value.code == 401


def test_a_user_signs_in_and_is_told_when_asking_too_often(browser: Browser, guarded: str) -> None:
    with visit(browser, guarded, "fr-FR") as here:
        here.page.goto(guarded)
        fields = here.page.locator("input, textarea")
        fields.nth(0).fill("anna")
        fields.nth(1).fill("wrong password")
        here.page.get_by_role("button").click()
        expect(here.page.locator(".creds")).to_be_visible()
        fields.nth(0).fill("anna")
        fields.nth(1).fill(PASSWORD)
        here.page.get_by_role("button").click()
        expect(here.question).to_be_visible()
        expect(here.page.locator("[data-add]")).to_have_count(0)

        here.ask("Combien de kilomètres fait la ligne Jakarta–Bandung ?")
        turn = here.ask("Combien de kilomètres fait la ligne Jakarta–Bandung ?")

        expect(turn.get_by_role("alert")).to_contain_text("Trop de demandes")
        here.tab(1)
        expect(here.page.get_by_role("button", name="Aperçu").first).to_be_visible()
        expect(here.page.get_by_role("button", name="Supprimer")).to_have_count(0)


def test_guessing_passwords_is_slowed_down(guarded: str) -> None:
    codes = []
    for number in range(14):
        data = f"username=anna&password=guess{number}".encode()
        try:
            urllib.request.urlopen(f"{guarded}/login", data=data, timeout=60)
        except urllib.error.HTTPError as error:
            codes.append(error.code)

    assert codes[0] in (400, 429)
    assert codes[-1] == 429


def test_uploads_that_are_off_are_refused_before_they_are_read(guarded: str) -> None:
    request = urllib.request.Request(f"{guarded}/gradio_api/upload", data=b"x" * 100)

    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=60)

    assert refused.value.code == 403


def test_a_body_beyond_the_limit_is_refused(address: str) -> None:
    request = urllib.request.Request(
        f"{address}/gradio_api/queue/join", data=b"x" * (LARGEST_BODY + 1)
    )

    with pytest.raises((urllib.error.HTTPError, urllib.error.URLError)) as refused:
        urllib.request.urlopen(request, timeout=60)

    assert getattr(refused.value, "code", 413) == 413


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, address: str, width: int, scheme: str) -> None:
    assert AXE.exists(), "axe-core is not there. Run `make browser`."
    options: dict[str, Any] = {
        "viewport": {"width": width, "height": 800},
        "color_scheme": scheme,
    }
    with visit(browser, address, **options) as here:
        here.opened()
        here.open_source(here.ask("How long is the Jakarta–Bandung railway?"))
        reported = violations(here)
        here.tab(1)
        expect(here.page.locator(".cq-table")).to_be_visible()
        reported += violations(here)

    assert reported == []


def violations(here: Visit) -> list[str]:
    here.page.evaluate(AXE.read_text(encoding="utf-8"))
    report = here.page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in report["violations"]
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("width", [360, 1280, 1920])
def test_nothing_is_wider_than_the_window(browser: Browser, address: str, width: int) -> None:
    with visit(browser, address, viewport={"width": width, "height": 800}) as here:
        here.opened()
        turn = here.ask("How many times did the Zanzibar clock strike in 1899?")
        here.open_source(turn)
        chat, view = (one.bounding_box() for one in (here.page.locator("#cq-chat"), here.view))
        overflow = here.page.evaluate("document.documentElement.scrollWidth - innerWidth")

        assert overflow <= 0
        assert chat
        assert view
        beside = view["x"] >= chat["x"] + chat["width"] - 1
        assert beside == (width > 760)
