"""What must be known of a language to tell the items of a list in its texts.

Patterns are of the module ``regex``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regex import Pattern

LAST = 99  # the place of what says that it is the last: finally


@dataclass(frozen=True, slots=True)
class ListRules:
    """How it lists: with words that say an item's place, or in a row inside a sentence."""

    # What begins an item, a pattern for each way of marking; the group *n* says its place.
    marks: tuple[Pattern[str], ...]
    places: Mapping[str, int]  # what *n* may be, in lower case; other words are numbers
    announces: Pattern[str]  # a number *n* of things: five key areas
    leads: Pattern[str]  # what a row of items follows: namely, such as
    joins: Pattern[str]  # between the last item of a row and the one before it: and
    rest: Pattern[str]  # what ends a row and is no part of its last item: and so on
    asking: Pattern[str]  # words of a question that ask for a list and say nothing of its items
    below: Pattern[str]  # says that a list follows, where a colon does not
    numbering: Pattern[str]  # what numbers a heading, or says how many things are under it
    # What asks for the people behind a label, the label, and terms that it has, as a pattern of
    # characters and alternatives: who was absent, who was present.
    labelled: tuple[tuple[Pattern[str], Pattern[str], str], ...]
    crowd: Pattern[str]  # words of such a question that say nothing more: people, the meeting
