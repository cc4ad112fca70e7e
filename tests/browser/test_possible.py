"""A possible answer on the page: plainly another thing than an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gradio_client import Client
from playwright.sync_api import Browser, expect

from qa.settings import sample_corpus
from tests.browser.test_page_safety import violations
from tests.browser.visits import served, visit

pytestmark = [pytest.mark.model, pytest.mark.browser]

RAILWAY = "How long is the Jakarta–Bandung railway?"


@pytest.fixture(scope="module")
def unsure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a program that is sure of nothing."""
    folder: Path = tmp_path_factory.mktemp("unsure")
    with served(sample_corpus(), folder / "index", program="tests.unsure") as address:
        yield address


def test_it_is_labelled_in_plain_type_with_its_confidence_and_outlives_a_reload(
    browser: Browser, unsure: str
) -> None:
    with visit(browser, unsure) as here:
        here.opened().ask(RAILWAY)
        here.opened()
        turn = here.turns.nth(0)
        sizes = [
            turn.locator(part).first.evaluate("one => getComputedStyle(one).fontSize")
            for part in (".cq-possibly", ".cq-quote")
        ]

        expect(turn.locator(".cq-possibly")).to_have_text("Possibly:")
        expect(turn.locator(".cq-quote")).to_contain_text("142")
        expect(turn.locator(".cq-confidence")).to_contain_text("%")
        expect(turn.locator(".cq-declined")).to_have_count(0)
        assert sizes[0] == sizes[1]
        here.open_source(turn)
        expect(here.view.locator(".cq-reading mark")).to_contain_text("142")
    answer = Client(unsure, verbose=False).predict(RAILWAY, api_name="/ask")
    assert (answer["kind"], answer["declined"]) == ("possible", False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_it(browser: Browser, unsure: str, scheme: str) -> None:
    options = {"viewport": {"width": 390, "height": 800}, "color_scheme": scheme}
    with visit(browser, unsure, "zh-CN", **options) as here:
        turn = here.opened().ask("丝路基金的第一个项目是哪座水电站？")
        expect(turn.locator(".cq-possibly")).to_have_text("可能是：")

        assert violations(here) == []
