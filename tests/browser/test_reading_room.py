"""A source as its reader meets it: the page with the quote boxed, tables, the file itself."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from page.passwords import line
from tests.browser.test_page_safety import PASSWORD, violations
from tests.browser.visits import Visit, served, visit
from tests.makers import docx_file
from tests.pdfs import Page, pdf

pytestmark = [pytest.mark.model, pytest.mark.browser]

WEIR = "When was the weir at Hollin mended?"
FEE = "What is the fee of a journeyman in the guild?"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reading") / "corpus"
    folder.mkdir()
    pages = [Page() for _ in range(3)]
    pages[0].lines(60, 100, ["The river Ash", "The Ash rises near Vell and flows to the sea."])
    pages[1].lines(60, 100, ["The weir at Hollin was mended in 1911 by two masons."])
    pages[2].lines(60, 100, ["霍林的水闸于一九一一年修好。"], font="Z")
    (folder / "river.pdf").write_bytes(pdf(*pages, title="The river Ash"))
    rows = (
        ("Member", "Fee", "Loom tax"),
        ("Apprentice", "3 florins", "1 florin"),
        ("Journeyman", "8 florins", "2 florins"),
    )
    (folder / "guild.docx").write_bytes(docx_file("The guild of Vell has fees.", table=rows))
    return folder


def test_a_pdf_opens_at_its_page_with_the_quote_boxed_and_is_leafed_through_by_keyboard(
    here: Visit,
) -> None:
    here.open_source(here.ask(WEIR))

    expect(here.view.locator(".cq-sheet")).to_be_visible()
    expect(here.view.locator(".cq-box")).to_be_in_viewport()
    expect(here.view.locator(".cq-page-number")).to_have_text("Page 2 of 3")
    after = here.view.get_by_role("button", name="Next page")
    after.focus()
    here.page.keyboard.press("Enter")
    expect(here.view.locator(".cq-page-number")).to_have_text("Page 3 of 3")
    expect(after).to_be_disabled()
    expect(here.view.locator(".cq-box")).to_have_count(0)
    before = here.view.get_by_role("button", name="Previous page")
    before.focus()
    here.page.keyboard.press("Enter")
    expect(here.view.locator(".cq-page-number")).to_have_text("Page 2 of 3")
    expect(before).to_be_focused()


def test_the_form_that_was_chosen_stays_on_the_next_page_which_begins_the_text(
    here: Visit,
) -> None:
    here.open_source(here.ask(WEIR))
    here.view.get_by_label("Source text, untouched").check()
    expect(here.view.locator(".cq-sheet")).to_be_hidden()
    expect(here.view.locator(".cq-text mark")).to_contain_text("mended in 1911")

    here.view.get_by_role("button", name="Next page").click()

    expect(here.view.locator(".cq-page-number")).to_have_text("Page 3 of 3")
    expect(here.view.get_by_label("Source text, untouched")).to_be_checked()
    expect(here.view.locator(".cq-text")).to_have_text("霍林的水闸于一九一一年修好。")
    here.view.get_by_role("button", name="To the quote").click()
    expect(here.view.locator(".cq-page-number")).to_have_text("Page 2 of 3")


def test_a_table_of_word_has_its_row_and_cell_marked(here: Visit) -> None:
    here.open_source(here.ask(FEE))

    table = here.view.get_by_role("table")
    expect(table.locator("tr.cq-quoted-row")).to_contain_text("Journeyman")
    expect(table.locator("td.cq-here")).to_have_text("8 florins")
    expect(table.locator("th.cq-here")).to_have_text("Fee")


def test_the_file_is_saved_as_it_is(here: Visit, corpus: Path) -> None:
    here.open_source(here.ask(WEIR))

    with here.page.expect_download() as download:
        here.view.get_by_role("link", name="Download the file").click()

    assert download.value.suggested_filename == "river.pdf"
    assert Path(download.value.path()).read_bytes() == (corpus / "river.pdf").read_bytes()


def test_of_a_file_that_changed_the_stored_text_is_shown_and_it_is_said(
    here: Visit, corpus: Path
) -> None:
    turn = here.ask(WEIR)
    file = corpus / "river.pdf"
    content = file.read_bytes()
    file.write_bytes(b"%PDF-1.7 and nothing more")
    try:
        here.open_source(turn)

        expect(here.view.locator(".cq-notice")).to_contain_text("has changed since the index")
        expect(here.view.locator(".cq-reading mark")).to_contain_text("mended in 1911")
        expect(here.view.locator(".cq-sheet")).to_have_count(0)
        expect(here.view.get_by_role("link")).to_have_count(0)
    finally:
        file.write_bytes(content)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_a_source_fits_and_axe_finds_nothing_serious(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 800}
    with visit(browser, address, viewport=size, color_scheme=scheme) as here:
        here.opened()
        for question, part in ((WEIR, ".cq-sheet"), (FEE, ".cq-whole")):
            here.open_source(here.ask(question))
            expect(here.view.locator(part)).to_be_visible()
            assert violations(here) == []
            assert here.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize(
    ("locale", "told"),
    [("fr-FR", "Page 2 sur 3"), ("zh-CN", "第 2 页，共 3 页"), ("zh-TW", "第 2 頁，共 3 頁")],
)
def test_the_page_is_told_in_the_language_of_its_reader(
    browser: Browser, address: str, locale: str, told: str
) -> None:
    with visit(browser, address, locale) as here:
        here.opened()
        here.open_source(here.ask(WEIR))

        expect(here.view.locator(".cq-page-number")).to_have_text(told)


def test_without_a_password_no_file_is_given(corpus: Path, address: str, browser: Browser) -> None:
    assert address  # the index is there
    users = corpus.parent / "users"
    users.write_text(line("anna", PASSWORD) + "\n", encoding="utf-8")
    with served(corpus, corpus.parent / "index", "--auth", str(users)) as guarded:
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{guarded}/original?document=river.pdf", timeout=60)
        assert refused.value.code == 401
        with visit(browser, guarded) as here:
            here.page.goto(guarded)
            fields = here.page.locator("input, textarea")
            fields.nth(0).fill("anna")
            fields.nth(1).fill(PASSWORD)
            here.page.get_by_role("button").click()
            expect(here.question).to_be_visible()

            answer = here.page.request.get(f"{guarded}/original?document=river.pdf")

            assert answer.status == 200
            assert answer.body() == (corpus / "river.pdf").read_bytes()
            assert answer.headers["x-content-type-options"] == "nosniff"
