"""First use by somebody who has read nothing: from an empty folder to the first answer.

    python -m benchmarks.first_use [--data FILE --question TEXT]

`cited-qa serve` begins with an empty folder and no index: *cold*, where the model that comes with
the program has never been unpacked, and *warm*, where it has.  Chromium opens the page, a file is
dropped on it, a question is typed and sent.  Counted is what the person does: a click, a drop, a
choice of a file, or all the keys of one text.  Beside it the weight of the page: what is
fetched until the question box takes input, compressed as it travels, and unpacked.
"""

from __future__ import annotations

import argparse
import base64
import json
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from qa.settings import Settings
from tests.browser.visits import ARGUMENTS, CHROMIUM, served

TEXT = (
    "The mill of Port Clement\n\nThe mill of Port Clement was built in 1807 by two brothers. "
    "It ground 900 sacks of wheat a year until the river was led away.\n"
)
QUESTION = "How many sacks of wheat did the mill of Port Clement grind a year?"
DROP = """([name, content]) => {
  const carried = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  carried.items.add(new File([bytes], name));
  for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(
    new DragEvent(kind, {dataTransfer: carried, bubbles: true, cancelable: true}));
}"""
BOX = "#cq-question textarea"
OURS = ("page.js", "conversations.js", "links.js", "keyboard.js", "adding.js", "page.css")


class Steps:
    """What the person does and waits for, with the seconds that each takes."""

    def __init__(self) -> None:
        self.actions, self.told, self._at = 0, {}, time.perf_counter()  # type: ignore[var-annotated]

    def done(self, name: str, actions: int = 0) -> None:
        """Note that a step is over."""
        now = time.perf_counter()
        self.actions += actions
        self.told[name], self._at = round(now - self._at, 2), now

    def report(self, how: str) -> dict[str, Any]:
        """Return all of it."""
        total = round(sum(self.told.values()), 2)
        return {"first use": how, **self.told, "seconds": total, "actions": self.actions}


def first_use(browser: Browser, how: str, cache: Path, data: Path, question: str) -> dict[str, Any]:
    """Return what it takes to get the first answer; the server's own start is a step."""
    steps = Steps()
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        with served(corpus, Path(folder, "index"), CITED_QA_CACHE=str(cache)) as address:
            steps.done("server answers")
            page = browser.new_page()
            page.set_default_timeout(300_000)
            page.goto(address)
            expect(page.locator(".cq-first")).to_be_visible()
            steps.done("page says where to drop")
            page.evaluate(DROP, [data.name, base64.b64encode(data.read_bytes()).decode()])
            expect(page.locator(".cq-adding li")).to_have_count(1)
            steps.done("file is added", actions=1)
            page.locator(".cq-asked-of").wait_for()
            steps.done("file can be asked")
            page.fill(BOX, question)
            page.press(BOX, "Enter")
            page.locator(".cq-turn .cq-tools").wait_for()
            steps.done("answered", actions=2)
            quoted = page.locator(".cq-answer").inner_text().split("\n")[0]
            page.close()
    return {**steps.report(how), "answer": quoted}


def weight(browser: Browser, address: str, width: int) -> dict[str, Any]:
    """Return what the page weighs in a fresh profile, and when its box takes input."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    sizes: dict[str, list[int]] = {}
    with listening(page, sizes):
        began = time.perf_counter()
        page.goto(address)
        page.locator(BOX).wait_for()
        page.fill(BOX, "?")
        ready = time.perf_counter() - began
        page.locator(".cq-log").wait_for(state="attached")
        painted = time.perf_counter() - began
        page.wait_for_timeout(3000)  # what comes late is of the page too
    context.close()
    ours = sum(len(Path("page", name).read_bytes()) for name in OURS)
    sent, unpacked = (sum(each[at] for each in sizes.values()) for at in (0, 1))
    return {
        "width": width, "requests": len(sizes), "transferred KB": sent // 1000,
        "unpacked KB": unpacked // 1000, "of it ours KB": ours // 1000,
        "box takes input s": round(ready, 2), "page speaks s": round(painted, 2),
    }  # fmt: skip


@contextmanager
def listening(page: Page, sizes: dict[str, list[int]]) -> Iterator[None]:
    """Put into *sizes* the bytes that each request brings: as they travel, and unpacked."""
    network = page.context.new_cdp_session(page)

    def note(at: int, field: str) -> Any:
        def heard(event: dict[str, Any]) -> None:
            sizes.setdefault(event["requestId"], [0, 0])[at] += int(event[field])

        return heard

    network.on("Network.loadingFinished", note(0, "encodedDataLength"))
    network.on("Network.dataReceived", note(1, "dataLength"))
    network.send("Network.enable")
    yield
    network.detach()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="the file that is dropped")
    parser.add_argument("--question", default=QUESTION)
    options = parser.parse_args()
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        data = options.data or Path(folder, "mill.txt")
        if not options.data:
            data.write_text(TEXT, encoding="utf-8")
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for how, cache in (("cold", Path(folder, "cache")), ("warm", Settings.from_env().cache)):
            print(json.dumps(first_use(browser, how, cache, data, options.question)), flush=True)
        empty = Path(folder, "empty")
        empty.mkdir()
        with served(empty, Path(folder, "index")) as address:
            for width in (1280, 360):
                print(json.dumps(weight(browser, address, width)), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
