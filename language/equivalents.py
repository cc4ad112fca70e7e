"""Words that may stand in a text for one of a question: cancel, end; open, closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from language.languages import KNOWN
from language.tags import family
from language.terms import passage_terms

Alike = dict[str, frozenset[str]]


def equivalents(terms: Iterable[str], language: str, *, denied: bool) -> Alike:
    """Return for each of a question's *terms* those of other words that a text may have instead.

    Args:
        terms: Of the question.
        language: Of the question.
        denied: Whether a word that denies it will do too: what asks whether a place is open is
            answered by "closed".
    """
    alike, against = _tables(family(language))
    instead: Alike = {}
    for term in terms:
        others = alike.get(term, frozenset())
        if denied:
            meant = others | {term}
            contrary = frozenset[str]().union(*(against.get(one, ()) for one in meant))
            others |= contrary.union(*(alike.get(one, ()) for one in contrary))
        if others:
            instead[term] = others
    return instead


@cache
def _tables(language: str) -> tuple[Alike, Alike]:
    """Return the terms of words used alike in a family, and of those that deny each other."""
    known = KNOWN.get(language)
    if known is None:
        return {}, {}
    groups = [group.split("=") for group in known.words.equivalents.split()]
    pairs = [pair.split("/") for pair in known.words.opposites.split()]
    return _table(groups, language), _table(pairs, language)


def _table(groups: Iterable[list[str]], language: str) -> Alike:
    table: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for term, others in _beside(group, language):
            table[term] |= others
    return {term: frozenset(others) for term, others in table.items()}


def _beside(group: list[str], language: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the term of each word of a *group* with those of the others."""
    terms = {passage_terms(word, language)[0] for word in group}
    for term in terms:
        yield term, terms - {term}
