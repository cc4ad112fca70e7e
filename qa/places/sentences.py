"""The sentences of the first places that name a thing, as the index has them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from corpus.view import OWN
from index.passage_index import Filter, PassageIndex, PassageRecord
from language.spans import Span
from qa.places.mentions import Mention, Mentions


class Naming(NamedTuple):
    """A sentence of a passage and the name in it; offsets are into the passage's reading view."""

    record: PassageRecord
    sentence: Span
    name: Span


def sentences_naming(listing: Mentions, index: PassageIndex) -> Iterator[Naming]:
    """Yield the sentences of *listing*, in order; none for a place outside all passages."""

    @lru_cache(maxsize=4)
    def records(path: str) -> list[PassageRecord]:
        return index.sample(sys.maxsize, Filter(paths=(path,)))

    for mention in listing.places:
        yield from _in(mention, records(mention.place.document))


def _in(mention: Mention, records: list[PassageRecord]) -> Iterator[Naming]:
    start, end = mention.place.start, mention.place.end
    for record in records:
        view = record.passage.view
        if not record.passage.source_span[0] <= start < record.passage.source_span[1]:
            continue
        own = view.borrowed == OWN  # not a column's name before a value
        inside = np.flatnonzero((view.starts >= start) & (view.ends <= end) & own)
        if not len(inside):
            continue
        name = int(inside[0]), int(inside[-1]) + 1
        for sentence in record.passage.sentences:
            if sentence[0] <= name[0] and name[1] <= sentence[1]:
                yield Naming(record, sentence, name)
                return
