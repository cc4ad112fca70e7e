"""Which documents are asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from corpus.errors import CitedQAError

if TYPE_CHECKING:
    from index.passage_index import DocumentRecord, Filter


def among(
    documents: Iterable[DocumentRecord],
    paths: Iterable[str],
    languages: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
) -> Filter:
    """Return the filter that is asked for.

    Raises:
        CitedQAError: If none of *documents* is at one of *paths*, or no day is within the dates,
            for nothing found there would say something else.
    """
    from index.passage_index import Filter, places

    held = {place for each in documents for place in places(each.path)}
    wanted = tuple(path.strip("/") for path in paths)
    for path in wanted:
        if path not in held:
            raise CitedQAError("not_held", path=path)
    asked_of = Filter(wanted, tuple(languages), since or "", until or "")
    first, last = asked_of.days
    if first > last:
        raise CitedQAError("dates_turned", since=since, until=until)
    return asked_of
