"""The rows of a table that a question asks for, each by the cell of the column that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.view import OWN
from index.passage_index import PassageIndex, PassageRecord
from language.spans import Span
from qa.lists.listed import MOST, Item, Listing
from qa.lists.table_question import Rows, TableQuestion
from qa.question import Question
from qa.reading.candidates import Candidate, Ranked, unjudged
from qa.reading.cells import NAMED

LOOKED_AT = 12  # candidates
NOTHING = Rows(())  # is asked of a table


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a table, and how many rows it has."""

    rows: Rows
    height: int


class TablesAsked:
    """What one question asks of the tables that candidates stand in; each table is read once."""

    def __init__(self, question: Question, index: PassageIndex) -> None:
        """Make it of a *question* that is asked of *index*; nothing is read yet."""
        self._question, self._index = question, index
        self._known: dict[tuple[str, int, str, str], _Asked] = {}

    def listing(
        self, candidates: Sequence[Candidate], passages: Sequence[Ranked] = ()
    ) -> tuple[Candidate, Listing] | None:
        """Return the cells of the column that is asked for, or None where none is named.

        Values that the question states, limits that it sets and columns of yes and no that it
        names say which rows are meant; of those with the most or least of something there may be
        several.  A question that says anything else is no question for rows of a table.

        Args:
            candidates: Sentences that may answer, the best first.
            passages: That were retrieved: no row need be a likely answer by itself.
        """
        records = [ranked.hit.record for ranked in passages]
        rows_of = (each for each in records if each.passage.view.origins is not None)
        tables = [unjudged(each, each.passage.sentences[-1])
                  for each in rows_of if each.passage.sentences]  # fmt: skip
        for candidate, asked in self._asked([*candidates[:LOOKED_AT], *tables]):
            items, rows = self._items(candidate, asked), asked.rows
            if len(items) > 1 or (items and rows.counts):
                least = 0.0 if candidate in tables else candidate.score
                likely = replace(candidate, score=max(least, NAMED))
                items = [_whole(item) for item in items] if rows.whole else items
                count, summed = len(rows.cells), rows.summed
                return likely, Listing(items, count, True, counts=rows.counts, summed=summed)
        return None

    def with_row(self, candidates: list[Candidate]) -> list[Candidate]:
        """Put the one row that is asked for, say with the most of something, before others.

        Before all of its document; they stay as they are where no row is asked for, or several.

        Args:
            candidates: Sentences that may answer, the best first.
        """
        for candidate, asked in self._asked(candidates[:LOOKED_AT]):
            one_row = asked.rows.chosen and not asked.rows.counts
            items = self._items(candidate, asked) if one_row else []
            if len(items) == 1:
                least = candidates[0].score if asked.rows.certain else NAMED
                row = _row(candidate, items[0], least)
                path = row.hit.record.document.path
                others = [one for one in candidates if one.hit.record.document.path != path]
                return sorted([row, *others], key=lambda one: -one.score)
        return candidates

    def _asked(self, candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, _Asked]]:
        """Yield the best of *candidates* that stand in a table of which something is asked."""
        for candidate in candidates:
            record = candidate.hit.record
            document = self._index.source(record.document.path)
            start, _ = record.passage.view.source_span(*candidate.span)
            table = document.table_at(start) if document else None
            if document is None or table is None:
                continue
            passage = record.passage
            key = (document.path, table.start, passage.title, passage.language)
            if key not in self._known:
                rows = TableQuestion(self._question, document, table, record).rows()
                self._known[key] = _Asked(rows or NOTHING, len(table.rows))
            if self._known[key].rows is not NOTHING:
                yield candidate, self._known[key]

    def _items(self, candidate: Candidate, asked: _Asked) -> list[Item]:
        """Return the cells, at most MOST, as they stand in the passages around *candidate*."""
        around = self._index.around(candidate.hit.record.number, asked.height * 9)
        return list(_placed(asked.rows.cells[:MOST], around))


def _row(candidate: Candidate, cell: Item, least: float) -> Candidate:
    """Return the row in which *cell* stands, of the table that *candidate* is of.

    It is at least so likely as *least*: what has the name of a row and no figure is no better.
    """
    item = _whole(cell)
    return replace(
        candidate,
        hit=replace(candidate.hit, record=item.record),
        span=item.span,
        words=cell.span,
        score=max(candidate.score, NAMED, least),
    )


def _whole(cell: Item) -> Item:
    """Return the row in which *cell* stands."""
    start, end = cell.span
    rows = (one for one in cell.record.passage.sentences if one[0] <= start and end <= one[1])
    return Item(cell.record, next(rows, cell.span), cell.span)


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
