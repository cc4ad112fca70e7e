"""Responses as OpenAI describes them: a search of files, and a message whose quotes are cited."""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from typing import Any

from api.openai_ids import file_id
from api.openai_models import ResponseRequest
from api.openai_text import Quoted, Written
from api.selectors import Selecting
from qa.answers import Answer, Citation

# No language model reads or writes here, so there is nothing to bill.
USAGE = {
    "input_tokens": 0, "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
    "output_tokens": 0, "output_tokens_details": {"reasoning_tokens": 0}, "total_tokens": 0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a question: the items of a response, and the message's text in pieces."""

    call: dict[str, Any]
    message: dict[str, Any]
    pieces: tuple[tuple[str, list[dict[str, Any]]], ...]  # each with the annotations in it
    about: dict[str, Any]


def reply_of(answer: Answer, call: dict[str, Any], text: Written, links: Selecting) -> Reply:
    """Return the items that tell an answer."""
    pieces = tuple(
        (piece, [_annotation(each, links) for each in quotes]) for piece, quotes in text.pieces()
    )
    annotations = [each for _, those in pieces for each in those]
    content = {"type": "output_text", "text": text.text, "annotations": annotations}
    message = {
        "type": "message", "id": f"msg_{uuid.uuid4().hex}", "role": "assistant",
        "status": "completed", "content": [content],
    }  # fmt: skip
    return Reply(call, message, pieces, about(answer))


def begun(wanted: ResponseRequest) -> dict[str, Any]:
    """Return a response that is begun."""
    tools = [tool.model_dump(exclude_none=True) for tool in wanted.tools]
    return {
        "id": f"resp_{uuid.uuid4().hex}", "object": "response", "created_at": int(time.time()),
        "status": "in_progress", "background": False, "error": None, "incomplete_details": None,
        "instructions": None, "metadata": wanted.metadata or {}, "model": wanted.model,
        "output": [], "parallel_tool_calls": wanted.parallel_tool_calls is not False,
        "previous_response_id": None, "store": False, "temperature": None,
        "text": {"format": {"type": "text"}}, "tool_choice": "auto", "tools": tools,
        "top_p": None, "truncation": "disabled", "usage": None,
    }  # fmt: skip


def completed(response: dict[str, Any], reply: Reply) -> dict[str, Any]:
    """Return the whole of a response that was begun."""
    ended = {"status": "completed", "completed_at": int(time.time()), "usage": USAGE}
    return {**response, **ended, "output": [reply.call, reply.message], "cited_qa": reply.about}


def search_call(question: str) -> dict[str, Any]:
    """Return the item that says what was searched for."""
    return {
        "type": "file_search_call", "id": f"fs_{uuid.uuid4().hex}", "queries": [question],
        "status": "completed", "results": None,
    }  # fmt: skip


def about(answer: Answer) -> dict[str, Any]:
    """Return what the answer is, beside its text."""
    return {
        "kind": answer.kind, "declined": answer.declined, "confidence": answer.confidence,
        "language": answer.language, "understood": answer.understood,
        "short_answer": answer.short_answer, "generation": answer.generation,
    }  # fmt: skip


def place_of(citation: Citation) -> dict[str, Any]:
    """Return where a quote stands, as the other doors tell it."""
    return {
        "document": citation.document, "title": citation.title, "sha256": citation.sha256,
        "start": citation.start, "end": citation.end, "quote": citation.quote,
        "page": citation.page, "date": citation.date, "language": citation.language,
        "score": citation.score,
    }  # fmt: skip


def _annotation(quoted: Quoted, links: Selecting) -> dict[str, Any]:
    return {
        "type": "file_citation", "file_id": file_id(quoted.citation.document),
        "filename": quoted.citation.document, "index": quoted.end,
        "citation": links.added(place_of(quoted.citation)),
    }  # fmt: skip
