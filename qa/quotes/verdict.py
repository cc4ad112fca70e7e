"""What becomes of a quote, and the places where it stands or is nearly said."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from language.spans import Span
from qa.quotes.differences import Piece
from qa.standing import Standing

Status = Literal["verified", "repaired", "absent"]


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a quote stands, or is nearly said."""

    place: Standing
    status: Literal["verified", "repaired", "near"]
    pieces: tuple[Span, ...] = ()  # of the source: those of a quote in which words were left out
    difference: tuple[Piece, ...] = ()  # of what is only near
    share: float = 1.0  # of the quote that is there

    def as_json(self) -> dict[str, Any]:
        """Return the match as plain values, what does not hold of it left out."""
        content = {**asdict(self.place), "status": self.status}
        if self.pieces:
            content["pieces"] = [list(span) for span in self.pieces]
        if self.status == "near":
            content["share"] = round(self.share, 4)
            content["difference"] = [asdict(piece) for piece in self.difference]
        return content


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a quote."""

    quote: str
    status: Status
    matches: tuple[Match, ...] = ()  # verified ones first, by document
    near: tuple[Match, ...] = ()  # of an absent quote
    more: bool = False  # whether there are more places than listed
    generation: str = ""
    documents: int = 0  # that were looked at

    def as_json(self) -> dict[str, Any]:
        """Return the verdict as the contract has it."""
        return {
            "status": self.status,
            "matches": [match.as_json() for match in self.matches],
            "near": [match.as_json() for match in self.near],
            "quote": self.quote,
            "more": self.more,
            "generation": self.generation,
            "documents": self.documents,
        }
