"""What comes of checking a draft."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

from language.spans import Span
from qa.answers import Place
from qa.checks.comparing import Difference
from qa.quotes.verdict import Match, Status
from qa.standing import Standing

# A sentence is in the documents word for word; they bear it out; they have another value or other
# words in its place; they have nothing that can be told to do either.
CheckVerdict = Literal["quoted", "supported", "contradicted", "nothing"]
VERDICTS: tuple[CheckVerdict, ...] = get_args(CheckVerdict)


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a document that are shown beside a sentence."""

    place: Standing  # replayed
    text: str  # the same in reading view
    highlight: Span | None = None  # of the words that differ, in ``text``
    also_in: tuple[Place, ...] = ()
    instructs: bool = False  # whether the text there tells a program what to say

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        rest = {"text": self.text, "highlight": self.highlight, "instructs": self.instructs}
        return {**asdict(self.place), **rest, "also_in": [asdict(each) for each in self.also_in]}


@dataclass(frozen=True, slots=True)
class Contrary:
    """What another document says instead of a sentence that has a source."""

    source: Source
    differences: tuple[Difference, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        pairs = [{"draft": each.draft, "source": each.source} for each in self.differences]
        return {"source": self.source.as_json(), "differences": pairs}


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a sentence has between quotation marks."""

    text: str
    span: Span  # half-open, in the draft
    status: Status
    match: Match | None  # where it stands, or of an absent one what is most like it

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        where = self.match.as_json() if self.match else None
        start, end = self.span
        return {
            "text": self.text,
            "start": start,
            "end": end,
            "status": self.status,
            "source": where if self.status != "absent" else None,
            "near": where if self.status == "absent" else None,
        }


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of the draft and what the documents say of it."""

    text: str
    span: Span  # half-open, in the draft
    language: str  # BCP 47
    verdict: CheckVerdict
    source: Source | None = None  # what bears it out or contradicts it
    nearest: Source | None = None  # where nothing does: what comes nearest, which is no support
    differences: tuple[Difference, ...] = ()
    # Words of a supported sentence that its source does not have; in one language only.
    unmatched: tuple[str, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    contrary: tuple[
        Contrary, ...
    ] = ()  # other documents that say otherwise, where one bears it out
    other_script: bool = False  # whether a quoted one stands in the other script of Chinese

    @property
    def told(self) -> str:
        """The key of what is said of it."""
        return "check_converted" if self.other_script else f"check_{self.verdict}"

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        start, end = self.span
        return {
            "text": self.text,
            "start": start,
            "end": end,
            "language": self.language,
            "verdict": self.verdict,
            "other_script": self.other_script,
            "source": self.source.as_json() if self.source else None,
            "nearest": self.nearest.as_json() if self.nearest else None,
            "differences": [
                {"draft": each.draft, "source": each.source} for each in self.differences
            ],
            "unmatched": list(self.unmatched),
            "contrary": [each.as_json() for each in self.contrary],
            "quotations": [each.as_json() for each in self.quotations],
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All sentences of a draft, in order."""

    sentences: tuple[Checked, ...]
    documents: int  # that were looked at
    generation: str

    @property
    def counts(self) -> dict[CheckVerdict, int]:
        """How many sentences there are of each verdict."""
        counted = Counter(each.verdict for each in self.sentences)
        return {verdict: counted[verdict] for verdict in VERDICTS}

    def as_json(self) -> dict[str, Any]:
        """Return the report as the contract has it."""
        return {
            "kind": "check",
            "counts": self.counts,
            "sentences": [each.as_json() for each in self.sentences],
            "documents": self.documents,
            "generation": self.generation,
        }
