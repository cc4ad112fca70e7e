"""Quotes that are kept: pinned in the chat, ordered, noted, brought back, saved as files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import APIResponse, Browser, Locator, Route, expect

from qa.settings import sample_corpus
from tests.browser.seeded import State, begun, seeded
from tests.browser.test_page_safety import violations
from tests.browser.visits import EVENTS, Visit
from tests.commands import Run

pytestmark = [pytest.mark.model, pytest.mark.browser]

RAILWAY = "How long is the Jakarta–Bandung railway?"
HANT = "中老鐵路全長多少公里?"
QUOTES = 3  # the tab


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("basket") / "corpus"
    shutil.copytree(sample_corpus(), folder)
    return folder


def kept(here: Visit) -> Locator:
    return here.page.locator(".cq-kept-quote")


def keep(here: Visit, question: str) -> None:
    """Ask, and keep the first quote."""
    pin = here.ask(question).locator(".cq-pin").first
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "true")


def saved(here: Visit, form: str) -> Path:
    with here.page.expect_download() as download:
        here.page.get_by_role("button", name=f"Save as {form}", exact=True).click()
    return Path(download.value.path())


@pytest.fixture(scope="module")
def two(browser: Browser, address: str) -> State:
    """A browser in which a quote of each of two answers is kept."""

    def do(here: Visit) -> None:
        keep(here, RAILWAY)
        keep(here, HANT)

    return seeded(browser, address, do)


@pytest.fixture
def there(browser: Browser, address: str, two: State) -> Iterator[Visit]:
    with begun(browser, address, two) as window:
        yield window


def test_a_quote_is_pinned_counted_unpinned_and_kept_across_a_reload_with_its_note(
    here: Visit,
) -> None:
    quotes = here.page.get_by_role("tab").nth(QUOTES)
    keep(here, RAILWAY)
    expect(quotes).to_have_text("Quotes (1)")
    pin = here.page.locator(".cq-pin").first
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "false")
    expect(quotes).to_have_text("Quotes")
    pin.click()
    here.tab(QUOTES)
    expect(kept(here)).to_contain_text("142")
    expect(kept(here)).to_contain_text(f"Question: {RAILWAY}")
    note = here.page.get_by_role("textbox", name="Note 1")
    before = here.page.evaluate("localStorage['cited-qa.quotes']")
    note.fill("For the <b>report</b>")
    note.blur()
    here.page.wait_for_function("(old) => localStorage['cited-qa.quotes'] !== old", arg=before)

    here.opened()

    expect(here.page.locator(".cq-pin").first).to_have_attribute("aria-pressed", "true")
    here.tab(QUOTES)
    expect(note).to_have_value("For the <b>report</b>")


def test_a_tab_painted_late_shows_what_was_kept_meanwhile(here: Visit) -> None:
    here.ask(RAILWAY)
    late: list[tuple[Route, APIResponse]] = []
    here.page.route(EVENTS, lambda route: late.append((route, route.fetch())))
    here.tab(QUOTES)
    here.page.wait_for_timeout(500)
    here.page.route(EVENTS, lambda route: route.continue_())

    here.page.evaluate("document.querySelector('.cq-pin').click()")
    here.page.wait_for_function("localStorage['cited-qa.quotes']?.length > 200")
    for route, response in late:
        route.fulfill(response=response)

    expect(here.page.get_by_role("tab").nth(QUOTES)).to_have_text("Quotes (1)")
    expect(kept(here)).to_contain_text("142")
    expect(here.page.locator(".cq-pin").first).to_have_attribute("aria-pressed", "true")
    assert late


def test_two_pins_pressed_at_once_both_count(there: Visit) -> None:
    quotes = there.page.get_by_role("tab").nth(QUOTES)
    expect(quotes).to_have_text("Quotes (2)")
    both = "document.querySelectorAll('.cq-pin[aria-pressed=true]').forEach((pin) => pin.click())"

    there.page.evaluate(both)

    expect(quotes).to_have_text("Quotes")


def test_kept_quotes_are_ordered_by_keyboard_opened_removed_and_brought_back(there: Visit) -> None:
    there.tab(QUOTES)
    expect(kept(there).nth(1)).to_contain_text("1035")
    up = there.page.get_by_role("button", name="Move up (2)")
    up.focus()

    there.page.keyboard.press("Enter")

    expect(kept(there).nth(0)).to_contain_text("1035")  # and the focus goes with it
    expect(kept(there).nth(1)).to_contain_text("142")
    expect(there.page.get_by_role("button", name="Move up (1)")).to_be_disabled()
    expect(there.page.get_by_role("button", name="Move down (1)")).to_be_focused()

    there.page.get_by_role("button", name="Remove (1)").click()
    expect(kept(there)).to_have_count(1)
    there.page.get_by_role("button", name="Bring it back").click()
    expect(kept(there)).to_have_count(2)
    expect(kept(there).nth(0)).to_contain_text("1035")

    there.page.get_by_role("button", name="Remove all").click()
    expect(kept(there)).to_have_count(0)
    there.opened()  # after a reload too
    there.tab(QUOTES)
    there.page.get_by_role("button", name="Bring it back").click()
    expect(kept(there)).to_have_count(2)

    kept(there).nth(1).locator(".cq-link").click()
    expect(there.view.locator(".cq-reading mark")).to_contain_text("142")


def test_a_note_goes_with_its_quote_though_it_is_moved_at_once(there: Visit) -> None:
    there.tab(QUOTES)
    notes = there.page.get_by_role("textbox", name="Note")
    notes.nth(1).fill("of the second")
    notes.nth(0).fill("of the first")

    there.page.get_by_role("button", name="Move down (1)").click()

    for _ in range(2):
        expect(kept(there).nth(1)).to_contain_text("142")
        expect(notes.nth(1)).to_have_value("of the first")
        expect(notes.nth(0)).to_have_value("of the second")
        there.opened()
        there.tab(QUOTES)


def test_kept_quotes_are_saved_in_every_form_and_evidence_is_replayed_by_the_command(
    there: Visit, corpus: Path, run: Run
) -> None:
    here = there
    here.tab(QUOTES)

    assert Document(str(saved(here, "Word"))).part.rels
    assert "[^2]: " in saved(here, "Markdown").read_text(encoding="utf-8")
    assert "<script" not in saved(here, "HTML").read_text(encoding="utf-8")
    assert saved(here, "CSV").read_bytes().startswith(b"\xef\xbb\xbfnumber,")
    assert "urldate = {" in saved(here, "BibTeX").read_text(encoding="utf-8")
    assert saved(here, "RIS").read_bytes().count(b"ER  - \r\n") == 2
    items = json.loads(saved(here, "CSL-JSON").read_text(encoding="utf-8"))
    cited = items[1]["custom"]
    source = (corpus / cited["document"]).open(encoding="utf-8", newline="").read()
    assert "1035" in source[cited["start"] : cited["end"]]

    code, told, _ = run(
        "verify", "--evidence", str(saved(here, "Evidence")), "--corpus", str(corpus)
    )
    assert code == 0
    assert "2 of 2 quotes hold" in told


def test_a_quote_is_pinned_wherever_it_stands_and_is_pinned_everywhere_then(there: Visit) -> None:
    page, quotes = there.page, there.page.get_by_role("tab").nth(QUOTES)
    there.tab(1)
    page.locator('#cq-documents [data-do="overview"]').first.click()
    sentence = there.view.locator(".cq-pin").first
    sentence.click()
    expect(sentence).to_have_attribute("aria-pressed", "true")
    words = there.view.locator(".cq-source span").first.inner_text()

    there.tab(2)
    page.locator("#cq-quote textarea").fill(words)
    page.locator("#cq-check-quote").click()
    verdict = page.locator("#cq-verdict .cq-pin").first
    expect(verdict).to_have_attribute("aria-pressed", "true")  # it is the same place
    page.get_by_role("tab", name="Check my text").click()
    page.locator("#cq-draft textarea").fill(words)
    page.locator("#cq-check-text").click()
    expect(page.locator("#cq-report .cq-pin").first).to_be_visible()
    page.get_by_role("tab", name="Every mention").click()
    page.locator("#cq-name").locator("input, textarea").fill("Bandung")
    page.locator("#cq-find-all").click()
    mention = page.locator("#cq-mentions .cq-pin").nth(1)
    pressed = mention.get_attribute("aria-pressed")
    mention.click()
    expect(mention).to_have_attribute("aria-pressed", "false" if pressed == "true" else "true")

    page.get_by_role("tab", name="Verify a quote").click()
    page.locator("#cq-verdict .cq-link").first.click()
    opened = there.view.locator(".cq-copies .cq-pin")
    expect(opened).to_have_attribute("aria-pressed", "true")
    before = quotes.inner_text()
    other = Visit(page.context.new_page(), there.address).opened()  # another window follows
    expect(other.page.get_by_role("tab").nth(QUOTES)).to_have_text(before)
    opened.click()
    expect(verdict).to_have_attribute("aria-pressed", "false")
    expect(quotes).not_to_have_text(before)
    expect(other.page.get_by_role("tab").nth(QUOTES)).to_have_text(quotes.inner_text())


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_basket_fits_and_axe_finds_nothing_serious(
    browser: Browser, address: str, two: State, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 800}
    with begun(browser, address, two, viewport=size, color_scheme=scheme) as here:
        expect(here.page.locator(".cq-pin").first).to_have_attribute("aria-pressed", "true")
        assert violations(here) == []
        here.tab(QUOTES)
        expect(kept(here)).to_have_count(2)
        assert violations(here) == []
        assert here.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
