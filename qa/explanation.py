"""Why an answer was chosen or declined: what each stage found and how it was weighed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from qa.reading.features import SENTENCE_FEATURES
from qa.reading.judge import Judge
from qa.reading.sentences import Candidate, Reading

Verdict = Literal[
    "answered",
    "answered: evidence in the user's language goes before likelier evidence in another",
    "declined: no passage was found",
    "declined: the best candidate is below the threshold",
    "declined: no citation could be replayed against its source",
]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What the stages found for one question, the best first."""

    verdict: Verdict
    threshold: float  # probability below which the program declines
    seconds: dict[str, float]  # by stage
    reading: Reading

    def as_json(self, most: int = 10) -> dict[str, Any]:
        """Return the explanation as plain values, with at most so many of each kind."""
        return {
            "verdict": self.verdict,
            "threshold": self.threshold,
            "seconds": {stage: round(taken, 4) for stage, taken in self.seconds.items()},
            "passages": [
                {
                    "document": one.hit.record.document.path,
                    "passage": one.hit.record.number,
                    "language": one.hit.record.passage.language,
                    "cosine": round(one.hit.cosine, 4),
                    "words": round(one.hit.overlap, 4),
                    "log odds": round(one.odds, 3),
                }
                for one in self.reading.passages[:most]
            ],
            "candidates": [_candidate(one) for one in self.reading.candidates[:most]],
        }


def _candidate(one: Candidate) -> dict[str, Any]:
    features = zip(SENTENCE_FEATURES, one.features, strict=True)
    return {
        "document": one.hit.record.document.path,
        "passage": one.hit.record.number,
        "text": one.text,
        "probability": round(one.score, 4),
        "features": {name: round(value, 3) for name, value in features},
    }


def verdict(reading: Reading, leading: Candidate | None, judge: Judge, *, cited: bool) -> Verdict:
    """Return why the program answers or declines."""
    if leading is None:
        return "declined: no passage was found"
    if reading.candidates[0].score < judge.threshold:
        return "declined: the best candidate is below the threshold"
    if not cited:
        return "declined: no citation could be replayed against its source"
    if leading is not reading.candidates[0]:
        return "answered: evidence in the user's language goes before likelier evidence in another"
    return "answered"
