"""What is asked of the documents: /ask, /search, /verify-quote, /mentions, /check-text."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from fastapi import APIRouter, Request

from api import models
from api.access import Access, Caller, Door, Reader
from api.problems import RESPONSES
from api.selectors import Selecting
from corpus.documents import Document
from qa.places.naming import mentions
from qa.quotes.verify import verify_quote
from qa.reading.candidates import Ranked
from qa.standing import standing

router = APIRouter(responses=RESPONSES, tags=["asking"])


@router.post("/ask", response_model=models.AnswerObject)
def ask(wanted: models.Question, caller: Reader, door: Door, request: Request) -> Any:  # noqa: ANN401
    """Answer a question with quotes, possibly, or say that the documents do not answer.

    A decline is an answer: 200 with ``declined`` true.  Every quote is a slice of the source text.
    """
    among = door.filter(caller, wanted.filter)
    answer = door.shared.ask(
        wanted.question, language=wanted.language, top_k=wanted.top_k, among=among,
        before=wanted.before,
    )  # fmt: skip
    return selecting(door, request).added(answer.as_json())


@router.post("/search", response_model=models.Passages)
def search(wanted: models.Search, caller: Reader, door: Door, request: Request) -> Any:  # noqa: ANN401
    """Find passages by meaning and by words, without reading them for an answer."""
    return {
        "passages": found(door, caller, wanted, door.page(request)),
        "generation": door.shared.service.generation.generation,
    }


@router.post("/verify-quote", response_model=models.QuoteVerdict)
def check_quote(wanted: models.Quote, caller: Reader, door: Door, request: Request) -> Any:  # noqa: ANN401
    """Tell whether a quote stands in the documents, where, and what they say instead."""
    generation = door.shared.service.generation
    verdict = verify_quote(generation, wanted.quote, door.filter(caller, wanted.filter))
    return selecting(door, request).added(verdict.as_json())


@router.post("/mentions", response_model=models.MentionsFound)
def every_mention(wanted: models.Name, caller: Reader, door: Door, request: Request) -> Any:  # noqa: ANN401
    """Return every place that names something, in all languages of the documents."""
    generation = door.shared.service.generation
    places = mentions(generation, wanted.name, door.filter(caller, wanted.filter))
    told = places.as_json()
    if caller.among:  # how many there are beside is not told
        told["looked_at"]["of"] = told["looked_at"]["passages"]
    return selecting(door, request).added(told)


@router.post("/check-text", response_model=models.TextChecked)
def check_text(wanted: models.Draft, caller: Reader, door: Door, request: Request) -> Any:  # noqa: ANN401
    """Check a draft sentence by sentence against the documents."""
    among = door.filter(caller, wanted.filter)
    with door.shared.turns.turn():
        report = door.shared.service.check(wanted.text, among)
    return selecting(door, request).added(report.as_json())


def found(door: Access, caller: Caller, wanted: models.Search, page: str) -> list[dict[str, Any]]:
    """Return the passages for what is searched, with selectors and links to the *page*."""
    among = door.filter(caller, wanted.filter)
    with door.shared.turns.turn():
        ranked = door.shared.service.engine().search(wanted.query, wanted.count, among)
    source = door.shared.service.generation.source
    there = [passage for each in ranked if (passage := ranked_passage(each, source))]
    links = Selecting(source, page)
    return [links.added(passage) for passage in there]


def ranked_passage(
    ranked: Ranked, source: Callable[[str], Document | None]
) -> dict[str, Any] | None:
    """Return a passage as plain values; None if its source does not bear it out."""
    record = ranked.hit.record
    document = source(record.document.path)
    if document is None or not record.passage.view.borne_out_by(document.source):
        return None
    place = asdict(standing(document, record.passage.source_span))
    score = round(1 / (1 + math.exp(-ranked.odds)), 4)
    return {**place, "text": record.passage.text, "passage": record.number, "score": score}


def selecting(door: Access, request: Request) -> Selecting:
    """Return what adds selectors, and links to the page that *request* came to."""
    return Selecting(door.shared.service.generation.source, door.page(request))
