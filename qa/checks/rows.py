"""What a row of a table says of a statement: the cell of the column that the statement is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from corpus.documents import Passage
from corpus.table_view import cells
from language.alike import alike, has_word
from language.denials import without_joining
from language.spans import Span
from language.tags import family
from language.terms import question_terms, term_set
from language.values.names import name_spans
from language.values.stated import stated
from language.values.surnames import with_surname
from language.values.value import Quantity, Value
from qa.checks.comparing import Difference, compared
from qa.checks.exchanged import distinct
from qa.checks.words import content, has_meaning

UNIT = regex.compile(r"[(（]([^()（）]{1,20})[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Told:
    """What a row says: the same as the statement, or something else in its place."""

    difference: Difference | None  # None where it says the same


@dataclass(frozen=True, slots=True)
class _Cell:
    name: str  # of its column
    value: str
    span: Span  # of the value, in the passage

    @property
    def with_unit(self) -> str:
        """The value with the unit that the name of its column has in brackets."""
        unit = UNIT.search(self.name)
        return f"{self.value} {unit[1] if unit else ''}".strip()


def told(statement: str, language: str, passage: Passage, span: Span) -> Told | None:
    """Return what the row at *span* of a passage says of a statement; None where that is not clear.

    The statement names the row by its first cell, which no other row there has, and one column;
    all else that it says is what stands in the cell, or would stand there.
    """
    row = _row(passage, span)
    if len(row) < 2 or family(language) != family(passage.language):
        return None
    keys = [_row(passage, each)[:1] for each in passage.sentences]
    if sum(alike(each[0].value) == alike(row[0].value) for each in keys if each) != 1:
        return None
    if not _keyed(statement, row[0].value, language):
        return None
    bare = alike(statement).replace(alike(row[0].value), " ")
    named = [cell for cell in row[1:] if _named(cell.name, bare, language)]
    if len(named) != 1:
        return _by_value(statement, language, row, bare) if not named else None
    asked = _Asked(statement, language, row[0], named[0])
    return asked.value(bare) or asked.words()


def _by_value(statement: str, language: str, row: Sequence[_Cell], bare: str) -> Told | None:
    """Return what a row says where the statement names no column, but has a value of one only.

    There are 18 megaphones: of all cells one has a number without a unit.
    """
    ours = stated(bare, language)
    values = [(cell, stated(cell.with_unit, language)) for cell in row[1:]]
    fitting = [
        cell
        for cell, theirs in values
        if len(ours) == 1 and len(theirs) == 1 and _of_one_unit(ours[0].value, theirs[0].value)
    ]
    if len(fitting) != 1:
        return None
    return _Asked(statement, language, row[0], fitting[0]).value(bare)


def _of_one_unit(value: Value, other: Value) -> bool:
    """Tell whether both are numbers that count, or are in one unit."""
    if not (isinstance(value, Quantity) and isinstance(other, Quantity)):
        return False
    return value.unit == other.unit


@lru_cache(maxsize=4096)
def _row(passage: Passage, span: Span) -> tuple[_Cell, ...]:
    text = passage.text
    placed = [
        ((span[0] + name[0], span[0] + name[1]), (span[0] + value[0], span[0] + value[1]))
        for name, value in cells(passage.view.part(*span))
    ]
    return tuple(_Cell(text[slice(*name)], text[slice(*value)], value) for name, value in placed)


def _says(statement: str, value: str) -> bool:
    return has_word(alike(statement), alike(value))


def _keyed(statement: str, key: str, language: str) -> bool:
    """Tell whether a statement has the name of a row: itself, or a form of it in letters."""
    if _says(statement, key):
        return True
    terms = term_set(_bare(key), language)
    return family(language) != "zh" and bool(terms) and terms <= term_set(statement, language)


def _bare(name: str) -> str:
    return UNIT.sub("", name)


def _named(name: str, statement: str, language: str) -> bool:
    """Tell whether a statement has a word of a column's name, or one that means the same."""
    bare = _bare(name)
    if family(language) == "zh":
        return bool(bare) and alike(bare) in alike(statement)
    return bool(term_set(bare, language) & term_set(statement, language)) or any(
        has_meaning(statement, language, word) for word in content(bare, language)
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A statement that names a row and one column."""

    statement: str
    language: str
    key: _Cell
    cell: _Cell

    def left(self, *used: str) -> list[str]:
        """Return the terms of the statement that stand in no name and in none of *used*."""
        text = alike(self.statement)
        every = [self.key.value, _bare(self.key.name), _bare(self.cell.name), *used]
        for each in sorted(map(alike, every), key=len, reverse=True):
            text = text.replace(each, " ") if each else text
        text = without_joining(text, self.language)
        known = frozenset().union(*(term_set(each, self.language) for each in every))
        return [term for term in question_terms(text, self.language) if term not in known]

    def value(self, bare: str) -> Told | None:
        """Return what a cell with one value says of the one value of the statement."""
        text = self.cell.with_unit
        ours, theirs = stated(bare, self.language), stated(text, self.language)
        if len(ours) != 1 or len(theirs) != 1 or theirs[0].span != (0, len(text)):
            return None
        written = bare[slice(*ours[0].span)]
        if self.left(written, text):
            return None  # it says more, or something else
        judged = compared(written, self.language, text, self.language)
        if judged.borne_out:
            return Told(None)
        return self._other(self._as_written(written)) if judged.differing else None

    def words(self) -> Told | None:
        """Return what a cell with words says: the same, or another name."""
        if _says(self.statement, self.cell.value):
            return None if self.left(self.cell.value) else Told(None)
        spans = name_spans(self.statement, self.language)
        spans = [with_surname(self.statement, span) for span in spans]
        names = [self.statement[slice(*span)] for span in spans]
        others = [each for each in names if not self._given(each)]
        named = name_spans(f", {self.cell.value}", self.language)
        if len(others) != 1 or not named or self.left(others[0]):
            return None
        shared = not term_set(others[0], self.language).isdisjoint(
            term_set(self.cell.value, self.language)
        )
        if shared or not distinct(others[0], self.cell.value):
            return None
        return self._other(others[0])

    def _as_written(self, bare: str) -> str:
        values = [slice(*each.span) for each in stated(self.statement, self.language)]
        written = [self.statement[each] for each in values]
        return next((each for each in written if alike(each) == bare), bare)

    def _given(self, name: str) -> bool:
        return _says(self.key.value, name) or _says(self.cell.name, name)

    def _other(self, written: str) -> Told:
        return Told(Difference(written, self.cell.value, self.cell.span))
