"""The one server of MCP, whatever it is spoken to through; its tools only read."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import anyio
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp_types import Tool as Described
from pydantic import BaseModel, ValidationError

from api.fields import wrong_fields
from api.mcp_shapes import NOTICE
from api.mcp_tools import TOOLS, Call, Tool
from corpus.errors import CitedQAError, UnreadableFileError
from language.messages import Message

INSTRUCTIONS = f"""Ask a collection of documents; every quote is a slice of one, checked before it
is given.  Start with `ask`; `search` and `fetch` read more; `verify_quote` checks a quotation
before you show it; `mentions` is complete for a name; `list_documents` tells what there is.
Put only what stands in `quote` or `text` in quotation marks, and name the title and link beside
it; of a table's row `text` is its cells under their names: tell it, do not quote it.  If `declined`
is true the documents are silent: say so.  Ask in the user's language; quotes stay in the
document's.  {NOTICE}"""

READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)

# Returns who calls, and what is answered from.
Calling = Callable[[ServerRequestContext[Any, Any]], Call]

log = logging.getLogger(__name__)


def mcp_server(calling: Calling) -> Server[Any]:
    """Return the server.

    Args:
        calling: Tells of each call whose it is.
    """

    async def listed(
        _: ServerRequestContext[Any, Any], _params: PaginatedRequestParams | None
    ) -> ListToolsResult:
        return ListToolsResult(tools=[_described(name, tool) for name, tool in TOOLS.items()])

    async def called(
        context: ServerRequestContext[Any, Any], params: CallToolRequestParams
    ) -> CallToolResult:
        tool = TOOLS.get(params.name)
        if tool is None:
            raise MCPError(INVALID_PARAMS, f"Unknown tool: {params.name}")
        call, arguments = calling(context), params.arguments or {}
        return await anyio.to_thread.run_sync(_result, tool, arguments, call)

    return Server(
        "cited-qa", title="cited-qa", version=version("cited-qa"), instructions=INSTRUCTIONS,
        on_list_tools=listed, on_call_tool=called,
    )  # fmt: skip


def _described(name: str, tool: Tool) -> Described:
    words = " ".join((tool.run.__doc__ or "").split())
    return Described(
        name=name, title=tool.title, description=words, annotations=READS,
        input_schema=tool.takes.model_json_schema(), output_schema=tool.gives.model_json_schema(),
    )  # fmt: skip


def _result(tool: Tool, arguments: dict[str, Any], call: Call) -> CallToolResult:
    """Return what came of a call: an error is a result that says what is wrong, never a trace."""
    try:
        call.begin()
        return _right(tool.run(call, tool.takes.model_validate(arguments)))
    except ValidationError as error:
        return _wrong("; ".join(map(": ".join, wrong_fields(error.errors(), call.language))))
    except (CitedQAError, UnreadableFileError) as error:
        return _wrong(error.told(call.language))
    except Exception as error:
        log.exception("a tool failed")
        return _wrong(Message("request_failed", {"kind": type(error).__name__}).told(call.language))


def _right(result: BaseModel) -> CallToolResult:
    # Clients of before 2025-06 read the text, others the structure.
    text = result.model_dump_json()
    return CallToolResult(
        content=[TextContent(text=text)], structured_content=result.model_dump(mode="json")
    )


def _wrong(told: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=told)], is_error=True)
