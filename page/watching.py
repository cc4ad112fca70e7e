"""Watched questions on the page: starred at an answer, asked again once the index is another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import phrase
from page import watch_html
from page.answer_html import error
from page.bridge import Bridge
from page.context import ASKING, Context
from page.conversation import place_of
from page.keeping import SECRET, paths_of, turns_of
from page.toasts import warn
from page.value_store import Keeper
from page.watched import (
    MOST,
    Answered,
    Watched,
    compared,
    keeping,
    key_of,
    noted,
    restored,
    seen_in,
    without,
)
from qa.presentation import presented
from serving.shared import AT_ONCE

WATCHED_KEY = "cited-qa.watched"
LEFT = ("unwatch", "noticed")
PRESSED = ("watch", *LEFT)
# How often it is looked whether the index is another, in seconds.
EVERY = 10
# Other windows of the browser are told.
SHARE = "(kept) => citedQA.share('watched', kept)"

Change = Callable[[tuple[Watched, ...]], tuple[Watched, ...]]


@dataclass(frozen=True)
class Watching:
    """The components, and what happens with them."""

    context: Context
    language: gr.Component
    saved: gr.BrowserState
    news: gr.HTML  # above all tabs: what changed, and which questions are watched
    html: gr.HTML  # all of them

    @classmethod
    def above(cls) -> tuple[gr.BrowserState, gr.HTML]:
        """Lay out what must stand above all tabs."""
        saved = gr.BrowserState({}, storage_key=WATCHED_KEY, secret=SECRET)
        news = gr.HTML(
            elem_id="cq-changes", js_on_load="citedQA.pins(element, watch)", apply_default_css=False
        )
        return saved, news

    @property
    def questions(self) -> Keeper[tuple[Watched, ...]]:
        """Where the watched questions of a reader are."""
        return Keeper(lambda: self.context.conversations, "watched", restored, keeping)

    @property
    def inputs(self) -> list[gr.Component]:
        """What :meth:`painted` needs."""
        return [self.saved, self.language]

    @property
    def outputs(self) -> list[gr.Component]:
        """What :meth:`painted` is for."""
        return [self.news, self.html]

    def wire(self, bridge: Bridge, conversation: gr.BrowserState, chosen: gr.BrowserState) -> None:
        """Connect what *bridge* triggers; answers stand in *conversation*."""
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        changed = [self.saved, *self.outputs]
        # Messages of an event that is not queued are never shown.
        bridge.watch(
            self._star, [conversation, chosen, *self.inputs], changed,
            concurrency_limit=None, **common,
        )  # fmt: skip
        bridge.unwatch(self._leave, self.inputs, changed, queue=False, **common)
        self.saved.change(None, self.saved, js=SHARE, queue=False, **common)
        bridge.shared(self._shared, self.inputs, changed, queue=False, **common)
        # What was watched or left meanwhile stays so: the outcome is put to what there is then.
        answered = gr.State(())
        gr.Timer(EVERY).tick(
            self._again, self.inputs, [answered, self.news], concurrency_limit=AT_ONCE,
            concurrency_id=ASKING, **common,
        )  # fmt: skip
        answered.change(self._compared, [answered, *self.inputs], changed, queue=False, **common)

    def painted(self, kept: object, language: str, request: gr.Request) -> tuple[str, str]:
        """Return what changed, and all watched questions."""
        try:
            return self._shown(self.questions.get(kept, request.username or ""), language)
        except CitedQAError as problem:
            return error(*problem.briefly(language), language), ""

    def _shown(
        self, watched: tuple[Watched, ...], language: str, unchanged: int = 0
    ) -> tuple[str, str]:
        marks = watch_html.watch_marks(watched)
        news = watch_html.changes(watched, language, unchanged)
        return marks + news, watch_html.listed(watched, language)

    def _changed(
        self, kept: object, language: str, request: gr.Request, change: Change, asked: int = 0
    ) -> tuple[Any, ...]:
        try:
            watched, saved = self.questions.change(kept, request.username or "", change)
        except CitedQAError as problem:
            return gr.skip(), error(*problem.briefly(language), language), gr.skip()
        unchanged = max(0, asked - sum(each.now is not None for each in watched))
        return gr.skip() if saved is None else saved, *self._shown(watched, language, unchanged)

    def _star(
        self, turns: object, chosen: object, kept: object, language: str,
        event: gr.EventData, request: gr.Request,
    ) -> tuple[Any, ...]:  # fmt: skip
        """Watch the question of an answer, or no longer."""
        conversation = turns_of(turns, request)
        at = place_of(conversation, str(event.turn))
        answer = conversation[at].answer if at is not None else None
        full = False

        def change(watched: tuple[Watched, ...]) -> tuple[Watched, ...]:
            nonlocal full
            if answer is None:
                return watched
            question = presented(answer).understood or answer.question
            others = without(watched, key_of(question))
            full = len(others) == len(watched) >= MOST
            if full or len(others) < len(watched):
                return others
            paths = tuple(paths_of(chosen))
            return (*watched, Watched(question, paths, answer.generation, seen_in(answer)))

        changed = self._changed(kept, language, request, change)
        if full:
            warn(phrase("watch_full", language, count=MOST))
        return changed

    def _leave(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        """Watch a question no longer, or note that its change was seen."""
        key, left = str(event.key), without if event.does == "unwatch" else noted
        return self._changed(kept, language, request, lambda watched: left(watched, key))

    def _shared(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        """Show what another window of this browser watches."""
        if event.name != "watched":
            return (gr.skip(),) * 3
        theirs = kept if request.username else json.loads(event.kept)
        return gr.skip() if request.username else theirs, *self.painted(theirs, language, request)

    def _again(self, kept: object, language: str, request: gr.Request) -> Iterator[tuple[Any, Any]]:
        """Ask again what was asked of another generation, and yield how far that is."""
        try:
            watched = self.questions.get(kept, request.username or "")
        except CitedQAError as problem:
            yield gr.skip(), error(*problem.briefly(language), language)
            return
        generation = self.context.shelf.now.generation
        stale = [each for each in watched if each.generation != generation]
        if not stale or not generation:
            yield gr.skip(), gr.skip()
            return
        answered: list[Answered] = []
        for each in stale:
            marks = watch_html.watch_marks(watched)
            yield gr.skip(), marks + watch_html.asking(len(answered), len(stale), language)
            answered.append(self._asked(each, generation))
        yield tuple(answered), gr.skip()

    def _asked(self, watched: Watched, generation: str) -> Answered:
        try:
            among = self.context.shelf.among(watched.paths)
            answer = self.context.ask(watched.question, among=among)
        except CitedQAError:  # it cannot be asked any more: its last answer stays
            return Answered(watched.key, generation, None)
        return Answered(watched.key, answer.generation, seen_in(answer))

    def _compared(
        self, answered: tuple[Answered, ...], kept: object, language: str, request: gr.Request
    ) -> tuple[Any, ...]:
        """Put what was answered to the questions that are watched now."""
        return self._changed(
            kept, language, request, lambda watched: compared(watched, answered), len(answered)
        )
