"""Ids of passages: where they stand, and a check that the same words still stand there.

``report.pdf:120-310@9f86d081884c7d65`` is the passage ``source[120:310]`` of a document; a document
is its path.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from serving.links import digest

FORM = re.compile(r"(?P<path>.+):(?P<start>\d{1,12})-(?P<end>\d{1,12})(?:@(?P<check>\w*))?", re.S)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a document, and a digest of what stood there when it was found."""

    path: str
    start: int
    end: int
    check: str = ""  # none where somebody made the id by hand

    def holds(self, source: str) -> bool:
        """Tell whether the stretch is one of *source*, and its words are those that were found."""
        inside = 0 <= self.start < self.end <= len(source)
        return inside and self.check in ("", digest(source[self.start : self.end]))


def passage_id(path: str, start: int, end: int, words: str) -> str:
    """Return the id of ``source[start:end]`` of a document, which are *words*."""
    return f"{path}:{start}-{end}@{digest(words)}"


def stretch(name: str) -> Stretch | None:
    """Return what the id *name* means; None if it is none of a passage."""
    form = FORM.fullmatch(name)
    if form is None:
        return None
    return Stretch(form["path"], int(form["start"]), int(form["end"]), form["check"] or "")
