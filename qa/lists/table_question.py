"""What a question asks of a table: a column, of the rows that fit, all of them or the largest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from corpus.documents import Document, Row, Table
from corpus.loaders.tables import is_figure
from index.passage_index import PassageRecord
from language.alike import alike
from language.denials import denials
from language.rules import Kind
from language.spans import Span
from language.values.value import COUNT
from qa.lists.columns import Columns
from qa.lists.conditions import Condition, Extreme, Limit, bounds
from qa.lists.row_asked import RowAsked
from qa.lists.table_words import TableWords
from qa.question import Question

# Words that a question may have beside columns and values where a value says which rows: to cost.
BESIDE = 1


@dataclass(frozen=True, slots=True)
class Rows:
    """The cells of one column that a question asks for, in order, no two alike."""

    cells: Sequence[Span]  # stretches of the source
    counts: bool = False  # whether it asks how many they are
    certain: bool = False  # whether it names the row itself
    whole: bool = False  # whether whole rows are asked for, of which these are the cells
    summed: bool = False  # whether a total is asked for that the table does not state
    chosen: bool = False  # whether by limits, by yes or no, or as the one with the most or least


class TableQuestion:
    """A table beside a question."""

    def __init__(
        self, question: Question, document: Document, table: Table, record: PassageRecord
    ) -> None:
        self._question = question
        self._language = record.passage.language
        self._words = TableWords(question, self._language)
        self._columns = Columns(document.source, table, self._language)
        self._names, self._rules = self._columns.names, self._words.rules
        titles = (table.name, record.passage.title, document.title)
        self._titled = [title for title in titles if title and self._words.says(title)]
        self._figured = RowAsked(self._words, self._columns, titles, self._language)

    @cached_property
    def _limits(self) -> list[Limit]:
        rules, text = self._rules, self._question.text
        return list(bounds(text, self._question.language, rules)) if rules else []

    def rows(self) -> Rows | None:
        """Return the cells that are asked for; None where that is not clear."""
        told = None if self._limits or self._extreme() else self._figured.asked()
        if told:
            several = len(told.cells) > 1
            return Rows(told.cells, False, told.exact, several, told.summed, chosen=True)
        return self._of_columns()

    def _of_columns(self) -> Rows | None:
        """Return the cells of the column that the question names."""
        extreme = self._extreme()
        chosen = [*self._bounded(), *self._affirmed()]
        conditions = [*self._stated(), *chosen]
        given = {each.column for each in conditions} | ({extreme.column} if extreme else set())
        named = [at for at, name in enumerate(self._names) if self._words.says(name)]
        asked = [at for at in named if at not in given]
        both = self._rules is not None and self._rules.both.search(self._question.text)
        whole = bool(len(asked) > 1 and both and Kind.LIST in self._question.kinds)
        asked = asked[:1] if whole else asked
        asked = asked[1:] if len(asked) > 1 and asked[0] == 0 else asked  # keepers of the lights
        column = asked[0] if asked else 0
        if len(asked) > 1 or not (asked or self._titled) or column in given:
            return None
        counts = Kind.NUMBER in self._question.kinds
        if not (extreme or counts or Kind.LIST in self._question.kinds):
            return None
        if counts and (extreme or column in self._columns.sized):
            return None
        used = [self._names[at] for at in named]
        used += [word for each in conditions for word in each.used] + self._titled
        used += extreme.used if extreme else ()
        spare = BESIDE if conditions or (extreme and extreme.named) else 0
        if self._words.left(used, counts=counts) > spare:
            return None
        fitting = [row for row in self._columns.rows if all(map(self._fit(row), conditions))]
        if extreme:
            fitting = self._columns.best(fitting, extreme)
        cells = self._columns.distinct(fitting, column)
        return Rows(cells, counts, whole=whole, chosen=bool(extreme or chosen))

    def _fit(self, row: Row) -> Callable[[Condition], bool]:
        return lambda condition: condition.fits(self._columns.cell(row, condition.column))

    def _measured(self, dates: bool) -> tuple[int, tuple[str, ...]] | None:
        """Return the column of numbers or dates that the question names best, and by what words.

        One that it does not name, where no other has an order.
        """
        sized = self._columns.sized
        shared = {at: self._words.shared(self._names[at]) for at in sized}
        best = max(map(len, shared.values()), default=0)
        fitting = [at for at in sized if len(shared[at]) == best]
        if not best and self._rules:
            measured = [at for at in sized if self._words.measures(self._names[at])]
            fitting = measured or fitting
        if len(fitting) != 1 or self._columns.is_of_figures(fitting[0]) is dates:
            return None
        return fitting[0], tuple(shared[fitting[0]])

    def _extreme(self) -> Extreme | None:
        """Return that the largest or smallest value of a column is asked for, if so."""
        for most in (True, False):
            rule = (self._rules.most if most else self._rules.least) if self._rules else None
            match = rule.search(self._words.text) if rule and not self._limits else None
            measured = self._measured(False) or self._measured(True) if match else None
            if match and measured:
                return Extreme(measured[0], (match[0], *measured[1]), most, bool(measured[1]))
        return None

    def _stated(self) -> Iterator[Condition]:
        """Yield for each column the longest of its values that the question states, if any."""
        for at, name in enumerate(self._names):
            known = [value for value in set(self._columns.cells(at)) if self._states(value, name)]
            if known:
                value = max(known, key=len)
                yield Condition(at, (name, value), value.__eq__)

    def _states(self, value: str, name: str) -> bool:
        """Tell whether the question has *value* as a word; a bare number beside its column."""
        text, without = alike(value), [word for limit in self._limits for word in limit.used]
        if is_figure(value) and text.replace(".", "").isdigit():
            return bool(name) and self._words.beside(text, alike(name), without)
        return self._words.states(text, without)

    def _bounded(self) -> Iterator[Condition]:
        """Yield what the question bounds: more than 3 platforms, before 1930."""
        for bound in self._limits:
            measured = self._measured(bound.dates) or self._sorted(bound)
            if measured:
                fits = partial(self._holds, bound, measured[0])
                yield Condition(measured[0], (*bound.used, *measured[1]), fits)

    def _sorted(self, bound: Limit) -> tuple[int, tuple[str, ...]] | None:
        """Return the column that a number without its name limits: how many, or how much it is."""
        sort = "count" if bound.size.unit == COUNT else "price"
        rule = self._columns.rules.columns[sort].called if self._columns.rules else None
        fitting = [at for at in self._columns.sized if rule and rule.search(self._names[at])]
        return (fitting[0], ()) if len(fitting) == 1 and not bound.dates else None

    def _holds(self, bound: Limit, column: int, cell: str) -> bool:
        return bound.holds(self._columns.size(cell, column))

    def _affirmed(self) -> Iterator[Condition]:
        """Yield the columns of yes and no that the question names: which are accessible?

        Where it denies one in which some rows have nothing, these: which have no keeper?
        """
        denied = denials(self._question.text, self._question.language) % 2 == 1
        either = self._columns.either
        for at, name in enumerate(self._names):
            cells = [self._columns.cell(row, at) for row in self._columns.rows]
            folded = [cell.casefold().strip() for cell in cells if cell]
            told = all(any(rule.fullmatch(cell) for rule in either) for cell in folded)
            some = denied and any(map(self._columns.is_none, cells))
            if folded and (told or some) and self._words.says(name):
                yield Condition(at, (name,), self._columns.is_none if denied else self._is_so)

    def _is_so(self, cell: str) -> bool:
        return not self._columns.is_none(cell)
