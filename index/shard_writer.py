"""Writes one shard: anew, with documents added, or without those that are gone."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.bucket_files import Buckets, bucket_names
from index.documents import Extent
from index.shards import FOLDER, SCHEMA, shard_file
from index.sqlite_files import published, to_write

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS = (
    "number, document, text, map, sentences, language, title, date, author, terms"  # of passages
)


def made_own(file: Path) -> None:
    """Have a file be the draft's alone, be it linked from the generation before."""
    own = file.with_suffix(".own")
    shutil.copyfile(file, own)
    own.replace(file)


class ShardWriter:
    """A shard that takes documents."""

    def __init__(self, folder: Path, extent: Extent, *, own: bool) -> None:
        """Open the shard *extent* of a draft, or make it where it has no numbers yet.

        Args:
            folder: The draft.
            extent: What it holds.
            own: Whether this draft has written it; else it may be linked, and is copied first.
        """
        self._folder, self._before = folder, extent
        self.extent = extent
        self._rows = bytearray()
        self._numbers: list[int] = []
        file = shard_file(folder, extent.shard)
        file.parent.mkdir(exist_ok=True)
        there = file.exists()
        if there and not own:
            made_own(file)
        self._database = to_write(file, "" if there else SCHEMA)

    def add(
        self,
        document: Sequence[object],
        source: Sequence[object],
        passages: Sequence[tuple[Any, ...]],
        buckets: bytes,
    ) -> None:
        """Add a document.

        Args:
            document: The values of its row, in order, the first its id.
            source: The values of the row of its text after the id, in order.
            passages: Those of its passages' rows, by number, which is the first.
            buckets: Those of all its passages, eight bytes a bucket.
        """
        run = self._database.execute
        run("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", document)
        run("INSERT INTO sources VALUES (?, ?, ?, ?, ?)", (document[0], *source))
        self._database.executemany(
            f"INSERT INTO passages ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            passages,
        )
        self._rows += buckets
        self._numbers += [passage[0] for passage in passages]
        if passages:
            self.extent = replace(
                self.extent,
                last=passages[-1][0],
                passages=self.extent.passages + len(passages),
            )

    def close(self) -> None:
        """Write what is left."""
        self._database.commit()
        self._database.close()
        shard = self.extent.shard
        new = Buckets.of_rows(self.extent, np.array(self._numbers, np.int64), bytes(self._rows))
        parts = [new]
        if shard_file(self._folder, shard).with_suffix(".buckets.npy").exists():
            parts.insert(0, Buckets.load(self._folder, self._before))
        Buckets.together(self.extent, parts, np.zeros(0, np.int64)).save(self._folder, shard)


def rewritten(
    before: Path,
    parts: Sequence[Extent],
    folder: Path,
    extent: Extent,
    documents: set[int],
    passages: NDArray[np.int64],
) -> None:
    """Write shards of the generation in *before* as one, without what is gone.

    Args:
        before: The folder of the generation before.
        parts: Its shards, by number.
        folder: The draft.
        extent: The one shard of them there.
        documents: The ids of those that are gone.
        passages: The numbers of their passages, ascending.
    """
    file = shard_file(folder, extent.shard)
    file.parent.mkdir(exist_ok=True)
    database = to_write(file, SCHEMA)
    run = database.execute
    run("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
    database.executemany("INSERT INTO gone VALUES (?)", ((gone,) for gone in sorted(documents)))
    for part in parts:
        run("ATTACH ? AS past", (published(shard_file(before, part.shard)),))
        for table, column in (("documents", "id"), ("sources", "document")):
            run(
                f"INSERT INTO {table} SELECT * FROM past.{table}"  # noqa: S608
                f" WHERE {column} NOT IN (SELECT id FROM gone) ORDER BY {column}"
            )
        run(
            "INSERT INTO passages SELECT * FROM past.passages"
            " WHERE document NOT IN (SELECT id FROM gone) ORDER BY number"
        )
        database.commit()
        run("DETACH past")
    database.close()
    held = [Buckets.load(before, part) for part in parts]
    Buckets.together(extent, held, passages).save(folder, extent.shard)


def link_names(shard: int) -> list[str]:
    """Return the files of a shard, in the folder of a generation."""
    return [f"{FOLDER}/{name}" for name in (shard_file(Path(), shard).name, *bucket_names(shard))]
