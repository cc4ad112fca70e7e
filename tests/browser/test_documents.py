"""The documents as their reader meets them: which are asked, folders, what each holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.test_page_safety import violations
from tests.browser.visits import Visit, visit
from tests.pdfs import Page, pdf

pytestmark = [pytest.mark.model, pytest.mark.browser]

DYKE = (
    "The dyke of Orvel was raised in 1887 by the farmers of nine villages. "
    "It keeps the sea out of the low meadows, which were flooded every other winter. "
    "A pump house of brick was added in 1921, and its engine runs to this day.\n"
)
MOULIN = (
    "Le moulin d’Orvel moulait neuf cents sacs de blé par an pour les villages voisins. "
    "Il fut vendu en 1934 à une coopérative, qui remplaça la roue par un moteur électrique.\n"
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents") / "corpus"
    (folder / "coast").mkdir(parents=True)
    (folder / "coast" / "dyke.txt").write_text(DYKE, encoding="utf-8")
    (folder / "coast" / "moulin.txt").write_text(MOULIN, encoding="utf-8")
    pages = [Page() for _ in range(2)]
    pages[0].lines(60, 100, ["The harbour of Vell", "It has two piers of granite and a light."])
    pages[1].lines(60, 100, ["The light of Vell burned oil until 1903."])
    (folder / "harbour.pdf").write_bytes(pdf(*pages, title="The harbour of Vell"))
    return folder


def test_how_many_documents_are_asked_is_always_in_sight_and_a_folder_or_one_of_it_can_be(
    browser: Browser, address: str
) -> None:
    telephone = {"width": 360, "height": 640}
    with visit(browser, address, viewport=telephone) as window:
        here = window.opened()
        asked = here.page.locator(".cq-asked-of")
        expect(asked).to_contain_text("All documents are asked (3).")
        expect(here.page.locator("#cq-drop .cq-add")).to_be_visible()
        turn = here.ask("When was the dyke of Orvel raised?")
        expect(turn.locator(".cq-source").first).to_contain_text("dyke.txt")
        here.ask("What is said of Vell and of Orvel?")
        assert here.page.evaluate("document.documentElement.scrollHeight") > telephone["height"]
        expect(asked).to_be_in_viewport(ratio=1)

        here.tab(1)
        folder = here.page.get_by_role("checkbox", name="Ask only coast")
        folder.click()
        expect(folder).to_have_attribute("aria-checked", "true")
        expect(folder).to_be_focused()
        expect(here.page.locator('.cq-table [aria-checked="true"]')).to_have_count(2)
        here.tab(0)
        expect(asked).to_contain_text("2 of 3 documents asked: “coast”")
        expect(asked).to_be_in_viewport()
        assert "1903" not in here.ask("Until when did the light of Vell burn oil?").inner_text()

        here.tab(1)
        here.page.locator('.cq-table .cq-check[data-document="coast/moulin.txt"]').click()

        expect(folder).to_have_attribute("aria-checked", "false")
        expect(here.page.locator('.cq-table [aria-checked="true"]')).to_have_count(1)
        assert window.errors == []


def test_the_table_is_sorted_narrowed_and_searched_and_tells_languages_pages_and_sizes(
    here: Visit,
) -> None:
    here.tab(1)
    rows = here.page.locator(".cq-table tbody tr")
    expect(rows).to_have_count(3)
    sort = here.page.get_by_label("Sort by")
    sort.select_option("size")
    expect(rows.nth(0)).to_contain_text("harbour.pdf")
    expect(sort).to_be_focused()

    here.page.locator("[data-arrange=language]").select_option("fr")

    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("moulin.txt")
    expect(rows).to_contain_text("French · passages: 1 · 1 kB")

    here.page.locator("[data-arrange=language]").select_option("")
    here.find_document("harbour")
    expect(rows).to_have_count(1)
    expect(here.page.locator(".cq-facts")).to_contain_text("English · pages: 2 · passages: ")


def test_a_click_on_a_document_shows_its_main_sentences_which_open_where_they_stand(
    here: Visit,
) -> None:
    here.tab(1)
    here.page.locator('.cq-name[data-overview="coast/dyke.txt"]').click()
    expect(here.view).to_be_focused()
    expect(here.view).to_contain_text("Main sentences, quoted")
    sentence = here.view.locator(".cq-source").first.locator("span").inner_text()
    assert sentence in DYKE

    here.view.locator(".cq-chip").first.click()

    expect(here.view.locator(".cq-reading mark")).to_contain_text(sentence)


@pytest.mark.parametrize("locale", ["en-US", "fr-FR"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_table_fits_with_a_source_open_and_axe_finds_nothing_serious(
    browser: Browser, address: str, locale: str, scheme: str
) -> None:
    with visit(browser, address, locale, color_scheme=scheme) as here:
        here.opened()
        told = here.page.evaluate("getComputedStyle(document.documentElement).colorScheme")
        assert ("dark" in told) == (scheme == "dark")  # scroll bars of the whole page too
        here.tab(1)
        here.page.locator(".cq-name").first.click()
        expect(here.view).to_be_visible()
        for width in (1920, 1280, 360):
            here.page.set_viewport_size({"width": width, "height": 800})
            table = here.page.locator(".cq-scroll").first
            clipped = "all => all.scrollWidth - all.clientWidth"
            assert table.evaluate(clipped) <= 0
            assert here.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            if width < 1920:
                assert violations(here) == []
