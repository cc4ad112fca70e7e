"""Links that open a source at its quote, and the keys with which a reader goes through sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_page_safety import violations
from tests.browser.visits import Visit, visit
from tests.pdfs import Page, pdf

pytestmark = [pytest.mark.model, pytest.mark.browser]

WEIR = "When was the weir at Hollin mended?"
RIVER = "Where does the river Ash rise?"
BRIDGE = "When was the bridge of Vell opened?"
FORGED = (
    "#/doc/..%2Fusers?start=0&end=5", "#/doc/%E0%A4%A?start=1", "#/doc/<img src=x>?start=a&end=b",
    "#/doc/bridge.txt?start=1e9&end=-5&quote=%3Cb%3E", "#/conversation/%3Cimg%3E", "#/doc/",
)  # fmt: skip
PAGE = """<!doctype html><html lang="en"><head><title>The weir</title>
<link rel="canonical" href="https://example.org/weir?id=1"></head><body><article><h1>The weir</h1>
<p>The weir at Hollin was mended in 1911 by two masons.</p>
<p>It had been broken by the flood of the year before.</p></article></body></html>"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("links") / "corpus"
    folder.mkdir()
    (folder / "weir.html").write_text(PAGE, encoding="utf-8")
    pages = [Page() for _ in range(2)]
    pages[0].lines(60, 100, ["The valley of Vell is quiet."])
    pages[1].lines(60, 100, ["The river Ash rises near Vell and flows to the sea."])
    (folder / "la rivière.pdf").write_bytes(pdf(*pages, title="The river Ash"))
    text = "The bridge of Vell was opened in 1932.\n\nIt is long.\n"
    (folder / "bridge.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def here(browser: Browser, address: str) -> Iterator[Visit]:
    with visit(browser, address) as window:
        window.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield window.opened()
        assert window.errors == []
        assert window.left == []


def copied(here: Visit) -> str:
    here.view.get_by_role("button", name="Link", exact=True).click()
    expect(here.view.locator(".cq-copies [role=status]")).to_have_text("Copied")
    return str(here.page.evaluate("navigator.clipboard.readText()"))


def followed(here: Visit, link: str) -> Visit:
    """Open a link in a fresh tab."""
    tab = Visit(here.page.context.new_page(), here.address)
    tab.page.goto(link)
    expect(tab.view).to_be_visible()
    return tab


def test_a_link_opens_the_source_at_its_quote_in_a_fresh_tab_and_leads_to_the_web_and_the_page(
    here: Visit,
) -> None:
    for number, (question, words) in enumerate([(WEIR, "1911"), (RIVER, "near Vell")]):
        here.open_source(here.ask(question))
        expect(here.view.locator(".cq-text mark")).to_contain_text(words)
        quote = here.view.locator(".cq-text mark").evaluate("one => one.textContent")
        link = copied(here)
        assert link.startswith(here.address + "/#/doc/")
        if number:
            file = here.view.get_by_role("link", name="Download the file")
            assert (file.get_attribute("href") or "").endswith("#page=2")
        else:
            web = here.view.get_by_role("link", name="On the web (example.org)")
            href = web.get_attribute("href") or ""
            assert href.startswith("https://example.org/weir?id=1#:~:text=The%20weir%20at%20Hollin")
            assert web.get_attribute("rel") == "noopener noreferrer nofollow"

        tab = followed(here, link)

        assert tab.view.locator(".cq-text mark").evaluate("one => one.textContent") == quote
        shown = tab.view.locator(".cq-box, .cq-reading mark").first
        expect(shown).to_be_in_viewport()
        expect(tab.view.locator(".cq-notice")).to_have_count(0)
        assert copied(tab) == link
        here.page.bring_to_front()
        here.page.keyboard.press("Escape")
    # Another link in the same tab, and the source is closed.
    tab.page.evaluate("location.hash = '#/doc/bridge.txt?start=0&end=10'")
    expect(tab.view.locator(".cq-text mark")).to_have_text("The bridge")
    tab.page.keyboard.press("Escape")
    expect(tab.view).to_have_count(0)


def test_a_link_to_text_that_changed_or_to_a_document_that_is_gone_says_so(
    here: Visit, corpus: Path
) -> None:
    here.open_source(here.ask(BRIDGE))
    link = copied(here)
    file = corpus / "bridge.txt"
    content = file.read_text(encoding="utf-8")
    file.write_text("A new beginning. " + content, encoding="utf-8")
    here.rebuild()

    tab = followed(here, link)
    expect(tab.view.locator(".cq-notice")).to_contain_text("has changed since this link was made")
    expect(tab.view.locator("mark")).to_have_count(0)
    expect(tab.view.locator(".cq-reading")).to_contain_text("opened in 1932")

    file.unlink()
    here.rebuild()
    tab = followed(here, link)
    expect(tab.view.get_by_role("alert")).to_contain_text("not in the index any more")
    tab.view.get_by_role("button", name="Close the source").click()
    expect(tab.view).to_have_count(0)
    file.write_text(content, encoding="utf-8")
    here.rebuild()


def test_a_forged_link_harms_nothing(here: Visit) -> None:
    for fragment in FORGED:
        tab = Visit(here.page.context.new_page(), here.address)
        tab.page.goto(here.address + "/" + fragment)
        tab.question.fill("What is it?")
        expect(tab.page.locator(".cq-log")).to_be_attached()
        if "doc/" in fragment and not fragment.endswith(("/", "start=1")):
            expect(tab.view).to_be_visible()  # it was followed

        expect(tab.question).to_have_value("What is it?")
        assert tab.page.locator("#cq-viewer :is(img, b, script)").count() == 0
        assert (tab.errors, tab.dialogs, tab.left) == ([], [], [])
        tab.page.close()


def test_slash_asks_and_j_and_k_go_through_the_sources_of_the_last_answer(here: Visit) -> None:
    here.ask(WEIR)
    turn = here.ask("What is said of Vell and of Hollin?")
    count = turn.locator(".cq-sources .cq-chip").count()
    assert count > 1
    here.page.locator("body").focus()
    here.question.blur()

    here.page.keyboard.press("j")
    expect(here.view).to_be_visible()
    first = turn.locator(".cq-sources .cq-title").nth(0).inner_text()
    expect(here.view.locator("h2")).to_have_text(first)
    here.page.keyboard.press("j")
    second = turn.locator(".cq-sources .cq-chip").nth(1)
    expect(second).to_have_attribute("aria-current", "true")
    here.page.keyboard.press("k")
    expect(turn.locator(".cq-sources .cq-chip").nth(0)).to_have_attribute("aria-current", "true")
    here.page.keyboard.press("/")
    expect(here.question).to_be_focused()
    here.page.keyboard.type("j/k?")
    expect(here.question).to_have_value("j/k?")
    expect(here.page.get_by_role("dialog")).to_be_hidden()
    here.page.keyboard.press("Escape")  # the source is closed
    here.page.keyboard.press("Escape")  # and the box is left, with what was typed
    expect(here.question).not_to_be_focused()
    here.page.keyboard.press("j")
    expect(here.question).to_have_value("j/k?")
    expect(here.view).to_be_visible()

    here.tab(1)  # and from another tab
    expect(here.page.locator(".cq-table")).to_be_visible()
    here.page.keyboard.press("/")
    expect(here.question).to_be_focused()


def test_the_keys_are_told_in_a_dialog_that_gives_the_focus_back_and_are_switched_off(
    here: Visit,
) -> None:
    chip = here.ask(WEIR).locator(".cq-chip").first
    chip.focus()
    here.page.keyboard.press("?")
    dialog = here.page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Next source of the last answer")
    assert violations(here) == []
    here.page.keyboard.press("j")
    expect(here.view).to_have_count(0)

    here.page.keyboard.press("Escape")

    expect(dialog).to_be_hidden()
    expect(chip).to_be_focused()
    here.page.get_by_role("button", name="Keyboard shortcuts").click()
    here.page.get_by_label("Use shortcuts of a single key").uncheck()
    dialog.get_by_role("button", name="Close").click()
    here.opened()  # anew
    expect(here.turns.locator(".cq-chip").first).to_be_visible()
    here.question.blur()

    here.page.keyboard.press("?")
    here.page.keyboard.press("j")
    # Had it been heard it would have been asked for before this.
    here.page.get_by_role("button", name="Edit the question").click()
    expect(here.question).to_have_value(WEIR)

    expect(here.view).to_have_count(0)
    expect(dialog).to_be_hidden()


@pytest.mark.parametrize(
    ("locale", "name", "key"),
    [
        ("fr-FR", "Raccourcis clavier", "Source suivante"),
        ("zh-CN", "键盘快捷键", "下一处来源"),
        ("zh-TW", "鍵盤快速鍵", "下一處來源"),
    ],
)
def test_the_keys_are_told_in_the_language_of_the_reader(
    browser: Browser, address: str, locale: str, name: str, key: str
) -> None:
    with visit(browser, address, locale, viewport={"width": 360, "height": 740}) as here:
        here.opened()
        here.question.blur()
        here.page.keyboard.press("?")
        dialog = here.page.get_by_role("dialog", name=name)
        expect(dialog).to_contain_text(key)
        expect(dialog).to_be_in_viewport(ratio=1)
        if locale == "fr-FR":
            assert violations(here) == []
