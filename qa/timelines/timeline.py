"""A timeline: dated sentences of documents, or on a subject, as candidates to be cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import regex

from corpus.near_duplicates import essence
from index.passage_index import Filter, Hit, PassageIndex, PassageRecord, Query
from language.languages import KNOWN
from language.spans import Span
from language.tags import family
from language.terms import term_set
from language.values.iso import order
from qa.answers import Event
from qa.citing import Citer
from qa.overviews.key_sentences import OWN_LANGUAGE
from qa.overviews.overview import speaking_of
from qa.places.naming import MissingNameError, mentions
from qa.question import Question
from qa.reading.candidates import Candidate
from qa.reading.judge import Thresholds
from qa.standing import Texts
from qa.timelines.events import DatedSentence, dated

MOST = 20  # events
# Passages of documents that are read, of more so many evenly chosen; of the documents that name a
# thing most often so many, and in them so many places.
READ, NAMING, PLACES = 4_000, 40, 2_000
# The share of a subject's words, by what they tell, that a sentence must have with its titles and
# the sentence before it.
HELD = 0.4
# What an event is worth of which the year, the month or the day is told.
EXACT = {1: 1.0, 2: 1.25, 3: 1.5}
UNJUDGED = Thresholds(answer=0.0, possible=0.0)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events that are shown, in the order of their dates, and how many there are."""

    events: tuple[Event, ...]
    all_events: int


@dataclass(frozen=True, slots=True, eq=False)
class _Worth:
    """A dated sentence and how much it is to the point."""

    sentence: DatedSentence
    score: float


def of_documents(index: PassageIndex, among: Filter | None, speaks: str) -> Timeline:
    """Return the timeline of the documents that pass *among*.

    Of more events than are shown, those of passages that are most like all that have some: the
    centroid of Radev et al. (2004, "Centroid-based summarization of multiple documents").
    """
    sentences = list(dated(index.sample(READ, among)))
    if not sentences:
        return Timeline((), 0)
    rows = index.rows([each.record.number for each in sentences]).astype(np.float64)
    near = rows @ rows.mean(axis=0)
    worth = [_Worth(each, float(score)) for each, score in zip(sentences, near, strict=True)]
    return _timeline(worth, index, among, speaks)


def on_subject(
    wanted: Query, index: PassageIndex, texts: Texts | None, among: Filter | None, speaks: str
) -> Timeline:
    """Return the timeline of a subject: what retrieval finds on it, and where it is named.

    Of more events than are shown, those with most of the subject's words, in the passages that are
    nearest to it.
    """
    hits = speaking_of(wanted, index, among)
    known = {hit.record.number for hit in hits}
    named = [hit for hit in _naming(wanted, index, texts, among) if hit.record.number not in known]
    asked = Question.of(wanted, index)
    worth = []
    for hit in (*hits, *named):
        language = hit.record.passage.language
        for sentence in dated([hit.record]):
            held = asked.share(term_set(_around(sentence), language), language)
            if held >= HELD and not asked.lacking(_around(sentence), language):
                worth.append(_Worth(sentence, held + max(hit.cosine, 0.0)))
    return _timeline(worth, index, among, speaks)


def _around(sentence: DatedSentence) -> str:
    """Return a sentence with the one before it, which "it" may refer to, and what they are of."""
    record = sentence.record
    spans = record.passage.sentences
    at = spans.index(sentence.span)
    before = record.passage.text[slice(*spans[max(0, at - 1)])]
    return f"{record.document.title}\n{record.passage.title}\n{before}\n{sentence.text}"


def _naming(
    wanted: Query, index: PassageIndex, texts: Texts | None, among: Filter | None
) -> list[Hit]:
    """Return the passages in which the subject is named, or another name of it stands."""
    if texts is None:
        return []
    try:
        places = mentions(texts, _name(wanted), among).places[:PLACES]
    except MissingNameError:
        return []
    spans: dict[str, list[Span]] = {}
    for each in places:
        spans.setdefault(each.place.document, []).append(each.span)
    often = sorted(spans, key=lambda path: len(spans[path]), reverse=True)[:NAMING]
    return [
        Hit(record, 0.0, 0.0)
        for path in often
        for record in index.sample(READ, replace(among or Filter(), paths=(path,)))
        if _holds(record, spans[path])
    ]


def _name(wanted: Query) -> str:
    """Return the subject without the article before it."""
    known = KNOWN.get(family(wanted.language))
    articles = known.words.articles if known else ""
    match = regex.match(rf"(?:{articles})\W+", wanted.text, regex.I) if articles else None
    return wanted.text[match.end() :] if match else wanted.text


def _holds(record: PassageRecord, spans: Iterable[Span]) -> bool:
    start, end = record.passage.source_span
    return any(start <= span[0] < end for span in spans)


def _timeline(
    worth: Sequence[_Worth], index: PassageIndex, among: Filter | None, speaks: str
) -> Timeline:
    """Return the most to the point of *worth* as events, each once, in order."""

    def score(each: _Worth) -> float:
        own = family(each.sentence.record.passage.language) == family(speaks)
        return each.score * EXACT[each.sentence.exactness] * (OWN_LANGUAGE if own else 1.0)

    best: dict[str, DatedSentence] = {}
    for each in sorted(worth, key=score, reverse=True):
        best.setdefault(essence(each.sentence.text), each.sentence)
    distinct = list(best.values())
    pairs = Citer(index, speaks, among).cited([_candidate(each) for each in distinct], MOST)
    dates = {(each.record.number, each.span): each.date for each in distinct}
    events = [
        Event(dates[candidate.hit.record.number, candidate.span], citation)
        for candidate, citation in pairs
    ]
    return Timeline(tuple(sorted(events, key=_in_order)), len(distinct))


def _in_order(event: Event) -> tuple[tuple[int, str], str, int]:
    return order(event.date), event.citation.document, event.citation.start


def _candidate(sentence: DatedSentence) -> Candidate:
    hit = Hit(sentence.record, 0.0, 0.0)
    return Candidate(hit, sentence.span, sentence.words, 1.0, UNJUDGED)
