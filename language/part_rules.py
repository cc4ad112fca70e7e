"""What must be known of a language to tell the parts of a question, and what it compares.

Patterns are of the module ``regex``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import regex
from regex import Pattern

pattern: Callable[[str], Pattern[str]] = partial(regex.compile, flags=regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of two things has more of something: how that is asked, and of one thing alone."""

    asks: Pattern[str]  # with the groups *a* and *b*, and what else *alone* puts in
    alone: str  # the question of one of them, for ``format_map``: How high is {it}?


@dataclass(frozen=True, slots=True)
class PartRules:
    """How several things are asked in one question."""

    # What stands between two clauses that ask; the asking *word* follows.  *strong* is a word or a
    # mark that joins such clauses; a comma alone may as well begin a relative clause.
    joint: Pattern[str]
    asks: Pattern[str]  # an asking word
    bare: Pattern[str]  # asking words without a clause: when
    adverbs: Pattern[str]  # asking words of which two share a clause: when and where
    relative: frozenset[str]  # asking words that also begin relative clauses
    polite: Pattern[str]  # what may stand before the first asking word
    subordinate: Pattern[str]  # a clause that a comma parts from what is asked: when it rains
    compares: Pattern[str]  # what begins a comparison, and asks nothing
    differs: Pattern[str]  # what of a question asks for a difference, and names no thing
    distributes: Pattern[str]  # respectively: says that a question is asked of each thing
    each: Pattern[str]  # the same where a thing would stand: attended *each*; *prep* before it
    joins: Pattern[str]  # between two things that are compared
    together: Pattern[str]  # says that it is asked of all things at once: in total, between
    # One question about several nouns: *front*, the nouns as *items*, the *rest* is of all.
    shared: Pattern[str]
    apart: Pattern[str]  # between two of those nouns
    singular: Pattern[str]  # a verb of several things, of which *front* asks
    of_one: str  # the same of one thing, for ``sub``
    # How many of a *first* and how many of a *second* thing: *asks*, and the *rest* is of both.
    choices: tuple[Choice, ...] = ()
    counts: Pattern[str] = field(default=regex.compile(r"(?!)"))
