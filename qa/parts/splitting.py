"""The clauses of a question that each ask something: when was it held | how many came.

A question is cut only before an asking word that has a clause of its own: "when and where was it
held" is one question, and one sentence answers it.
"""

from __future__ import annotations

from itertools import pairwise

import regex

from language.part_rules import PartRules
from language.spans import Span
from qa.followups.mentions import QUOTED

FRONT = regex.compile(r"^.{2,80}?[:：]\s*")  # a topic in front of what is asked of it
CLOSING = "?？ \u00a0\u202f.。！!;；,，、"


def clauses(question: str, rules: PartRules, *, indirect: bool = False) -> list[str]:
    """Return the clauses of *question* that each ask something, at least one, in order.

    Each is without the marks and words that join it to the others, and as it stands otherwise.

    Args:
        question: Without what is polite about it.
        rules: Of its language.
        indirect: Whether something was polite about it: tell me *when it was built, who built it*.
    """
    masked = QUOTED.sub(lambda quoted: "“" + "x" * (len(quoted[0]) - 2) + "”", question)
    joints = list(rules.joint.finditer(masked))
    # A comma before a relative pronoun parts clauses only in a row that an "and" ends.
    last = max((at for at, joint in enumerate(joints) if joint["strong"]), default=-1)
    cuts: list[Span] = []
    for at, joint in enumerate(joints):
        before = masked[cuts[-1][1] if cuts else 0 : joint.start()].strip(CLOSING)
        after = masked[joint.end() : joints[at + 1].start() if at < last else len(question)]
        word = joint["word"].lower()
        joins = joint["strong"] or at < last or word not in rules.relative
        condition = not indirect and not joint["strong"] and rules.subordinate.match(before)
        joins = joins and not condition
        in_row = bool(cuts) and rules.bare.fullmatch(before) is not None  # when is it, *where*, and
        goes_on = at < last and _is_bare(after.strip(CLOSING), before, rules)
        if joins and (in_row or goes_on or _parted(before, word, after.strip(CLOSING), rules)):
            cuts.append(joint.span())
    borders = [(0, 0), *cuts, (len(question), len(question))]
    pieces = [question[one[1] : other[0]].strip(CLOSING) for one, other in pairwise(borders)]
    return [clause for clause in pieces if clause] or [question]


def _is_bare(after: str, before: str, rules: PartRules) -> bool:
    """Tell whether *after* is an asking word that takes its clause from *before*, which has one."""
    asked = FRONT.sub("", rules.polite.sub("", before))
    full = _asks(asked, rules) and not rules.bare.fullmatch(asked)
    return full and rules.bare.fullmatch(after) is not None


def _parted(before: str, word: str, after: str, rules: PartRules) -> bool:
    """Tell whether *before* and *after*, which *word* asks with, are clauses of their own."""
    asked = FRONT.sub("", rules.polite.sub("", before))
    if not _asks(asked, rules) or rules.bare.fullmatch(asked) or rules.bare.fullmatch(after):
        return False
    tail = regex.search(rf"(?<!\p{{Latin}})(?:{rules.adverbs.pattern})$", asked, regex.IGNORECASE)
    if tail and rules.adverbs.match(after):
        return False
    return not (rules.relative and _goes_on(word, asked, rules))


def _asks(clause: str, rules: PartRules) -> bool:
    """Tell whether *clause* asks: a relative pronoun inside it does not."""
    return any(
        match.group().lower() not in rules.relative or len(clause[: match.start()].split()) <= 1
        for match in rules.asks.finditer(clause)
    )


def _goes_on(word: str, before: str, rules: PartRules) -> bool:
    """Tell whether a clause that *word* begins goes on with one inside *before*.

    The man *who* built it and *who* died in it; what *what* is and *what* it was.
    """
    # The word that the clause itself asks with, after "in" at most, begins no relative clause.
    own = rules.asks.search(before)
    after = own.end() if own and len(before[: own.start()].split()) <= 1 else 0
    return word in {inside.group().lower() for inside in rules.asks.finditer(before, after)}
