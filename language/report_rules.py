"""What must be known of a language to tell what a text reports that somebody said.

Patterns are of the module ``regex``, without regard to case; of Chinese, in Simplified characters.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportRules:
    """How it says that somebody says something, around the name."""

    says: str  # from right behind a name up to the verb: ", the clerk, said"
    said_by: str  # what ends right before a name: "according to the clerk "
    goes_on: str  # what begins a sentence that goes on with what was said: "He added"
    inside: str  # what says so in the middle of a quotation: ", she said"
    unlike: str  # what ends right before a role and makes it another one: "deputy "
    # Around the {role} that somebody has, where the group *name* holds who it is; a capital counts.
    held_by: tuple[str, ...]
