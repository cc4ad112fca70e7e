"""The rows of a table that a question asks for, each by the cell of the column that it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from corpus.documents import Document, Row, Table
from corpus.loaders.tables import is_figure
from corpus.table_view import WITHIN
from corpus.view import OWN
from index.passage_index import PassageIndex, PassageRecord
from language.rules import Kind
from language.spans import Span
from language.tags import family
from language.terms import question_terms, term_set
from qa.lists.listed import MOST, Item, Listing, alike, rules_of
from qa.question import Question
from qa.reading.candidates import Candidate
from qa.reading.cells import NAMED

LOOKED_AT = 6  # candidates
# Words that a question may have beside columns and values where a value says which rows: to cost.
BESIDE = 1


def rows_asked(
    question: Question, candidates: Sequence[Candidate], index: PassageIndex
) -> tuple[Candidate, Listing] | None:
    """Return the cells of the column that *question* asks for, or None where it names none.

    A value that it states, exactly as it stands in a cell of another column, says which rows are
    meant.  A question that says anything else is no question for a list of rows.

    Args:
        question: What is asked.
        candidates: Sentences that may answer, the best first.
        index: Where they are from.
    """
    if Kind.LIST not in question.kinds:
        return None
    for candidate in candidates[:LOOKED_AT]:
        record = candidate.hit.record
        document = index.source(record.document.path)
        start, _ = record.passage.view.source_span(*candidate.span)
        table = document.table_at(start) if document else None
        if document is None or table is None or not _same_family(question, record):
            continue
        cells = _Asked(question, document, table, record).cells()
        items = list(_items(cells[:MOST], index.around(record.number, len(table.rows) * 9)))
        if len(items) > 1:
            likely = replace(candidate, score=max(candidate.score, NAMED))
            return likely, Listing(items, len(cells), certain=True)
    return None


def _same_family(question: Question, record: PassageRecord) -> bool:
    return family(question.language) == family(record.passage.language)


def _items(cells: Sequence[Span], records: Sequence[PassageRecord]) -> Iterator[Item]:
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


class _Asked:
    """A table beside a question."""

    def __init__(
        self, question: Question, document: Document, table: Table, record: PassageRecord
    ) -> None:
        self._question, self._source, self._table = question, document.source, table
        self._language = record.passage.language
        self._titles = (table.name, record.passage.title, document.title)
        self._text = alike(question.text)
        names = (WITHIN.join(self._written(span) for span in spans) for spans in table.columns)
        self._names = list(names)

    def cells(self) -> list[Span]:
        """Return the distinct cells that are asked for, in order; none where that is not clear."""
        stated = self._stated()
        named = [at for at, name in enumerate(self._names) if self._says(name)]
        asked = [at for at in named if at not in stated]
        titled = [title for title in self._titles if title and self._says(title)]
        column = asked[0] if asked else 0
        if len(asked) > 1 or not (asked or titled) or column in stated:
            return []
        used = [*(self._names[at] for at in {*named, *stated}), *stated.values(), *titled]
        if self._left(used) > (BESIDE if stated else 0):
            return []
        rows = (row for row in self._table.rows if self._fits(row, stated))
        cells = [row.cells[column] for row in rows if column < len(row.cells)]
        filled = [cell for cell in cells if cell[0] < cell[1]]
        return list({self._written(cell): cell for cell in reversed(filled)}.values())[::-1]

    def _written(self, span: Span) -> str:
        return self._source[slice(*span)]

    def _says(self, name: str) -> bool:
        """Tell whether the question has all words of *name*."""
        if family(self._language) == "zh":
            return bool(name) and alike(name) in self._text
        terms = term_set(name, self._language)
        return bool(terms) and terms <= set(question_terms(self._text, self._language))

    def _stated(self) -> dict[int, str]:
        """Return for each column the longest of its values that the question states, if any."""
        stated: dict[int, str] = {}
        for at, name in enumerate(self._names):
            values = {
                self._written(row.cells[at]) for row in self._table.rows if at < len(row.cells)
            }
            known = [value for value in values if value and self._states(value, name)]
            if known:
                stated[at] = max(known, key=len)
        return stated

    def _states(self, value: str, name: str) -> bool:
        """Tell whether the question has *value* as a word; a bare number beside its column."""
        text = alike(value)
        if is_figure(value) and text.replace(".", "").isdigit():
            beside = regex.escape(alike(name))
            form = rf"{beside}\s*{text}(?![\d.,])|(?<![\d.,]){text}\s*{beside}"
            return bool(name) and bool(regex.search(form, self._text))
        word = rf"(?<![\p{{Latin}}\p{{N}}]){regex.escape(text)}(?![\p{{Latin}}\p{{N}}])"
        return bool(regex.search(word, self._text))

    def _fits(self, row: Row, stated: dict[int, str]) -> bool:
        return all(
            at < len(row.cells) and self._written(row.cells[at]) == value
            for at, value in stated.items()
        )

    def _left(self, used: Sequence[str]) -> int:
        """Return how many words of the question are neither in *used* nor ask for a list."""
        rules = rules_of(self._language)
        text = rules.asking.sub(" ", self._question.text) if rules else self._question.text
        if family(self._language) == "zh":
            left = alike(text)
            for each in sorted(map(alike, used), key=len, reverse=True):
                left = left.replace(each, " ")
            return len(regex.findall(r"[\p{L}\p{N}]", left)) // 2
        known = frozenset().union(*(term_set(each, self._language) for each in used))
        return len(set(question_terms(text, self._language)) - known)
