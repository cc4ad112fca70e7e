"""An overview: the main sentences of documents, or on a subject, as candidates to be cited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from corpus.documents import Document, Passage
from index.passage_index import Filter, Hit, Outline, PassageIndex, Query
from language.phrases import listing, phrase, quoted
from language.spans import Span
from language.terms import term_set
from language.values.figures import figures, ordinals
from qa.overviews.key_sentences import KeySentence, key_sentences
from qa.question import Question
from qa.standing import Standing, standing
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


def document_sentences(
    index: PassageIndex, document: Document, speaks: str, count: int
) -> list[Standing]:
    """Return where the main sentences of *document* stand, in order; those that its source has."""
    places = []
    for sentence in of_documents(index, Filter(paths=(document.path,)), speaks, count):
        view = sentence.record.passage.view
        if view.borne_out_by(document.source):
            places.append(standing(document, view.source_span(*sentence.span)))
    return places


def on_subject(
    hits: Sequence[Hit], topic: str, index: PassageIndex, speaks: str, count: int
) -> list[KeySentence]:
    """Return the main sentences of the passages *hits*, above all of those near to the subject.

    Of the second fair only what stands where the second one was spoken of last, if there is any.
    """
    order = sorted(hits, key=lambda hit: hit.record.place)
    edition = ordinals(figures(topic))
    of_it = [(hit, of_edition(hit.record.passage, edition)) for hit in order]
    order = [_with_sentences(hit, spans) for hit, spans in of_it if spans] or order
    rows = index.rows([hit.record.number for hit in order])
    near = np.array([max(hit.cosine, 0.0) for hit in order])
    records = [hit.record for hit in order]
    return key_sentences(records, rows, count, index.weights, speaks, near)


def of_edition(passage: Passage, edition: frozenset[str]) -> list[Span]:
    """Return the sentences of *passage* in which *edition* is the last that was spoken of."""
    kept = []
    spoken_of = ordinals(figures(passage.title))
    for span in passage.sentences:
        spoken_of = ordinals(figures(passage.text[slice(*span)])) or spoken_of
        if not edition.isdisjoint(spoken_of):
            kept.append(span)
    return kept


def _with_sentences(hit: Hit, spans: Sequence[Span]) -> Hit:
    passage = replace(hit.record.passage, sentences=tuple(spans))
    return replace(hit, record=replace(hit.record, passage=passage))


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
