"""What a statement turns round: who did it to whom, which of two figures comes first.

"Ann Lee was succeeded by Tom Roe" is not borne out by "Ann Lee, who succeeded Tom Roe", nor a vote
of 12 to 31 by one of 31 to 12, though every word and figure is there.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import regex

from language.languages import KNOWN
from language.spans import Span
from language.supporting import as_matched
from language.tags import family
from language.terms import term_set
from qa.naming import missing

FIGURE = r"(?<![\d.,])(\d+(?:[.,]\d+)*)"
REST = r"(?![\d%])"
NOTHING = regex.compile(r"(?!)")


def turned(statement: str, text: str, language: str) -> bool:
    """Tell whether *text* has what *statement* says the other way round.

    Args:
        statement: A sentence.
        text: The evidence, in the same language.
        language: Of both, BCP 47.
    """
    return _figures(statement, text, language) or _doers(statement, text, language)


@cache
def _patterns(language: str) -> tuple[regex.Pattern[str], ...]:
    """Return two figures set against each other, what a doer is behind, what two do together."""
    known = KNOWN.get(language)
    rules = known.poles if known else None
    if rules is None:
        return (NOTHING,) * 3
    joint = rf"{FIGURE}\s*(?:{rules.against})\s*{FIGURE}{REST}"
    return tuple(regex.compile(each, regex.I) for each in (joint, rules.passive, rules.mutual))


def _figures(statement: str, text: str, language: str) -> bool:
    against, *_ = _patterns(family(language))
    ours, theirs = (
        {match.groups() for match in against.finditer(as_matched(each, language))}
        for each in (statement, text)
    )
    return any((last, first) in theirs for first, last in ours - theirs)


def _doers(statement: str, text: str, language: str) -> bool:
    """Tell whether of two names in a row the other is the doer of what is said between them."""
    _, passive, mutual = _patterns(family(language))
    for span, other in pairwise(missing(statement, language, "", language)):
        names = statement[slice(*span)], statement[slice(*other)]
        there = [_found(text, name) for name in names]
        if names[0] == names[1] or None in there:
            continue
        first, last = sorted(each for each in there if each)
        between = statement[span[1] : other[0]], text[first[1] : last[0]]
        terms = [term_set(each, language) for each in between]
        if terms[0].isdisjoint(terms[1]) or mutual.search(as_matched(between[0], language)):
            continue
        done_by = [passive.search(as_matched(each, language)) is not None for each in between]
        ours, theirs = names[done_by[0]], text[slice(*(last if done_by[1] else first))]
        if ours != theirs:
            return True
    return False


def _found(text: str, name: str) -> Span | None:
    at = text.find(name)
    return (at, at + len(name)) if at >= 0 else None
