"""Somebody begins with nothing, or with the sample, and comes to their own documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from qa.settings import sample_corpus
from tests.browser.test_page_safety import violations
from tests.browser.visits import served, visit

pytestmark = [pytest.mark.browser, pytest.mark.model]

MILL = "The mill of Port Clement ground 900 sacks a year.\n"
DROP = """([name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name));
  for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(
    new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""
ASKED = "How many sacks did the mill of Port Clement grind?"


def test_an_empty_folder_is_filled_on_the_page_and_asked(browser: Browser, tmp_path: Path) -> None:
    corpus, mill = tmp_path / "corpus", tmp_path / "mill.txt"
    corpus.mkdir()
    mill.write_text(MILL, "utf-8")
    with served(corpus, tmp_path / "index") as address, visit(browser, address) as window:
        here = window.opened()
        first = here.page.locator("#cq-drop .cq-first")
        expect(first).to_contain_text("Drop your documents here")
        expect(first).to_be_in_viewport(ratio=1)
        assert violations(here) == []
        here.question.fill(ASKED)
        here.question.press("Enter")
        expect(here.turns.locator(".cq-error")).to_contain_text("There are no documents yet.")
        expect(first).to_be_visible()

        here.page.evaluate(DROP, ["mill.txt", MILL])

        expect(here.page.locator(".cq-adding li")).to_have_text("mill.txt was added.")
        expect(here.page.locator(".cq-asked-of")).to_contain_text("All documents are asked (1).")
        expect(here.ask(ASKED).locator(".cq-quote")).to_contain_text("900 sacks")
        expect(here.page.locator("#cq-drop")).to_be_hidden()

        here.page.remove_listener("dialog", here._dismissed)
        here.page.on("dialog", lambda dialog: dialog.accept())
        here.tab(1)
        here.page.locator('[data-do="remove"]').click()
        expect(here.page.locator("#cq-upload .cq-first")).to_be_visible()
        here.tab(0)
        here.question.fill(ASKED)
        here.question.press("Enter")
        expect(here.turns.nth(2).get_by_role("alert")).to_contain_text("were deleted")
        assert not window.errors


def test_a_folder_is_added_with_what_is_in_it_and_the_fate_of_each_file_is_told(
    browser: Browser, tmp_path: Path
) -> None:
    given = tmp_path / "given"
    for path, text in {
        "磨坊 mill 👩\u200d🌾.txt": MILL, "deep/er/well.txt": "The well of Vell is 87 metres deep.\n",
        ".git/config": "x", "empty.txt": "", "app.exe": "MZ",
    }.items():  # fmt: skip
        (given / path).parent.mkdir(parents=True, exist_ok=True)
        (given / path).write_text(text, "utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "old.txt").write_text("The light of Vell burned oil until 1903.\n", "utf-8")
    narrow = {"width": 360, "height": 740}
    with (
        served(corpus, tmp_path / "index") as address,
        visit(browser, address, viewport=narrow) as window,
        visit(browser, address, "fr-FR") as other,
    ):
        here = window.opened()
        expect(here.page.locator(".cq-add")).to_be_visible()
        box = here.page.locator("#cq-drop").bounding_box()
        assert box
        assert box["height"] < 60  # a line, until something is dragged
        other.opened()

        here.page.locator("#cq-folder").set_input_files(given)
        other.page.locator("#cq-files").set_input_files(given / "deep" / "er" / "well.txt")

        news = here.page.locator(".cq-adding")
        expect(news.locator("[role=status]")).to_have_text("Files read: 5 of 5; added: 2.")
        told = news.locator("li").all_inner_texts()
        assert told[0] == "given/.git was not added: is hidden: its name begins with a dot"
        assert {"given/empty.txt was not added: is empty", "given/deep/er/well.txt was added."} < {
            *told
        }
        expect(here.page.locator(".cq-asked-of")).to_contain_text("(4)")
        expect(other.page.locator(".cq-asked-of")).to_contain_text("(4)")
        here.page.locator("#cq-files").set_input_files(given / "deep" / "er" / "well.txt")
        expect(news.locator("li")).to_have_text("well.txt was not added: is there already")
        assert here.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        news.get_by_role("button", name="Close").click()
        expect(news).to_be_hidden()
        assert violations(here) == []
        assert not window.errors + other.errors


def test_the_sample_is_left_for_documents_of_ones_own(browser: Browser, tmp_path: Path) -> None:
    own, mill = tmp_path / "own", tmp_path / "mill.txt"
    mill.write_text(MILL, "utf-8")
    with (
        served(sample_corpus(), tmp_path / "index", CITED_QA_DOCUMENTS=str(own)) as address,
        visit(browser, address) as window,
    ):
        here = window.opened()
        here.page.get_by_role("button", name="Use my own documents").first.click()
        expect(here.page.locator("#cq-drop .cq-first")).to_be_visible()
        expect(here.page.locator("#cq-drop")).to_contain_text(f"kept in {own}")
        here.page.locator("#cq-files").set_input_files(mill)
        expect(here.page.locator(".cq-asked-of")).to_contain_text("All documents are asked (1).")

        here.tab(1)
        expect(here.page.locator(".cq-table tbody tr")).to_have_count(1)
        here.tab(0)
        expect(here.ask(ASKED).locator(".cq-quote")).to_contain_text("900 sacks")
        assert (own / "mill.txt").read_text("utf-8") == MILL

        here.tab(1)
        here.page.locator("#cq-upload").get_by_role("button", name="Back to the sample").click()
        expect(here.page.get_by_role("button", name="Use my own documents").last).to_be_visible()
        expect(here.page.locator(".cq-table")).not_to_contain_text("mill.txt")
        here.tab(0)
        expect(here.turns.locator(".cq-source")).to_contain_text("deleted since")
