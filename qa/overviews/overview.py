"""An overview: the main sentences of documents, or on a subject, as candidates to be cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from index.passage_index import Filter, Hit, Outline, PassageIndex, Query
from language.phrases import listing, phrase, quoted
from language.terms import term_set
from qa.overviews.key_sentences import KeySentence, key_sentences
from qa.question import Question
from qa.talk.documents import about, described

# Passages that are compared with each other; of more, so many evenly chosen.
COMPARED = 400
# Passages that are retrieved for a subject, and the share of its words, by what they tell, that one
# must have, itself or by its title, to be of it.
RETRIEVED, HELD = 60, 0.6
# What there is a heading of: how its phrases begin.
Made = Literal["overview_", "timeline_"]
# Documents that the heading names.
NAMED = 3


def of_documents(
    index: PassageIndex, among: Filter | None, speaks: str, count: int
) -> list[KeySentence]:
    """Return the main sentences of the documents that pass *among*."""
    records = index.sample(COMPARED, among)
    rows = index.rows([record.number for record in records])
    return key_sentences(records, rows, count, index.weights, speaks)


def on_subject(
    hits: Sequence[Hit], index: PassageIndex, speaks: str, count: int
) -> list[KeySentence]:
    """Return the main sentences of the passages *hits*, above all of those near to the subject."""
    order = sorted(hits, key=lambda hit: (hit.record.document.path, hit.record.passage.source_span))
    rows = index.rows([hit.record.number for hit in order])
    near = np.array([max(hit.cosine, 0.0) for hit in order])
    records = [hit.record for hit in order]
    return key_sentences(records, rows, count, index.weights, speaks, near)


def speaking_of(wanted: Query, index: PassageIndex, among: Filter | None) -> list[Hit]:
    """Return the passages that have the words of a subject, best first; in any language."""
    asked = Question.of(wanted, index)
    return [
        hit
        for hit in index.search(wanted, RETRIEVED, among)
        if asked.share(_terms(hit), hit.record.passage.language) >= HELD
    ]


def _terms(hit: Hit) -> frozenset[str]:
    passage, document = hit.record.passage, hit.record.document
    named_so = f"{passage.title}\n{document.title}\n{document.path}"
    return term_set(f"{named_so}\n{passage.text}", passage.language)


def heading(
    outlines: Sequence[Outline], topic: str, language: str, made: Made = "overview_"
) -> str:
    """Return the line above what was made: of which documents it is, or on which subject."""
    if topic:
        return phrase(f"{made}about", language, topic=quoted(topic, language))
    if len(outlines) > NAMED:
        facts = about(outlines, language)
        return phrase(f"{made}of_many", language, count=len(outlines), about=facts)
    each = [described(outline, language) for outline in outlines]
    return phrase(f"{made}of", language, documents=listing(each, language))
