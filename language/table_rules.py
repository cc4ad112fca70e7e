"""What must be known of a language to read which rows of a table a question asks for.

Patterns are of the module ``regex``, and look for words of a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regex import Pattern


@dataclass(frozen=True, slots=True)
class ColumnRules:
    """How a sort of column is asked for without its name: how many, how much is, where, who."""

    asks: Pattern[str]  # in a question
    beside: Pattern[str]  # what such a question says beside what it is asked of
    called: Pattern[str]  # the name of such a column


@dataclass(frozen=True, slots=True)
class TableRules:
    """How it asks for the largest, for what is above a number, for what is not so."""

    most: Pattern[str]  # asks for the row with the largest value
    least: Pattern[str]
    # From which date on, # in its place, rows are asked for; *strictly* if not of that date itself.
    after: Pattern[str]
    before: Pattern[str]  # up to which date
    than: Pattern[str]  # what a number follows that is a limit: *more* than, or less than
    # For what is measured, by an English name: patterns of words that compare it and of columns
    # that hold it: taller, a height.
    measures: Mapping[str, tuple[str, str]]
    columns: Mapping[str, ColumnRules]  # by an English name, the first that is asked for first
    total: Pattern[str]  # asks for all together
    both: Pattern[str]  # joins columns that are asked for together: the stalls *and their* goods
    counting: Pattern[str]  # asks how many rows there are, and what such a question says besides
    affirms: Pattern[str]  # a cell that says that it is so
    denies: Pattern[str]
