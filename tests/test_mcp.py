"""A language model's program speaks MCP with us: the SDK's own client, over both transports."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult
from pydantic import TypeAdapter

from api.mcp_server import mcp_server
from api.mcp_tools import LONGEST_TEXT, TOOLS, Call
from qa.settings import Settings
from serving.limiter import TooManyError
from serving.links import digest
from serving.tokens import Tokens
from tests.doors import quotes_of
from tests.servers import served

LONG = "The keeper wrote the hour of every ship into the book. " * 380
FILES = {
    "open/mill.md": "# Harrow Point\n\nThe windmill at Harrow Point was built in 1874. It ground"
    " barley for forty farms until a storm broke its sails in 1921.\n",
    "open/phare.md": "Le phare de Kermorvan mesure 38 mètres de haut. Il a été automatisé en 1994"
    " et son gardien, Yann Le Goff, y est resté comme guide.\n",
    "open/minutes.txt": "The council voted for the resto-\nration of the old quay. It gave\n"
    "52,000 pounds for it.\n",
    "closed/qiao.txt": "青石桥全长216米。它于1936年建成，桥头有两座石狮。\n",
    "closed/ferry.txt": "燈塔島的渡輪每天開出十二班。船票由港務局的王敏負責。\n",
    "closed/book.txt": LONG,
}
QUESTIONS = [
    ("When was the windmill at Harrow Point built?", "open/mill.md", "1874"),
    ("Quelle est la hauteur du phare de Kermorvan ?", "open/phare.md", "38"),
    ("青石桥全长多少米？", "closed/qiao.txt", "216"),
    ("燈塔島的渡輪每天開出多少班？", "closed/ferry.txt", "十二"),
]
Use = Callable[..., CallToolResult]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mcp")
    for path, text in FILES.items():
        place = folder / "corpus" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    settings = {"CITED_QA_CACHE": str(Settings.from_env().cache), "CITED_QA_PER_MINUTE": "10000"}
    with served(folder / "corpus", folder / "index", **settings) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def portal() -> Iterator[BlockingPortal]:
    with start_blocking_portal() as portal:
        yield portal


@contextmanager
def over_http(portal: BlockingPortal, address: str, **headers: str) -> Iterator[Client]:
    with ExitStack() as stack:
        http = httpx2.AsyncClient(headers=headers, timeout=120)
        stack.enter_context(portal.wrap_async_context_manager(http))
        client = Client(streamable_http_client(f"{address}/mcp", http_client=http))
        yield stack.enter_context(portal.wrap_async_context_manager(client))


@pytest.fixture(scope="module")
def clients(portal: BlockingPortal, address: str, folder: Path) -> Iterator[dict[str, Client]]:
    heard: list[object] = []  # what is no answer, such as a line that is not of the protocol

    async def hear(message: object) -> None:
        heard.append(message)

    process = StdioServerParameters(
        command=sys.executable,
        args=[
            "-m",
            "cli.main",
            "mcp",
            "--corpus",
            str(folder / "corpus"),
            "--index",
            str(folder / "own"),
        ],
        cwd=Path.cwd(),
        env={"CITED_QA_CACHE": str(Settings.from_env().cache), "PYTHONPATH": str(Path.cwd())},
    )
    with over_http(portal, address) as http:
        stdio = Client(stdio_client(process), message_handler=hear)
        with portal.wrap_async_context_manager(stdio) as connected:
            while (first := used(portal, connected, "list_documents")).is_error:
                assert "for the first time" in told(first)
            yield {"http": http, "stdio": connected}
    assert heard == []


@pytest.fixture(params=["http", "stdio"])
def client(request: pytest.FixtureRequest, clients: dict[str, Client]) -> Client:
    return clients[request.param]


@pytest.fixture
def use(client: Client, portal: BlockingPortal) -> Use:
    return partial(used, portal, client)


def used(portal: BlockingPortal, client: Client, tool: str, /, **given: object) -> CallToolResult:
    """Return what came of a call."""
    result: CallToolResult = portal.call(client.call_tool, tool, given)
    return result


def structure(result: CallToolResult) -> dict[str, Any]:
    """Return what a tool gave, once as a structure and the same as text."""
    assert not result.is_error, result.content
    (block,) = result.content
    assert block.type == "text"
    assert TypeAdapter(dict[str, Any]).validate_json(block.text) == result.structured_content
    content: dict[str, Any] = result.structured_content
    for place in quotes_of(content):
        source = FILES[place["document"]]
        assert place["quote"] == source[place["start"] : place["end"]]
        assert place["id"].startswith(f"{place['document']}:{place['start']}-{place['end']}@")
        assert place["selector"][0]["exact"] == place["quote"]
    return content


def told(result: CallToolResult) -> str:
    """Return what a tool says that could not do it."""
    assert result.is_error
    (block,) = result.content
    assert block.type == "text"
    assert "Traceback" not in block.text
    return block.text


@pytest.mark.model
def test_who_connects_is_told_of_six_tools_that_only_read_and_how_to_quote(
    client: Client, portal: BlockingPortal
) -> None:
    tools = portal.call(client.list_tools).tools

    assert {tool.name for tool in tools} == set(TOOLS)
    assert client.server_info
    assert client.server_info.name == "cited-qa"
    assert "never instructions" in (client.instructions or "")
    for tool in tools:
        assert tool.annotations
        assert tool.annotations.read_only_hint
        assert tool.description
        assert tool.output_schema


@pytest.mark.model
@pytest.mark.parametrize(("question", "document", "words"), QUESTIONS)
def test_an_answer_quotes_the_document_in_every_language(
    use: Use, client: Client, clients: dict[str, Client], question: str, document: str, words: str
) -> None:
    answer = structure(use("ask", question=question, count=1))

    (citation,) = answer["citations"]
    assert (answer["kind"], citation["document"]) == ("quote", document)
    assert words in citation["quote"]
    assert citation["sha256"]
    has_page = client is clients["http"]
    assert citation["link"].startswith("http://127.0.0.1") if has_page else citation["link"] == ""
    assert "never instructions" in answer["notice"]


@pytest.mark.model
def test_a_decline_says_that_the_documents_are_silent_and_gives_nothing_to_quote(use: Use) -> None:
    answer = structure(use("ask", question="Who won the chess tournament in Reykjavik?"))

    assert answer["declined"]
    assert "do not answer" in answer["meaning"]
    assert list(quotes_of(answer)) == []


@pytest.mark.model
@pytest.mark.parametrize(("query", "document", "_words"), QUESTIONS)
def test_what_search_finds_fetch_reads_both_exactly_in_the_form_of_deep_research(
    use: Use, query: str, document: str, _words: str
) -> None:
    results = structure(use("search", query=query))
    (best, *_) = results["results"]
    passage = structure(use("fetch", id=best["id"]))

    assert set(results) == {"results"}
    assert all(set(each) == {"id", "title", "url"} for each in results["results"])
    assert set(passage) == {"id", "title", "text", "url", "metadata"}
    place = passage["metadata"]
    assert (passage["id"], passage["url"]) == (best["id"], best["url"])
    assert place["document"] == document
    assert passage["text"] == FILES[document][place["start"] : place["end"]]
    assert best["id"].endswith(digest(passage["text"]))


@pytest.mark.model
def test_a_long_document_is_fetched_in_pieces_that_are_together_the_whole(use: Use) -> None:
    pieces, name = [], "closed/book.txt"
    while name:
        passage = structure(use("fetch", id=name))
        pieces.append(passage["text"])
        name = passage["metadata"]["next"]

    assert "".join(pieces) == LONG
    assert [len(piece) for piece in pieces] == [LONGEST_TEXT, len(LONG) - LONGEST_TEXT]


@pytest.mark.model
@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("automatisé en 1994", "verified"),
        ("the restoration of the old quay", "repaired"),
        ("青石橋全長216米", "repaired"),
        ("The windmill at Harrow Point was built in 1847.", "absent"),
    ],
)
def test_a_quotation_is_verified_repaired_or_absent(use: Use, quote: str, status: str) -> None:
    verdict = structure(use("verify_quote", quote=quote))

    assert verdict["status"] == status
    assert bool(verdict["matches"]) == (status != "absent")
    if status == "absent":
        assert "1874" in verdict["near"][0]["quote"]


@pytest.mark.model
def test_mentions_count_every_place_and_documents_are_listed_by_folder(use: Use) -> None:
    named = structure(use("mentions", name="Wang Min"))
    listed = structure(use("list_documents"))
    opened = structure(use("list_documents", folder="open"))

    assert [each["quote"] for each in named["mentions"]] == ["船票由港務局的王敏負責。"]
    assert [each["id"] for each in listed["documents"]] == sorted(FILES)
    assert opened["total"] == 3
    assert structure(use("ask", question=QUESTIONS[2][0], paths=["open"]))["declined"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("tool", "given", "words"),
    [
        ("fetch", {"id": "../../etc/passwd"}, "no document"),
        ("fetch", {"id": "nothing:1-2@00"}, "no document"),
        ("fetch", {"id": "open/mill.md:5-1"}, "Search again"),
        ("fetch", {"id": "open/mill.md:0-99999999999"}, "Search again"),
        ("fetch", {"id": "open/mill.md:0-10@feedfeedfeedfeed"}, "Search again"),
        ("fetch", {"id": "\x00\u202e"}, "no document"),
        ("fetch", {}, "id: is missing"),
        ("ask", {"question": "   "}, "question"),
        ("ask", {"question": "When?", "paths": ["elsewhere"]}, "no document"),
        ("search", {"query": "x" * 1001}, "query"),
        ("search", {"query": "mill", "obey": True}, "obey"),
        ("verify_quote", {"quote": " "}, "quote"),
    ],
)
def test_what_cannot_be_done_is_an_error_that_says_why(
    use: Use, tool: str, given: dict[str, Any], words: str
) -> None:
    assert words in told(use(tool, **given))


@pytest.mark.model
def test_a_token_for_a_folder_sees_nothing_of_the_others(
    portal: BlockingPortal, address: str, folder: Path
) -> None:
    secret = Tokens(folder / "tokens.json").made("assistant", read_only=True, among=("open",))

    with over_http(portal, address, Authorization=f"Bearer {secret}") as client:
        use = partial(used, portal, client)
        listed = structure(use("list_documents"))
        results = structure(use("search", query="青石桥"))["results"]
        assert {each["id"].partition("/")[0] for each in listed["documents"]} == {"open"}
        assert {each["id"].partition("/")[0] for each in results} == {"open"}
        assert structure(use("ask", question=QUESTIONS[2][0]))["declined"]
        hello = structure(use("ask", question="Hello!"))["reply"]
        assert "Harrow" in hello
        assert not any(words in hello for words in ("青石", "燈塔", "keeper"))
        assert structure(use("mentions", name="王敏"))["places"] == 0
        assert structure(use("verify_quote", quote="两座石狮"))["status"] == "absent"
        assert "no document" in told(use("fetch", id="closed/qiao.txt"))
        assert "no document" in told(use("fetch", id="closed/qiao.txt:0-5"))
        assert "no document" in told(use("ask", question="多长？", paths=["closed"]))


@pytest.mark.model
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": "Bearer cqa_nobody"}, 401),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Host": "rebound.example"}, 421),
        ({"Host": "[::1]:7860"}, 200),
        ({"Origin": "http://localhost:7860", "Host": "localhost:7860"}, 200),
    ],
)
def test_who_may_not_come_in_is_refused_before_anything_is_said(
    address: str, headers: dict[str, str], status: int
) -> None:
    hello = {
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18", "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }  # fmt: skip
    accept = {"Accept": "application/json, text/event-stream"}
    response = httpx2.post(f"{address}/mcp", json=hello, headers=accept | headers)

    assert response.status_code == status
    assert ("www-authenticate" in response.headers) == (status == 401)
    assert httpx2.get(f"{address}/mcp").status_code == 405


def test_a_call_too_many_is_told_when_to_come_again(portal: BlockingPortal) -> None:
    def full() -> None:
        raise TooManyError("too_many_requests", seconds=7)

    server = mcp_server(lambda _: Call(None, None, full, language="fr"))  # type: ignore[arg-type]
    with portal.wrap_async_context_manager(Client(server)) as client:
        assert "7" in told(portal.call(client.call_tool, "list_documents", {}))
