"""The events of a streamed response, in the order that the Responses API has them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from api.openai_objects import Reply, completed

Event = dict[str, Any]


def events(response: Event, reply: Reply) -> Iterator[str]:
    """Yield the server-sent events of a response that is begun and answered so."""
    told = [
        {"type": "response.created", "response": response},
        {"type": "response.in_progress", "response": response},
        *_searched(reply),
        *_said(reply),
        {"type": "response.completed", "response": completed(response, reply)},
    ]
    for number, event in enumerate(told):
        yield sent({**event, "sequence_number": number}, event["type"])


def sent(content: Event, name: str = "") -> str:
    """Return one server-sent event."""
    data = f"data: {json.dumps(content, ensure_ascii=False)}\n\n"
    return f"event: {name}\n{data}" if name else data


def _searched(reply: Reply) -> Iterator[Event]:
    call = reply.call
    place = {"output_index": 0, "item_id": call["id"]}
    started = {**call, "status": "in_progress", "results": None}
    yield {"type": "response.output_item.added", "output_index": 0, "item": started}
    for state in ("in_progress", "searching", "completed"):
        yield {"type": f"response.file_search_call.{state}", **place}
    yield {"type": "response.output_item.done", "output_index": 0, "item": call}


def _said(reply: Reply) -> Iterator[Event]:
    message, text = reply.message, reply.message["content"][0]
    place = {"output_index": 1, "item_id": message["id"], "content_index": 0}
    started = {**message, "status": "in_progress", "content": []}
    nothing = {**text, "text": "", "annotations": []}
    yield {"type": "response.output_item.added", "output_index": 1, "item": started}
    yield {"type": "response.content_part.added", **place, "part": nothing}
    number = 0
    for piece, cited in reply.pieces:
        yield {"type": "response.output_text.delta", **place, "delta": piece, "logprobs": []}
        for each in cited:
            added = {"annotation_index": number, "annotation": each}
            yield {"type": "response.output_text.annotation.added", **place, **added}
            number += 1
    yield {"type": "response.output_text.done", **place, "text": text["text"], "logprobs": []}
    yield {"type": "response.content_part.done", **place, "part": text}
    yield {"type": "response.output_item.done", "output_index": 1, "item": message}
