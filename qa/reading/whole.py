"""No answer begins or ends inside a word or a figure, and a figure has its unit."""

from __future__ import annotations

import regex

from language.asking import NUMBER
from language.spans import Span, overlap
from language.values.parsing import parse
from language.values.prepared import value_forms
from language.values.scan import values_in
from language.values.value import COUNT, Quantity, QuantityRange, Value

# Letters and figures in a row.  Chinese words are left as the reader's tokens cut them: widened by
# jieba they are not nearer to the right ones.
WORD = regex.compile(r"[[\p{L}\p{M}\p{N}]--\p{Han}]+", flags=regex.V1)


def widened(text: str, span: Span, within: Span, language: str) -> Span:
    """Return *span* of *text* with the rest of each word and value that it cuts.

    A year of a whole date is not cut, nor is one end of a range; a number without its unit is.
    What is returned holds *span* and stays *within*; nothing is added to an empty one.

    Args:
        text: Of a passage.
        span: The answering words.
        within: The sentence or the cell that they are from.
        language: Of the passage.
    """
    if span[0] >= span[1]:
        return span
    stretch, offset = text[slice(*within)], within[0]
    known: Span | None = None
    wide = span[0] - offset, span[1] - offset
    while wide != known:
        known = wide = _with_words(stretch, wide)
        if not _figures(stretch[slice(*wide)], language):
            break  # most answers: the values of a sentence take a millisecond
        for piece, value in values_in(stretch, language):
            if overlap(piece, wide):
                wide = _with_value(stretch, wide, piece, value, language)
    return wide[0] + offset, wide[1] + offset


def _figures(words: str, language: str) -> bool:
    """Tell whether *words* may have a value in them; 四十 of 四十二人 has no measure word yet."""
    forms = value_forms(language)
    numerals = forms.numbers.words if forms and forms.han else r"(?!)"
    return bool(NUMBER.search(words) or regex.search(numerals, words))


def _with_words(text: str, span: Span) -> Span:
    start, end = span
    for match in WORD.finditer(text):
        if match.start() < end and start < match.end():
            start, end = min(start, match.start()), max(end, match.end())
    return start, end


def _with_value(text: str, span: Span, piece: Span, value: Value, language: str) -> Span:
    """Return *span* with what it lacks of the *value* at *piece*, which it overlaps."""
    start, end = span
    own = parse(text[max(start, piece[0]) : min(end, piece[1])], language)
    if own is None:
        # What stands before a value, "in" or "the", is no part that is missed.
        if piece[0] < start and parse(text[start : piece[1]], language) is None:
            start = piece[0]
        if end < piece[1] and parse(text[start:end], language) is None:
            end = piece[1]
    elif _lacks_unit(own, value):
        end = max(end, piece[1])
        if parse(text[start:end], language) != value and piece[0] < start:
            start = piece[0]
    return start, end


def _lacks_unit(own: Value, value: Value) -> bool:
    """Tell whether a number is given without the unit or the word for its size that it has."""
    if not isinstance(own, Quantity) or own.unit != COUNT:
        return False
    if isinstance(value, QuantityRange):
        return False
    return isinstance(value, Quantity) and (value.unit != COUNT or value.number > own.number)
