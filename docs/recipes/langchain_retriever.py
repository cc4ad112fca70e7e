"""LangChain: a retriever of cited-qa's passages, and a tool that checks a model's quotes."""

from __future__ import annotations

from typing import Any

import httpx
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.tools import BaseTool, tool


class CitedQARetriever(BaseRetriever):
    """Finds passages by meaning and by words, in English, French and Chinese."""

    client: httpx.Client  # knows the server's address and the token
    count: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        asked = {"query": query, "count": self.count}
        reply = self.client.post("/v1/search", json=asked).raise_for_status()
        return [as_document(passage) for passage in reply.json()["passages"]]


def as_document(passage: dict[str, Any]) -> Document:
    """Return a passage as a document; its place, its selectors and a link are its metadata."""
    place = f"{passage['sha256']}:{passage['start']}-{passage['end']}"
    metadata = {name: value for name, value in passage.items() if name != "text"}
    return Document(id=place, page_content=passage["text"], metadata=metadata)


def verify_quote(client: httpx.Client) -> BaseTool:
    """Return a tool with which a model makes sure of what it is about to quote."""

    @tool
    def verify_quote(quote: str) -> dict[str, Any]:
        """Tell whether words stand in the documents: verified, repaired (set otherwise) or absent.

        Quote only what is verified; `near` has what the documents say instead.
        """
        verdict = client.post("/v1/verify-quote", json={"quote": quote}).raise_for_status().json()
        return {name: verdict[name] for name in ("status", "matches", "near")}

    return verify_quote
