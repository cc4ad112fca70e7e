"""Whether evidence says what a statement says, or that it is not so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import regex

from language.bounds import of_day
from language.poles import BESIDE, Clause, Pole, polar, whole
from language.spans import Span, overlap
from language.tags import family
from language.terms import STOPWORDS, passage_terms, question_terms, term_set
from language.values.figures import figures
from language.weekdays import weekdays
from qa.checks.comparing import Difference
from qa.checks.words import content, has

START = regex.compile(r"[\p{L}\p{M}]*$")
# Of two ends that change with who is named first, or with what stands behind: bought, before.
TURNED_ROUND = frozenset({"trade", "contest"})
OF_WHAT_FOLLOWS = frozenset({"time", "company"})
# What is so at one time and otherwise at another.
EVENTS = frozenset({"opening", "direction", "course", "birth", "trade", "contest", "kept", "fate"})
# What a statement says by a word that its evidence must have or deny.
SAID = frozenset({"permission", "stance", "verdict", "direction"})
# What of a clause that is the statement's own outweighs its words.
AXIS, DAY, FIGURE, NEXT = 0.3, 0.4, 0.2, 0.3
# What speaks of the statement's day and of nothing else goes on about the subject before it.
ITS_DAY = 1.0


@dataclass(frozen=True, slots=True)
class Stand:
    """How evidence stands to a statement, by what denies and what lies at two ends."""

    kind: Literal["alike", "opposed", "unclear"]
    clause: Span = (0, 0)  # of the evidence: that which speaks of the matter
    difference: Difference | None = None  # of what is opposed
    besides: str = ""  # the statement's word of which the evidence has the opposite
    event: bool = False  # whether it holds for some time only

    def behind(self, start: int) -> Stand:
        """Return the same with its places counted from *start* characters before."""
        differing = self.difference and self.difference.behind(start)
        clause = self.clause[0] + start, self.clause[1] + start
        return replace(self, clause=clause, difference=differing)


def stand(
    statement: tuple[str, str],
    pieces: Sequence[tuple[int, str]],
    of: str,
    share: Callable[[str], float],
) -> Stand:
    """Return how one or two sentences stand to a statement.

    Args:
        statement: Its text and language.
        pieces: The sentences of the evidence, each with where it begins.
        of: The language of the evidence.
        share: Returns how much of the statement's words a piece of the evidence has.
    """
    mine = whole(*statement)
    _, _, start, text, clause = max(
        (_speaks(statement, mine, (text, of), each, share), -at, start, text, each)
        for at, (start, text, each) in enumerate(
            (start, text, each) for start, text in pieces for each in polar(text, of).clauses
        )
    )
    told = _compared(statement, (text, of), mine, clause)
    return told.behind(start)


def _speaks(
    statement: tuple[str, str],
    mine: Clause,
    evidence: tuple[str, str],
    clause: Clause,
    share: Callable[[str], float],
) -> float:
    """Return how much a clause speaks of what the statement does."""
    (ours, language), (text, of) = statement, evidence
    piece = text[slice(*clause.span)]
    axes = len((mine.axes & clause.axes) - BESIDE)
    both = len(figures(ours) & figures(piece))
    own = (
        _named(statement, mine, piece, of)
        + AXIS * axes
        + DAY * bool(mine.days & clause.days)
        + ITS_DAY * bool(axes and _of_day_only(mine, clause, text, of))
        + FIGURE * both
    )
    return share(piece) + own + NEXT * _what_follows(ours, language, mine, piece, of)


def _named(statement: tuple[str, str], mine: Clause, piece: str, of: str) -> bool:
    """Tell whether a piece of text has who a statement says wants something."""
    words = content(*statement)
    if "stance" not in mine.axes or not words or family(statement[1]) != family(of):
        return False
    return has(piece, of, words[0])


def _of_day_only(mine: Clause, clause: Clause, text: str, of: str) -> bool:
    """Tell whether a clause, of the statement's days, has no words but for them and its poles."""
    if not mine.days & clause.days:
        return False
    kept = list(text)
    spans = [each.span for each in clause.poles] + [span for span, _ in weekdays(text)]
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return not content("".join(kept)[slice(*clause.span)], of)


def _what_follows(ours: str, language: str, mine: Clause, piece: str, of: str) -> bool:
    """Tell whether a piece of text has what a word of the statement is said of."""
    if family(language) != family(of):
        return False
    terms = term_set(piece, of)
    following = (_next((ours, language), each.span[1]) for each in mine.poles)
    return any(each in terms for each in following)


def _compared(
    statement: tuple[str, str], evidence: tuple[str, str], mine: Clause, clause: Clause
) -> Stand:
    unclear = Stand("unclear", clause.span)
    turned: list[Stand] = []
    for axis in sorted(mine.axes):
        told = _axis(axis, statement, evidence, mine, clause)
        if told is None:
            return unclear
        if told.kind == "opposed":
            turned.append(told)
    both = mine.axes & clause.axes
    denied = mine.denied(both), clause.denied(both)
    if (len(denied[0]) + len(denied[1])) % 2:
        turned.append(_denied(statement, evidence, denied, clause.span))
    if days := _days(statement, evidence, mine, clause):
        turned.append(days)
    if excepted := _excepted(statement, evidence, clause):
        turned.append(excepted)
    if not turned:
        return Stand("alike", clause.span)
    return turned[0] if len(turned) == 1 else unclear


def _axis(
    axis: str,
    statement: tuple[str, str],
    evidence: tuple[str, str],
    mine: Clause,
    clause: Clause,
) -> Stand | None:
    """Return how a clause stands to a statement on one axis; None where that is not clear."""
    (ours, language), (text, of) = statement, evidence
    sides, theirs = mine.sides(axis), clause.sides(axis)
    pole = next(each for each in mine.poles if each.axis == axis)
    if len(sides) > 1 or sides == theirs:
        return Stand("alike", clause.span)
    if not theirs:
        lacking = axis in SAID and not _has(text, of, ours[slice(*pole.span)], language)
        return None if lacking else Stand("alike", clause.span)
    if len(theirs) > 1:
        return None
    other = next(each for each in clause.poles if each.axis == axis)
    if not _anchored(axis, statement, evidence, pole, other):
        return None
    written, source = ours[slice(*pole.span)], text[slice(*other.span)]
    difference = Difference(written, source, other.span)
    return Stand("opposed", clause.span, difference, written, axis in EVENTS)


def _has(text: str, of: str, word: str, language: str) -> bool:
    """Tell whether a text has a word itself, in the same language."""
    if family(of) != family(language):
        return False
    return not term_set(text, of).isdisjoint(term_set(word, language))


def _anchored(
    axis: str, statement: tuple[str, str], evidence: tuple[str, str], pole: Pole, other: Pole
) -> bool:
    """Tell whether two opposite words are said of the same, in the same order."""
    if axis not in TURNED_ROUND | OF_WHAT_FOLLOWS:
        return True
    if family(statement[1]) != family(evidence[1]):
        return False
    if axis in OF_WHAT_FOLLOWS:
        return _next(statement, pole.span[1]) == _next(evidence, other.span[1])
    first = (_terms(text[: each.span[0]], of) for (text, of), each in
             ((statement, pole), (evidence, other)))  # fmt: skip
    mine, theirs = first
    return bool(mine and theirs and mine[0] in theirs[:3])


def _next(text: tuple[str, str], start: int) -> str:
    """Return the first word that tells something behind a place."""
    return next(iter(_terms(text[0][start:], text[1])), "")


@lru_cache(maxsize=2048)
def _terms(text: str, language: str) -> tuple[str, ...]:
    return tuple(question_terms(text, language))


def _denied(
    statement: tuple[str, str],
    evidence: tuple[str, str],
    denied: tuple[tuple[Span, ...], tuple[Span, ...]],
    clause: Span,
) -> Stand:
    """Return what one denies and the other does not."""
    (ours, language), (text, of) = statement, evidence
    denied = _words_of(ours, denied[0], language), _words_of(text, denied[1], of)
    if denied[1] and not denied[0]:
        source = _with_next(text, denied[1][0], of)
        bare = _same_word(ours, language, text[slice(*source)], of)
        return Stand("opposed", clause, Difference(bare, text[slice(*source)], source))
    span = _with_next(ours, denied[0][0], language)
    written = ours[slice(*span)]
    bare = _same_word(text, of, written, language)
    if family(of) == family(language) and bare == text.strip():
        return Stand("unclear", clause)  # it has nothing of what is denied
    at = text.find(bare) if bare else -1
    place = (at, at + len(bare)) if at >= 0 else _trimmed(text, clause)
    difference = Difference(written, text[slice(*place)], place)
    return Stand("opposed", clause, difference, ours[slice(*denied[0][0])])


def _words_of(text: str, spans: tuple[Span, ...], language: str) -> tuple[Span, ...]:
    """Return spans with what begins the word that they end: won't, of n't."""
    if family(language) == "zh":
        return spans
    begins = (match.start() if (match := START.search(text[:start])) else start
              for start, _ in spans)  # fmt: skip
    return tuple(zip(begins, (end for _, end in spans), strict=True))


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without the space at its ends."""
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def _with_next(text: str, span: Span, language: str) -> Span:
    """Return a denial with the word that it denies."""
    ignored = STOPWORDS.get(family(language), ())
    words = content(text[span[1] :], language)
    for each in words:
        at = text.find(each.written, span[1])
        if each.written.casefold() not in ignored and at >= 0:
            return span[0], at + len(each.written)
    return span


def _same_word(text: str, language: str, other: str, of: str) -> str:
    """Return the word of *text* that *other* has too, or else all of it: another tells nothing."""
    words = [each.written for each in content(text, language)]
    terms = frozenset(passage_terms(other, of))
    same = [each for each in words if not terms.isdisjoint(passage_terms(each, language))]
    return (same or [text.strip()])[0]


def _excepted(
    statement: tuple[str, str], evidence: tuple[str, str], clause: Clause
) -> Stand | None:
    """Return the word of a statement that the evidence has only in what it excepts."""
    (ours, language), (text, of) = statement, evidence
    spans = [span for span in polar(text, of).excepted if not weekdays(text[slice(*span)])]
    if not spans or polar(ours, language).excepted or family(language) != family(of):
        return None
    rest = "".join(
        " " if any(start <= at < end for start, end in spans) else each
        for at, each in enumerate(text)
    )
    left = term_set(rest, of)
    for span in spans:
        out = text[slice(*span)]
        only = term_set(out, of) - left
        word = next((each for each in content(ours, language) if each.terms & only), None)
        if word:
            return Stand("opposed", clause.span, Difference(word.written, out, span))
    return None


def _days(
    statement: tuple[str, str], evidence: tuple[str, str], mine: Clause, clause: Clause
) -> Stand | None:
    """Return which days of the week a statement names where the evidence has others."""
    if mine.days and clause.days and (ends := _ends(statement, evidence, clause)):
        return ends
    if not mine.days or not clause.days or mine.days <= clause.days:
        return None
    if not mine.days.isdisjoint(clause.days):
        return Stand("unclear", clause.span)
    ours = [span for span, _ in weekdays(statement[0])]
    theirs = [span for span, _ in weekdays(evidence[0])
              if overlap(span, clause.span)]  # fmt: skip
    if not ours or not theirs:
        return Stand("unclear", clause.span)
    written = statement[0][ours[0][0] : ours[-1][1]]
    place = theirs[0][0], theirs[-1][1]
    if evidence[0][slice(*place)].casefold() == written.casefold():  # not on Tuesday
        place = _trimmed(evidence[0], clause.span)
    difference = Difference(written, evidence[0][slice(*place)], place)
    return Stand("opposed", clause.span, difference, written)


def _ends(statement: tuple[str, str], evidence: tuple[str, str], clause: Clause) -> Stand | None:
    """Return the day of the week that is the first in one and the last in the other."""
    for span, day in weekdays(statement[0]):
        mine = of_day(statement[0], statement[1], span)
        for other, same in weekdays(evidence[0]):
            there = of_day(evidence[0], evidence[1], other) if same == day else None
            if mine and there and mine.side != there.side:
                pair = statement[0][slice(*mine.span)], evidence[0][slice(*there.span)]
                written = statement[0][slice(*span)]
                return Stand("opposed", clause.span, Difference(*pair, there.span), written)
    return None
