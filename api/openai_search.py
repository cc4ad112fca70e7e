"""A vector store searched: /vector_stores/ID/search."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from api.access import Access, Door, Reader
from api.asking import ranked_passage, selecting
from api.openai_filters import Node, document_attributes, passes
from api.openai_ids import file_id
from api.openai_shelf import flat, stores_of
from index.passage_index import Filter
from qa.reading.candidates import Ranked

router = APIRouter(include_in_schema=False)

# The engine finds 40 passages by meaning and 40 by words; a filter that the index cannot take is
# applied to these.
FOUND = 80

Query = Annotated[str, Field(min_length=1, max_length=1000)]


class Ranking(BaseModel):
    """How likely a passage must be to hold an answer."""

    score_threshold: float | None = None


class StoreSearch(BaseModel):
    """What is searched for, as OpenAI's clients send it; fields that are not known are ignored."""

    query: Query | Annotated[list[Query], Field(min_length=1, max_length=10)]
    filters: Node | None = None
    max_num_results: int | None = Field(default=None, ge=1, le=50)
    ranking_options: Ranking | None = None

    @property
    def queries(self) -> list[str]:
        """All that is searched for."""
        return [self.query] if isinstance(self.query, str) else self.query


@router.post("/vector_stores/{store}/search")
def search(
    store: str, wanted: StoreSearch, caller: Reader, door: Door, request: Request
) -> dict[str, Any]:
    """Find passages of a vector store, the likeliest to hold an answer first."""
    asked = stores_of(door, caller).asked([store], wanted.filters)
    ranked: list[Ranked] = []
    if not asked.nothing:
        ranked = searched(door, wanted.queries, door.filter(caller, asked.filter))
    least = wanted.ranking_options and wanted.ranking_options.score_threshold
    passing = [
        each
        for each in results(ranked, door, request)
        if each["score"] >= (least or 0.0)
        and (wanted.filters is None or passes(wanted.filters, each["attributes"]))
    ]
    data = [_as_found(each) for each in passing[: wanted.max_num_results or 10]]
    return {
        "object": "vector_store.search_results.page", "search_query": wanted.queries,
        "data": data, "has_more": False, "next_page": None,
    }  # fmt: skip


def searched(door: Access, queries: Iterable[str], among: Filter | None) -> list[Ranked]:
    """Return what is found for any of *queries*, the likeliest to hold an answer first."""
    engine = door.shared.service.engine()
    best: dict[int, Ranked] = {}
    for query in queries:
        with door.shared.turns.turn():
            ranked = engine.search(query, FOUND, among)
        for each in ranked:
            number = each.hit.record.number
            if number not in best or best[number].odds < each.odds:
                best[number] = each
    return sorted(best.values(), key=lambda each: -each.odds)


def results(ranked: Iterable[Ranked], door: Access, request: Request) -> list[dict[str, Any]]:
    """Return passages as results of a search of files; those that their sources bear out."""
    source, links = door.shared.service.generation.source, selecting(door, request)
    there = [(each, place) for each in ranked if (place := ranked_passage(each, source))]
    return [
        {
            "file_id": file_id(place["document"]), "filename": place["document"],
            "score": place["score"], "text": place["text"],
            "attributes": _attributes(links.added(place), each.hit.record.passage.language),
        }
        for each, place in there
    ]  # fmt: skip


def _attributes(place: dict[str, Any], language: str) -> dict[str, str | float | bool]:
    path = place["document"]
    kept = {name: place[name] for name in ("title", "date", "page", "start", "end", "sha256")}
    link = place["link"] if len(place["link"]) <= 512 else ""  # a part of it leads nowhere
    return flat({**document_attributes(path), **kept, "language": language, "link": link})


def _as_found(result: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in result.items() if name != "text"}
    return {**kept, "content": [{"type": "text", "text": result["text"]}]}
