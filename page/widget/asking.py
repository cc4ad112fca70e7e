"""What the page in the widget's frame asks: answers, and sources around their quotes."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from api.access import Access, Caller, Door, Known
from api.models import LONGEST_PATH
from api.problems import RefusedError, language_of
from corpus.errors import CitedQAError
from corpus.markdown import is_markdown
from corpus.outline import marked_lines
from index.passage_index import Filter
from language.messages import Message
from language.phrases import phrase
from page.answer_html import error as error_html
from page.answer_html import rendered
from page.source import shown
from page.waits import Wait, asked
from page.widget import frame_html
from qa.answers import Answer
from qa.followups.resolving import REMEMBERED
from qa.understanding import LONGEST_QUESTION
from serving.spoken_to import spoken_to

router = APIRouter(include_in_schema=False)
log = logging.getLogger(__name__)

EVENTS = "text/event-stream"
# What there is no room for, and no style for in the page's policy: the line of a timeline, and the
# pins.  What documents say is escaped, so that none of it can look like that.
LEFT_OUT = re.compile(
    r'<div class="cq-axis".*?</div></div>|<button [^>]*"cq-pin".*?</button>', re.S
)


class Asked(BaseModel):
    """A question in the widget, and what was asked before."""

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    language: Literal["en", "fr", "zh-Hans", "zh-Hant"]
    before: str | None = Field(default=None, max_length=10_000)


def _visitor(caller: Known, door: Door, request: Request) -> Caller:
    """Return who asks, counted: everybody who looks at a site has its token."""
    if caller.token and not caller.refused:
        raise RefusedError("widget_token_writes")
    address = request.client.host if request.client else "?"
    door.admit(replace(caller, name=f"{caller.name} {address}") if caller.token else caller)
    return caller


Visitor = Annotated[Caller, Depends(_visitor)]


@router.post("/widget/ask")
def ask(wanted: Asked, caller: Visitor, door: Door) -> StreamingResponse:
    """Answer as server-sent events: what is being done, then an answer or what went wrong."""
    among = door.filter(caller, Filter())
    return StreamingResponse(_news(wanted, door, among), media_type=EVENTS)


def _news(wanted: Asked, door: Access, among: Filter | None) -> Iterator[str]:
    language, wait = wanted.language, Wait(wanted.question)
    speaks = spoken_to(wanted.question, language)
    try:
        for news in asked(door.shared.ask, wanted.question, wanted.before, among, wait, speaks):
            if isinstance(news, Answer):
                yield _event("answer", _answered(news, wanted.before))
            else:
                yield _event("stage", {"told": phrase(news, language)})
    except CitedQAError as error:
        yield _event("problem", {"html": error_html(*error.briefly(language), language)})
    except Exception as error:
        log.exception("a question of the widget failed")
        told = Message("request_failed", {"kind": type(error).__name__}).told(language)
        yield _event("problem", {"html": error_html(told, "", language)})
    finally:
        wait.over.set()  # nobody listens any more


def _answered(answer: Answer, before: str | None) -> dict[str, Any]:
    sources = [
        {"document": cited.document, "start": cited.start, "end": cited.end, "sha256": cited.sha256}
        for cited in answer.shown
    ]
    html = LEFT_OUT.sub("", rendered(answer))
    return {"html": html, "sources": sources, "before": remembered(answer, before)}


def remembered(answer: Answer, before: str | None) -> str | None:
    """Return what the next question may follow up: the last ones as they were understood.

    Args:
        answer: To the last one.
        before: What that one might follow up, a line each.
    """
    if answer.kind == "talk":  # whoever thanks in between goes on asking about the same
        return before
    if not answer.follows_up:
        return None
    return "\n".join([*(before or "").splitlines(), answer.understood][-REMEMBERED:])


def _event(name: str, content: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(content)}\n\n"


Offset = Annotated[int, Query(ge=0, le=2**31)]


@router.get("/widget/source")
def source(
    document: Annotated[str, Query(min_length=1, max_length=LONGEST_PATH)],
    start: Offset, end: Offset, caller: Visitor, door: Door, request: Request, sha256: str = "",
) -> Response:  # fmt: skip
    """Give the text around a quote as HTML, while the document is the one that was quoted."""
    shelf = door.shared.shelf
    held = shelf.document(document) if caller.reaches(document) else None
    if held is None or document in shelf.holding().changes.removed:
        raise CitedQAError("not_held", path=document)
    if sha256 not in ("", held[0].sha256):
        raise CitedQAError("pin_gone")
    language = language_of(request)
    # Who has a site's token only cannot sign in on the page.
    elsewhere = not caller.token or door.shared.service.settings.auth is None
    markdown = is_markdown(document)
    outline = marked_lines(held[0].source) if markdown else ()
    text = shown(*held, (start, end), outline=outline)
    content = frame_html.source(text, language, elsewhere=elsewhere)
    return Response(content, media_type="text/html", headers={"cache-control": "no-store"})
