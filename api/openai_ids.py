"""What documents and folders are called where OpenAI's clients name files and vector stores."""

from __future__ import annotations

import hashlib
from functools import lru_cache

ALL = "all"  # the vector store of all documents
DIGITS = 24  # hexadecimal, of a path's digest


def store_id(folder: str) -> str:
    """Return the id of the vector store that a folder is; it stays while the folder's path does."""
    return f"vs_{_digest(folder)}" if folder else ALL


def file_id(path: str) -> str:
    """Return the id of the file that a document is; it stays while its path does."""
    return f"file-{_digest(path)}"


@lru_cache(maxsize=1 << 18)
def _digest(path: str) -> str:
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:DIGITS]
