"""What comes of looking for all places that name a thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from language.spans import Span
from qa.namesakes import Called
from qa.standing import Standing


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a copy of a sentence stands."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a thing: the name as it stands there, in its sentence."""

    place: Standing  # of the name
    name: str  # which of the names it is
    sentence: str  # a slice of the source
    span: Span  # of the sentence
    also_in: tuple[Elsewhere, ...] = ()  # the same name in copies of the sentence

    def as_json(self) -> dict[str, Any]:
        """Return the mention as plain values."""
        sentence = {"start": self.span[0], "end": self.span[1], "quote": self.sentence}
        also = [asdict(one) for one in self.also_in]
        return {**asdict(self.place), "name": self.name, "sentence": sentence, "also_in": also}


@dataclass(frozen=True, slots=True)
class Mentions:
    """All places, by document, the earliest first; copies of a sentence are one place."""

    asked: str
    names: tuple[Called, ...]  # that were looked for
    found: tuple[Mention, ...]
    documents: int  # that were looked at
    passages: int
    all_passages: int  # of the index
    generation: str

    @property
    def copies(self) -> int:
        """How many places more there are in copies."""
        return sum(len(one.also_in) for one in self.found)

    @property
    def by_document(self) -> dict[str, int]:
        """How many places each document has that has any, copies not counted."""
        return dict(Counter(one.place.document for one in self.found))

    @property
    def by_date(self) -> dict[str, int]:
        """How many places there are of each date; of none, under the empty string."""
        return dict(sorted(Counter(one.place.date or "" for one in self.found).items()))

    def as_json(self) -> dict[str, Any]:
        """Return all as plain values."""
        counted = Counter(one.name for one in self.found)
        titles = {one.place.document: one.place.title for one in self.found}
        return {
            "kind": "mentions",
            "asked": self.asked,
            "names": [
                {"name": one.name, "by": one.by, "places": counted[one.name]} for one in self.names
            ],
            "places": len(self.found),
            "copies": self.copies,
            "documents": len(self.by_document),
            "looked_at": {
                "documents": self.documents,
                "passages": self.passages,
                "of": self.all_passages,
            },
            "by_document": [
                {"document": path, "title": titles[path], "places": count}
                for path, count in self.by_document.items()
            ],
            "by_date": [{"date": date, "places": n} for date, n in self.by_date.items()],
            "mentions": [one.as_json() for one in self.found],
            "generation": self.generation,
        }
