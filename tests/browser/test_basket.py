"""Quotes that are kept: pinned in the chat, ordered, noted, brought back, saved as files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Locator, expect

from qa.settings import sample_corpus
from tests.browser.test_page_safety import violations
from tests.browser.visits import Visit, visit
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


def test_a_quote_is_pinned_counted_and_kept_across_a_reload_with_its_note(here: Visit) -> None:
    keep(here, RAILWAY)
    expect(here.page.get_by_role("tab").nth(QUOTES)).to_have_text("Quotes (1)")
    here.tab(QUOTES)
    expect(kept(here)).to_contain_text("142")
    expect(kept(here)).to_contain_text(f"Question: {RAILWAY}")
    note = here.page.get_by_role("textbox", name="Note 1")
    note.press_sequentially("For the <b>report</b>")
    note.blur()
    here.page.wait_for_timeout(1000)

    here.opened()

    expect(here.page.locator(".cq-pin").first).to_have_attribute("aria-pressed", "true")
    here.tab(QUOTES)
    expect(note).to_have_value("For the <b>report</b>")


def test_a_pinned_quote_is_unpinned_where_it_was_pinned(here: Visit) -> None:
    keep(here, RAILWAY)
    pin = here.page.locator(".cq-pin").first

    pin.click()

    expect(pin).to_have_attribute("aria-pressed", "false")
    expect(here.page.get_by_role("tab").nth(QUOTES)).to_have_text("Quotes")


def test_kept_quotes_are_put_in_order_by_keyboard_and_the_focus_goes_with_them(here: Visit) -> None:
    keep(here, RAILWAY)
    keep(here, HANT)
    here.tab(QUOTES)
    expect(kept(here).nth(1)).to_contain_text("1035")
    up = here.page.get_by_role("button", name="Move up (2)")
    up.focus()

    here.page.keyboard.press("Enter")

    expect(kept(here).nth(0)).to_contain_text("1035")
    expect(kept(here).nth(1)).to_contain_text("142")
    expect(here.page.get_by_role("button", name="Move up (1)")).to_be_disabled()
    expect(here.page.get_by_role("button", name="Move down (1)")).to_be_focused()


def test_what_was_removed_or_cleared_is_brought_back_also_after_a_reload(here: Visit) -> None:
    keep(here, RAILWAY)
    keep(here, HANT)
    here.tab(QUOTES)
    here.page.get_by_role("button", name="Remove (1)").click()
    expect(kept(here)).to_have_count(1)
    here.page.get_by_role("button", name="Bring it back").click()
    expect(kept(here)).to_have_count(2)
    expect(kept(here).nth(0)).to_contain_text("142")

    here.page.get_by_role("button", name="Remove all").click()
    expect(kept(here)).to_have_count(0)
    here.opened()
    here.tab(QUOTES)
    here.page.get_by_role("button", name="Bring it back").click()

    expect(kept(here)).to_have_count(2)


def test_a_kept_quote_opens_its_document_where_it_stands(here: Visit) -> None:
    keep(here, RAILWAY)
    here.tab(QUOTES)

    kept(here).locator(".cq-link").click()

    expect(here.view.locator(".cq-reading mark")).to_contain_text("142")


def test_kept_quotes_are_saved_in_every_form(here: Visit, corpus: Path) -> None:
    keep(here, RAILWAY)
    keep(here, HANT)
    here.tab(QUOTES)

    word = "\n".join(each.text for each in Document(str(saved(here, "Word"))).paragraphs)
    assert "142" in word
    assert "1035" in word
    assert "[^2]: " in saved(here, "Markdown").read_text(encoding="utf-8")
    assert "<script" not in saved(here, "HTML").read_text(encoding="utf-8")
    assert saved(here, "CSV").read_bytes().startswith(b"\xef\xbb\xbfnumber,")
    assert "urldate = {" in saved(here, "BibTeX").read_text(encoding="utf-8")
    assert saved(here, "RIS").read_bytes().count(b"ER  - \r\n") == 2
    items = json.loads(saved(here, "CSL-JSON").read_text(encoding="utf-8"))
    cited = items[1]["custom"]
    source = (corpus / cited["document"]).open(encoding="utf-8", newline="").read()
    assert "1035" in source[cited["start"] : cited["end"]]


def test_saved_evidence_is_replayed_by_the_command(here: Visit, corpus: Path, run: Run) -> None:
    keep(here, RAILWAY)
    keep(here, HANT)
    here.tab(QUOTES)

    code, told, _ = run(
        "verify", "--evidence", str(saved(here, "Evidence")), "--corpus", str(corpus)
    )

    assert code == 0
    assert "2 of 2 quotes hold" in told


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_basket_fits_and_axe_finds_nothing_serious(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 800}
    with visit(browser, address, viewport=size, color_scheme=scheme) as here:
        here.opened()
        here.page.evaluate("localStorage.clear()")
        keep(here, RAILWAY)
        assert violations(here) == []
        here.tab(QUOTES)
        expect(kept(here)).to_be_visible()
        assert violations(here) == []
        assert here.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
