"""Browsers that begin with what others asked and kept: asking is not what a test is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser

from tests.browser.visits import Visit, visit

State = Any  # Playwright's own, of cookies and storage


def seeded(browser: Browser, address: str, do: Callable[[Visit], None]) -> State:
    """Return the state of a browser in which somebody did that on the page."""
    with visit(browser, address) as here:
        here.opened()
        do(here)
        here.page.wait_for_timeout(500)  # what is written is written
        return here.page.context.storage_state()


@contextmanager
def begun(
    browser: Browser,
    address: str,
    state: State | None = None,
    **options: Any,  # noqa: ANN401
) -> Iterator[Visit]:
    """Open the page in a browser that begins so; in the end it met no error and fetched nothing elsewhere."""
    with visit(browser, address, storage_state=state, **options) as here:
        yield here.opened()
        assert here.errors == []
        assert here.left == []
