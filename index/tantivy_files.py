"""An index of tantivy's in a folder: written once, then opened where nobody may write."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import tantivy

if TYPE_CHECKING:
    from tantivy import Schema

# What is indexed is analysed already; here it is only taken apart again.
SPACES = "spaces"
MEMORY = 128_000_000  # bytes that the writer may use before it writes a segment


def written(folder: Path, schema: Schema, documents: Iterable[tantivy.Document]) -> tantivy.Index:
    """Write the index of *documents* into *folder*, which is made, and return it open."""
    folder.mkdir()
    try:
        index = _with_tokenizer(tantivy.Index(schema, path=str(folder)))
        writer = index.writer(heap_size=MEMORY, num_threads=1)
        for document in documents:
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
    except ValueError as error:  # how tantivy says that it cannot write
        raise OSError(str(error)) from error
    for lock in folder.glob(".*.lock"):
        lock.unlink()
    return index


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


def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(SPACES, analyzer)
    return index
