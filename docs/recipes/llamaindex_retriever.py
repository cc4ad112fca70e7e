"""LlamaIndex: a retriever whose nodes are passages of cited-qa, each with its place."""

from __future__ import annotations

from typing import Any

import httpx
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

SHOWN = "title", "page", "date"  # to a model; a program finds all of them


class CitedQARetriever(BaseRetriever):
    """Finds passages by meaning and by words, in English, French and Chinese."""

    def __init__(self, client: httpx.Client, count: int = 10) -> None:
        """Ask through *client*, which knows the server's address and the token."""
        self._client, self._count = client, count
        super().__init__()

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        asked = {"query": query_bundle.query_str, "count": self._count}
        reply = self._client.post("/v1/search", json=asked).raise_for_status()
        return [as_node(passage) for passage in reply.json()["passages"]]


def as_node(passage: dict[str, Any]) -> NodeWithScore:
    """Return a passage as a node; its place, its selectors and a link are its metadata."""
    place = f"{passage['sha256']}:{passage['start']}-{passage['end']}"
    metadata = {name: value for name, value in passage.items() if name not in ("text", "score")}
    hidden = [name for name in metadata if name not in SHOWN]
    node = TextNode(
        id_=place, text=passage["text"], metadata=metadata,
        excluded_llm_metadata_keys=hidden, excluded_embed_metadata_keys=list(metadata),
    )  # fmt: skip
    return NodeWithScore(node=node, score=passage["score"])
