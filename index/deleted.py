"""What was deleted from the folder of documents, and may still stand in a generation.

Another file may be put in its place before the next build: what the generation holds under that
path is then not an older state of the new file, but words that somebody took back.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

FILE = "deleted"  # beside the generations; a line of JSON for each


def note(index: Path, path: str, sha256: str) -> None:
    """Keep that the document at *path* was deleted, whose file had this digest when it was read.

    Raises:
        OSError: If it cannot be written.
    """
    with (index / FILE).open("a", encoding="utf-8") as file:  # in one stroke, from any process
        file.write(json.dumps([path, sha256]) + "\n")


def noted(index: Path) -> frozenset[tuple[str, str]]:
    """Return the paths and digests of all that was deleted."""
    try:
        lines = (index / FILE).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return frozenset()
    entries = []
    for line in lines:
        with suppress(ValueError):  # one that a crash cut short
            path, sha256 = json.loads(line)
            entries.append((str(path), str(sha256)))
    return frozenset(entries)


def last(index: Path) -> int:
    """Return when a document was last deleted; ns, 0 for never."""
    try:
        return (index / FILE).stat().st_mtime_ns
    except OSError:
        return 0


def forget(index: Path) -> None:
    """Remove what was noted: no generation holds any of it."""
    (index / FILE).unlink(missing_ok=True)
