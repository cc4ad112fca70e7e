"""The list that stands under the heading which a question names: the staff, 合作重点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from index.passage_index import PassageIndex, PassageRecord
from language.rules import Kind
from language.spans import Span, stripped
from language.tags import family
from language.terms import term_set
from qa.lists.gathering import AROUND, asks_for_list
from qa.lists.listed import MOST, Listing, announced, rules_of, unsaid
from qa.lists.marks import Run, items, runs
from qa.question import Question
from qa.reading.candidates import Candidate, Ranked
from qa.reading.cells import NAMED
from qa.reading.judge import Thresholds

LONGEST = 60  # characters of a heading
LINE = regex.compile(r"[^\n]+")
ENDS = regex.compile(r"[.。!！?？;；,，]\s*$")
# Of a heading in another language so much of what is asked must be known to be its translation.
TRANSLATED = 0.99


def headed(
    question: Question, ranked: Sequence[Ranked], index: PassageIndex, limits: Thresholds
) -> tuple[Candidate, Listing] | None:
    """Return the list under the heading that *question* names, with its heading, or None.

    The question must say nothing but the heading and what it is a heading of; a question in
    another language, nothing that is not known to be translated by them.

    Args:
        question: What is asked.
        ranked: Passages that were retrieved, the best first.
        index: Where they are from.
        limits: Of an answer.
    """
    if not asks_for_list(question) and not question.kinds <= {Kind.PERSON}:
        return None
    wanted = announced(question.text, question.language)
    best: tuple[float, Candidate, Listing] | None = None
    for hit in (one.hit for one in ranked):
        for beside, line in _named(question, hit.record):
            if best and beside >= best[0]:
                continue
            under = _under(line, hit.record, index)
            if under and wanted in (None, len(under.items)):
                best = beside, Candidate(hit, line, line, NAMED, limits), under
    return best[1:] if best else None


def below(
    question: Question, candidates: Sequence[Candidate], index: PassageIndex
) -> tuple[Candidate, Listing] | None:
    """Return the list under the first of *candidates*, if that is a heading of one.

    A heading says what stands below it, and answers nothing itself: "Restoring a file".  Nor do
    the headings of minutes say whether somebody came, nor any without a word of the question.
    """
    if Kind.YES_NO in question.kinds:
        return None
    for first in candidates[:1]:
        same = question.weights and family(first.language) == family(question.language)
        if same and not question.share(term_set(first.text, first.language), first.language):
            return None
        text = first.hit.record.passage.text
        start, end = first.span
        alone = text[start - 1 : start] in ("\n", "") and text[end : end + 1] in ("\n", "")
        if alone and len(first.text) <= LONGEST and not ENDS.search(first.text):
            under = _under(first.span, first.hit.record, index)
            return (first, under) if under else None
    return None


def _named(question: Question, record: PassageRecord) -> Iterator[tuple[float, Span]]:
    """Yield the lines of a passage that may be the heading that is asked for.

    Each with how much it says beside what is asked, 0 to 1/2.
    """
    text = record.passage.text
    for match in LINE.finditer(text):
        line = stripped(text, match.span())
        heading = text[slice(*line)]
        if 0 < len(heading) <= LONGEST and not ENDS.search(heading):
            beside = _beside(question, heading, record)
            if beside is not None:
                yield beside, line


def _beside(question: Question, heading: str, record: PassageRecord) -> float | None:
    """Return how much *heading* says beside what is asked; None where it is not asked for."""
    language = record.passage.language
    above = heading, record.passage.title, record.document.title
    if family(language) != family(question.language):
        known = question.share(term_set(heading, language), language)
        whole = question.share(term_set("\n".join(above), language), language)
        return 0.5 if known and whole >= TRANSLATED and Kind.LIST in question.kinds else None
    if unsaid(question.text, language, above):
        return None
    beside, whole = (unsaid(heading, language, used) for used in ((question.text,), ()))
    return beside / whole if whole and beside * 2 <= whole else None


def _under(line: Span, record: PassageRecord, index: PassageIndex) -> Listing | None:
    """Return the list that begins right below a *line* of a passage."""
    document = index.source(record.document.path)
    if document is None:
        return None
    language = record.passage.language
    records = index.around(record.number, AROUND)
    for run in runs(records, document.source, rules_of(language)):
        at, above = _above(run, records)
        if len(run) <= MOST and records[at].number == record.number and above == line:
            its_items = items(run, records)
            told = announced(record.passage.text[slice(*line)], language)
            return Listing(its_items, told, certain=True) if len(its_items) == len(run) else None
    return None


def _above(run: Run, records: Sequence[PassageRecord]) -> tuple[int, Span]:
    """Return which of *records* has the line before the first item of *run*, and where."""
    first = min(run, key=lambda mark: mark.where)
    text, at, end = records[first.at].passage.text, first.at, first.start
    if not text[:end].strip() and at:
        at, text = at - 1, records[at - 1].passage.text
        end = len(text)
    end = len(text[:end].rstrip())
    return at, stripped(text, (text.rfind("\n", 0, end) + 1, end))
