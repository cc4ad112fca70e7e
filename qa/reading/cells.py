"""Which cell of a table's row answers: that of the column which the question names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import regex

from corpus.documents import Passage
from corpus.loaders.tables import is_figure
from corpus.table_view import Cell, cells
from corpus.wraps import columns
from language.asking import FORMS
from language.asking import NAMED as NAMED_KINDS
from language.rules import Kind
from language.spans import Span
from language.tags import family
from language.terms import question_terms, term_set
from language.values.names import name_spans
from qa.question import Question
from qa.reading.trained import Words

# A value of at most so many columns is given whole, with its unit.
WHOLE = 60
# A row of which the question names nothing but columns is not the one that is asked about, if it
# names something else: so much of it, and so much less likely is the row.
ELSEWHERE, UNNAMED = 0.2, 0.3
# How often a row answers that is called all that the question says: measured on public tables of
# annual reports (benchmarks/tables.py); the trained reader has seen prose only.
NAMED = 0.85
LETTER = regex.compile(r"\p{L}")


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """The likeliest answer in a row of a table, or in any other stretch of a passage."""

    words: Words
    named: float = 0.0  # share of the question that names its row and column, 0 if it names others
    elsewhere: bool = False  # whether the question names something that is in no cell of the row

    def chance(self, judged: float) -> float:
        """Return how likely it answers, 0 to 1, from how likely the judge takes it to be."""
        if self.named:
            return max(judged, NAMED + (1 - NAMED) * self.named)
        return judged * UNNAMED if self.elsewhere else judged


def answer_in(
    question: Question, passage: Passage, within: Span, best: Callable[[Span], Words]
) -> RowAnswer:
    """Return the likeliest answer in a stretch of *passage* that may be a row of a table.

    Its odds are those of the likeliest words in the row; where they stand is decided by the names
    of the columns first, and between columns that fit alike by the odds in each.

    Args:
        question: What is asked.
        passage: Where the row stands.
        within: From and to which of the passage's characters.
        best: Returns the likeliest words in a stretch of it.
    """
    likeliest = best(within)
    if passage.view.origins is None:
        return RowAnswer(likeliest)
    row = _Row(question, passage, within)
    asked = row.telling() or [cell for cell in row.cells if not row.is_given(cell)]
    if len(row.cells) < 2 or not asked:
        return RowAnswer(likeliest)
    shares = [row.share_beside(cell.name) for cell in asked]
    fitting = [cell for cell, share in zip(asked, shares, strict=True) if share == max(shares)]
    inside = [best(row.placed(cell.value)) for cell in fitting]
    cell, words = max(zip(fitting, inside, strict=True), key=lambda pair: pair[1].odds)
    value = row.placed(cell.value)
    whole = columns(passage.text[slice(*value)]) <= WHOLE
    answer = Words(value if whole else words.span, likeliest.odds)
    another = row.is_another() or not _fits(question.kind, row.text(cell.value))
    fits = not another and (max(shares) > 0 or len(row.cells) == 2)
    return RowAnswer(answer, row.named(cell) if fits else 0.0, another)


def _fits(kind: Kind, cell: str) -> bool:
    """Tell whether a cell may be what is asked for: no name is a number, no figure is a person."""
    if kind in (Kind.DATE, Kind.NUMBER):
        return is_figure(cell) or bool(FORMS[kind].search(cell))
    return kind not in NAMED_KINDS or bool(LETTER.search(cell))


class _Row:
    """A row beside a question."""

    def __init__(self, question: Question, passage: Passage, within: Span) -> None:
        self._question, self._passage, self._start = question, passage, within[0]
        self.cells = cells(passage.view.part(*within))

    def placed(self, span: Span) -> Span:
        return self._start + span[0], self._start + span[1]

    def text(self, span: Span) -> str:
        return self._passage.text[slice(*self.placed(span))]

    def share(self, span: Span) -> float:
        tag = self._passage.language
        return self._question.share(term_set(self.text(span), tag), tag)

    def is_given(self, cell: Cell) -> bool:
        """Tell whether the question states the value itself: it says which row is meant."""
        held = question_terms(self.text(cell.value), self._passage.language)
        return bool(held) and self._question.weights.keys() >= set(held)

    def telling(self) -> list[Cell]:
        """Return the cells that tell whether something is so, if that is asked: "is it open?".

        What is given beside the row's own name, or what denies it: closed.
        """
        if self._question.kind is not Kind.YES_NO:
            return []
        given = [cell for cell in self.cells if self.is_given(cell)]
        told = given[1:] or [cell for cell in self.cells if self._is_instead(cell)]
        return told if given else []

    def _is_instead(self, cell: Cell) -> bool:
        """Tell whether every word of a value may stand for one that is asked about."""
        held = term_set(self.text(cell.value), self._passage.language)
        return bool(held) and held <= frozenset().union(*self._question.instead.values())

    def share_beside(self, name: Span) -> float:
        """Return the share of the question that a column's name holds and the row's values do not.

        "Grand total in February" is in the row of totals, and not in the column of them.
        """
        tag = self._passage.language
        given = (term_set(self.text(cell.value), tag) for cell in self.cells if self.is_given(cell))
        return self._question.share(term_set(self.text(name), tag) - frozenset().union(*given), tag)

    def is_another(self) -> bool:
        """Tell whether the question names a figure, or somebody or something, that is not here.

        Be it in the row, in the names of its columns or in what it stands under.
        """
        tag = self._passage.language
        text = f"{self._passage.title}\n{self._passage.text}"
        if self._question.agreement(text) not in (0.0, 1.0):
            return True
        held = term_set(text, tag)
        if family(tag) != family(self._question.language):
            return False  # names are written in other ways there
        shared = any(self.share(cell.value) for cell in self.cells)
        # A letter alone is no name: the s of "Ada's".
        missing = {term for term in self._question.weights.keys() - held if len(term) > 1}
        if not shared:
            return 1 - self._question.share(held, tag) > ELSEWHERE
        return bool(missing & _named(self._question.text, self._question.language))

    def named(self, answer: Cell) -> float:
        """Return the share of the question that the row is called, if it says all of that."""
        others = [cell for cell in self.cells if cell != answer]
        keys = [cell for cell in others if not is_figure(self.text(cell.value))]
        if not keys or not all(map(self.is_given, keys)):
            return 0.0
        tag = self._passage.language
        spans = [answer.name, *(cell.value for cell in keys)]
        return self._question.share(
            frozenset().union(*(term_set(self.text(s), tag) for s in spans)), tag
        )


@lru_cache(maxsize=64)
def _named(question: str, language: str) -> frozenset[str]:
    """Return the terms of the names in a *question*; every row that is read asks for them."""
    names = (question[slice(*span)] for span in name_spans(question, language))
    return frozenset(term for name in names for term in question_terms(name, language))
