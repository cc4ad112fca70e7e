"""What an item is, and how many things a text says that there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from index.passage_index import PassageRecord
from language.alike import alike
from language.languages import KNOWN
from language.list_rules import ListRules
from language.spans import Span
from language.tags import family
from language.terms import question_terms, term_set
from language.values.numbers import number

MOST = 50  # items
CLAUSE = regex.compile(r"[.;!?](?:\s|$)|,\s|[，。；！？]")


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """An item of a list: a stretch of a passage's reading view."""

    record: PassageRecord
    span: Span
    words: Span | None = None  # of it, that answer

    @property
    def text(self) -> str:
        """The item in reading view."""
        return self.record.passage.text[slice(*self.span)]


@dataclass(frozen=True, slots=True, eq=False)
class Listing:
    """The items of one list, in order, and how many are announced where that is said."""

    items: Sequence[Item]
    announced: int | None = None
    certain: bool = False  # whether the question names the column of a table that they stand in
    counts: bool = False  # whether the question asks how many they are
    lone: bool = False  # whether it is all of it though it is but one
    summed: bool = False  # whether it asks for their total, which the table does not state


def rules_of(language: str) -> ListRules | None:
    """Return how lists are told in *language*, a BCP 47 tag."""
    known = KNOWN.get(family(language))
    return known.lists if known else None


def announced(text: str, language: str) -> int | None:
    """Return the number of things, from two on, that *text* announces last: five key areas."""
    rules = rules_of(language)
    numbers = [
        number(match["n"].lower(), family(language))
        for match in (rules.announces.finditer(text) if rules else ())
    ]
    counts = [int(value) for value in numbers if value is not None]
    return next((count for count in reversed(counts) if 2 <= count <= MOST), None)


def unsaid(text: str, language: str, used: Sequence[str]) -> int:
    """Return how many words of *text* neither stand in *used* nor ask for a list or number it."""
    rules = rules_of(language)
    if rules is None:
        return len(term_set(text, language))
    bare = without_asking(text, rules)
    if family(language) == "zh":
        known = frozenset("".join(map(alike, used)))
        return len(regex.findall(r"[\p{L}\p{N}]", "".join(set(alike(bare)) - known)))
    known = frozenset().union(*(term_set(each, language) for each in used))
    return len(set(question_terms(bare, language)) - known)


def without_asking(text: str, rules: ListRules) -> str:
    """Return *text* without the words that ask for a list and those that number it."""
    return rules.numbering.sub(" ", rules.asking.sub(" ", text))
