"""One question on its way: what is being done for it, and then what came of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from index.filters import Filter
from page import coming
from qa.answers import Answer
from qa.engine import Engine

# How often it is looked whether somebody pressed stop, in seconds.
EVERY = 0.1


class Stops:
    """Who wants the answer under way no longer.

    Gradio could cancel the event instead, but its page then takes no further question.
    """

    def __init__(self) -> None:
        self._under_way: dict[str, threading.Event] = {}

    @contextmanager
    def until(self, session: str) -> Iterator[threading.Event]:
        """Yield what is set when *session* presses stop."""
        event = self._under_way[session] = threading.Event()
        try:
            yield event
        finally:
            self._under_way.pop(session, None)

    def stop(self, session: str) -> None:
        """Stop what *session* waits for, if it does."""
        event = self._under_way.get(session)
        if event:
            event.set()


def asked(
    engine: Engine,
    question: str,
    before: str | None,
    among: Filter | None,
    stopped: threading.Event,
) -> Iterator[str | Answer]:
    """Ask, and yield what is being done, as keys of the page's words; the answer comes last.

    Nothing more comes once *stopped* is set; the engine ends its work unheard.

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
    while not stopped.is_set():
        try:
            news = heard.get(timeout=EVERY)
        except queue.Empty:
            continue
        if isinstance(news, Exception):
            raise news
        yield news
        if isinstance(news, Answer):
            return
