"""What came goes before what was expected, and what holds now before what held once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import regex

from index.passage_index import PassageRecord
from language.languages import KNOWN
from language.rules import Asking, Kind
from language.tags import family
from language.values.scan import values_in
from qa.counted import counts_alike
from qa.policy import CONTEXT, FORM, SPEAKS_OF
from qa.question import Question
from qa.reading.candidates import Candidate
from qa.reading.judge import SENTENCE_FEATURES, Outcome

LOOKED_AT = 8  # candidates
# A sentence on the same matter is the better answer if it is so likely, as a share of the first.
NEARLY = 0.4
NEAR = 0.9  # of the share of the question's words that the first has
SURELY = 0.8  # the same of one that has few words of the question
COVERAGE = SENTENCE_FEATURES.index("coverage")
Marks = Callable[[Asking], str]
STATED = frozenset({Kind.NUMBER, Kind.DATE})


def as_it_came(candidates: list[Candidate], question: Question) -> list[Candidate]:
    """Put what came before what was expected, and a change before what an older source states.

    They stay as they are where the question itself asks for what is expected, or for a year: then
    an older statement may be meant.

    Args:
        candidates: Sentences that may answer, the best first.
        question: What is asked.
    """
    if not candidates or (question.kinds and not question.kinds & STATED):
        return candidates
    first = candidates[0]
    for better in (_came, _changed):
        other = next((one for one in candidates[1:LOOKED_AT] if better(first, one, question)), None)
        if other:
            raised = replace(other, score=max(other.score, first.score))
            return [raised, *(one for one in candidates if one is not other)]
    return candidates


def _came(first: Candidate, other: Candidate, question: Question) -> bool:
    """Tell whether *other* states what came of what *first* expects."""
    if Kind.NUMBER not in question.kinds or _says(_foresees, question.text, question.language):
        return False
    foreseen = [_says(_foresees, one.text, one.language) for one in (first, other)]
    return foreseen == [True, False] and _alike(first, other)


def _changed(first: Candidate, other: Candidate, question: Question) -> bool:
    """Tell whether *other*, of no older source, says that what *first* states has changed."""
    if question.figures or not _is_later(first.hit.record, other.hit.record):
        return False
    # Where only the other has a date it must be as near to the question.
    undated = not first.hit.record.passage.date
    if undated and other.features[COVERAGE] < NEAR * first.features[COVERAGE]:
        return False
    return _says(_changes, other.text, other.language) and _alike(first, other)


def _is_later(first: PassageRecord, other: PassageRecord) -> bool:
    """Tell whether *other* is dated, and *first* no later, or stands below it among posts."""
    if first.document == other.document and first.passage.author and other.passage.author:
        return other.number > first.number
    return bool(other.passage.date) and other.passage.date > first.passage.date


def _alike(first: Candidate, other: Candidate) -> bool:
    """Tell whether both may answer, are on the matter and count the same."""
    if other.outcome is not Outcome.ANSWER or other.score < NEARLY * first.score:
        return False
    if min(one.features[FORM] for one in (first, other)) < 0:
        return False
    if not all(list(values_in(one.answering, one.language)) for one in (first, other)):
        return False
    spoken_of = min(one.features[CONTEXT] for one in (first, other)) >= SPEAKS_OF
    if not spoken_of and other.score < SURELY * first.score:
        return False
    texts = [(one.hit.record.passage.text, one.words, one.language) for one in (first, other)]
    return counts_alike(*texts[0], texts[1])


def _foresees(asking: Asking) -> str:
    return asking.foresees


def _changes(asking: Asking) -> str:
    return asking.changes


def _says(marks: Marks, text: str, language: str) -> bool:
    return _pattern(marks, family(language)).search(text) is not None


@cache
def _pattern(marks: Marks, language: str) -> regex.Pattern[str]:
    known = KNOWN.get(language)
    return regex.compile(marks(known.asking) if known else r"(?!)", regex.IGNORECASE)
