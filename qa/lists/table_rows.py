"""The rows of a table that a question asks for, each by the cell of the column that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.view import OWN
from index.passage_index import PassageIndex, PassageRecord
from language.spans import Span
from language.tags import family
from qa.lists.listed import MOST, Item, Listing
from qa.lists.table_question import Rows, TableQuestion
from qa.question import Question
from qa.reading.candidates import Candidate
from qa.reading.cells import NAMED

LOOKED_AT = 6  # candidates


def rows_asked(
    question: Question, candidates: Sequence[Candidate], index: PassageIndex
) -> tuple[Candidate, Listing] | None:
    """Return the cells of the column that *question* asks for, or None where it names none.

    Values that it states, limits that it sets and columns of yes and no that it names say which
    rows are meant; of those with the most or least of something there may be several.  A question
    that says anything else is no question for rows of a table.

    Args:
        question: What is asked.
        candidates: Sentences that may answer, the best first.
        index: Where they are from.
    """
    for candidate in candidates[:LOOKED_AT]:
        asked = _asked(question, candidate, index)
        if asked is None:
            continue
        items = _items(asked, candidate, index)
        if len(items) > 1 or (items and asked.counts):
            likely = replace(candidate, score=max(candidate.score, NAMED))
            count = len(asked.cells)
            return likely, Listing(items, count, certain=True, counts=asked.counts)
    return None


def with_row(
    question: Question, candidates: list[Candidate], index: PassageIndex
) -> list[Candidate]:
    """Put the one row that *question* asks for, say with the most of something, before others.

    Before all of its document; they stay as they are where it asks for no row or for several.

    Args:
        question: What is asked.
        candidates: Sentences that may answer, the best first.
        index: Where they are from.
    """
    for candidate in candidates[:LOOKED_AT]:
        asked = _asked(question, candidate, index)
        items = (
            _items(asked, candidate, index) if asked and asked.chosen and not asked.counts else []
        )
        if len(items) == 1:
            row = _row(candidate, items[0])
            path = row.hit.record.document.path
            others = [one for one in candidates if one.hit.record.document.path != path]
            return sorted([row, *others], key=lambda one: -one.score)
    return candidates


def _row(candidate: Candidate, item: Item) -> Candidate:
    """Return the row in which *item*, a cell, stands, of the table that *candidate* is of."""
    record, words = item.record, item.span
    within = (one for one in record.passage.sentences if one[0] <= words[0] and words[1] <= one[1])
    return replace(
        candidate,
        hit=replace(candidate.hit, record=record),
        span=next(within, words),
        words=words,
        score=max(candidate.score, NAMED),
    )


def _asked(question: Question, candidate: Candidate, index: PassageIndex) -> Rows | None:
    """Return what *question* asks of the table that *candidate* stands in, if of any."""
    record = candidate.hit.record
    if family(question.language) != family(record.passage.language):
        return None
    document = index.source(record.document.path)
    start, _ = record.passage.view.source_span(*candidate.span)
    table = document.table_at(start) if document else None
    if document is None or table is None:
        return None
    return TableQuestion(question, document, table, record).rows()


def _items(asked: Rows, candidate: Candidate, index: PassageIndex) -> list[Item]:
    """Return the cells, at most MOST, as they stand in the passages around *candidate*."""
    record = candidate.hit.record
    document = index.source(record.document.path)
    start, _ = record.passage.view.source_span(*candidate.span)
    table = document.table_at(start) if document else None
    rows = len(table.rows) if table else 0
    return list(_placed(asked.cells[:MOST], index.around(record.number, rows * 9)))


def _placed(cells: Sequence[Span], records: Sequence[PassageRecord]) -> Iterator[Item]:
    """Yield the *cells*, stretches of the source, as they stand in the passages."""
    for start, end in cells:
        for record in records:
            view = record.passage.view
            first, last = record.passage.source_span
            if first <= start and end <= last:
                own = (view.starts >= start) & (view.ends <= end) & (view.borrowed == OWN)
                places = own.nonzero()[0].tolist()
                if places:
                    yield Item(record, (places[0], places[-1] + 1))
                    break
