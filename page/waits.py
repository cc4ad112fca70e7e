"""One question on its way: what is being done for it, and then what came of it."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from index.passage_index import Filter
from qa.answers import Answer

# How often it is looked whether somebody pressed stop, in seconds.
EVERY = 0.1


class Wait:
    """Somebody waits for an answer; until stop is pressed, or another question takes its place."""

    def __init__(self, question: str) -> None:
        self.question = question
        self.over = threading.Event()
        self.superseded = False


class Waits:
    """Who waits for an answer: one question at a time in each window.

    Gradio could cancel the event instead, but its page then takes no further question.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waits: dict[str, Wait] = {}

    @contextmanager
    def begun(self, session: str, question: str) -> Iterator[Wait]:
        """Yield a wait of *session*, in place of the one that it has."""
        wait = Wait(question)
        with self._lock:
            before = self._waits.get(session)
            if before:
                before.superseded = True
                before.over.set()
            self._waits[session] = wait
        try:
            yield wait
        finally:
            with self._lock:
                if self._waits.get(session) is wait:
                    del self._waits[session]

    def has(self, session: str) -> bool:
        """Tell whether *session* waits for an answer."""
        with self._lock:
            return session in self._waits

    def leave(self, session: str) -> None:
        """End the wait of *session*, unheard: another conversation is on the page."""
        with self._lock:
            wait = self._waits.pop(session, None)
        if wait:
            wait.superseded = True
            wait.over.set()

    def stop(self, session: str) -> str:
        """End the wait of *session*, if it has one, and return its question."""
        with self._lock:
            wait = self._waits.get(session)
            if wait is None:
                return ""
            wait.over.set()
            return wait.question


def asked(
    ask: Callable[..., Answer],
    question: str,
    before: str | None,
    among: Filter | None,
    wait: Wait,
    language: str = "auto",
) -> Iterator[str | Answer]:
    """Ask, and yield what is being done, as keys of the phrases; the answer comes last.

    Nothing more comes once *wait* is over; the engine ends its work unheard.

    Raises:
        CitedQAError: What *ask* raises.
    """
    heard: queue.SimpleQueue[str | Answer | Exception] = queue.SimpleQueue()

    def run() -> None:
        try:
            answer = ask(question, language=language, among=among, before=before, report=heard.put)
            heard.put(answer)
        except Exception as error:  # noqa: BLE001 - raised again where it is heard
            heard.put(error)

    threading.Thread(target=run, name="ask", daemon=True).start()
    while not wait.over.is_set():
        try:
            news = heard.get(timeout=EVERY)
        except queue.Empty:
            continue
        if wait.over.is_set():
            return
        if isinstance(news, Exception):
            raise news
        yield news
        if isinstance(news, Answer):
            return
