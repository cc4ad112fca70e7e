"""The Responses API: a question answered by quotes, each a file citation."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from api.access import Door, Reader
from api.asking import selecting
from api.openai_events import events
from api.openai_models import FileSearch, ResponseRequest, asked
from api.openai_objects import begun, completed, reply_of, search_call
from api.openai_search import results, searched
from api.openai_text import written
from corpus.errors import CitedQAError
from qa.answers import Answer

router = APIRouter(include_in_schema=False)

RESULTS = "file_search_call.results"
MOST_RESULTS = 20


@router.post("/responses")
def respond(wanted: ResponseRequest, caller: Reader, door: Door, request: Request) -> Response:
    """Answer the last message of a user, at once or as a stream of events.

    The whole answer is replayed against its sources before the first event is sent.
    """
    for name in ("previous_response_id", "conversation"):
        if getattr(wanted, name):
            raise CitedQAError("no_state", name=name)
    response = begun(wanted)
    question, among = asked(wanted.messages), wanted.search.among(door, caller)
    answer = door.shared.ask(question.text, among=among, before=question.before)
    call = search_call(question.text)
    if RESULTS in (wanted.include or ()):
        found = searched(door, _understood(answer), among)
        call["results"] = _wanted(results(found, door, request), wanted.search)
    reply = reply_of(answer, call, written(answer), selecting(door, request))
    if wanted.stream:
        return StreamingResponse(events(response, reply), media_type="text/event-stream")
    return JSONResponse(completed(response, reply))


def _understood(answer: Answer) -> list[str]:
    """Return what was asked, each part of it."""
    return [part.answer.understood for part in answer.parts] or [answer.understood]


def _wanted(found: list[dict[str, Any]], search: FileSearch) -> list[dict[str, Any]]:
    least = (search.ranking_options and search.ranking_options.score_threshold) or 0.0
    likely = [each for each in found if each["score"] >= least]
    return likely[: search.max_num_results or MOST_RESULTS]
