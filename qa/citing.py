"""From candidates to citations: each replayed against its source, each sentence named once."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.documents import Document, Part, Row, Table
from corpus.near_duplicates import essence, likeness
from corpus.table_view import WITHIN, cells
from corpus.view import View
from index.passage_index import Filter, PassageIndex
from language.chinese import in_script, to_simplified
from language.spans import Span
from language.tags import family
from qa.answers import Citation, Place, TableRow
from qa.lists.listed import Item
from qa.reading.candidates import Candidate

log = logging.getLogger(__name__)

# Citations of this process that their source did not bear out, by document.
DROPPED: Counter[str] = Counter()

# A further citation must be at least this likely, as a share of the best one.
WORTH_CITING = 0.2
# A sentence of a copy stands for the cited one if it is so much alike.
SAME_SENTENCE = 0.6


class Citer:
    """Makes citations of the candidates for one question."""

    def __init__(self, index: PassageIndex, speaks: str, among: Filter | None) -> None:
        self._index = index
        self._speaks = speaks
        self.among = among

    def cited(
        self, candidates: Sequence[Candidate], count: int
    ) -> list[tuple[Candidate, Citation]]:
        """Return at most *count* citations of distinct sentences, each with its candidate.

        One that its source does not bear out is dropped and logged.
        """
        by_sentence: dict[str, tuple[Candidate, list[Citation]]] = {}
        for candidate in candidates:
            if candidate.score < WORTH_CITING * candidates[0].score:
                continue
            key = essence(candidate.text)
            if key not in by_sentence and len(by_sentence) == count:
                break
            replayed = [self._replayed(each) for each in (candidate, *self._copies(candidate))]
            if any(replayed):
                known = by_sentence.setdefault(key, (candidate, []))[1]
                known += [citation for citation in replayed if citation]
        return [(one, self._as_one(citations)) for one, citations in by_sentence.values()]

    def item(self, candidate: Candidate, item: Item) -> Citation | None:
        """Return the citation of an *item* of the list that *candidate* led to.

        None if its source does not bear it out.
        """
        hit = replace(candidate.hit, record=item.record)
        words = item.words or (item.span[0], item.span[0])  # without words all of it answers
        return self._replayed(replace(candidate, hit=hit, span=item.span, words=words))

    def _copies(self, candidate: Candidate) -> Iterator[Candidate]:
        """Yield the same sentence in the passages that are copies of the candidate's."""
        sentence = essence(candidate.text)
        for record in self._index.copies(candidate.hit.record.number, self.among):
            passage = record.passage

            def alike(span: Span, text: str = passage.text) -> float:
                return likeness(essence(text[slice(*span)]), sentence)

            nearest = max(passage.sentences, key=alike)
            if alike(nearest) >= SAME_SENTENCE:
                yield replace(
                    candidate,
                    hit=replace(candidate.hit, record=record),
                    span=nearest,
                    words=_found(candidate.answering, passage.text, nearest),
                )

    def _replayed(self, candidate: Candidate) -> Citation | None:
        """Return the citation of *candidate*, or None if its source does not bear it out."""
        record = candidate.hit.record
        passage = record.passage
        view = passage.view.part(*candidate.span)
        start, end = view.source_span(0, len(view.text))
        document = self._index.source(record.document.path)
        if document is None or not view.borne_out_by(document.source):
            DROPPED[record.document.path] += 1
            log.error("citation dropped: %s %d:%d", record.document.path, start, end)
            return None
        part = document.part_at(start)
        highlight = _highlight(candidate)
        row = _row(document, view, start, highlight)
        return Citation(
            document=document.path,
            title=passage.title or document.title,
            sha256=document.sha256,
            start=start,
            end=end,
            quote=document.source[start:end],
            text=view.text,
            language=passage.language,
            page=int(part.name) if part and part.kind == "page" else None,
            part=_part(part, row),
            date=passage.date or None,
            passage=record.number,
            score=round(candidate.score, 4),
            highlight=highlight,
            own_script=self._in_own_script(view.text, passage.language),
            before=passage.text[: candidate.span[0]],
            after=passage.text[candidate.span[1] :],
            table=row,
            recognised=document.confidence(start, end),
        )

    def _in_own_script(self, text: str, language: str) -> str | None:
        """Return Chinese *text* as the user writes Chinese, where that is another script."""
        if language == self._speaks or family(language) != "zh" or family(self._speaks) != "zh":
            return None
        converted = in_script(text, self._speaks)
        return converted if converted != text else None

    def _as_one(self, citations: list[Citation]) -> Citation:
        """Return the first citation that is in the user's own script, with the others' places."""
        first = next((one for one in citations if one.language == self._speaks), citations[0])
        places = (Place(one.document, one.start, one.end) for one in citations if one is not first)
        return replace(first, also_in=tuple(dict.fromkeys(places)))


def _highlight(candidate: Candidate) -> Span | None:
    """Return the answering words in the sentence, or None if they are all of it."""
    start, end = (place - candidate.span[0] for place in candidate.words)
    return (start, end) if 0 < end - start < len(candidate.text.strip()) else None


def _row(document: Document, view: View, start: int, words: Span | None) -> TableRow | None:
    """Return the row of a table that *view* shows; its quote begins at *start*."""
    table = document.table_at(start)
    if table is None:
        return None
    values = cells(view)
    row = table.row_at(start)
    inside = [cell for cell in values if words and cell.value[0] <= words[0] < cell.value[1]]
    column = view.text[slice(*inside[0].name)] if inside else _column(document, table, row, view)
    shown = tuple((view.text[slice(*name)], view.text[slice(*value)]) for name, value in values)
    return TableRow(table.name, row.number, column or None, shown) if row else None


def _column(document: Document, table: Table, row: Row | None, view: View) -> str:
    """Return what the column is called that a *view* of but one cell is of; else nothing."""
    start, end = view.source_span(0, len(view.text))
    for at, cell in enumerate(row.cells if row else ()):
        if cell[0] <= start and end <= cell[1] and at < len(table.columns):
            return WITHIN.join(document.source[slice(*span)] for span in table.columns[at])
    return ""


def _part(part: Part | None, row: TableRow | None) -> tuple[str, str] | None:
    if part is None:
        return ("row", str(row.row)) if row else None
    return part.kind, part.name


def _found(words: str, text: str, within: Span) -> Span:
    """Return where *words* stand in a stretch of *text*, in either Chinese script; else nothing."""
    alike = to_simplified(text)
    if len(alike) == len(text):
        text, words = alike, to_simplified(words)
    place = text.find(words, *within)
    return (place, place + len(words)) if place >= 0 else (within[0], within[0])
