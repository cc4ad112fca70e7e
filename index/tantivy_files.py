"""An index of tantivy's in a folder: written once, then opened where nobody may write.

tantivy writes each room of numbers (index/rooms.py) as an index of its own, and its segments are
put together under one ``meta.json``.  So no document is ever marked as deleted in a segment and
nothing is merged: what is gone is in no file, statistics are of what is there, and the segments of
rooms that did not change are linked from the generation before.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import tantivy

from index.linking import linked
from index.rooms import Room

if TYPE_CHECKING:
    from tantivy import Schema

# What is indexed is analysed already; here it is only taken apart again.
SPACES = "spaces"
MEMORY = 128_000_000  # bytes that the writer may use before it writes a segment
META = "meta.json"
Numbered = tuple[int, tantivy.Document]


@dataclass(frozen=True, slots=True)
class Held:
    """The rooms of a generation's index that are linked into the next one."""

    folder: Path
    firsts: Collection[int]


def written(
    folder: Path, schema: Schema, rooms: Iterable[Iterable[Numbered]], held: Held | None = None
) -> tantivy.Index:
    """Write the index of *rooms* and of those *held* into *folder*, and return it open.

    Args:
        folder: It is made.
        schema: Of all documents, those *held* too.
        rooms: Documents with their numbers, ascending in each room; rooms do not overlap.
        held: What is linked.

    Raises:
        OSError: If it cannot be written.
    """
    folder.mkdir()
    meta = _empty(folder, schema)
    if held:
        for segment in _segments(held.folder):
            if _first(segment) in held.firsts:
                for file in held.folder.glob(f"{_name(segment)}.*"):
                    linked(file, folder / file.name)
                meta["segments"].append(segment)
    for room in rooms:
        meta["segments"] += _room(folder, schema, iter(room))
    # In the order of numbers: of equals, the search finds the lowest first.
    meta["segments"].sort(key=_name)
    (folder / META).write_text(json.dumps(meta), "utf-8")
    return opened(folder)


def rooms_in(folder: Path) -> list[Room]:
    """Return the rooms of the index that :func:`written` wrote, ascending."""
    return [
        Room(first, sum(segment["max_doc"] for segment in segments))
        for first, segments in groupby(_segments(folder), _first)
    ]


def in_rooms(documents: Iterable[Numbered], most: int) -> Iterator[Iterator[Numbered]]:
    """Yield *documents* in rooms of at most so many; each is to be used up before the next."""
    documents = iter(documents)
    for first in documents:
        yield chain([first], islice(documents, most - 1))


def opened(folder: Path) -> tantivy.Index:
    """Open the index that :func:`written` wrote, mapped into memory."""
    # tantivy locks a folder that it opens with a file in it, and a generation may lie where
    # nobody may write: it gets a folder of links, which it needs no more once all is open.  A
    # lock that it writes there meanwhile says nothing about the index.
    with tempfile.TemporaryDirectory(prefix="cited-qa-", ignore_cleanup_errors=True) as links:
        for file in folder.iterdir():
            Path(links, file.name).symlink_to(file.absolute())
        index = tantivy.Index.open(links)
        # A generation does not change: nobody need watch the folder for a commit.
        index.config_reader(reload_policy="manual")
        return _with_tokenizer(index)


def _empty(folder: Path, schema: Schema) -> dict[str, Any]:
    """Return what tantivy says of an index without segments."""
    with _drafted(folder) as draft:
        tantivy.Index(schema, path=str(draft))
        return _meta(draft)


def _room(folder: Path, schema: Schema, documents: Iterator[Numbered]) -> list[dict[str, Any]]:
    """Write the segments of a room into *folder*, mostly one, and return them."""
    first, document = next(documents)
    with _drafted(folder) as draft:
        index = _with_tokenizer(tantivy.Index(schema, path=str(draft)))
        writer = index.writer(heap_size=MEMORY, num_threads=1)
        writer.add_document(document)
        for _, document in documents:
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        segments = _segments(draft)
        for part, segment in enumerate(segments):
            files = list(draft.glob(f"{_name(segment)}.*"))
            segment["segment_id"] = str(UUID(int=first << 64 | part))
            for file in files:
                file.rename(folder / f"{_name(segment)}{file.suffix}")
        return segments


@contextmanager
def _drafted(folder: Path) -> Iterator[Path]:
    """Yield a folder in *folder* for an index of tantivy's own; it is removed."""
    with tempfile.TemporaryDirectory(prefix=".room-", dir=folder) as draft:
        try:
            yield Path(draft)
        except ValueError as error:  # how tantivy says that it cannot write
            raise OSError(str(error)) from error


def _meta(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / META).read_text("utf-8"))
    return content


def _segments(folder: Path) -> list[dict[str, Any]]:
    segments: list[dict[str, Any]] = _meta(folder)["segments"]
    return segments


def _name(segment: dict[str, Any]) -> str:
    """Return how the names of a segment's files begin."""
    return UUID(segment["segment_id"]).hex


def _first(segment: dict[str, Any]) -> int:
    """Return the first number of the room that a segment of :func:`written` is of."""
    return UUID(segment["segment_id"]).int >> 64


def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(SPACES, analyzer)
    return index
