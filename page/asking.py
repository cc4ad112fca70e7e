"""One question on its way: what is being done for it, and then what came of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator

from index.filters import Filter
from page import coming
from qa.answers import Answer
from qa.engine import Engine


def asked(
    engine: Engine, question: str, before: str | None, among: Filter | None
) -> Iterator[str | Answer]:
    """Ask, and yield what is being done, as keys of the page's words; the answer comes last.

    Raises:
        CitedQAError: What the engine raises.
    """
    yield "searching"
    heard: queue.SimpleQueue[str | Answer | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            heard.put(coming.ask(engine, question, before=before, among=among, progress=heard.put))
        except Exception as error:  # noqa: BLE001 - raised again where it is heard
            heard.put(error)

    threading.Thread(target=run, name="ask", daemon=True).start()
    while True:
        news = heard.get()
        if isinstance(news, Exception):
            raise news
        yield news
        if isinstance(news, Answer):
            return
