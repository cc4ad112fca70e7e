"""Questions to begin with, made from the titles in the documents; nothing is invented."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

from corpus.errors import CitedQAError
from corpus.near_duplicates import essence
from language.phrases import phrase
from language.tags import family
from page.shelf import Shelf
from qa.service import Service

log = logging.getLogger(__name__)

SHOWN = 4
# Titles that are tried; each costs a question.
TRIED = 10
LONGEST = 48  # characters of a title that reads well in a question


class Suggestions:
    """For each language of the page, questions that the current index answers.

    They are asked before they are suggested: a question that is not answered, or with the
    title itself, is no example.  That happens once for each generation, in the background.
    """

    def __init__(self, service: Service, shelf: Shelf) -> None:
        self._service, self._shelf = service, shelf
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str], list[str]] = {}

    def known(self, language: str) -> list[str]:
        """Return what has been found so far for *language*; the first call begins to look."""
        key = (self._shelf.now.generation, language)
        with self._lock:
            if key not in self._known:
                kept = (item for item in self._known.items() if item[0][0] == key[0])
                self._known = dict(kept)
                self._known[key] = []
                threading.Thread(target=self._look, args=key, daemon=True).start()
            return list(self._known[key])

    def _look(self, generation: str, language: str) -> None:
        try:
            for question in self._answered(language):
                with self._lock:
                    self._known.setdefault((generation, language), []).append(question)
        except CitedQAError as error:
            log.warning("no suggestions: %s", error)

    def _answered(self, language: str) -> Iterator[str]:
        engine, count = self._service.engine(), 0
        for title in titles(self._shelf.titles(), language)[:TRIED]:
            question = phrase("suggested", language, title=title)
            answer = engine.ask(question, top_k=1)
            if answer.answered and essence(answer.answer or "") != essence(title):
                count += 1
                yield question
            if count == SHOWN:
                return


def titles(known: list[tuple[str, str]], language: str) -> list[str]:
    """Return titles that make a question, those in *language* first.

    Args:
        known: Titles with their languages.
        language: BCP 47.
    """
    usable = [
        (title, tag)
        for title, tag in dict.fromkeys(known)
        if 0 < len(title) <= LONGEST and not title.endswith(("…", "。")) and "\n" not in title
    ]
    return [
        title
        for title, _ in sorted(
            usable, key=lambda title: (title[1] != language, family(title[1]) != family(language))
        )
    ]
