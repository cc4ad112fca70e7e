"""What a row of a table says of a statement: the cell of the column that the statement is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from corpus.documents import Passage
from corpus.loaders.tables import is_figure
from corpus.table_view import cells
from language.chinese import to_simplified
from language.letters import plain
from language.spans import Span
from language.tags import family
from language.terms import question_terms, term_set
from language.values.stated import stated
from language.values.value import COUNT, Quantity
from qa.checks.comparing import Difference, compared
from qa.checks.words import content, has_meaning

EDGE = r"[\p{Latin}\p{N}]"
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


def told(statement: str, language: str, passage: Passage, span: Span) -> Told | None:
    """Return what the row at *span* of a passage says of a statement; None where that is not clear.

    The statement names the row by its first cell, which no other row there has, and one column;
    all else that it says is what stands in the cell, or would stand there.
    """
    row = _row(passage, span)
    if len(row) < 2 or family(language) != family(passage.language):
        return None
    keys = [_row(passage, each)[:1] for each in passage.sentences]
    if sum(_alike(each[0].value) == _alike(row[0].value) for each in keys if each) != 1:
        return None
    given = [cell for cell in row if not is_figure(cell.value) and _says(statement, cell.value)]
    asked = [cell for cell in row if cell not in given]
    if row[0] not in given:
        return None
    return _figure(statement, language, given, asked) or _words(
        statement, language, given, asked, passage
    )


@lru_cache(maxsize=4096)
def _row(passage: Passage, span: Span) -> tuple[_Cell, ...]:
    text = passage.text
    placed = [
        ((span[0] + name[0], span[0] + name[1]), (span[0] + value[0], span[0] + value[1]))
        for name, value in cells(passage.view.part(*span))
    ]
    return tuple(_Cell(text[slice(*name)], text[slice(*value)], value) for name, value in placed)


def _alike(text: str) -> str:
    return " ".join(to_simplified(plain(text)).split())


def _says(statement: str, value: str) -> bool:
    form = regex.escape(_alike(value))
    return bool(regex.search(rf"(?<!{EDGE}){form}(?!{EDGE})", _alike(statement)))


def _left(statement: str, language: str, used: Sequence[str]) -> list[str]:
    """Return the terms of a statement that stand in none of *used*."""
    text = _alike(statement)
    for each in sorted(map(_alike, used), key=len, reverse=True):
        text = text.replace(each, " ")
    known = frozenset().union(*(term_set(each, language) for each in used))
    return [term for term in question_terms(text, language) if term not in known]


def _named(name: str, statement: str, language: str) -> bool:
    """Tell whether a statement has a word of a column's name, or one that means the same."""
    bare = UNIT.sub("", name)
    if family(language) == "zh":
        return bool(bare) and _alike(bare) in _alike(statement)
    return bool(term_set(bare, language) & term_set(statement, language)) or any(
        has_meaning(statement, language, word) for word in content(bare, language)
    )


def _figure(
    statement: str, language: str, given: Sequence[_Cell], asked: Sequence[_Cell]
) -> Told | None:
    """Return what the one cell that states the kind of value which the statement states says."""
    bare = _alike(statement)
    for cell in given:
        bare = bare.replace(_alike(cell.value), " ")
    values = stated(bare, language)
    if len(values) != 1:
        return None
    ours = values[0]
    written = bare[slice(*ours.span)]
    fitting = []
    for cell in asked:
        unit = UNIT.search(cell.name)
        text = f"{cell.value}{' ' + unit[1] if unit else ''}"
        there = stated(text, language)
        named = _named(cell.name, bare, language)
        measured = isinstance(ours.value, Quantity) and ours.value.unit != COUNT
        if len(there) == 1 and (named or measured) and is_figure(cell.value.split()[0]):
            fitting.append((named, text, cell))
    best = [each for each in fitting if each[0]] or fitting
    if len(best) != 1:
        return None
    _, text, cell = best[0]
    if _left(statement, language, [c.value for c in given] + [cell.name, text, written]):
        return None  # it says more, or something else
    judged = compared(written, language, text, language)
    if judged.borne_out:
        return Told(None)
    return Told(Difference(written, cell.value, cell.span)) if judged.differing else None


def _words(
    statement: str,
    language: str,
    given: Sequence[_Cell],
    asked: Sequence[_Cell],
    passage: Passage,
) -> Told | None:
    """Return what the cell says whose column the statement names, where it holds words."""
    columns = [cell for cell in given[1:] if _named(cell.name, statement, language)]
    if columns and not _left(statement, language, [c for g in given for c in (g.name, g.value)]):
        return Told(None)
    named = [cell for cell in asked if _named(cell.name, statement, language)]
    if len(named) != 1 or is_figure(named[0].value):
        return None
    others = {
        cell.value
        for each in passage.sentences
        for cell in _row(passage, each)
        if cell.name == named[0].name and cell.value != named[0].value
    }
    theirs = [value for value in others if _says(statement, value)]
    used = [*(cell.value for cell in given), named[0].name, *theirs]
    if len(theirs) != 1 or _left(statement, language, used):
        return None
    return Told(Difference(theirs[0], named[0].value, named[0].span))
