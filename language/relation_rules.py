"""What a language calls what somebody does or is; the folders of the languages fill it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relations:
    """Patterns by names that all languages share, so that they can be held against each other.

    A word may stand under several names: who leads a house may be its director.  Chinese patterns
    are in Simplified characters.
    """

    acts: Mapping[str, str]  # what somebody does or what is done: design, buy, die
    roles: Mapping[str, str]  # what somebody is: mayor, director
    second: str  # before a role, or joined to it: who is a deputy is not the mayor
    # What stands behind a word for somebody whose role is asked for: the mayor's secretary.
    owns: str = r"(?!)"
    last: bool = False  # whether of several roles in a row the last one is meant
    # What has these says when a text was written or sent.
    sending: str = r"(?!)"
