"""What a language says one thing or its opposite with: the form that a folder fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Ends = tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class BoundRules:
    """How a language says that a value is the last or the first, the most or the least.

    Each pair has what stands before a value and what behind it.  Of what has other words between
    its parts the group ``mark`` has the parts.
    """

    times: Ends  # until then, from then on
    amounts: Ends  # so much at most, at least
    between: str  # what may stand between such words and the value
    clock: str  # what makes a figure a time of the day


@dataclass(frozen=True, slots=True)
class PoleRules:
    """Patterns without regard to case; in a language with spaces of whole words."""

    # What lies at each end of an axis, by a name of the axis that all languages share.
    axes: Mapping[str, tuple[str, ...]]
    exceptions: str  # what is said not to be so: the group ``out``
    clauses: str  # what parts two clauses
    through: str  # what stands between the first and the last of several days
    daily: str  # every day
    lesser: str  # what makes of a role another one, right before it: deputy
    pronouns: str  # what begins a sentence that goes on about what the last one named
    being: str  # what stands between somebody and a role: was the
    bounds: BoundRules | None = None
    # What says of its subject what is said: the group ``head`` has a verb, or what a value is of.
    heads: str = r"(?!)"
    planned: str = r"(?!)"  # what makes of a verb behind it a plan
    done: str = r"(?!)"  # what tells that something has happened
    part: str = r"(?!)"  # what behind a value makes it one of those that follow: 14 of the boats
    # What stands between two figures that are set against each other: 31 *to* 12.
    against: str = r"(?!)"
    passive: str = r"(?!)"  # behind what was done, what its doer stands behind: by
    mutual: str = r"(?!)"  # what two do to each other, whoever is named first: met, married
    speaking: str = r"(?!)"  # what begins a clause of who speaks, behind another clause
