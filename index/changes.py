"""What is different in the corpus folder since the index was built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.converter import is_repaired
from corpus.errors import UnreadableFileError
from corpus.files import Stamp, corpus_files, file_digest, file_stamp
from corpus.limits import Limits
from index.generations import Skipped

Known = Mapping[str, tuple[Stamp, str]]  # by path: what the file looked like, its digest


@dataclass(frozen=True, slots=True)
class Changes:
    """The files of the corpus, compared by digest with those of a generation."""

    kept: dict[str, Stamp] = field(default_factory=dict)
    added: dict[str, Stamp] = field(default_factory=dict)
    updated: dict[str, Stamp] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()  # for the same reason as before, or not to be opened


def find_changes(
    corpus: Path, known: Known, skipped: tuple[Skipped, ...], limits: Limits
) -> Changes:
    """Compare the files in *corpus* with the documents *known* and the files *skipped*.

    A file that looks as it did is taken for the same; any other is read for its digest.

    Raises:
        CorpusError: If the folder cannot be listed.
    """
    kept: dict[str, Stamp] = {}
    added: dict[str, Stamp] = {}
    updated: dict[str, Stamp] = {}
    still_skipped: list[Skipped] = []
    before = {one.path: one for one in skipped if one.sha256 and not is_repaired(one.reason)}
    for path in corpus_files(corpus, limits):
        try:
            stamp, digest = _looked_at(corpus, path, known, limits)
        except UnreadableFileError as error:
            still_skipped.append(Skipped.named(path, error.message))
            continue
        if path in known and known[path][1] == digest:
            kept[path] = stamp
        elif path in before and before[path].sha256 == digest:
            still_skipped.append(before[path])
        elif path in known:
            updated[path] = stamp
        else:
            added[path] = stamp
    removed = tuple(path for path in known if path not in kept and path not in updated)
    return Changes(kept, added, updated, removed, tuple(still_skipped))


def _looked_at(corpus: Path, path: str, known: Known, limits: Limits) -> tuple[Stamp, str]:
    stamp = file_stamp(corpus, path)
    if path in known:
        before, digest = known[path]
        if before.settled and before[:2] == stamp[:2]:
            return before, digest
    return stamp, file_digest(corpus, path, limits)
