"""Watched questions on the page: starred at an answer, asked again once the index is another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import phrase
from page import watch_html
from page.context import ASKING, AT_ONCE, Context
from page.conversation import place_of
from page.keeping import SECRET, paths_of, turns_of
from page.toasts import warn
from page.watched import MOST, Watched, keeping, key_of, restored, seen_in
from qa.presentation import presented

WATCHED_KEY = "cited-qa.watched"
PRESSED = ("watch", "unwatch", "noticed")
# How often it is looked whether the index is another, in seconds.
EVERY = 10


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
    def inputs(self) -> list[gr.Component]:
        """What :meth:`painted` needs."""
        return [self.saved, self.language]

    @property
    def outputs(self) -> list[gr.Component]:
        """What :meth:`painted` is for."""
        return [self.news, self.html]

    def wire(self, bridge: gr.HTML, conversation: gr.BrowserState, chosen: gr.BrowserState) -> None:
        """Connect what *bridge* triggers; answers stand in *conversation*."""
        common: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
        changed = [self.saved, *self.outputs]
        # Messages of an event that is not queued are never shown.
        bridge.watch(
            self._star, [conversation, chosen, *self.inputs], changed,
            concurrency_limit=None, **common,
        )  # fmt: skip
        bridge.unwatch(self._unwatch, self.inputs, changed, queue=False, **common)
        bridge.noticed(self._noticed, self.inputs, changed, queue=False, **common)
        gr.Timer(EVERY).tick(
            self._again, self.inputs, changed, concurrency_limit=AT_ONCE,
            concurrency_id=ASKING, **common,
        )  # fmt: skip

    def painted(self, kept: object, language: str, request: gr.Request) -> tuple[str, str]:
        """Return what changed, and all watched questions."""
        return self._shown(restored(kept, request.username or ""), language)

    def _shown(self, watched: tuple[Watched, ...], language: str) -> tuple[str, str]:
        marks = watch_html.watch_marks(watched)
        news = watch_html.changes(watched, language)
        return marks + news, watch_html.listed(watched, language)

    def _kept(
        self, watched: tuple[Watched, ...], language: str, request: gr.Request
    ) -> tuple[Any, ...]:
        return keeping(watched, request.username or ""), *self._shown(watched, language)

    def _star(
        self, turns: object, chosen: object, kept: object, language: str,
        event: gr.EventData, request: gr.Request,
    ) -> tuple[Any, ...]:  # fmt: skip
        """Watch the question of an answer, or no longer."""
        watched = restored(kept, request.username or "")
        conversation = turns_of(turns, request)
        at = place_of(conversation, str(event.turn))
        answer = conversation[at].answer if at is not None else None
        if answer is None:
            return self._kept(watched, language, request)
        question = presented(answer).understood or answer.question
        others = tuple(each for each in watched if each.key != key_of(question))
        if len(others) < len(watched):
            return self._kept(others, language, request)
        if len(watched) >= MOST:
            warn(phrase("watch_full", language, count=MOST))
            return self._kept(watched, language, request)
        paths = tuple(paths_of(chosen))
        new = Watched(question, paths, answer.generation, seen_in(answer))
        return self._kept((*watched, new), language, request)

    def _unwatch(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        watched = restored(kept, request.username or "")
        others = tuple(each for each in watched if each.key != str(event.key))
        return self._kept(others, language, request)

    def _noticed(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        watched = restored(kept, request.username or "")
        noted = (each.taken_note_of() if each.key == str(event.key) else each for each in watched)
        return self._kept(tuple(noted), language, request)

    def _again(self, kept: object, language: str, request: gr.Request) -> Iterator[tuple[Any, ...]]:
        """Ask again what was asked of another generation, and yield how far that is."""
        watched = list(restored(kept, request.username or ""))
        generation = self.context.shelf.now.generation
        stale = [at for at, each in enumerate(watched) if each.generation != generation]
        if not stale or not generation:
            yield gr.skip(), gr.skip(), gr.skip()
            return
        for done, at in enumerate(stale):
            marks = watch_html.watch_marks(watched)
            yield gr.skip(), marks + watch_html.asking(done, len(stale), language), gr.skip()
            watched[at] = self._asked(watched[at], generation)
        yield self._kept(tuple(watched), language, request)

    def _asked(self, watched: Watched, generation: str) -> Watched:
        try:
            among = self.context.shelf.among(watched.paths)
            answer = self.context.service.engine().ask(watched.question, among=among)
        except CitedQAError:  # it cannot be asked any more: its last answer stays
            return replace(watched, generation=generation)
        return watched.asked_again(seen_in(answer), answer.generation)
