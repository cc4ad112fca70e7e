"""Which cell of a table's row answers: that of the column which the question names."""

from __future__ import annotations

from collections.abc import Callable

from corpus.documents import Passage
from corpus.table_view import Cell, cells
from corpus.wraps import columns
from language.spans import Span
from language.terms import term_set
from qa.question import Question
from qa.reading.trained import Words

# A value of at most so many columns is given whole, with its unit.
WHOLE = 60


def answering_cell(
    question: Question, passage: Passage, row: Span, best: Callable[[Span], Words]
) -> Words:
    """Return the likeliest answer in a stretch of *passage* that may be a row of a table.

    The odds are those of the likeliest words in the row; where they stand is decided by the names
    of the columns first, and between columns that fit alike by the odds in each.

    Args:
        question: What is asked.
        passage: Where the row stands.
        row: From and to which of the passage's characters.
        best: Returns the likeliest words in a stretch of it.
    """
    likeliest = best(row)
    values = cells(passage.view.part(*row))
    asked = [cell for cell in values if not _is_asked_about(question, passage, row, cell)]
    if len(values) < 2 or not asked:
        return likeliest
    tag = passage.language
    shares = [question.share(term_set(_text(passage, row, cell.name), tag), tag) for cell in asked]
    fitting = [cell for cell, share in zip(asked, shares, strict=True) if share == max(shares)]
    inside = [best(_placed(row, cell.value)) for cell in fitting]
    cell, words = max(zip(fitting, inside, strict=True), key=lambda pair: pair[1].odds)
    value = _placed(row, cell.value)
    if columns(passage.text[slice(*value)]) <= WHOLE:
        return Words(value, likeliest.odds)
    return Words(words.span, likeliest.odds)


def _is_asked_about(question: Question, passage: Passage, row: Span, cell: Cell) -> bool:
    """Tell whether the question states the value itself: it says which row is meant."""
    held = term_set(_text(passage, row, cell.value), passage.language)
    return bool(held) and held <= frozenset(question.weights)


def _text(passage: Passage, row: Span, within: Span) -> str:
    return passage.text[slice(*_placed(row, within))]


def _placed(row: Span, within: Span) -> Span:
    return row[0] + within[0], row[0] + within[1]
