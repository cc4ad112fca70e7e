"""Which documents a question is asked of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Filter:
    """What a passage must be to be found; an empty field asks for nothing."""

    paths: tuple[str, ...] = ()  # documents or folders of the corpus, any of them
    languages: tuple[str, ...] = ()  # BCP 47, any of them; "zh" is both scripts
    since: str = ""  # ISO 8601, "2017" or "2017-05" too; the day is within
    until: str = ""

    def __bool__(self) -> bool:
        return bool(self.paths or self.languages or self.since or self.until)

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day, as numbers like 20170514."""
        first = day(self.since)
        last = int(self.until.replace("-", "").ljust(8, "9")) if self.until else 99999999
        return max(first, 1), last


def day(date: str) -> int:
    """Return an ISO 8601 date as a number that sorts like it: 20170514, or 0 for no date."""
    return int(date.replace("-", "").ljust(8, "0")) if date else 0


def places(path: str) -> list[str]:
    """Return a document's path and all folders that it is in."""
    parents = PurePosixPath(path).parents
    return [path, *(str(one) for one in parents if str(one) != ".")]


def tags(language: str) -> list[str]:
    """Return a language tag and the language without its script."""
    return list(dict.fromkeys([language, language.partition("-")[0]]))
