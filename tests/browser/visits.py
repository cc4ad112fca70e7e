"""A served page and a browser that looks at it, as its users do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Dialog, Locator, Page, Request, expect

from qa.settings import Settings
from tests import servers

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Milliseconds; a machine that does other work as well answers in seconds, not in tenths.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@contextmanager
def served(
    corpus: Path, index: Path, *arguments: str, program: str = "cli.main", **settings: str
) -> Iterator[str]:
    """Run `cited-qa serve` and yield its address."""
    usual = {
        "CITED_QA_CACHE": str(Settings.from_env().cache),
        "CITED_QA_FEEDBACK": str(index.parent / "feedback.jsonl"),
        "CITED_QA_PER_MINUTE": "10000",
    }
    asked = usual | settings
    with servers.served(corpus, index, *arguments, program=program, **asked) as port:
        yield f"http://127.0.0.1:{port}"


# Tells in window.rebuilt whether progress was shown and is gone.
WATCH_REBUILD = """() => {
  let going = window.rebuilt = false;
  new MutationObserver((_, watch) => {
    const shown = document.querySelector(".cq-progress") !== null;
    window.rebuilt = going && !shown;
    going ||= shown;
    if (window.rebuilt) watch.disconnect();
  }).observe(document.body, {childList: true, subtree: true});
}"""


EVENTS = "**/run/predict*"  # those that are not queued


@dataclass
class Visit:
    """One user's browser window on the page, and what it did that it should not."""

    page: Page
    address: str
    left: list[str] = field(default_factory=list)  # requests to another machine
    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", self._watched)
        self.page.on("dialog", self._dismissed)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _watched(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.left.append(request.url)

    def _dismissed(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def opened(self) -> Visit:
        self.page.goto(self.address)
        expect(self.question).to_be_visible()
        # The page has spoken its language once the tabs are painted by the server.
        expect(self.page.locator(".cq-log")).to_be_attached()
        return self

    @property
    def question(self) -> Locator:
        return self.page.locator("#cq-question textarea")

    @property
    def turns(self) -> Locator:
        return self.page.locator(".cq-turn")

    @property
    def view(self) -> Locator:
        return self.page.locator(".cq-view")

    def ask(self, question: str) -> Locator:
        """Ask and return the answer's element."""
        before = self.turns.count()
        self.question.fill(question)
        self.question.press("Enter")
        return self.answered(before)

    def answered(self, before: int) -> Locator:
        turn = self.turns.nth(before)
        expect(turn.locator(".cq-tools")).to_be_visible()
        return turn

    def open_source(self, turn: Locator, number: int = 1) -> None:
        turn.locator(f'.cq-chip[data-number="{number}"]').first.click()
        expect(self.view).to_be_visible()

    def tab(self, number: int) -> None:
        self.page.get_by_role("tab").nth(number).click()

    def find_document(self, words: str) -> None:
        """Type *words* on the documents tab, key by key: a whole value set at once, while
        Gradio lays the tab out, has been lost on a busy machine."""
        self.tab(1)
        box = self.page.get_by_placeholder("Find a document")
        expect(self.page.locator(".cq-table")).to_be_visible()
        box.press_sequentially(words, delay=50)
        expect(box).to_have_value(words)

    def rebuild(self) -> None:
        """Rebuild on the documents tab and wait for what it did."""
        self.tab(1)
        # Where nothing changed it is over before a look at intervals sees it go on.
        self.page.evaluate(WATCH_REBUILD)
        self.page.locator("#cq-rebuild").click()
        self.page.wait_for_function("window.rebuilt")
        expect(self.page.locator("#cq-cancel")).to_be_hidden()


@contextmanager
def visit(
    browser: Browser, address: str, locale: str = "en-US", **options: object
) -> Iterator[Visit]:
    """Open the page in a fresh browser profile."""
    context = browser.new_context(locale=locale, **options)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    try:
        yield Visit(context.new_page(), address)
    finally:
        context.close()
