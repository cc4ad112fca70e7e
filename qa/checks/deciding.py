"""What evidence makes of a statement: borne out, contradicted, or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qa.checks.rated import Evidence
from qa.reading.judge import Situation

Finding = Literal["supported", "contradicted"]
# By what: all words of the statement; its values, names and enough of its words; a value or a name
# that is another.  Across languages: most words, where it is known of each name what it is called;
# a value and a name.
Ground = Literal[
    "words", "values", "value", "name", "known", "both", "opposite", "wholly", "misplaced"
]


@dataclass(frozen=True, slots=True)
class Limits:
    """From which nearness of meaning and share of words on evidence counts."""

    cosine: float
    share: float

    def met_by(self, evidence: Evidence) -> bool:
        """Tell whether *evidence* speaks of the statement's matter."""
        return evidence.cosine >= self.cosine and evidence.share >= self.share


# Chosen by benchmarks/checking.py; why: docs/decisions/0017-checking.md.
LIMITS: dict[tuple[Situation, Ground], Limits] = {
    ("same", "words"): Limits(0.5, 0.99),
    ("same", "values"): Limits(0.5, 0.4),
    ("same", "value"): Limits(0.5, 0.8),
    ("same", "name"): Limits(0.6, 0.85),
    ("cross", "words"): Limits(0.4, 0.8),
    ("cross", "values"): Limits(0.4, 0.4),
    ("cross", "value"): Limits(0.4, 0.75),
    ("cross", "name"): Limits(0.5, 0.5),
    ("cross", "known"): Limits(0.5, 0.7),
    ("cross", "both"): Limits(0.4, 0.6),
    ("same", "opposite"): Limits(0.4, 0.8),
    ("cross", "opposite"): Limits(0.4, 0.8),
    ("same", "wholly"): Limits(0.3, 0.99),
    ("same", "misplaced"): Limits(0.5, 0.6),
    ("cross", "wholly"): Limits(0.4, 0.99),
}
# So much values and names must tell that agree, to bear out a statement in other words.
TELLING: dict[Situation, int] = {"same": 2, "cross": 3}
# So much a value and names must tell together, across languages.
BOTH = 2
# Evidence that is at most so much less near is about as near.
AS_NEAR = 0.5
# What is in the statement's language counts before what is in another where it is so much nearer.
ACROSS = 0.25
# What has the statement's values is so much nearer; it is shown where nothing decides.
AGREES = 0.2
# What is less near than this is not even shown as the nearest.
NEAREST = 0.3


def finding(
    evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits] = LIMITS
) -> Finding | None:
    """Return what *evidence* says of the statement that it was rated for; None for nothing.

    It bears a statement out where it has all of its names and values and as much of its meaning
    and words as *limits* ask for; it contradicts it where it has another value or name in one
    place.  Of a row of a table the cell decides.
    """
    if evidence.row:
        return _in_row(evidence)
    if evidence.stand.kind == "unclear":
        return None
    if evidence.denies:
        other = _opposed if evidence.stand.kind == "opposed" else _held
    elif evidence.misplaced:
        other = _misplaced
    elif evidence.otherwise:
        return None
    elif evidence.names_stand and evidence.compared.borne_out:
        return "supported" if _borne_out(evidence, limits) else None
    else:
        other = _revalued if evidence.names_stand else _renamed
    return "contradicted" if other(evidence, limits) else None


def _in_row(evidence: Evidence) -> Finding | None:
    """Return what a row says, unless the statement denies it."""
    if evidence.stand.kind == "opposed":
        return None
    return "contradicted" if evidence.row and evidence.row.difference else "supported"


def _opposed(evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits]) -> bool:
    """Tell whether evidence denies what is said of the same thing, and says nothing else."""
    alike = evidence.names_stand and evidence.compared.borne_out and evidence.subject
    if not alike or (evidence.sentences > 1 and not evidence.goes_on):
        return False
    if evidence.stand.event and evidence.dated:
        return False
    met = (limits[evidence.which, ground] for ground in ("opposite", "wholly"))
    return any(evidence.cosine >= each.cosine and evidence.opposing >= each.share for each in met)


def _held(evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits]) -> bool:
    """Tell whether a sentence gives the role to somebody else, and says all else."""
    back = evidence.sentences == 1 or evidence.refers_back
    if not back or not evidence.compared.borne_out:
        return False
    limit = limits[evidence.which, "opposite"]
    return evidence.cosine >= limit.cosine and evidence.besides >= limit.share


def _misplaced(evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits]) -> bool:
    """Tell whether a sentence says of the same thing what the statement says of another."""
    alike = evidence.names_stand and not evidence.compared.open
    return alike and evidence.sentences == 1 and limits["same", "misplaced"].met_by(evidence)


def _revalued(evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits]) -> bool:
    """Tell whether a sentence has one value that is another; two may speak of two things."""
    differing, unclear = evidence.compared.differing, evidence.compared.open
    if unclear or len(differing) != 1 or evidence.sentences != 1 or not evidence.subject:
        return False
    return limits[evidence.which, "value"].met_by(evidence)


def _borne_out(evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits]) -> bool:
    """Tell whether evidence that has all values and names has enough of the rest."""
    if not evidence.tied or evidence.unsaid:
        return False
    if limits[evidence.which, "words"].met_by(evidence) and not evidence.completed:
        return True
    if evidence.at_odds or not evidence.begun:
        return False
    if evidence.which == "cross" and _said_across(evidence, limits):
        return True
    telling = evidence.shared >= TELLING[evidence.which]
    return telling and limits[evidence.which, "values"].met_by(evidence)


def _said_across(evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits]) -> bool:
    """Tell whether evidence in another language has most of the words, or a value with a name.

    A name that has no known form there may be another, where not nearly all words stand.
    """
    known = None not in evidence.names
    if known and limits["cross", "known"].met_by(evidence):
        return True
    both = bool(evidence.shared) and evidence.shared + evidence.names.count(True) >= BOTH
    return both and limits["cross", "both"].met_by(evidence)


def _renamed(evidence: Evidence, limits: dict[tuple[Situation, Ground], Limits]) -> bool:
    """Tell whether evidence has one name that is another, and says which thing it speaks of."""
    definite = True in evidence.names or evidence.compared.values > 0
    if not evidence.renamed or not evidence.compared.borne_out or not definite:
        return False
    limit = limits[evidence.which, "name"]
    return evidence.cosine >= limit.cosine and evidence.besides >= limit.share


def findings(
    rated: Sequence[Evidence], limits: dict[tuple[Situation, Ground], Limits] = LIMITS
) -> list[tuple[Finding, Evidence]]:
    """Return all that bears a statement out, or else all that contradicts it, the best first.

    One sentence comes before two.  Where other evidence that is about as near has the statement's
    own values, it is of another matter that they differ: the second forum had other guests.
    """
    ordered = sorted(rated, key=lambda each: (each.sentences, -closeness(each)))
    every = [(kind, each) for each in ordered if (kind := finding(each, limits))]
    supporting = [pair for pair in every if pair[0] == "supported"]
    if supporting and not _outweighed(supporting, every):
        return supporting
    every = [pair for pair in every if pair[0] == "contradicted"]
    agreeing = [closeness(each) for each in rated if each.agrees and each.names_stand]
    return [
        (kind, each) for kind, each in every
        if each.denies or closeness(each) - max(agreeing, default=-1.0) > AS_NEAR
    ]  # fmt: skip


def _outweighed(
    supporting: Sequence[tuple[Finding, Evidence]], every: Sequence[tuple[Finding, Evidence]]
) -> bool:
    """Tell whether support is of other languages only, and the statement's own says otherwise.

    Much nearer: what is borne out across languages by few words may be another thing.
    """
    if any(each.which == "same" for _, each in supporting):
        return False
    best = max(closeness(each) for _, each in supporting)
    return any(
        kind == "contradicted" and each.which == "same" and closeness(each) - best > ACROSS
        for kind, each in every
    )


def contrary(
    rated: Sequence[Evidence], limits: dict[tuple[Situation, Ground], Limits] = LIMITS
) -> list[Evidence]:
    """Return what contradicts a statement that a document bears out, the nearest of each document.

    Only where it calls the thing by all words that the statement does, or in other languages most.
    """
    nearest: dict[str, Evidence] = {}
    for each in sorted(rated, key=lambda each: -closeness(each)):
        if finding(each, limits) == "contradicted" and each.begun and each.subject:
            nearest.setdefault(each.hit.record.document.path, each)
    return list(nearest.values())


def closeness(evidence: Evidence) -> float:
    """Return how near evidence is to its statement, to compare with other evidence for it."""
    return evidence.cosine + evidence.share


def worth_showing(evidence: Evidence) -> float:
    """Return how much evidence that decides nothing tells a reader."""
    return closeness(evidence) + AGREES * evidence.agrees
