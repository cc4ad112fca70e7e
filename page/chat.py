"""The chat: a question, its answer as it comes, and the conversation that the browser keeps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from index.passage_index import Filter
from language.phrases import phrase
from page import chat_html
from page.context import ASKING, AT_ONCE, Context, person
from page.conversation import Turn, Turns, place_of, rated
from page.exports import Exports
from page.keeping import SECRET, STORAGE_KEY, keeping, turns_of
from page.labels import label
from page.toasts import failure, tell
from page.waits import asked
from qa.answers import Answer
from qa.understanding import LONGEST_QUESTION

FOLLOW = "citedQA.follow(element, watch)"

Update = dict[Any, Any]


@dataclass(frozen=True)
class Chat:
    """The chat's components, made inside the layout, and what happens with them."""

    context: Context
    language: gr.Component
    chosen: gr.State  # the paths of the documents to ask; all if it is empty
    log: gr.HTML
    asked: gr.HTML
    saved: gr.BrowserState
    editing: gr.State  # the id of the turn that the next question replaces
    question: gr.Textbox
    send: gr.Button
    stop: gr.Button
    exports: Exports

    @classmethod
    def made(cls, context: Context, language: gr.Component, chosen: gr.State) -> Chat:
        """Lay the chat out where the caller is."""
        log = gr.HTML(elem_id="cq-chat", js_on_load=FOLLOW, apply_default_css=False)
        asked_of = gr.HTML(elem_id="cq-asked", apply_default_css=False)
        with gr.Row(elem_id="cq-composer"):
            question = gr.Textbox(
                label=label("question"),
                show_label=False,
                container=False,
                placeholder=label("question_hint"),
                max_length=LONGEST_QUESTION,
                max_lines=6,
                lines=1,
                scale=8,
                elem_id="cq-question",
                autofocus=True,
            )
            # The style sheet shows one of them: stop, while an answer is under way.
            send = gr.Button(label("send"), variant="primary", elem_id="cq-send")
            stop = gr.Button(label("stop"), elem_id="cq-stop")
        state = gr.BrowserState({}, storage_key=STORAGE_KEY, secret=SECRET)
        return cls(
            context, language, chosen, log, asked_of, state, gr.State(""), question, send, stop,
            Exports.made(),
        )  # fmt: skip

    def wire(self, bridge: gr.HTML) -> None:
        """Connect the components; *bridge* triggers what is pressed in the log."""
        inputs = [self.saved, self.editing, self.language, self.chosen]
        outputs = [self.log, self.saved, self.editing, self.question]
        common: dict[str, Any] = {
            "outputs": outputs,
            "api_visibility": "private",
            "show_progress": "hidden",
            "concurrency_limit": AT_ONCE,
            "concurrency_id": ASKING,
        }
        asking = [self.question.submit, self.send.click]
        gr.on(asking, self._ask, [self.question, *inputs], **common)
        bridge.suggest(self._suggested, inputs, **common)
        bridge.retry(self._again, inputs, **common)
        quick: dict[str, Any] = {
            "api_visibility": "private", "show_progress": "hidden", "queue": False,
        }  # fmt: skip
        self.stop.click(self._stop, **quick)
        bridge.edit(self._edit, [self.saved, self.language], [self.question, self.editing], **quick)
        bridge.rate(self._rated, [self.saved, self.language], [self.log, self.saved], **quick)
        anew = [self.log, self.saved, self.editing, self.question]
        self.exports.new.click(self._new, [self.language], anew, **quick)
        self.exports.wire(self.saved, self.language)

    def shown(self, turns: Turns, language: str, state: str = "") -> str:
        """Return the log of *turns* as HTML."""
        suggested = [] if turns else self.suggested(language)
        return chat_html.conversation(turns, language, self.context.shelf.now, suggested, state)

    def suggested(self, language: str) -> list[str]:
        """Return questions to begin with, as far as they are known."""
        try:
            return self.context.service.engine().examples.known(language)
        except CitedQAError:
            return []

    def _ask(
        self, question: str, kept: object, editing: str, language: str, chosen: list[str],
        request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        if not question.strip():
            raise failure(phrase("error_question_empty", language))
        turns = turns_of(kept, request)
        before = turns[: place_of(turns, editing)]
        emptied: Update = {self.question: "", self.editing: ""}
        for update in self._answered(question, before, language, chosen, request):
            yield {**update, **emptied}
            emptied = {}  # what is typed from now on is the next question

    def _suggested(
        self, kept: object, _editing: str, language: str, chosen: list[str],
        event: gr.EventData, request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        turns = turns_of(kept, request)
        yield from self._answered(str(event.question), turns, language, chosen, request)

    def _again(
        self, kept: object, _editing: str, language: str, chosen: list[str],
        event: gr.EventData, request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        turns = turns_of(kept, request)
        at = place_of(turns, event.turn)
        if at is not None:
            question = turns[at].question
            yield from self._answered(question, turns[:at], language, chosen, request)

    def _answered(
        self, question: str, before: Turns, language: str, chosen: list[str], request: gr.Request
    ) -> Iterator[Update]:
        """Yield the page as the question goes through: searching, reading, answered."""
        turn = Turn(question=question)
        among = Filter(paths=tuple(chosen)) if chosen else None
        with self.context.waits.begun(str(request.session_hash)) as wait:
            try:
                self.context.limiter.admit(person(request))
                engine = self.context.service.engine()
                for news in asked(engine, question, understood(before), among, wait):
                    if isinstance(news, Answer):
                        turn = replace(turn, answer=news, created=self.context.shelf.created)
                    else:
                        yield {self.log: self.shown((*before, turn), language, news)}
            except CitedQAError as error:
                turn = replace(turn, error="\n".join(filter(None, error.briefly(language))))
            if not wait.superseded:
                turns = (*before, turn) if turn.answer or turn.error else before
                log = self.shown(turns, language)
                yield {self.log: log, self.saved: keeping(turns, request)}

    def _stop(self, request: gr.Request) -> None:
        self.context.waits.stop(str(request.session_hash))

    def _edit(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> Update:
        turns = turns_of(kept, request)
        at = place_of(turns, event.turn)
        if at is None:
            return {self.editing: ""}
        tell(phrase("editing", language))
        return {self.question: turns[at].question, self.editing: turns[at].id}

    def _rated(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> Update:
        """Note whether an answer was good, and show that it is noted."""
        liked = event.liked == "true"
        turns = turns_of(kept, request)
        at = place_of(turns, event.turn)
        if at is not None:
            try:
                self.context.limiter.admit(person(request))
                self.context.feedback.note(turns[at], liked=liked)
            except (OSError, CitedQAError) as error:
                raise failure(phrase("error", language)) from error
            turns = rated(turns, at, liked=liked)
            tell(phrase("thanks", language))
        return {self.log: self.shown(turns, language), self.saved: keeping(turns, request)}

    def _new(self, language: str, request: gr.Request) -> tuple[str, Any, str, str]:
        return self.shown((), language), keeping((), request), "", ""


def understood(turns: Turns) -> str | None:
    """Return the last question as it was understood, for one that follows it up.

    Whoever thanks in between goes on asking about the same.
    """
    asked_of = [turn for turn in turns if not (turn.answer and turn.answer.kind == "talk")]
    answer = asked_of[-1].answer if asked_of else None
    return answer.understood if answer and answer.follows_up else None
