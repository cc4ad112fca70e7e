"""From the sentence that answers to the items of the list that it begins, holds or is part of."""

from __future__ import annotations

from collections.abc import Sequence

from index.passage_index import PassageIndex, PassageRecord
from language.rules import Kind
from language.tags import family
from language.terms import question_terms, term_set
from qa.lists.listed import CLAUSE, MOST, Item, Listing, announced, rules_of, without_asking
from qa.lists.marks import Run, items, runs
from qa.lists.rows import row
from qa.lists.subject import named_first
from qa.question import Question
from qa.reading.candidates import Candidate

AROUND = 12  # passages before and after the one that answers in which its list is looked for
NEAR = 2  # passages between what announces a list and its first item
LOOKED_AT = 6  # candidates
LEADING = 80  # characters before a list that say of what it is
# A sentence that announces a list goes before one that has none, if it is not much less likely.
AS_GOOD = 0.5
# A question with a number of things asks for them unless it asks when, where, whether…
LISTED = frozenset({Kind.NAME, Kind.DEFINITION, Kind.TITLE, Kind.PERSON})
COUNTED = frozenset({Kind.DATE, Kind.NUMBER, Kind.REASON, Kind.YES_NO})


def asks_for_list(question: Question) -> bool:
    """Tell whether *question* asks for several things: which are, the six."""
    if Kind.LIST in question.kinds:
        return not question.kinds & COUNTED
    return question.kinds <= LISTED and announced(question.text, question.language) is not None


def listing(
    question: Question, candidates: Sequence[Candidate], index: PassageIndex
) -> tuple[Candidate, Listing] | None:
    """Return the list that answers *question*, with the sentence by which it was found, or None.

    The list of the first candidate, or of one that announces its items; where the question says how
    many things it asks for, that of the first with so many.

    Args:
        question: What is asked.
        candidates: Sentences that may answer, the best first.
        index: Where they are from: a list may go on in the passages around.
    """
    if not asks_for_list(question):
        return None
    wanted = announced(question.text, question.language)
    candidates = named_first(question, candidates)
    first: tuple[Candidate, Listing] | None = None
    for candidate in candidates[:LOOKED_AT]:
        its_list = _of(candidate, question, wanted, index)
        if its_list is None:
            continue
        leads = candidate.score >= AS_GOOD * candidates[0].score and _leads(candidate, its_list)
        exact = wanted == len(its_list.items)
        if exact or (wanted is None and (candidate is candidates[0] or leads)):
            return candidate, its_list
        if candidate is candidates[0]:
            first = candidate, its_list
    return first


def _leads(candidate: Candidate, its_list: Listing) -> bool:
    """Tell whether *candidate* is no item, and announces as many as there are."""
    count = announced(candidate.text, candidate.language)
    return count == len(its_list.items) and candidate.text.rstrip().endswith((":", "："))


def _of(
    candidate: Candidate, question: Question, wanted: int | None, index: PassageIndex
) -> Listing | None:
    """Return the list that *candidate* begins, holds or is an item of.

    None of a list that is said to be of other things, and of a row with another count of items
    than is asked for.
    """
    here = candidate.hit.record
    language = here.passage.language
    rules = rules_of(language)
    count = announced(candidate.text, language)
    document = index.source(here.document.path)
    records = index.around(here.number, AROUND)
    at = next((n for n, one in enumerate(records) if one.number == here.number), None)
    if document is None or at is None:
        return None
    for run in runs(records, document.source, rules):
        if len(run) <= MOST and _is_near(run, at, candidate, count or wanted):
            if _of_others(question, run, records):
                return None
            told = count or _said_before(run, records) or wanted
            return Listing(items(run, records), told)
    if rules is None:
        return None
    spans = row(here.passage.text, candidate.span, candidate.words, rules, count or wanted)
    if not spans or wanted not in (None, len(spans)):
        return None
    return Listing([Item(here, span) for span in spans], count or wanted)


def _is_near(run: Run, at: int, candidate: Candidate, count: int | None) -> bool:
    """Tell whether the list of *run* is the one that *candidate* is of or leads to."""
    start, end = (at, candidate.span[0]), (at, candidate.span[1])
    first, last = min(mark.where for mark in run), max(mark.where for mark in run)
    if first < end and (start <= last or (last[0] == at and start[1] <= last[1])):
        return not _goes_into(run, at, candidate)
    rules = rules_of(candidate.language)
    text = candidate.text.rstrip()
    leads = text.endswith((":", "：")) or bool(rules and rules.below.search(text))
    exact = count == len(run)
    if end <= first:
        return (leads or exact) and first[0] - at <= NEAR
    return exact and leads and at - last[0] <= 1  # a page of columns may end with its heading


def _goes_into(run: Run, at: int, candidate: Candidate) -> bool:
    """Tell whether *candidate* is a further sentence of an item: it says more of that one."""
    start, end = candidate.span
    marks = [mark for mark in run if mark.at == at and mark.start < end]
    between = candidate.hit.record.passage.text[marks[-1].end : start] if marks else ""
    return bool(between.strip())


def _of_others(question: Question, run: Run, records: Sequence[PassageRecord]) -> bool:
    """Tell whether the words before the first item count things of which *question* says nothing.

    Six highlights are not the areas of cooperation, though one of them speaks of cooperation.
    """
    text, language = _before(run, records)
    rules = rules_of(language)
    clause = CLAUSE.split(text)[-1]
    if rules is None or family(language) != family(question.language):
        return False
    asked = question_terms(without_asking(question.text, rules), question.language)
    counts = announced(clause, language) is not None
    return counts and bool(asked) and term_set(clause, language).isdisjoint(asked)


def _said_before(run: Run, records: Sequence[PassageRecord]) -> int | None:
    """Return the number that stands before the first item."""
    return announced(*_before(run, records))


def _before(run: Run, records: Sequence[PassageRecord]) -> tuple[str, str]:
    """Return what leads to the first item, and its language; nothing where no colon ends it."""
    first = min(run, key=lambda mark: mark.where)
    passage = records[first.at].passage
    text = passage.text[: first.start].rstrip()
    if not text and first.at:
        passage = records[first.at - 1].passage
        text = passage.text
    leads = text.endswith((":", "："))
    return text[-LEADING:] if leads else "", passage.language
