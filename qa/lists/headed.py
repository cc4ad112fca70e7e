"""The list that stands under the heading which a question names: the staff, 合作重点."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
from qa.reading.candidates import Candidate
from qa.reading.cells import NAMED

LONGEST = 60  # characters of a heading
ENDS = regex.compile(r"[.。!！?？;；,，]\s*$")
# Of a heading in another language so much of what is asked must be known to be its translation.
TRANSLATED = 0.99


@dataclass(frozen=True, slots=True, eq=False)
class _Headed:
    """A list and the line above it."""

    run: Run
    records: Sequence[PassageRecord]  # that it stands in
    at: int  # in which of them the line stands
    line: Span  # in its text

    @property
    def record(self) -> PassageRecord:
        return self.records[self.at]

    @property
    def heading(self) -> str:
        return self.record.passage.text[slice(*self.line)]


def headed(
    question: Question, candidates: Sequence[Candidate], index: PassageIndex
) -> tuple[Candidate, Listing] | None:
    """Return the list under the heading that *question* names, with its heading, or None.

    The question must say nothing but the heading and what it is a heading of; a question in
    another language, nothing that is not known to be translated by them.

    Args:
        question: What is asked.
        candidates: Sentences that may answer, the best first.
        index: Where they are from.
    """
    if not asks_for_list(question) and not question.kinds <= {Kind.PERSON}:
        return None
    wanted = announced(question.text, question.language)
    best: tuple[float, Candidate, Listing] | None = None
    for candidate in _by_passage(candidates):
        for each in _headed(candidate, index):
            beside = _beside(question, each)
            if (
                beside is None
                or (best and beside >= best[0])
                or wanted not in (None, len(each.run))
            ):
                continue
            its_items = items(each.run, each.records)
            if len(its_items) == len(each.run):
                told = announced(each.heading, each.record.passage.language)
                best = beside, _leading(candidate, each), Listing(its_items, told, certain=True)
    return best[1:] if best else None


def _by_passage(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the first candidate of each passage."""
    first = {each.hit.record.number: each for each in reversed(candidates)}
    return list(dict.fromkeys(first[each.hit.record.number] for each in candidates))


def _headed(candidate: Candidate, index: PassageIndex) -> Iterator[_Headed]:
    """Yield the lists around *candidate* that have a line above them that may be a heading."""
    here = candidate.hit.record
    document = index.source(here.document.path)
    if document is None:
        return
    records = index.around(here.number, AROUND)
    for run in runs(records, document.source, rules_of(here.passage.language)):
        above = _above(run, records) if len(run) <= MOST else None
        if above:
            yield _Headed(run, records, *above)


def _above(run: Run, records: Sequence[PassageRecord]) -> tuple[int, Span] | None:
    """Return which of *records* has the line before the first item of *run*, and where."""
    first = min(run, key=lambda mark: mark.where)
    text, at, end = records[first.at].passage.text, first.at, first.start
    if not text[:end].strip() and at:
        at, text = at - 1, records[at - 1].passage.text
        end = len(text)
    end = len(text[:end].rstrip())
    start, end = stripped(text, (text.rfind("\n", 0, end) + 1, end))
    heads = 0 < end - start <= LONGEST and not ENDS.search(text[start:end])
    return (at, (start, end)) if heads else None


def _beside(question: Question, each: _Headed) -> float | None:
    """Return how much the heading says beside what is asked; None where it is not asked for."""
    passage, language = each.record.passage, each.record.passage.language
    titles = passage.title, each.record.document.title
    if family(language) != family(question.language):
        known = question.share(term_set(each.heading, language), language)
        whole = question.share(term_set("\n".join((each.heading, *titles)), language), language)
        return 1.0 if known and whole >= TRANSLATED and Kind.LIST in question.kinds else None
    if unsaid(question.text, language, [each.heading, *titles]):
        return None
    beside, whole = (unsaid(each.heading, language, used) for used in ([question.text], []))
    return beside / whole if whole and beside * 2 <= whole else None


def _leading(candidate: Candidate, each: _Headed) -> Candidate:
    """Return the heading as what leads to its list: it is called what is asked for."""
    hit = replace(candidate.hit, record=each.record)
    likely = max(candidate.score, NAMED)
    return replace(candidate, hit=hit, span=each.line, words=each.line, score=likely)
