"""What a language says one thing or its opposite with: the form that a folder fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


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
