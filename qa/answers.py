"""What the engine returns: an answer with its citations, or a decline; and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal

from language.spans import Span
from qa.reading.judge import SENTENCE_FEATURES, Thresholds

if TYPE_CHECKING:
    from qa.reading.candidates import Candidate, Reading

# What came of a question: a sentence answers, one may answer, none does; several sentences, each
# an item of a list; answers to its parts, some of which may decline; the main sentences were asked
# for, or the dated ones, or all places that name something, or nothing of the documents.
AnswerKind = Literal[
    "quote", "possible", "declined", "list", "parts", "overview", "timeline", "mentions",
    "posts", "talk",
]  # fmt: skip
NO_ANSWER: tuple[AnswerKind, ...] = ("possible", "declined", "talk")
# Whether a further source states the same value as the first one.
Stance = Literal["agrees", "differs"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where else the same words stand."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TableRow:
    """Where in a table a quote stands, and how its row reads under the header."""

    table: str  # its caption or sheet; may be empty
    row: int  # as people count: 1 is the first row of the table or sheet
    column: str | None  # what the column of the answering words is called
    cells: tuple[tuple[str, str], ...]  # the name of the column, empty if it has none; the value


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it was copied from: ``quote == source[start:end]``."""

    document: str  # relative to the corpus folder, with "/"
    title: str
    sha256: str  # of the file's bytes
    start: int  # half-open offsets into the source text, in code points
    end: int
    quote: str  # the untouched slice
    text: str  # the same in reading view
    language: str  # BCP 47
    page: int | None  # where the document has pages
    part: tuple[str, str] | None  # what it stands on: ("page", "3"), ("slide", "2"), ("row", "7")
    date: str | None  # of the record, as the document states it; ISO 8601
    passage: int  # its number in the generation
    score: float  # the probability that it answers, 0 to 1
    highlight: Span | None = None  # the answering words, as offsets into ``text``
    own_script: str | None = None  # ``text`` in the user's Chinese script: converted, no quote
    stance: Stance | None = None  # to the first citation, where both state a value
    before: str = ""  # what stands before it in the passage, in reading view
    after: str = ""
    also_in: tuple[Place, ...] = ()
    table: TableRow | None = None  # where the quote is a row of a table
    recognised: float | None = None  # confidence, 0 to 1, of what was read from a picture by OCR

    @property
    def answering(self) -> Span:
        """Where the answering words are in ``text``: all of it, where it answers as a whole."""
        return self.highlight or (0, len(self.text))

    def holds(self, other: Citation) -> bool:
        """Tell whether *other* is a part of this quote."""
        within = self.start <= other.start and other.end <= self.end
        larger = self.end - self.start > other.end - other.start
        return self.document == other.document and within and larger


@dataclass(frozen=True, slots=True)
class Event:
    """What a source states with a date, as the sentence has it."""

    date: str  # ISO 8601, as far as it is told: 2017, 2017-05, 2017-05-14/2017-05-15
    citation: Citation  # its ``highlight`` are the words that state the date

    @property
    def of_record(self) -> bool:
        """Whether the sentence states no date, and the date is that of its post or article."""
        return self.citation.highlight is None and self.date == self.citation.date


@dataclass(frozen=True, slots=True)
class Valued:
    """A value, and the sources that state it."""

    value: str  # as the first of them words it
    citations: tuple[Citation, ...]


class Verdict(Enum):
    """Why the program answers or declines."""

    ANSWERED = "answered"
    OWN_LANGUAGE = "answered_own_language"  # before likelier evidence in another
    POSSIBLE = "possible"  # the best candidate may answer: shown as such
    NOT_FOUND = "declined_not_found"  # no passage
    UNLIKELY = "declined_unlikely"  # the best candidate is below all thresholds
    NOT_REPLAYED = "declined_not_replayed"  # no citation is borne out by its source

    @property
    def kind(self) -> AnswerKind:
        """What the answer is."""
        if self is Verdict.POSSIBLE:
            return "possible"
        return "quote" if self in (Verdict.ANSWERED, Verdict.OWN_LANGUAGE) else "declined"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the stages found for one question, the best first."""

    verdict: Verdict
    limits: Thresholds  # what the probability of the leading candidate is held against
    seconds: dict[str, float]  # by stage
    reading: Reading

    def as_json(self, most: int = 10) -> dict[str, Any]:
        """Return the explanation as plain values, with at most so many of each kind."""
        return {
            "verdict": self.verdict.value,
            "threshold": self.limits.answer,
            "threshold_possible": self.limits.possible,
            "seconds": {stage: round(taken, 4) for stage, taken in self.seconds.items()},
            "passages": [
                {
                    "document": ranked.hit.record.document.path,
                    "passage": ranked.hit.record.number,
                    "language": ranked.hit.record.passage.language,
                    "cosine": round(ranked.hit.cosine, 4),
                    "words": round(ranked.hit.overlap, 4),
                    "log odds": round(ranked.odds, 3),
                }
                for ranked in self.reading.passages[:most]
            ],
            "candidates": [_candidate(one) for one in self.reading.candidates[:most]],
        }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    features = zip(SENTENCE_FEATURES, candidate.features, strict=True)
    return {
        "document": candidate.hit.record.document.path,
        "passage": candidate.hit.record.number,
        "text": candidate.text,
        "probability": round(candidate.score, 4),
        "outcome": candidate.outcome.name.lower(),
        "features": {name: round(value, 3) for name, value in features},
    }


@dataclass(frozen=True, slots=True)
class Answer:
    """The reply to one question."""

    question: str
    understood: str  # the question as it was resolved
    language: str  # BCP 47; what the program says itself is in it
    kind: AnswerKind
    confidence: float  # 0 to 1
    answer: str | None  # the best quote in reading view
    said: str | None  # the value of the short answer in the user's language: converted, no quote
    citations: tuple[Citation, ...]  # best first; empty in a decline
    nearest: tuple[Citation, ...]  # in a decline: what came nearest and does not answer
    generation: str
    seconds: float
    parts: tuple[Part, ...] = ()  # of kind "parts": in the order in which they were asked
    apart: bool = False  # of kind "parts": what is told of things compared is not alike
    announced: int | None = None  # of kind "list": how many items the documents or the user say
    reply: str | None = None  # what the program says itself: talk, or the heading of an overview
    # Of kind "mentions": all places with their counts, as `cited-qa mentions --json` gives them.
    mentions: dict[str, Any] | None = None
    events: tuple[Event, ...] = ()  # of kind "timeline": by date; ``citations`` are theirs
    # Where sources state different values: all of them, the newest first.
    values: tuple[Valued, ...] = ()
    explanation: Explanation | None = field(default=None, compare=False, repr=False)

    @property
    def declined(self) -> bool:
        """Whether the documents are said not to answer."""
        return self.kind == "declined"

    @property
    def answered(self) -> bool:
        """Whether the documents are said to answer; a possible answer is neither."""
        return self.kind not in NO_ANSWER

    @property
    def follows_up(self) -> bool:
        """Whether the next question may refer to this one: not to talk or an overview."""
        return self.kind not in ("overview", "timeline", "mentions", "talk")

    @property
    def short_answer(self) -> str | None:
        """The words of the best quote that answer, where their form tells them.

        None where several quotes are the answer together: the first item is not the list.
        """
        several = self.parts or self.events or self.kind == "mentions"
        first = self.citations[0] if self.citations and not several else None
        first = None if len(self.items) > 1 and first in self.items else first
        return first.text[slice(*first.highlight)] if first and first.highlight else None

    @property
    def conflict(self) -> bool:
        """Whether sources state different values."""
        inside = any(part.answer.conflict for part in self.parts)
        return inside or bool(self.values) or any(it.stance == "differs" for it in self.citations)

    @property
    def items(self) -> tuple[Citation, ...]:
        """The items of a list, in order: the citations but a sentence that holds them."""
        cited = self.citations if self.kind == "list" else ()
        return tuple(one for one in cited if not any(one.holds(other) for other in cited))

    @property
    def shown(self) -> tuple[Citation, ...]:
        """All citations that a reader is shown, of its parts too, in order."""
        if self.parts:
            return tuple(cited for part in self.parts for cited in part.answer.citations)
        return self.citations or self.nearest

    @property
    def also_in(self) -> tuple[Place, ...]:
        """Where else the words of the answer stand."""
        return self.citations[0].also_in if self.citations else ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer object as plain values; without its explanation."""
        return {
            **self.kept(),
            "mentions": self.mentions,
            "declined": self.declined,
            "short_answer": self.short_answer,
            "conflict": self.conflict,
            "also_in": [asdict(place) for place in self.also_in],
            "items": [asdict(item) for item in self.items],
            "events": [{**asdict(each), "of_record": each.of_record} for each in self.events],
            "parts": [{"label": part.label, **part.answer.as_json()} for part in self.parts],
        }

    def kept(self) -> dict[str, Any]:
        """Return its fields as plain values, so that it can be made again of them.

        The places that name a thing may be many thousands: only their counts and the citations are.
        """
        content = asdict(replace(self, explanation=None, parts=(), events=(), mentions=None))
        del content["explanation"], content["mentions"]
        parts = [{"label": part.label, **part.answer.kept()} for part in self.parts]
        # Their citations are kept already.
        dates = [event.date for event in self.events]
        return {**content, "parts": parts, "events": dates}


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a question asks at once, with what came of it."""

    label: str  # what it is asked of, where things are compared; else empty
    answer: Answer  # to the part, as it can be asked by itself; without parts
