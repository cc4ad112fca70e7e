"""What evidence makes of a statement: borne out, contradicted, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qa.checks.rated import Evidence
from qa.reading.judge import Situation

Finding = Literal["supported", "contradicted"]


@dataclass(frozen=True, slots=True)
class Limits:
    """From which nearness of meaning and share of words on evidence counts."""

    cosine: float
    share: float

    def met_by(self, evidence: Evidence) -> bool:
        """Tell whether *evidence* speaks of the statement's matter."""
        return evidence.cosine >= self.cosine and evidence.share >= self.share


# Chosen by benchmarks/checking.py; why: docs/decisions/0017-checking.md.
LIMITS: dict[tuple[Situation, Finding], Limits] = {
    ("same", "supported"): Limits(0.7, 0.99),
    ("same", "contradicted"): Limits(0.6, 0.6),
    ("cross", "supported"): Limits(0.5, 0.8),
    ("cross", "contradicted"): Limits(0.5, 0.7),
}
# Where one of two sentences has so much of a statement by itself, the other does not complete it:
# it says the same with another name or word.
SAYS_IT = 0.75
# Evidence that is at most so much less near is about as near.
AS_NEAR = 0.5
# What has the statement's values is so much nearer; it is shown where nothing decides.
AGREES = 0.2
# What is less near than this is not even shown as the nearest.
NEAREST = 0.3


def finding(
    evidence: Evidence, limits: dict[tuple[Situation, Finding], Limits] = LIMITS
) -> Finding | None:
    """Return what *evidence* says of the statement that it was rated for; None for nothing.

    It bears a statement out where it has all of its names and values and as much of its meaning
    and words as *limits* ask for; it contradicts it where it has another value in one place.
    """
    if not (evidence.names_stand and evidence.denies_alike) or evidence.alone >= SAYS_IT:
        return None
    if evidence.compared.borne_out:
        return "supported" if limits[evidence.which, "supported"].met_by(evidence) else None
    if evidence.compared.open or len(evidence.compared.differing) != 1:
        return None
    return "contradicted" if limits[evidence.which, "contradicted"].met_by(evidence) else None


def findings(
    rated: Sequence[Evidence], limits: dict[tuple[Situation, Finding], Limits] = LIMITS
) -> list[tuple[Finding, Evidence]]:
    """Return all that bears a statement out, or else all that contradicts it, the best first.

    One sentence comes before two.  Where other evidence that is about as near has the statement's
    own values, it is of another matter that they differ: the second forum had other guests.
    """
    ordered = sorted(rated, key=lambda each: (each.sentences, -closeness(each)))
    every = [(kind, each) for each in ordered if (kind := finding(each, limits))]
    supporting = [pair for pair in every if pair[0] == "supported"]
    if supporting:
        return supporting
    agreeing = [closeness(each) for each in rated if each.agrees]
    return [
        (kind, each) for kind, each in every
        if closeness(each) - max(agreeing, default=-1.0) > AS_NEAR
    ]  # fmt: skip


def closeness(evidence: Evidence) -> float:
    """Return how near evidence is to its statement, to compare with other evidence for it."""
    return evidence.cosine + evidence.share


def worth_showing(evidence: Evidence) -> float:
    """Return how much evidence that decides nothing tells a reader."""
    return closeness(evidence) + AGREES * evidence.agrees
