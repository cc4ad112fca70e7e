"""Vector stores and files, as OpenAI's clients list and read them: /vector_stores, /files, /models.

They are read only: documents are added and deleted at /documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from api.access import Access, Caller, Door, Reader
from api.openai_ids import file_id, store_id
from api.openai_models import MODEL
from api.openai_shelf import file_object, store_file_object, store_object, stores_of
from corpus.errors import CitedQAError
from index.status import Row

router = APIRouter(include_in_schema=False)

After = Annotated[str, Query(max_length=100)]
Limit = Annotated[int, Query(ge=1, le=10_000)]


@router.get("/models")
def models(caller: Reader, door: Door) -> dict[str, Any]:
    """List what can be asked: one model, which quotes."""
    return {"object": "list", "data": [_model(door)]}


@router.get("/models/{name}")
def model(name: str, caller: Reader, door: Door) -> dict[str, Any]:
    """Describe a model."""
    if name != MODEL:
        raise CitedQAError("model_unknown", model=name, known=MODEL)
    return _model(door)


@router.get("/vector_stores")
def stores(caller: Reader, door: Door, after: After = "", limit: Limit = 20) -> dict[str, Any]:
    """List the vector stores: all documents, and each folder of theirs, by path."""
    there = stores_of(door, caller)
    ids, left = _after([store_id(folder) for folder in there.folders], after, limit)
    return _page([store_object(there, there.folder(each)) for each in ids], left)


@router.get("/vector_stores/{store}")
def store(store: str, caller: Reader, door: Door) -> dict[str, Any]:
    """Describe a vector store."""
    there = stores_of(door, caller)
    return store_object(there, there.folder(store))


@router.get("/vector_stores/{store}/files")
def store_files(
    store: str, caller: Reader, door: Door, after: After = "", limit: Limit = 20
) -> dict[str, Any]:
    """List the documents of a vector store, by path."""
    there = stores_of(door, caller)
    folder = there.folder(store)
    rows, left = _rows(there.within(folder), after, limit)
    return _page([store_file_object(there, folder, row) for row in rows], left)


@router.get("/vector_stores/{store}/files/{name}")
def store_file(store: str, name: str, caller: Reader, door: Door) -> dict[str, Any]:
    """Describe a document of a vector store."""
    there = stores_of(door, caller)
    folder = there.folder(store)
    return store_file_object(there, folder, there.file(name, folder))


@router.get("/vector_stores/{store}/files/{name}/content")
def store_content(store: str, name: str, caller: Reader, door: Door) -> dict[str, Any]:
    """Return the source text of a document of a vector store."""
    there = stores_of(door, caller)
    row = there.file(name, there.folder(store))
    content = [{"type": "text", "text": _source(door, row)}]
    return {"object": "vector_store.file_content.page", "data": content, "has_more": False}


@router.get("/files")
def files(caller: Reader, door: Door, after: After = "", limit: Limit = 10_000) -> dict[str, Any]:
    """List the documents, by path."""
    there = stores_of(door, caller)
    rows, left = _rows(there.rows, after, limit)
    return _page([file_object(there, row) for row in rows], left)


@router.get("/files/{name}")
def file(name: str, caller: Reader, door: Door) -> dict[str, Any]:
    """Describe a document."""
    there = stores_of(door, caller)
    return file_object(there, there.file(name))


@router.get("/files/{name}/content")
def content(name: str, caller: Reader, door: Door) -> Response:
    """Return a document's source text, in which quotes are counted."""
    text = _source(door, stores_of(door, caller).file(name))
    return Response(text.encode("utf-8"), media_type="text/plain; charset=utf-8")


def _model(door: Access) -> dict[str, Any]:
    created = stores_of(door, Caller("")).created
    return {"id": MODEL, "object": "model", "created": created, "owned_by": MODEL}


def _source(door: Access, row: Row) -> str:
    document = door.shared.shelf.source(row.path)
    if document is None:
        raise CitedQAError("not_held", path=row.path)
    return document.source


def _rows(rows: Sequence[Row], after: str, limit: int) -> tuple[list[Row], bool]:
    by_id = {file_id(row.path): row for row in rows}
    ids, left = _after(list(by_id), after, limit)
    return [by_id[each] for each in ids], left


def _after(ids: list[str], after: str, limit: int) -> tuple[list[str], bool]:
    """Return so many of *ids* after one of them, and whether there are more."""
    first = ids.index(after) + 1 if after in ids else 0
    return ids[first : first + limit], len(ids) > first + limit


def _page(objects: list[dict[str, Any]], left: bool) -> dict[str, Any]:
    ends = {"first_id": objects[0]["id"], "last_id": objects[-1]["id"]} if objects else {}
    return {"object": "list", "data": objects, "has_more": left, **ends}
