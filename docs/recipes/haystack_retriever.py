"""Haystack 2: a retriever whose documents are passages of cited-qa, each with its place."""

from __future__ import annotations

from typing import Any

import httpx
from haystack import Document, component


@component
class CitedQARetriever:
    """Finds passages by meaning and by words, in English, French and Chinese."""

    def __init__(self, client: httpx.Client, count: int = 10) -> None:
        """Ask through *client*, which knows the server's address and the token."""
        self._client, self._count = client, count

    @component.output_types(documents=list[Document])
    def run(self, query: str, paths: list[str] | None = None) -> dict[str, list[Document]]:
        """Return the passages for *query*, the likeliest first; *paths* may name folders."""
        asked = {"query": query, "count": self._count, "paths": paths or []}
        reply = self._client.post("/v1/search", json=asked).raise_for_status()
        return {"documents": [as_document(passage) for passage in reply.json()["passages"]]}


def as_document(passage: dict[str, Any]) -> Document:
    """Return a passage as a document; its place, its selectors and a link are its meta."""
    place = f"{passage['sha256']}:{passage['start']}-{passage['end']}"
    meta = {name: value for name, value in passage.items() if name not in ("text", "score")}
    return Document(id=place, content=passage["text"], score=passage["score"], meta=meta)
