"""Quotes are checked and mentions listed in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from qa.settings import sample_corpus
from tests.browser.visits import Visit, served

pytestmark = [pytest.mark.model, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("finding")
    with served(sample_corpus(), folder / "index") as address:
        yield address


def test_a_quote_is_checked_and_its_source_opened_where_it_stands(here: Visit) -> None:
    here.tab(2)
    here.page.get_by_label("Check a quote").fill("some 4,000 reporters were accredited")
    here.page.get_by_role("button", name="Check", exact=True).click()

    verdict = here.page.locator("#cq-verdict")
    expect(verdict).to_contain_text("In the documents to the letter")
    verdict.get_by_role("button").first.click()
    expect(here.view.locator("mark").first).to_be_visible()


def test_every_mention_is_listed_and_saved_as_a_table(here: Visit) -> None:
    here.tab(2)
    here.page.get_by_role("tab", name="Every mention").click()
    here.page.get_by_role("textbox", name="Every mention").fill("Indonésie")
    here.page.get_by_role("button", name="Find all").click()

    places = here.page.locator("#cq-mentions")
    expect(places).to_contain_text("Passages looked at")
    expect(places.get_by_role("table").nth(1)).to_contain_text("Indonesia")
    with here.page.expect_download() as download:
        here.page.locator("#cq-save-csv").click()
    assert download.value.suggested_filename == "mentions.csv"


def test_a_draft_is_checked_sentence_by_sentence_and_saved_as_a_table(here: Visit) -> None:
    here.tab(2)
    here.page.get_by_role("tab", name="Check my text").click()
    expect(here.page.get_by_role("tab")).to_have_count(7)
    expect(here.page.get_by_text("Is your text right?")).to_be_visible()
    here.page.get_by_label("Check a text").fill(
        "Nobody has ever seen it. He wrote: “some 4,000 reporters were accredited”."
    )
    here.page.get_by_role("button", name="Check the text").click()
    expect(here.page.locator("#cq-report .cq-busy")).to_be_visible()

    report = here.page.locator("#cq-report")
    expect(report).to_contain_text("Nothing found")
    expect(report).to_contain_text("some 4,000 reporters were accredited")
    expect(report.locator("li")).to_have_count(2)
    with here.page.expect_download() as download:
        here.page.locator("#cq-save-checked").click()
    assert download.value.suggested_filename.endswith(".csv")
