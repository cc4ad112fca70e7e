"""The chat: a question, its answer as it comes, and the question that replaces another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from language.phrases import phrase
from page import chat_html
from page.bridge import Bridge, taken
from page.context import ASKING, Context, person
from page.conversation import Turn, Turns, full, place_of
from page.exports import Exports
from page.keeping import keeping, paths_of, turns_of, went_on_from
from page.labels import label
from page.log import Log
from page.toasts import failure
from page.waits import asked
from qa.answers import Answer
from qa.followups.resolving import REMEMBERED
from qa.understanding import LONGEST_QUESTION
from serving.shared import AT_ONCE
from serving.spoken_to import spoken_to

Update = dict[Any, Any]
SETTLED = "() => citedQA.asking.settled()"


@dataclass(frozen=True)
class Chat:
    """The chat's components, made inside the layout, and what happens with them."""

    context: Context
    language: gr.Component
    chosen: gr.BrowserState  # the paths of the documents to ask; all if it is empty
    log: Log
    asked: gr.HTML
    editing: gr.State  # the id of the turn that the next question replaces
    mode: gr.HTML  # says so
    question: gr.Textbox
    send: gr.Button
    stop: gr.Button
    exports: Exports

    @classmethod
    def made(cls, context: Context, language: gr.Component, chosen: gr.BrowserState) -> Chat:
        """Lay the chat out where the caller is."""
        log = Log.made(context, language)
        mode = gr.HTML(elem_id="cq-mode", apply_default_css=False)
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
            asked_of = gr.HTML(elem_id="cq-asked", apply_default_css=False)
        return cls(
            context, language, chosen, log, asked_of, gr.State(""), mode, question, send, stop,
            Exports.made(),
        )  # fmt: skip

    def wire(self, bridge: Bridge) -> None:
        """Connect the components; *bridge* triggers what is pressed in the log."""
        inputs = [self.log.saved, self.editing, self.language, self.chosen]
        common: dict[str, Any] = {
            "outputs": [self.log.html, self.log.saved, self.editing, self.mode],
            "api_visibility": "private",
            "show_progress": "hidden",
            "concurrency_limit": AT_ONCE,
            "concurrency_id": ASKING,
        }
        asking = [self.question.submit, self.send.click]
        sent = taken("ask", "citedQA.asking.question")
        for ended in (
            gr.on(asking, self._ask, [self.question, *inputs], js=sent, **common),
            bridge.suggest(self._suggested, inputs, **common),
            bridge.retry(self._again, inputs, **common),
        ):
            ended.then(None, js=SETTLED)
            ended.failure(None, js=SETTLED)
        quick: dict[str, Any] = {
            "api_visibility": "private", "show_progress": "hidden", "queue": False,
        }  # fmt: skip
        self.stop.click(self._stop, **quick)
        edited = [self.question, self.editing, self.mode]
        bridge.edit(self._edit, [self.log.saved, self.language], edited, **quick)
        bridge.keep(lambda: ("", "", ""), None, edited, **quick)
        self.log.wire(bridge, self.exports)

    def _ask(
        self, question: str, kept: object, editing: str, language: str, chosen: object,
        request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        if not question.strip():
            raise failure(phrase("error_question_empty", language))
        emptied: Update = {self.editing: "", self.mode: ""}
        at = place_of(turns_of(kept, request), editing)
        for update in self._answered(question, kept, at, language, chosen, request):
            yield {**update, **emptied}
            emptied = {}  # what is edited from now on is another

    def _suggested(
        self, kept: object, _editing: str, language: str, chosen: object,
        event: gr.EventData, request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        yield from self._answered(str(event.question), kept, None, language, chosen, request)

    def _again(
        self, kept: object, _editing: str, language: str, chosen: object,
        event: gr.EventData, request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        turns = turns_of(kept, request)
        at = place_of(turns, event.turn)
        if at is not None:
            question = turns[at].question
            yield from self._answered(question, kept, at, language, chosen, request)

    def _answered(
        self, question: str, held: object, at: int | None, language: str, chosen: object,
        request: gr.Request,
    ) -> Iterator[Update]:  # fmt: skip
        """Yield the page as the question goes through: searching, reading, answered.

        It takes the place of the turn *at*, and what followed goes; it can be brought back.
        After a conversation that is full it begins another, and is understood from the first.
        """
        turns = turns_of(held, request)
        turn, kept, follows = Turn(question=question), turns[:at], understood(turns[:at])
        went_on = went_on_from(held, request)
        if at is None and full(turns):
            turns, kept, went_on = (), (), True
        lost = turns if len(kept) < len(turns) else ()
        with self.context.waits.begun(str(request.session_hash), question) as wait:
            try:
                self.context.limiter.admit(person(request))
                among = self.context.shelf.among(paths_of(chosen))
                for news in asked(
                    self.context.ask, question, follows, among, wait, spoken_to(question, language)
                ):
                    if isinstance(news, Answer):
                        turn = replace(turn, answer=news, created=self.context.shelf.created)
                    else:
                        now = self.log.shown((*kept, turn), language, state=news, went_on=went_on)
                        yield {self.log.html: now}
            except CitedQAError as error:
                turn = replace(turn, error="\n".join(filter(None, error.briefly(language))))
            if not wait.superseded:
                if not (turn.answer or turn.error):  # it was stopped: all is as it was
                    after, lost = turns, ()
                else:
                    after = (*kept, turn)
                again = keeping(after, held if turns else {}, request, lost, went_on=went_on)
                shown = self.log.painted(again, language, request)
                yield {self.log.html: shown, self.log.saved: again}

    def _stop(self, request: gr.Request) -> None:
        """Stop; the page puts the question back into the box."""
        self.context.waits.stop(str(request.session_hash))

    def _edit(
        self, kept: object, language: str, event: gr.EventData, request: gr.Request
    ) -> tuple[Any, ...]:
        turns = turns_of(kept, request)
        at = place_of(turns, event.turn)
        if at is None:
            return gr.skip(), "", ""
        return turns[at].question, turns[at].id, chat_html.editing(language)


def understood(turns: Turns) -> str | None:
    """Return the last questions as they were understood, a line each, for one that follows up.

    Whoever thanks in between goes on asking about the same.
    """
    asked_of = [turn for turn in turns if not (turn.answer and turn.answer.kind == "talk")]
    latest = (turn.answer for turn in reversed(asked_of))
    answers = takewhile(lambda answer: answer and answer.follows_up, latest)
    lines = [answer.understood for answer in islice(answers, REMEMBERED) if answer]
    return "\n".join(reversed(lines)) or None
