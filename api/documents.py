"""The documents: listed, added, deleted; their text, their pages as pictures."""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from api.access import Access, Caller, Door, Reader, Writer
from api.models import LONGEST_PATH
from api.problems import RESPONSES, RefusedError, language_of
from corpus.documents import Document
from corpus.errors import CitedQAError, UnreadableFileError
from index.status import Row
from serving import folder, uploads
from serving.originals import page_at, page_span

router = APIRouter(responses=RESPONSES, tags=["documents"])

LONGEST_SLICE = 100_000  # characters
STATES = ("indexed", "changed", "new", "removed", "skipped")

BINARY = {"schema": {"type": "string", "format": "binary"}}
FILE = {"requestBody": {"required": True, "content": {"application/octet-stream": BINARY}}}
PICTURE = {"image/jpeg": BINARY}

Place = Annotated[str, Field(min_length=1, max_length=LONGEST_PATH, examples=["forum.txt"])]


class DocumentRow(BaseModel):
    """A document, or a file that did not become one."""

    path: str
    title: str
    language: str = Field(description="BCP 47; empty where it is not known.")
    languages: list[str]
    passages: int | None
    state: str = Field(json_schema_extra={"enum": list(STATES)})
    problem: str = Field(description="Why it was skipped, or what of it was not read.")
    dates: list[str]
    pages: int
    size: int
    recognised: bool = Field(description="Whether words of it were read by OCR.")


class Documents(BaseModel):
    """All documents, and the generation that answers."""

    generation: str
    created: str
    passages: int
    documents: list[DocumentRow]


class Added(BaseModel):
    """A file that was added; it is asked after the next rebuild."""

    path: str


class Slice(BaseModel):
    """``text == source[start:end]`` of a document, in code points."""

    document: str
    title: str
    sha256: str
    language: str
    start: int
    end: int
    length: int = Field(description="Of the whole source text.")
    page: int | None
    text: str


@router.get("/documents", response_model=Documents)
def documents(caller: Reader, door: Door, request: Request) -> dict[str, Any]:
    """List the documents, and how their folder differs from the index."""
    holding = door.shared.shelf.holding(fresh=True)
    language = language_of(request)
    rows = [_plain(row, language) for row in holding.rows if caller.reaches(row.path)]
    manifest = holding.manifest
    return {
        "generation": manifest.name,
        "created": manifest.created,
        "passages": sum(row["passages"] or 0 for row in rows),
        "documents": rows,
    }


@router.put("/documents/{path:path}", status_code=201, response_model=Added, openapi_extra=FILE)
async def add(path: Place, request: Request, caller: Writer, door: Door) -> dict[str, str]:
    """Add a file, sent as the body; it is read first, and refused if it cannot become a document.

    It is asked after a rebuild: `POST /v1/rebuild`.
    """
    settings = door.settings(caller)
    _within(caller, path)
    uploads.check_place(settings, path)
    limit = settings.limits.file_bytes
    with tempfile.TemporaryDirectory() as kept:
        file, size = Path(kept, path.rpartition("/")[2]), 0
        with file.open("wb") as target:
            async for piece in request.stream():
                size += len(piece)
                if size > limit:
                    raise UnreadableFileError("file_large", size=size, limit=limit)
                target.write(piece)
        added = await run_in_threadpool(uploads.add, settings, file, path)
    return {"path": added}


@router.delete("/documents/{path:path}", status_code=204)
def delete(path: Place, caller: Writer, door: Door) -> Response:
    """Delete a document's file; it is quoted no more from now on."""
    _within(caller, path)
    folder.delete(door.settings(caller), path, door.shared.shelf.files(fresh=True))
    door.shared.shelf.holding(fresh=True)
    return Response(status_code=204)


Offset = Annotated[int | None, Query(ge=0, le=2**31)]


@router.get("/source/{path:path}", response_model=Slice, responses={200: {"content": PICTURE}})
def source(
    path: Place, caller: Reader, door: Door, start: Offset = None, end: Offset = None,
    page: Annotated[int | None, Query(ge=1, le=100_000)] = None,
    image: Annotated[bool, Query(description="The page as people see it, a JPEG.")] = False,
) -> Any:  # fmt: skip  # noqa: ANN401
    """Return a slice of a document's source text, or one of its pages as text or as a picture."""
    document = held(door, caller, path)
    if image:
        return Response(_picture(door, document, page or 1), media_type="image/jpeg")
    if page:
        first, last = page_span(document, page)
        if first == last and page_at(document, first) != page:
            raise CitedQAError("no_such_page", path=path, page=page)
    else:
        first = min(start or 0, len(document.source))
        last = len(document.source) if end is None else min(max(end, first), len(document.source))
    last = min(last, first + LONGEST_SLICE)
    return {
        "document": document.path, "title": document.title, "sha256": document.sha256,
        "language": document.language, "start": first, "end": last,
        "length": len(document.source), "page": page_at(document, first) or None,
        "text": document.source[first:last],
    }  # fmt: skip


def held(door: Access, caller: Caller, path: str) -> Document:
    """Return the document at *path*.

    Raises:
        CitedQAError: If there is none that the caller may ask.
    """
    document = door.shared.shelf.source(path) if caller.reaches(path) else None
    gone = document and path in door.shared.shelf.holding().changes.removed
    if document is None or gone:
        raise CitedQAError("not_held", path=path)
    return document


def _picture(door: Access, document: Document, page: int) -> bytes:
    seen = door.shared.originals.seen(document, page, (0, 0))
    leaf = seen.leaf
    if leaf is None or leaf.image is None:
        reason = seen.problem or (leaf.problem if leaf else None)
        if reason:
            raise CitedQAError(reason.code, **reason.values)
        raise CitedQAError("no_such_page", path=document.path, page=page)
    return leaf.image.picture


def _within(caller: Caller, path: str) -> None:
    if not caller.reaches(path):
        raise RefusedError("token_elsewhere", folders=caller.among)


def _plain(row: Row, language: str) -> dict[str, Any]:
    return {**asdict(row), "problem": row.problem.told(language) if row.problem else ""}
