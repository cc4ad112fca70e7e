"""What becomes of a quote, and the places where it stands or is nearly said."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from language.spans import Span
from qa.quotes.differences import Piece
from qa.standing import Standing

Status = Literal["verified", "repaired", "absent"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What stands in a source between two pieces of a quote."""

    start: int  # half-open offsets into the source
    end: int
    quote: str
    ends_sentence: bool  # whether the pieces around it are of different sentences


@dataclass(frozen=True, slots=True)
class Match:
    """A place where a quote stands, or is nearly said."""

    place: Standing
    status: Literal["verified", "repaired", "near"]
    pieces: tuple[Span, ...] = ()  # of the source: those of a quote in which words were left out
    difference: tuple[Piece, ...] = ()  # of what is only near
    share: float = 1.0  # of the quote that is there
    left_out: tuple[LeftOut, ...] = ()  # between the pieces

    @property
    def joins(self) -> bool:
        """Whether its pieces are of different sentences."""
        return any(each.ends_sentence for each in self.left_out)

    def as_json(self) -> dict[str, Any]:
        """Return the match as plain values, what does not hold of it left out."""
        content = {**asdict(self.place), "status": self.status}
        if self.pieces:
            content["pieces"] = [list(span) for span in self.pieces]
            content["joins_sentences"] = self.joins
            content["left_out"] = [asdict(each) for each in self.left_out]
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
    reordered: bool = False  # whether all its pieces stand in one document, in another order

    @property
    def joined(self) -> bool:
        """Whether it stands only where its pieces are of different sentences."""
        return bool(self.matches) and all(each.joins for each in self.matches)

    @property
    def told(self) -> str:
        """The key of what is said of it."""
        if self.joined:
            return "quote_joined"
        if self.matches and all(each.pieces for each in self.matches):
            return "quote_shortened"
        return "quote_reordered" if self.reordered else f"quote_{self.status}"

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
            "joins_sentences": self.joined,
            "reordered": self.reordered,
        }
