"""Chat completions, for programs that know no other door: the same text, links as annotations."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from api.access import Door, Reader
from api.asking import selecting
from api.openai_events import sent
from api.openai_models import ChatRequest, FileSearch, asked
from api.openai_objects import about, place_of
from api.openai_text import Quoted, Written, written
from api.selectors import Selecting

router = APIRouter(include_in_schema=False)

# No language model reads or writes here, so there is nothing to bill.
USAGE = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
Plain = dict[str, Any]


@router.post("/chat/completions")
def complete(wanted: ChatRequest, caller: Reader, door: Door, request: Request) -> Response:
    """Answer the last message of a user, at once or as a stream."""
    question, among = asked(wanted.messages), FileSearch(type="file_search").among(door, caller)
    answer = door.shared.ask(question.text, among=among, before=question.before)
    text, links = written(answer), selecting(door, request)
    annotations = [_annotation(each, links) for each in text.quotes]
    head = {"id": f"chatcmpl-{uuid.uuid4().hex}", "created": int(time.time())}
    head |= {"model": wanted.model}
    if wanted.stream:
        ending = bool(wanted.stream_options and wanted.stream_options.include_usage)
        chunks = _chunks(head, text, annotations, with_usage=ending)
        return StreamingResponse(chunks, media_type="text/event-stream")
    message: Plain = {"role": "assistant", "content": text.text, "refusal": None}
    message |= {"annotations": annotations}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    content = {**head, "object": "chat.completion", "choices": [choice], "usage": USAGE}
    return JSONResponse({**content, "cited_qa": about(answer)})


def _annotation(quoted: Quoted, links: Selecting) -> Plain:
    place = links.added(place_of(quoted.citation))
    cited = {
        "url": place["link"], "title": place["title"],
        "start_index": quoted.start, "end_index": quoted.end, "citation": place,
    }  # fmt: skip
    return {"type": "url_citation", "url_citation": cited}


def _chunks(
    head: Plain, text: Written, annotations: list[Plain], *, with_usage: bool
) -> Iterator[str]:
    """Yield the chunks of a stream: who speaks, the text, its citations, how it ended."""
    yield _chunk(head, {"role": "assistant", "content": ""})
    for piece, _ in text.pieces():
        yield _chunk(head, {"content": piece})
    yield _chunk(head, {"annotations": annotations} if annotations else {}, "stop")
    if with_usage:
        yield sent({**head, "object": "chat.completion.chunk", "choices": [], "usage": USAGE})
    yield "data: [DONE]\n\n"


def _chunk(head: Plain, delta: Plain, ended: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": ended, "logprobs": None}
    return sent({**head, "object": "chat.completion.chunk", "choices": [choice]})
