"""Somebody begins with nothing, or with the sample, and comes to their own documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from qa.settings import sample_corpus
from tests.browser.visits import served, visit

pytestmark = [pytest.mark.browser, pytest.mark.model]

MILL = "The mill of Port Clement ground 900 sacks a year.\n"
ASKED = "How many sacks did the mill of Port Clement grind?"


def test_an_empty_folder_is_filled_on_the_page_and_asked(browser: Browser, tmp_path: Path) -> None:
    corpus, mill = tmp_path / "corpus", tmp_path / "mill.txt"
    corpus.mkdir()
    mill.write_text(MILL, "utf-8")
    with served(corpus, tmp_path / "index") as address, visit(browser, address) as window:
        here = window.opened()
        expect(here.page.locator("#cq-offer")).to_contain_text("There are no documents yet")

        here.page.locator("#cq-drop input[type=file]").set_input_files(mill)

        expect(here.page.locator("#cq-offer")).not_to_contain_text("There are no documents yet")
        expect(here.ask(ASKED).locator(".cq-quote")).to_contain_text("900 sacks")
        expect(here.page.locator("#cq-drop")).to_be_hidden()
        assert not window.errors


def test_the_sample_is_left_for_documents_of_ones_own(browser: Browser, tmp_path: Path) -> None:
    own, mill = tmp_path / "own", tmp_path / "mill.txt"
    mill.write_text(MILL, "utf-8")
    with (
        served(sample_corpus(), tmp_path / "index", CITED_QA_DOCUMENTS=str(own)) as address,
        visit(browser, address) as window,
    ):
        here = window.opened()
        expect(here.page.locator("#cq-drop")).to_have_count(0)

        here.page.get_by_role("button", name="Use my own documents").click()
        here.page.locator("#cq-drop input[type=file]").set_input_files(mill)

        here.tab(1)
        expect(here.page.locator(".cq-table tbody tr")).to_have_count(1)
        here.tab(0)
        expect(here.ask(ASKED).locator(".cq-quote")).to_contain_text("900 sacks")
        assert (own / "mill.txt").read_text("utf-8") == MILL
