"""A conversation as it is kept in the user's browser, and given away as a file."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any, get_args

from language.phrases import phrase
from page.citation_forms import as_markdown, markdown_text
from page.lean import filled, leaner
from qa.answers import Answer, AnswerKind, Citation, Event, Part, Place, TableRow, Valued
from qa.presentation import presented, said_when

# A conversation of so many questions, or so many bytes, is full, and the next question begins
# another: all of it travels with every question, and a browser has room for few of that size.
KEPT, LARGEST = 300, 1_000_000


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what came of it: an answer, an error, or nothing yet."""

    question: str
    answer: Answer | None = None
    error: str = ""  # in the language of the page
    created: str = ""  # of the generation that answered; ISO 8601, UTC
    liked: bool | None = None
    id: str = field(default_factory=lambda: secrets.token_hex(8))


Turns = tuple[Turn, ...]


def saved(turns: Sequence[Turn]) -> list[dict[str, Any]]:
    """Return turns as plain values for the browser to keep."""
    return [
        {**asdict(replace(turn, answer=None)), "answer": turn.answer and leaner(turn.answer.kept())}
        for turn in turns
    ]


def full(turns: Turns) -> bool:
    """Tell whether a conversation takes no further question."""
    if len(turns) < KEPT // 10:  # it need not be measured
        return False
    return (
        len(turns) >= KEPT or len(json.dumps(saved(turns), ensure_ascii=False).encode()) > LARGEST
    )


def restored(content: object) -> Turns:
    """Return the turns that :func:`saved` gave; what is not one of them is left out.

    The browser may hold what an older version wrote, or whatever its user put there.
    """
    turns = (_turn(kept) for kept in (content if isinstance(content, list) else []))
    return tuple(turn for turn in turns if turn)


def _turn(content: Any) -> Turn | None:  # noqa: ANN401 - it may be anything
    try:
        answer = _answer(content["answer"]) if content["answer"] else None
        texts = {key: str(content[key]) for key in ("question", "error", "created", "id")}
        return Turn(**{**content, **texts, "answer": answer})
    except (TypeError, LookupError, ValueError, AttributeError):
        return None


def _answer(lean: dict[str, Any]) -> Answer:
    content = filled(lean)
    cited = {key: tuple(map(_citation, content[key])) for key in ("citations", "nearest")}
    texts = content["understood"], content.get("reply") or ""
    if not all(isinstance(text, str) for text in texts) or not isinstance(
        content["confidence"], int | float
    ):
        raise TypeError("not what was kept")
    fields = {key: value for key, value in content.items() if key != "declined"}
    values = tuple(map(_valued, content.get("values", ())))
    parts = tuple(map(_part, content.get("parts", ())))  # kept before there were parts, it has none
    dates = content.get("events", ())  # kept before there were timelines, it has none
    events = tuple(map(_event, dates, cited["citations"] if dates else ()))
    told = {"kind": _kind(content), "parts": parts, "events": events, "values": values}
    return Answer(**{**fields, **cited, **told})


def _valued(content: dict[str, Any]) -> Valued:
    return Valued(str(content["value"]), tuple(map(_citation, content["citations"])))


def _event(date: str, citation: Citation) -> Event:
    if not isinstance(date, str):
        raise TypeError("not what was kept")
    return Event(date, citation)


def _part(content: dict[str, Any]) -> Part:
    fields = {key: value for key, value in content.items() if key != "label"}
    return Part(str(content["label"]), _answer(fields))


def _kind(content: dict[str, Any]) -> AnswerKind:
    """Return what an answer is; one that was kept before there were kinds says if it declines."""
    if "kind" not in content:
        return "declined" if content["declined"] else "quote"
    if content["kind"] not in get_args(AnswerKind):
        raise TypeError("not what was kept")
    kind: AnswerKind = content["kind"]
    return kind


def _citation(content: dict[str, Any]) -> Citation:
    pairs = {key: content[key] and tuple(content[key]) for key in ("part", "highlight")}
    also = tuple(Place(**place) for place in content["also_in"])
    row = content.get("table")  # kept before there were rows, it has none
    table = row and TableRow(**{**row, "cells": tuple(map(tuple, row["cells"]))})
    return Citation(**{**content, **pairs, "also_in": also, "table": table})


def place_of(turns: Turns, turn: str) -> int | None:
    """Return where the turn with the id *turn* stands."""
    return next((at for at, kept in enumerate(turns) if kept.id == turn), None)


def rated(turns: Turns, at: int, *, liked: bool) -> Turns:
    """Return *turns* with a rating of the one at *at*."""
    return (*turns[:at], replace(turns[at], liked=liked), *turns[at + 1 :])


def as_json(turns: Turns) -> str:
    """Return the conversation as a JSON document: questions, and answers as the API gives them."""
    content = [
        {
            "question": turn.question,
            "answer": turn.answer and turn.answer.as_json(),
            "error": turn.error or None,
            "liked": turn.liked,
        }
        for turn in turns
    ]
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def as_document(turns: Turns, language: str) -> str:
    """Return the conversation as a Markdown document, with its headings in *language*."""
    parts = [f"# {phrase('conversation', language)}"]
    for turn in turns:
        parts.append(f"## {markdown_text(turn.question)}")
        if turn.error:
            parts.append(markdown_text(turn.error))
        if turn.answer:
            parts += _answer_parts(turn.answer)
    return "\n\n".join(parts) + "\n"


def _answer_parts(answer: Answer) -> list[str]:
    view, speaks = presented(answer), answer.language
    parts: list[str] = []
    if view.understood:
        parts.append(markdown_text(phrase("understood", speaks, question=view.understood)))
    if view.converted:
        parts.append(f"**{markdown_text(view.converted)}** ({phrase('converted', speaks)})")
    parts += [f"*{phrase(note, speaks)}*" for note in view.notes]
    if view.counted:
        told, count = view.counted
        parts.append(f"*{phrase('list_counted', speaks, announced=told, count=count)}*")
    for part in view.parts:
        named = " – ".join(filter(None, (part.label, part.answer.question)))
        parts += [f"### {markdown_text(named)}", *_answer_parts(part.answer)]
    parts += [markdown_text(line) for line in (view.reply or "").split("\n") if line]
    if view.heading:
        parts.append(f"**{phrase(view.heading, speaks)}**")
    for event in view.events:
        date = markdown_text(said_when(event, speaks))
        parts += [f"**{date}**", as_markdown(event.citation, speaks)]
    cited = () if view.parts or view.events else view.sources
    return [*parts, *(as_markdown(citation, speaks) for citation in cited)]
