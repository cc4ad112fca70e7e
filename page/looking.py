"""Which documents of the table are looked at, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from index.status import Row
from language.tags import family

# What rows are sorted by, and whether the largest comes first; among the same by title.
SORTS: dict[str, tuple[Callable[[Row], Any], bool]] = {
    "title": (lambda row: "", False),
    "date": (lambda row: row.dates[-1] if row.dates else "", True),
    "size": (lambda row: row.size, True),
    "language": (lambda row: row.language or "~", False),
}
# What is wrong with a document, or new of it.
STATES = ("indexed", "in_part", "recognised", "changed", "new", "removed", "skipped")


@dataclass(frozen=True, slots=True)
class Look:
    """What a user of the table wants to see."""

    words: str = ""  # of the title or path
    sort: str = "title"  # one of SORTS
    language: str = ""  # a family of languages; any if it is empty
    state: str = ""  # one of STATES; any if it is empty

    def arranged(self, name: str, value: str) -> Look:
        """Return it with another sort, language or state; as it is where there is no such thing."""
        if name == "sort" and value in SORTS:
            return replace(self, sort=value)
        if name == "state" and value in ("", *STATES):
            return replace(self, state=value)
        return replace(self, language=value) if name == "language" else self

    def kept(self) -> dict[str, str]:
        """Return it as plain values."""
        return asdict(self)


def look_of(kept: object) -> Look:
    """Return what :meth:`Look.kept` gave."""
    return Look(**kept) if isinstance(kept, dict) else Look()


def states(row: Row) -> set[str]:
    """Return all that may be said of the state of a document."""
    in_part = row.state == "indexed" and row.problem is not None
    return {"in_part" if in_part else row.state, *(("recognised",) if row.recognised else ())}


def families(row: Row) -> set[str]:
    """Return the families of languages in a document."""
    return {family(tag) for tag in (row.languages or (row.language,)) if tag}


def fitting(rows: Sequence[Row], look: Look) -> list[Row]:
    """Return the rows that *look* is for, in its order."""
    wanted = look.words.casefold().strip()
    kept = [
        row
        for row in rows
        if wanted in f"{row.title}\n{row.path}".casefold()
        and (not look.language or look.language in families(row))
        and (not look.state or look.state in states(row))
    ]
    key, descending = SORTS[look.sort]
    titled = sorted(kept, key=lambda row: (row.title.casefold(), row.path))
    return sorted(titled, key=key, reverse=descending)
