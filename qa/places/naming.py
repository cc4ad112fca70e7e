"""Finds every place that names a thing, in all languages of the documents."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

import regex

from corpus.documents import Passage
from corpus.errors import CitedQAError
from corpus.letters import as_set, letters
from corpus.near_duplicates import essence
from index.passage_index import Filter
from language.spans import Span
from language.tags import family
from qa.answers import Place
from qa.namesakes import HAN, Called, longer_names, names_of
from qa.places.mentions import Mention, Mentions
from qa.standing import Opened, Texts, in_paths, passes, standing

LONGEST_NAME = 200  # characters
WRAPPED = regex.compile(r"[-\u00ad\ufffe]\s*\n\s*")
APART = regex.compile(r"[\s-]+")
GOES_ON = regex.compile(r"[[\p{L}\p{M}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}]]", regex.V1)
# Marks that may stand inside a name.
INSIDE = frozenset("'.-·&")

Named = tuple[str, Span, str]  # the document, the place of the name in it, and which name it is


class MissingNameError(CitedQAError):
    """There is no name to look for, or it is too long to be one."""

    short = "error_name"


def mentions(texts: Texts, name: str, among: Filter | None = None) -> Mentions:
    """Return all places that name *name*, or what else it is called; none is left out.

    Words are whole ones in scripts that part them: Italy and Italy's and l'Italie, not Italyan;
    capitals and accents do not count, except of names like US.  Chinese is found in both scripts
    and across line ends.  Where a longer name of something else stands, the shorter is not meant.

    Raises:
        MissingNameError: If there is no name or it is too long to be one.
    """
    asked = " ".join(name.split())
    wanted = letters(asked).text
    # One letter of an alphabet is no name, and everywhere.
    if len(wanted) < 2 - bool(HAN.search(wanted)) or len(asked) > LONGEST_NAME:
        raise MissingNameError("name_missing", limit=LONGEST_NAME)
    counts = texts.passage_counts()
    paths = [path for path in counts if in_paths(path, among)]
    names = names_of(asked, {family(each.language) for each in texts.documents()})
    opened = Opened(texts)
    placed = [each for called in names for each in _places(texts, opened, called, among)]
    others = [Called(longer, "CLDR") for longer in longer_names(asked)]
    longer = [each for called in others for each in _places(texts, opened, called, among)]
    kept = _longest(placed, longer)
    listing = [each for each in _mentions(texts, kept) if passes(each.place, among)]
    return Mentions(
        asked=asked,
        names=names,
        places=tuple(_in_order(_once(listing))),
        documents=len(paths),
        passages=sum(counts[path] for path in paths),
        all_passages=sum(counts.values()),
        generation=texts.generation,
    )


def _places(texts: Texts, opened: Opened, called: Called, among: Filter | None) -> Iterator[Named]:
    """Yield where the documents have a name as a word of its own."""
    wanted = letters(called.name).text
    for listing in texts.letters.find(wanted):
        if listing.as_written or not in_paths(listing.path, among):
            continue
        around, document = opened.letters(listing, 0, len(wanted)), opened.document(listing.path)
        if around is None or document is None:
            continue
        there, at = around
        if there.text[at : at + len(wanted)] != wanted:
            continue
        span = there.source_span(at, at + len(wanted))
        if _is_name(called, document.source, span):
            yield listing.path, span, called.name


def _is_name(called: Called, source: str, span: Span) -> bool:
    """Tell whether what has the letters of a name is the name, and not a part of words."""
    start, end = span
    if not called.han and (_goes_on(source[start - 1 : start]) or _goes_on(source[end : end + 1])):
        return False
    return _written_so(called, source[start:end])


@lru_cache(maxsize=1 << 12)
def _written_so(called: Called, written: str) -> bool:
    """Tell whether a name may be *written* so: most places have it in the same few ways."""
    marks = {each for each in as_set(written) if not each.isalnum() and not _combines(each)}
    if not marks <= INSIDE:
        return False
    if called.han:
        return True
    if called.short and written.upper() != written:
        return False
    words = APART.split(WRAPPED.sub("", written))
    return len(words) == len(APART.split(called.name))


@lru_cache(maxsize=1 << 12)
def _goes_on(character: str) -> bool:
    """Tell whether a word goes on with *character*; beside Chinese a Latin word ends."""
    return GOES_ON.match(character) is not None


def _combines(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _longest(placed: Iterable[Named], longer: Iterable[Named]) -> list[Named]:
    """Return of the names that overlap the longest, without those inside names of other things."""
    taken = [(path, span, "") for path, span, _ in longer]
    kept: list[Named] = []
    for path, span, name in sorted(
        [*taken, *placed], key=lambda each: (each[0], each[1][0], -each[1][1], each[2])
    ):
        last = kept[-1] if kept else ("", (0, 0), "")
        if path != last[0] or span[0] >= last[1][1]:
            kept.append((path, span, name))
    return [each for each in kept if each[2]]


def _mentions(texts: Texts, named: Iterable[Named]) -> Iterator[Mention]:
    for path, places in groupby(named, key=lambda each: each[0]):
        read = texts.document(path)
        if read is None:
            continue
        document, passages = read
        sentences = _sentences(passages)
        for _, span, name in places:
            around = _around(document.source, sentences, span)
            quote = document.source[slice(*around)]
            yield Mention(standing(document, span), name, quote, around)


def _sentences(passages: Iterable[Passage]) -> list[Span]:
    """Return where in the source the sentences of *passages* stand, in order."""
    return sorted(
        passage.view.source_span(*sentence)
        for passage in passages
        for sentence in passage.sentences
    )


def _around(source: str, sentences: list[Span], span: Span) -> Span:
    """Return the sentence around *span*; the line, where none is."""
    at = bisect_right(sentences, (span[0], len(source)))
    if at and sentences[at - 1][0] <= span[0] and span[1] <= sentences[at - 1][1]:
        return sentences[at - 1]
    begin, stop = source.rfind("\n", 0, span[0]) + 1, source.find("\n", span[1])
    return begin, len(source) if stop < 0 else stop


def _once(listing: Iterable[Mention]) -> list[Mention]:
    """Return the mentions with those in copies of a sentence under the first."""
    first: dict[tuple[str, int], Mention] = {}
    seen: dict[tuple[str, Span], int] = {}  # how many names the sentence had so far
    for mention in listing:
        at = (mention.place.document, mention.span)
        seen[at] = seen.get(at, 0) + 1
        key = essence(mention.sentence), seen[at]
        known = first.get(key)
        if known is None:
            first[key] = mention
        else:
            place = mention.place
            copy = Place(place.document, place.start, place.end)
            first[key] = replace(known, also_in=(*known.also_in, copy))
    return list(first.values())


def _in_order(listing: list[Mention]) -> list[Mention]:
    """Return the mentions by document, the earliest first, in a document as they stand."""
    earliest: dict[str, str] = {}
    for mention in listing:
        date = mention.place.date or "9999"
        path = mention.place.document
        earliest[path] = min(date, earliest.get(path, date))
    return sorted(
        listing,
        key=lambda each: (earliest[each.place.document], each.place.document, each.place.start),
    )
