"""Watched questions: after a rebuild the page says whether their answers changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.test_page_safety import violations
from tests.browser.visits import Visit, served, visit

pytestmark = [pytest.mark.model, pytest.mark.browser]

RAISED = "When was the dyke of Orvel raised?"
BELL = "How much does the bell of Vell weigh?"
DYKE = "The dyke of Orvel was raised in 1887 by the farmers of nine villages.\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "dyke.txt").write_text(DYKE, encoding="utf-8")
    (folder / "mill.txt").write_text(
        "The mill of Orvel ground 900 sacks a year.\n", encoding="utf-8"
    )
    return folder


@pytest.fixture
def here(browser: Browser, corpus: Path) -> Iterator[Visit]:
    with (
        served(corpus, corpus.parent / "index") as address,
        visit(browser, address) as window,
    ):
        yield window.opened()
        assert window.errors == []


def watch(here: Visit, question: str) -> Locator:
    star = here.ask(question).get_by_role("button", name="Watch this question")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    return star


def test_a_changed_answer_is_told_with_both_quotes_and_a_decline_that_is_answered_now(
    here: Visit, corpus: Path
) -> None:
    watch(here, RAISED)
    watch(here, BELL)
    (corpus / "dyke.txt").write_text(DYKE.replace("1887", "1889"), encoding="utf-8")
    (corpus / "bell.txt").write_text("The bell of Vell weighs 640 kilograms.\n", encoding="utf-8")

    here.rebuild()

    news = here.page.locator(".cq-changed")
    expect(news.locator("li")).to_have_count(2)
    expect(news.locator("li").nth(0)).to_contain_text("raised in 1887")
    expect(news.locator("li").nth(0)).to_contain_text("raised in 1889")
    expect(news.locator("li").nth(1)).to_contain_text("There is an answer now.")
    expect(news.locator("li").nth(1)).to_contain_text("640 kilograms")
    assert violations(here) == []

    news.get_by_role("button", name="Got it").first.click()
    expect(news.locator("li")).to_have_count(1)
    here.opened()  # the browser keeps it
    expect(news.locator("li")).to_have_count(1)


def test_an_answer_at_another_place_of_its_document_is_unchanged_and_watching_ends(
    here: Visit, corpus: Path
) -> None:
    star = watch(here, RAISED)
    (corpus / "dyke.txt").write_text("About dykes.\n\n" + DYKE, encoding="utf-8")
    here.rebuild()
    here.page.wait_for_timeout(15_000)

    expect(here.page.locator(".cq-changed")).to_have_count(0)
    here.tab(3)
    expect(here.page.locator("#cq-watched")).to_contain_text("The answer is unchanged.")
    here.page.get_by_role("button", name="Stop watching").click()
    expect(here.page.locator(".cq-watched")).to_have_count(0)
    here.tab(0)
    expect(star).to_have_attribute("aria-pressed", "false")
