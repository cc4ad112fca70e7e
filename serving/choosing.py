"""Which documents are asked: some of them, or folders of them; where nothing is chosen, all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.passage_index import places

MOST_CHOSEN = 100  # documents and folders; more are a folder of their own


def toggled(chosen: Sequence[str], pressed: str, paths: Sequence[str]) -> list[str]:
    """Return what is asked after a document or a folder was pressed.

    A folder takes the place of what is in it; a document that is pressed out of one leaves the
    others there.

    Args:
        chosen: What was asked: paths of documents and of folders.
        pressed: The path of a document or folder.
        paths: Of all documents.
    """
    if pressed in chosen:
        return [path for path in chosen if path != pressed]
    holder = next((folder for folder in places(pressed)[1:] if folder in chosen), None)
    if holder is None:
        others = [path for path in chosen if pressed not in places(path)]
        return [*others, pressed][-MOST_CHOSEN:]
    rest = [path for path in paths if holder in places(path) and pressed not in places(path)]
    return [*(path for path in chosen if path != holder), *rest][-MOST_CHOSEN:]


def asked_of(chosen: Sequence[str], paths: Sequence[str]) -> list[str]:
    """Return the documents among *paths* that are asked."""
    wanted = frozenset(chosen)
    return [path for path in paths if not wanted or wanted & {*places(path)}]


def folders(paths: Sequence[str]) -> dict[str, int]:
    """Return the folders that documents are in, by path, with how many each has."""
    counts = Counter(folder for path in paths for folder in places(path)[1:])
    return dict(sorted(counts.items()))
