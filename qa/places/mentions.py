"""What comes of looking for all places that name a thing."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from language.spans import Span
from qa.answers import Place
from qa.namesakes import Called
from qa.standing import Standing


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a thing: the name as it stands there, in its sentence."""

    place: Standing  # of the name
    name: str  # which of the names it is
    sentence: str  # a slice of the source
    span: Span  # of the sentence
    also_in: tuple[Place, ...] = ()  # the same name in copies of the sentence

    def as_json(self) -> dict[str, Any]:
        """Return the mention as plain values."""
        sentence = {"start": self.span[0], "end": self.span[1], "quote": self.sentence}
        also = [asdict(each) for each in self.also_in]
        return {**asdict(self.place), "name": self.name, "sentence": sentence, "also_in": also}


@dataclass(frozen=True, slots=True)
class Mentions:
    """All places, by document, the earliest first; copies of a sentence are one place."""

    asked: str
    names: tuple[Called, ...]  # that were looked for
    places: tuple[Mention, ...]
    documents: int  # that were looked at
    passages: int
    all_passages: int  # of the index
    generation: str

    @property
    def copies(self) -> int:
        """How many places more there are in copies."""
        return sum(len(each.also_in) for each in self.places)

    @property
    def by_document(self) -> dict[str, int]:
        """How many places each document has that has any, copies not counted."""
        return dict(Counter(each.place.document for each in self.places))

    @property
    def by_date(self) -> dict[str, int]:
        """How many places there are of each date; of none, under the empty string."""
        return dict(sorted(Counter(each.place.date or "" for each in self.places).items()))

    def as_json(self) -> dict[str, Any]:
        """Return all as plain values."""
        counted = Counter(each.name for each in self.places)
        titles = {each.place.document: each.place.title for each in self.places}
        return {
            "kind": "mentions",
            "asked": self.asked,
            "names": [
                {"name": each.name, "by": each.by, "places": counted[each.name]}
                for each in self.names
            ],
            "places": len(self.places),
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
            "mentions": [each.as_json() for each in self.places],
            "generation": self.generation,
        }
