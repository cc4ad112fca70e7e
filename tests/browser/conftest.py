"""The browser that looks at the page; without Playwright its tests are skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.visits import Visit

playwright = pytest.importorskip("playwright.sync_api")

# Of each scheme of colours with each width and language two pairs tell what all of them do; the
# others are for `pytest -m thorough`.
PAIRS = {("light", 360), ("light", 390), ("dark", 1280)}
OTHER_LANGUAGE = {"light": "fr-FR", "dark": "en-US"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as thorough the same page in another pair of scheme and width."""
    for item in items:
        given = item.callspec.params.values() if hasattr(item, "callspec") else ()
        scheme = next((each for each in given if each in ("light", "dark")), None)
        width = next((each for each in given if isinstance(each, int)), None)
        paired = width is None or (scheme, width) in PAIRS
        if scheme and not (paired and OTHER_LANGUAGE[scheme] not in given):
            item.add_marker(pytest.mark.thorough)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a Chromium without a window."""
    from tests.browser.visits import ARGUMENTS, CHROMIUM

    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def address(corpus: Path) -> Iterator[str]:
    """Return where the page over a module's own *corpus* is; its index lies beside that."""
    from tests.browser.visits import served

    with served(corpus, corpus.parent / "index") as address:
        yield address


@pytest.fixture
def here(browser: Browser, address: str) -> Iterator[Visit]:
    """Return a visitor of the page, who in the end met no error and fetched nothing elsewhere."""
    from tests.browser.seeded import begun

    with begun(browser, address) as window:
        yield window
