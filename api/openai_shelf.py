"""Folders as vector stores, documents as their files: what of them a caller sees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from api.access import Access, Caller
from api.openai_filters import Comparison, Compound, Pushed, document_attributes, pushed
from api.openai_ids import ALL, file_id, store_id
from corpus.errors import CitedQAError
from index.passage_index import Filter, places
from index.status import Row

LONGEST = 512  # characters of an attribute


@dataclass(frozen=True, slots=True)
class Stores:
    """The vector stores that a caller may search."""

    rows: tuple[Row, ...]  # the documents that it may ask and that are there, by path
    folders: tuple[str, ...]  # by path; the first is the empty one: all documents
    created: int  # seconds since 1970

    def folder(self, store: str) -> str:
        """Return the folder that a vector store is, the empty one for all documents.

        Raises:
            CitedQAError: If there is none.
        """
        there = {store_id(folder): folder for folder in self.folders}
        if store not in there:
            raise CitedQAError("store_unknown", store=store, all=ALL)
        return there[store]

    def within(self, folder: str) -> list[Row]:
        """Return the documents of a folder and of those in it."""
        return [row for row in self.rows if not folder or folder in places(row.path)]

    def file(self, name: str, folder: str = "") -> Row:
        """Return the document that a file is.

        Raises:
            CitedQAError: If there is none in the folder.
        """
        for row in self.within(folder):
            if file_id(row.path) == name:
                return row
        raise CitedQAError("file_unknown", file=name)

    def asked(self, stores: list[str], node: Comparison | Compound | None) -> Pushed:
        """Return what the index is asked for: the documents of some stores that pass a filter.

        Raises:
            CitedQAError: If there is no such store.
        """
        folders = [self.folder(store) for store in stores]
        all_of = not folders or "" in folders
        if node is None:
            return Pushed(Filter() if all_of else Filter(tuple(folders)))
        wanted = {*folders}
        paths = [row.path for row in self.rows if all_of or wanted & {*places(row.path)}]
        asked = pushed(node, paths)
        if len(asked.filter.paths) < len(paths):
            return asked
        whole = () if all_of else tuple(folders)
        return replace(asked, filter=replace(asked.filter, paths=whole))


def stores_of(door: Access, caller: Caller) -> Stores:
    """Return the vector stores that *caller* may search."""
    holding = door.shared.shelf.holding()
    gone = frozenset(holding.changes.removed)
    rows = tuple(
        row
        for row in holding.rows
        if row.passages is not None and row.path not in gone and caller.reaches(row.path)
    )
    folders = {folder for row in rows for folder in places(row.path)[1:] if caller.reaches(folder)}
    created = int(datetime.fromisoformat(holding.manifest.created).timestamp())
    return Stores(rows, ("", *sorted(folders)), created)


def store_object(stores: Stores, folder: str) -> dict[str, Any]:
    """Return a vector store as OpenAI describes one."""
    rows = stores.within(folder)
    counts = {"completed": len(rows), "total": len(rows)}
    return {
        "id": store_id(folder), "object": "vector_store", "name": folder or ALL,
        "created_at": stores.created, "last_active_at": stores.created, "status": "completed",
        "usage_bytes": sum(row.size for row in rows),
        "file_counts": {"cancelled": 0, "failed": 0, "in_progress": 0, **counts},
        "metadata": {"folder": folder[:LONGEST]}, "expires_after": None, "expires_at": None,
    }  # fmt: skip


def file_object(stores: Stores, row: Row) -> dict[str, Any]:
    """Return a document as OpenAI describes a file; its name is its path."""
    return {
        "id": file_id(row.path), "object": "file", "bytes": row.size, "filename": row.path,
        "created_at": stores.created, "purpose": "assistants", "status": "processed",
    }  # fmt: skip


def store_file_object(stores: Stores, folder: str, row: Row) -> dict[str, Any]:
    """Return a document as OpenAI describes a file of a vector store."""
    attributes = {
        **document_attributes(row.path), "title": row.title, "language": row.language,
        "date": row.dates[0] if row.dates else "", "pages": row.pages,
    }  # fmt: skip
    return {
        "id": file_id(row.path), "object": "vector_store.file", "created_at": stores.created,
        "status": "completed", "usage_bytes": row.size, "vector_store_id": store_id(folder),
        "last_error": None, "attributes": flat(attributes),
    }  # fmt: skip


def flat(values: dict[str, Any]) -> dict[str, str | float | bool]:
    """Return values as attributes may be: text, numbers and truth, as long as OpenAI allows."""
    there = {name: value for name, value in values.items() if value not in (None, "")}
    return {
        name: value[:LONGEST] if isinstance(value, str) else value for name, value in there.items()
    }
