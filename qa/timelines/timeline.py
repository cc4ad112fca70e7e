"""A timeline: dated sentences of documents, or on a subject, as candidates to be cited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import regex

from corpus.near_duplicates import essence, likeness
from index.passage_index import Filter, Outline, PassageIndex, Query
from language.languages import KNOWN
from language.spans import Span
from language.tags import family
from language.terms import content_words, passage_terms, term_set
from language.values.iso import order, within
from qa.answers import Event
from qa.citing import SAME_SENTENCE, Citer
from qa.dictionary import translations
from qa.naming import all_known
from qa.overviews.key_sentences import OWN_LANGUAGE
from qa.overviews.meant import NAME_PARTS
from qa.overviews.overview import speaking_of
from qa.places.naming import MissingNameError, mentions
from qa.question import Question
from qa.reading.candidates import unjudged
from qa.standing import Texts
from qa.timelines.events import DatedSentence, dated, own_text
from qa.timelines.periods import READ, of_period

MOST = 20  # events
# Of the documents that name a thing most often so many are read, and in them so many places.
NAMING, PLACES = 40, 2_000
# The share of a subject's words, by what they tell, that a sentence must have with its titles and
# the sentence before it.
HELD = 0.4
# The share of them that the title and the path of a document have that is of the subject.
TITLED = 0.6
# What an event is worth of which the year, the month or the day is told.
EXACT = {1: 1.0, 2: 1.25, 3: 1.5}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events that are shown, in the order of their dates, and how many there are."""

    events: tuple[Event, ...]
    all_events: int
    without: tuple[str, ...] = ()  # words of the subject that no document has


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
    sentences = list(dated(index.sample(READ, among), posts=_posts(index, among)))
    return _nearest(sentences, index, among, speaks)


def during(index: PassageIndex, among: Filter | None, period: str, speaks: str) -> Timeline:
    """Return what documents state with a date within a *period*, in ISO 8601: 2019, 2019-03.

    The passages with the year in them are read, those of records of that time, and a sample.
    """
    in_order = of_period(index, among, period)
    sentences = dated(in_order, posts=_posts(index, among))
    inside = [each for each in sentences if within(each.date, period)]
    return _nearest(inside, index, among, speaks)


def _posts(index: PassageIndex, among: Filter | None) -> frozenset[str]:
    """Return the paths of documents that have records of several dates."""
    return _of_several_dates(index.outlines(among))


def _of_several_dates(outlines: Iterable[Outline]) -> frozenset[str]:
    return frozenset(each.path for each in outlines if len(each.dates) > 1)


def _nearest(
    sentences: list[DatedSentence], index: PassageIndex, among: Filter | None, speaks: str
) -> Timeline:
    """Return the timeline of sentences of passages: of more than are shown the most central."""
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
    asked, without = _in_documents(Question.of(wanted, index), index)
    known, outlines = replace(wanted, terms=tuple(asked.weights)), index.outlines(among)
    posts = _of_several_dates(outlines)
    hits = speaking_of(known, index, among)
    cosines = {hit.record.number: hit.cosine for hit in hits}
    records = {hit.record.number: hit.record for hit in hits}
    titled = [each.path for each in outlines if _titled(asked, each)]
    if titled:
        whole = index.sample(READ, replace(among or Filter(), paths=tuple(titled)))
        records |= {each.number: each for each in whole}
    worth = [
        _Worth(sentence, share + max(cosines.get(record.number, 0.0), 0.0))
        for record in records.values()
        for sentence in dated([record], posts=posts)
        if (share := _share(asked, sentence)) >= HELD
    ]
    worth += [_Worth(each, 1.0) for each in _naming(wanted, index, texts, among, posts)]
    return replace(_timeline(worth, index, among, speaks), without=without)


def _in_documents(asked: Question, index: PassageIndex) -> tuple[Question, tuple[str, ...]]:
    """Return a subject without its words that no document has, and these; if not most are such."""
    words = content_words(asked.text, asked.language)
    terms = {word: passage_terms(word, asked.language) for word in words}
    without = [
        word
        for word, each in terms.items()
        if not index.holds(each) and not _elsewhere(word, asked.language, index)
    ]
    if not without or len(without) * 2 > len(words):
        return asked, ()
    dropped = {term for word in without for term in terms[word]}
    weights = {term: weight for term, weight in asked.weights.items() if term not in dropped}
    return replace(asked, weights=weights), tuple(without)


def _elsewhere(word: str, language: str, index: PassageIndex) -> bool:
    """Tell whether documents in another language have a *word*."""
    others = sorted(set(KNOWN) - {family(language)})
    return any(
        index.holds([term]) for group in translations(word, language, others) for term in group
    )


def _titled(asked: Question, outline: Outline) -> bool:
    """Tell whether a document is called so that it is of a subject."""
    name = NAME_PARTS.sub(" ", outline.path)
    terms = term_set(f"{outline.title}\n{name}", outline.language)
    return asked.share(terms, outline.language) >= TITLED


def _share(asked: Question, sentence: DatedSentence) -> float:
    """Return how much of a subject a sentence has; none of another name or edition."""
    passage = sentence.record.passage
    text, language = _around(sentence), passage.language
    known = all_known(asked.text, asked.language, language)
    if not known or asked.lacking(text, language) or asked.edition(sentence.text) < 0:
        return 0.0
    if asked.edition(asked.text) > asked.edition(text):
        return 0.0  # of the second forum is what says so, itself or by its title
    share = asked.share(term_set(text, language), language)
    # Between languages words agree by accident.
    near = family(language) == family(asked.language)
    return share if near or share >= TITLED else 0.0


def _around(sentence: DatedSentence) -> str:
    """Return a sentence with the one before it, which "it" may refer to, and what they are of."""
    record = sentence.record
    spans, text = record.passage.sentences, record.passage.text
    at = bisect_right(spans, sentence.span[0], key=lambda span: span[0]) - 1
    own, before = own_text(record, spans[at]), ""
    # What a row of a table is of does not stand in the row above it.
    if own == text[slice(*spans[at])]:
        before = text[slice(*spans[max(0, at - 1)])]
    return f"{record.document.title}\n{record.passage.title}\n{before}\n{own}"


def _naming(
    wanted: Query,
    index: PassageIndex,
    texts: Texts | None,
    among: Filter | None,
    posts: Collection[str],
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
            yield from dated([record], named, posts)


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
