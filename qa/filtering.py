"""Which documents are asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from corpus.errors import CitedQAError
from language.tags import UNKNOWN, normal

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

    Args:
        documents: That may be asked.
        paths: Of documents or folders; all if there is none.
        languages: Tags as BCP 47 has them, in any case; of a language with a region ("fr-CA")
            texts without one pass too, as documents seldom tell it.
        since: ISO 8601, a year, a month or a day.
        until: The same.

    Raises:
        CitedQAError: If none of *documents* is at one of *paths*, a tag or date is none, or no
            day is within the dates, for nothing found there would say something else.
    """
    from index.passage_index import Filter, places

    held = {place for each in documents for place in places(each.path)}
    wanted = tuple(path.strip("/") for path in paths)
    for path in wanted:
        if path not in held:
            raise CitedQAError("not_held", path=path)
    for each in filter(None, (since, until)):
        if not is_date(each):
            raise CitedQAError("date_unknown", date=each)
    asked_of = Filter(wanted, tuple(map(_known_as, languages)), since or "", until or "")
    first, last = asked_of.days
    if first > last:
        raise CitedQAError("dates_turned", since=since, until=until)
    return asked_of


def _known_as(tag: str) -> str:
    """Return a tag as passages have it; ``zh`` is both scripts."""
    known = "zh" if tag.strip().lower() == "zh" else normal(tag)
    if known == UNKNOWN:
        raise CitedQAError("language_unknown", tag=tag)
    return known


def is_date(value: str) -> bool:
    """Tell whether a year, a month or a day, as ISO 8601 writes them, is one of the calendar."""
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True
