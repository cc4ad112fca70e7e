"""Every client of docs/api.md against a running server, from an environment that knows nothing of this project.

    python3 -m venv /tmp/clients
    /tmp/clients/bin/pip install openai 'mcp>=2' litellm haystack-ai langchain-core llama-index-core
    CITED_QA_PER_MINUTE=600 .venv/bin/cited-qa serve &
    /tmp/clients/bin/python benchmarks/clients.py http://127.0.0.1:7860 TOKEN ".venv/bin/cited-qa mcp" docs/recipes

The questions are of the sample documents.  What a client returns counts where the answer's words stand in the source
text at the offsets that it gives.  Prints a row for each client and way of asking; ends with 1 if one failed.
"""

from __future__ import annotations

import asyncio
import importlib.util
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import httpx2
import litellm
from haystack import Pipeline
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from openai import OpenAI

QUESTIONS = {
    "How long is the Jakarta–Bandung railway?": "142",
    "Quand le Fonds de la Route de la soie a-t-il été créé ?": "2014",
    "阿联酋有多少所公立学校开设中文课？": "158",
    "中老鐵路全長多少公里?": "1035",
}
Place = dict[str, Any]
Ask = Callable[[str], tuple[str, Place | None]]  # what was returned, and where it is said to stand


def openai_ways(address: str, token: str) -> Iterator[tuple[str, Ask]]:
    """Yield OpenAI's client asking for a response, a streamed one, a chat and passages."""
    client = OpenAI(base_url=f"{address}/v1", api_key=token, max_retries=0)
    tools: Any = [{"type": "file_search", "vector_store_ids": ["all"]}]

    def cited(response: Any) -> tuple[str, Place]:
        annotation = response.output[1].content[0].annotations[0]
        source = client.files.content(annotation.file_id).text
        place = annotation.citation
        assert source[place["start"] : place["end"]] == place["quote"]
        return response.output_text, place

    def streamed(question: str) -> tuple[str, Place]:
        with client.responses.stream(model="cited-qa", input=question) as stream:
            return cited(stream.get_final_response())

    def chat(question: str) -> tuple[str, None]:
        asked: Any = [{"role": "user", "content": question}]
        message = (
            client.chat.completions.create(model="cited-qa", messages=asked).choices[0].message
        )
        assert message.annotations
        return message.content or "", None

    def searched(question: str) -> tuple[str, Place]:
        hits = client.vector_stores.search("all", query=question).data[0]
        return hits.content[0].text, dict(hits.attributes or {})

    yield (
        "responses",
        lambda q: cited(client.responses.create(model="cited-qa", tools=tools, input=q)),
    )
    yield "responses, streamed", streamed
    yield "chat", chat
    yield "vector store", searched


def litellm_ways(address: str, token: str) -> Iterator[tuple[str, Ask]]:
    """Yield LiteLLM asking for a completion, a response and passages."""
    at: Any = {"api_base": f"{address}/v1", "api_key": token}

    def chat(question: str) -> tuple[str, None]:
        asked = [{"role": "user", "content": question}]
        reply: Any = litellm.completion(model="openai/cited-qa", messages=asked, **at)
        return reply.choices[0].message.content, None

    def streamed(question: str) -> tuple[str, None]:
        asked = [{"role": "user", "content": question}]
        parts: Any = litellm.completion(model="openai/cited-qa", messages=asked, stream=True, **at)
        return "".join(part.choices[0].delta.content or "" for part in parts), None

    def response(question: str) -> tuple[str, None]:
        reply: Any = litellm.responses(model="openai/cited-qa", input=question, **at)
        return "".join(
            part.text for item in reply.output for part in getattr(item, "content", None) or []
        ), None

    def searched(question: str) -> tuple[str, Place]:
        hits: Any = litellm.vector_stores.search(
            vector_store_id="all", query=question, custom_llm_provider="openai", **at
        )
        return hits["data"][0]["content"][0]["text"], hits["data"][0]["attributes"]

    yield "completion", chat
    yield "completion, streamed", streamed
    yield "response", response
    yield "vector store", searched


def mcp_ways(address: str, token: str, program: str) -> Iterator[tuple[str, Ask]]:
    """Yield the SDK's client asking, and searching and fetching, over both transports."""

    def over_http() -> Client:
        http = httpx2.AsyncClient(headers={"authorization": f"Bearer {token}"}, timeout=120)
        return Client(streamable_http_client(f"{address}/mcp", http_client=http))

    def over_stdio() -> Client:
        command, *arguments = shlex.split(program)
        return Client(stdio_client(StdioServerParameters(command=command, args=arguments)))

    async def called(client: Client, name: str, **given: Any) -> Any:
        result = await client.call_tool(name, given)
        assert not result.is_error, result
        return result.structured_content

    async def asked(made: Callable[[], Client], question: str) -> tuple[str, Place]:
        async with made() as client:
            answer = await called(client, "ask", question=question)
            verdict = await called(client, "verify_quote", quote=answer["citations"][0]["quote"])
            assert verdict["status"] == "verified", verdict
        return answer["answer"], answer["citations"][0]

    async def fetched(made: Callable[[], Client], question: str) -> tuple[str, None]:
        async with made() as client:
            hits = (await called(client, "search", query=question))["results"]
            return (await called(client, "fetch", id=hits[0]["id"]))["text"], None

    def run(act: Callable[..., Any], made: Callable[[], Client]) -> Ask:
        return lambda question: asyncio.run(act(made, question))

    for name, made in (("HTTP", over_http), ("stdio", over_stdio)):
        yield f"{name}, ask and verify", run(asked, made)
        yield f"{name}, search and fetch", run(fetched, made)


def recipe_ways(address: str, token: str, recipes: Path) -> Iterator[tuple[str, str, Ask]]:
    """Yield the retrievers of the recipes by their packages."""
    client = httpx.Client(
        base_url=address, headers={"authorization": f"Bearer {token}"}, timeout=60
    )

    def recipe(name: str) -> ModuleType:
        spec = importlib.util.spec_from_file_location(name, recipes / f"{name}.py")
        assert spec
        assert spec.loader
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    pipeline = Pipeline()
    pipeline.add_component("retriever", recipe("haystack_retriever").CitedQARetriever(client))
    chain = recipe("langchain_retriever").CitedQARetriever(client=client)
    llama = recipe("llamaindex_retriever").CitedQARetriever(client)

    def haystack(question: str) -> tuple[str, Place]:
        first = pipeline.run({"retriever": {"query": question}})["retriever"]["documents"][0]
        return first.content, first.meta

    def langchain(question: str) -> tuple[str, Place]:
        first = chain.invoke(question)[0]
        return first.page_content, first.metadata

    def llamaindex(question: str) -> tuple[str, Place]:
        first = llama.retrieve(question)[0].node
        return first.get_content(), first.metadata

    yield "haystack-ai", "pipeline", haystack
    yield "langchain-core", "retriever", langchain
    yield "llama-index-core", "retriever", llamaindex


def ways(address: str, token: str, program: str, recipes: Path) -> Iterator[tuple[str, str, Ask]]:
    """Yield package, way and how it is asked."""
    yield from (("openai", *way) for way in openai_ways(address, token))
    yield from (("litellm", *way) for way in litellm_ways(address, token))
    yield from (("mcp", *way) for way in mcp_ways(address, token, program))
    yield from recipe_ways(address, token, recipes)


def stands(address: str, token: str, place: Place) -> bool:
    """Tell whether *place* is in its document, and whether its quote, if it brings one, stands there."""
    reply = httpx.get(
        f"{address}/v1/source/{place['document']}",
        params={"start": place["start"], "end": place["end"]},
        headers={"authorization": f"Bearer {token}"},
    )
    text = reply.raise_for_status().json()["text"]
    return bool(text) and text == place.get("quote", text)


def main() -> int:
    """Ask every client every question."""
    address, token, program, recipes = sys.argv[1:]
    failed = 0
    print("| client | version | way | right | seconds, median |\n|---|---|---|---|---|")
    for package, way, ask in ways(address, token, program, Path(recipes)):
        right, took = 0, []
        for question, words in QUESTIONS.items():
            began = time.perf_counter()
            try:
                text, place = ask(question)
            except Exception as error:  # noqa: BLE001 - it is told, and counted
                inner: BaseException = error
                while isinstance(inner, BaseExceptionGroup):
                    inner = inner.exceptions[0]
                print(f"{package}, {way}: {type(inner).__name__}: {inner}", file=sys.stderr)
                continue
            took.append(time.perf_counter() - began)
            fits = words in text.replace(" ", "") and (
                place is None or stands(address, token, place)
            )
            right += fits
            if not fits:
                print(f"{package}, {way}: {question} {text[:200]!r} {place}", file=sys.stderr)
        failed += right < len(QUESTIONS)
        middle = f"{sorted(took)[len(took) // 2]:.2f}" if took else "—"
        print(
            f"| {package} | {version(package)} | {way} | {right} of {len(QUESTIONS)} | {middle} |",
            flush=True,
        )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
