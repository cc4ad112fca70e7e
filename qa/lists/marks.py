"""Lists of which each item has a mark: one, two, three; 一是, 二是; bullets; numbered lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from index.passage_index import PassageRecord
from language.list_rules import LAST, ListRules
from language.sentences import sentence_spans
from language.values.numbers import number
from qa.lists.listed import Item

# Marks of all languages, a pattern for each way of marking.
WAYS = tuple(
    regex.compile(way)
    for way in (
        r"(?m:^)[ \t]*(?P<n>\d{1,2})(?:[.)）]\s|[、．])(?!\d)",
        r"(?:(?m:^)|(?<=[\s：:；;，,。]))[(（](?P<n>\d{1,2})[)）]",
        r"(?P<n>[①-⑳])",
        r"(?m:^)[ \t]*[(（]?(?P<n>[a-h])[)）]\s",
        r"(?m:^)[ \t]*(?P<n>[-*+•·●○■▪◦‣–—✓➢])\s",
    )
)
# The same in a source whose marks are not shown: Markdown.
HIDDEN = regex.compile(r"[ \t>]*(?:[-*+]|(?P<n>\d{1,3})[.)])[ \t]+$")
# What stands between an item and the next and is of neither.
BETWEEN = regex.compile(r"[\s;；,，、]*(?:(?<=[\s;,])(?:and|or|et|ou)\s*)?$")
APART = 3  # passages between two items of a list at most
MISSING = 2  # numbers that may be missing


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an item begins."""

    at: int  # which of the passages
    start: int  # in its text
    end: int  # of the mark
    place: int  # in the list, from 1; 0 for a bullet

    @property
    def where(self) -> tuple[int, int]:
        """Its place among all passages."""
        return self.at, self.start


Run = list[Mark]  # the marks of one list, as they stand


def runs(records: Sequence[PassageRecord], source: str, rules: ListRules | None) -> Iterator[Run]:
    """Yield the lists that stand in *records*, passages of one document in order.

    Args:
        records: The passages.
        source: Of the document.
        rules: What else marks an item in its language.
    """
    places: Mapping[str, int] = rules.places if rules else {}
    for way in (*(rules.marks if rules else ()), *WAYS):
        marks = [
            Mark(at, match.end() - len(match[0].lstrip()), match.end(), _place(match["n"], places))
            for at, record in enumerate(records)
            for match in way.finditer(record.passage.text)
        ]
        yield from _runs(marks, records)
    yield from _runs(list(_hidden(records, source)), records)


def _hidden(records: Sequence[PassageRecord], source: str) -> Iterator[Mark]:
    """Yield the lines before which the source has a mark that the view leaves out."""
    for at, record in enumerate(records):
        view = record.passage.view
        for line in regex.finditer(r"(?m:^)\S", view.text):
            start = int(view.starts[line.start()])
            before = HIDDEN.match(source[source.rfind("\n", 0, start) + 1 : start])
            if before:
                yield Mark(at, line.start(), line.start(), int(before["n"] or 0))


def _place(written: str, places: Mapping[str, int]) -> int:
    if written.lower() in places:
        return places[written.lower()]
    if regex.fullmatch(r"[①-⑳]", written):
        return ord(written) - ord("①") + 1
    if regex.fullmatch(r"[a-h]", written):
        return ord(written) - ord("a") + 1
    value = number(written, "zh") if regex.fullmatch(r"\p{Han}+|\d+", written) else None
    return int(value) if value is not None else 0


def _runs(marks: Sequence[Mark], records: Sequence[PassageRecord]) -> Iterator[Run]:
    run: Run = []
    for mark in marks:
        if run and not _goes_on(run, mark, records):
            yield from [run] if _is_list(run) else []
            run = []
        run.append(mark)
    yield from [run] if _is_list(run) else []


def _goes_on(run: Run, mark: Mark, records: Sequence[PassageRecord]) -> bool:
    last = run[-1]
    if mark.place:
        fresh = mark.place not in {known.place for known in run} and last.place != LAST
        return fresh and mark.at - last.at <= APART
    if mark.at == last.at:  # bullets stand on lines that follow each other
        return records[mark.at].passage.text.count("\n", last.start, mark.start) == 1
    return mark.at == last.at + 1 and "\n" not in records[last.at].passage.text[last.start :]


def _is_list(run: Run) -> bool:
    places = {mark.place for mark in run}
    if len(run) < 2 or places == {0}:
        return len(run) >= 2
    most = max((place for place in places if place != LAST), default=LAST)
    return 1 in places and most <= len(run) + MISSING


def items(run: Run, records: Sequence[PassageRecord]) -> list[Item]:
    """Return the items that *run* marks, by their places: of each its first sentence."""
    following = {mark: other for mark, other in pairwise(run) if mark.at == other.at}
    quoted = []
    for mark in sorted(run, key=lambda each: each.place):
        record = records[mark.at]
        text = record.passage.text
        end = following[mark].start if mark in following else len(text)
        for start, stop in sentence_spans(text[mark.end : end], record.passage.language):
            last = mark.end + stop
            last -= len(BETWEEN.search(text[mark.start : last])[0])  # type: ignore[index]
            if start < stop and last > mark.end:
                quoted.append(Item(record, (mark.start, last)))
            break
    return quoted
