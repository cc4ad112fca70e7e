"""A timeline: dated sentences of documents, or on a subject, as candidates to be cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import regex

from corpus.near_duplicates import essence, likeness
from index.passage_index import Filter, PassageIndex, Query
from language.languages import KNOWN
from language.spans import Span
from language.tags import family
from language.terms import term_set
from language.values.iso import order
from qa.answers import Event
from qa.citing import SAME_SENTENCE, Citer
from qa.naming import all_known
from qa.overviews.key_sentences import OWN_LANGUAGE
from qa.overviews.overview import speaking_of
from qa.places.naming import MissingNameError, mentions
from qa.question import Question
from qa.reading.candidates import unjudged
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
    asked = Question.of(wanted, index)
    worth = [
        _Worth(sentence, share + max(hit.cosine, 0.0))
        for hit in speaking_of(wanted, index, among)
        for sentence in dated([hit.record])
        if (share := _share(asked, sentence)) >= HELD
    ]
    worth += [_Worth(each, 1.0) for each in _naming(wanted, index, texts, among)]
    return _timeline(worth, index, among, speaks)


def _share(asked: Question, sentence: DatedSentence) -> float:
    """Return how much of a subject a sentence has; none of another name or edition."""
    text, language = _around(sentence), sentence.record.passage.language
    known = all_known(asked.text, asked.language, language)
    if not known or asked.lacking(text, language) or asked.edition(sentence.text) < 0:
        return 0.0
    return asked.share(term_set(text, language), language)


def _around(sentence: DatedSentence) -> str:
    """Return a sentence with the one before it, which "it" may refer to, and what they are of."""
    record = sentence.record
    spans = record.passage.sentences
    at = spans.index(sentence.span)
    before = record.passage.text[slice(*spans[max(0, at - 1)])]
    return f"{record.document.title}\n{record.passage.title}\n{before}\n{sentence.text}"


def _naming(
    wanted: Query, index: PassageIndex, texts: Texts | None, among: Filter | None
) -> Iterator[DatedSentence]:
    """Yield the dated sentences in which the subject is named, or another name of it stands."""
    if texts is None:
        return
    try:
        places = mentions(texts, _name(wanted), among).places[:PLACES]
    except MissingNameError:
        return
    spans: dict[str, set[Span]] = {}
    for each in places:
        spans.setdefault(each.place.document, set()).add(each.span)
    often = sorted(spans, key=lambda path: len(spans[path]), reverse=True)[:NAMING]
    for path in often:
        for record in index.sample(READ, replace(among or Filter(), paths=(path,))):
            view = record.passage.view
            named = [each for each in record.passage.sentences
                     if view.source_span(*each) in spans[path]]  # fmt: skip
            yield from dated([record], named)


def _name(wanted: Query) -> str:
    """Return the subject without the article before it."""
    known = KNOWN.get(family(wanted.language))
    articles = known.words.articles if known else ""
    match = regex.match(rf"(?:{articles})\W+", wanted.text, regex.I) if articles else None
    return wanted.text[match.end() :] if match else wanted.text


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
    shown, copies = _distinct(list(best.values()))
    candidates = [unjudged(each.record, each.span, each.words) for each in shown]
    pairs = Citer(index, speaks, among).cited(candidates, MOST)
    dates = {(each.record.number, each.span): each.date for each in shown}
    events = [
        Event(dates[candidate.hit.record.number, candidate.span], citation)
        for candidate, citation in pairs
    ]
    return Timeline(tuple(sorted(events, key=_in_order)), len(best) - copies)


def _distinct(sentences: Sequence[DatedSentence]) -> tuple[list[DatedSentence], int]:
    """Return the first :data:`MOST` that are no copies, and how many copies were left out."""
    kept: list[DatedSentence] = []
    copies = 0
    for sentence in sentences:
        if len(kept) == MOST:
            break
        same = [essence(each.text) for each in kept if each.date == sentence.date]
        if any(likeness(each, essence(sentence.text)) >= SAME_SENTENCE for each in same):
            copies += 1
        else:
            kept.append(sentence)
    return kept, copies


def _in_order(event: Event) -> tuple[tuple[int, str], str, int]:
    return order(event.date), event.citation.document, event.citation.start
