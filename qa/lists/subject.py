"""Whose row of items is asked for, where a text has one of the whole and one of each part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from language.alike import alike
from language.list_rules import ListRules
from language.tags import family
from qa.lists.listed import CLAUSE, rules_of
from qa.question import Question
from qa.reading.candidates import Candidate

AS_GOOD = 0.9  # of the score of the first


def named_first(question: Question, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return *candidates*, those in front whose row is of just what is asked last before its verb.

    图书馆系统的检索功能包括哪些: the sentence on the whole system has more of these words than
    the one on its part, which ends them.  Only in Chinese, where the part stands last; elsewhere it
    stands first and the words tell.
    """
    rules = rules_of(question.language)
    if rules is None or family(question.language) != "zh" or not candidates:
        return candidates
    asked = _before_row(question.text, rules)
    least = AS_GOOD * candidates[0].score
    good = [each for each in candidates if each.score >= least]
    shared = {id(each): _shared(asked, _before_row(each.text, rules)) for each in good}
    best = max(shared.values())
    if shared[id(candidates[0])] == best:
        return candidates
    return sorted(candidates, key=lambda each: shared.get(id(each), 0) < best)


def _shared(asked: str, subject: str) -> int:
    """Return how many characters *asked* and *subject* end with alike."""
    pairs = zip(reversed(asked), reversed(subject), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _before_row(text: str, rules: ListRules) -> str:
    """Return what stands in its clause before the verb that a row of items follows, or nothing."""
    match = rules.leads.search(text)
    clause = CLAUSE.split(text[: match.start()])[-1].splitlines() if match else ()
    return alike(clause[-1]) if clause else ""
