"""Which passages are read for what happened in a year, a month or from one to another."""

from __future__ import annotations

from dataclasses import replace

from index.passage_index import Filter, PassageIndex, PassageRecord

# Passages that are read for a timeline, of more so many evenly chosen.
READ = 4_000
# Passages that are looked at whatever stands in them: for centuries, 民國 years, years in words.
SAMPLED = 1_000
YEARS = 100  # that are looked for one by one


def of_period(index: PassageIndex, among: Filter | None, period: str) -> list[PassageRecord]:
    """Return the passages, in order, in which something of *period* may stand."""
    first, last = period.split("/")[0], period.split("/")[-1]
    if not (first[:4].isdigit() and last[:4].isdigit()):
        return index.sample(READ, among)
    years = range(int(first[:4]), min(int(last[:4]), int(first[:4]) + YEARS) + 1)
    records = [
        *index.with_term("|".join(map(str, years)), READ, among),
        *index.sample(READ, replace(among or Filter(), since=first, until=last)),
        *index.sample(SAMPLED, among),
    ]
    distinct = {record.number: record for record in records}.values()
    return sorted(distinct, key=lambda one: one.place)
