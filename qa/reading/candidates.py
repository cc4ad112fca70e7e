"""What reading finds: passages with their odds, sentences with their likeliest words."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.view import OWN
from index.passage_index import Hit, PassageRecord
from language.spans import Span
from qa.reading.cells import RowAnswer
from qa.reading.judge import Outcome, Thresholds


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A passage with its log odds to hold the answer."""

    hit: Hit
    odds: float


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A sentence that may answer."""

    hit: Hit
    span: Span  # in the passage's reading view
    words: Span  # the answer in it, in the reading view of the passage too
    score: float  # probability that it answers
    limits: Thresholds  # what that probability is held against
    features: tuple[float, ...] = ()  # what the judge weighed, as SENTENCE_FEATURES

    @property
    def text(self) -> str:
        """The sentence in reading view."""
        return self.hit.record.passage.text[slice(*self.span)]

    @property
    def outcome(self) -> Outcome:
        """What it is good for: an answer, a possible one, nothing."""
        return self.limits.outcome(self.score)

    @property
    def answering(self) -> str:
        """The words in it that answer."""
        return self.hit.record.passage.text[slice(*self.words)]

    @property
    def language(self) -> str:
        """The language of its passage."""
        return self.hit.record.passage.language


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a passage that is read closely, with the likeliest answer in it."""

    ranked: Ranked
    span: Span  # in the passage's reading view
    answer: RowAnswer
    evidence: float  # log odds that it belongs to what answers


def text_of(sentence: Sentence) -> str:
    """Return *sentence* in reading view."""
    return sentence.ranked.hit.record.passage.text[slice(*sentence.span)]


def of_a_row(sentence: Sentence) -> bool:
    """Tell whether *sentence* is of a row, whose unit and columns are told elsewhere in its table.

    Beside a table stand sentences that borrow nothing from it.
    """
    origins = sentence.ranked.hit.record.passage.view.origins
    return origins is not None and bool((origins[slice(*sentence.span)] != OWN).any())


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What reading the passages found, the best first."""

    candidates: list[Candidate]
    passages: list[Ranked]  # all that were retrieved; those that were read stand before the rest


def unjudged(record: PassageRecord, span: Span, words: Span | None = None) -> Candidate:
    """Return a sentence that is to be cited and was not chosen by whether it answers."""
    nothing_asked = Thresholds(answer=0.0, possible=0.0)
    return Candidate(Hit(record, 0.0, 0.0), span, words or span, 1.0, nothing_asked)
