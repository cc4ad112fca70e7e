"""Finds every place that names a thing, in all languages of the documents."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.errors import CitedQAError
from corpus.letters import letters
from corpus.near_duplicates import essence
from index.letter_index import Found
from index.passage_index import Filter
from language.spans import Span
from language.tags import family
from qa.answers import Place
from qa.namesakes import HAN, Called, longer_names, names_of
from qa.places.mentions import Mention, Mentions
from qa.places.written import behind_title, closed, is_name
from qa.pronounced import in_latin
from qa.romanised import spelled
from qa.standing import Opened, Texts, in_paths, passes, standing

LONGEST_NAME = 200  # characters

Named = tuple[Span, str]  # the place of a name in a document, and which name it is


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
    names = (*names, *_romanised(asked, texts, {_letters_of(called.letters) for called in names}))
    others = [Called(longer, "CLDR") for longer in longer_names(asked)]
    listing = [each for each in _mentions(texts, names, others, among) if passes(each.place, among)]
    written = {each.name for each in listing}
    return Mentions(
        asked=asked,
        names=tuple(each for each in names if each.name in written or not each.tried),
        places=tuple(_in_order(_once(listing))),
        documents=len(paths),
        passages=sum(counts[path] for path in paths),
        all_passages=sum(counts.values()),
        generation=texts.generation,
    )


def _romanised(asked: str, texts: Texts, known: Container[str]) -> Iterator[Called]:
    """Yield a Chinese name in the characters that the documents have, and in Latin letters."""
    for each in spelled(asked, texts.letters):
        if each not in known:
            yield Called(each, "pinyin")
    if any(family(document.language) != "zh" for document in texts.documents()):
        for way in in_latin(asked):
            if _letters_of(way.name) not in known:
                yield Called(way.name, way.by)


def _mentions(
    texts: Texts, names: Sequence[Called], others: Sequence[Called], among: Filter | None
) -> Iterator[Mention]:
    """Yield where the documents name one of *names*, each document being read once."""
    opened = Opened(texts)
    hits = _hits(texts, names, among)
    longer = _hits(texts, others, among)
    for path in sorted(hits):
        document = opened.document(path)
        placed = list(_places(opened, hits[path]))
        if document is None or not placed:
            continue
        kept = _longest(placed, list(_places(opened, longer.get(path, ()))))
        sentences = texts.sentences(path, [start for (start, _), _ in kept])
        for span, name in kept:
            around = _around(document.source, sentences, span)
            quote = document.source[slice(*around)]
            yield Mention(standing(document, span), name, quote, around)


def _hits(
    texts: Texts, names: Iterable[Called], among: Filter | None
) -> dict[str, list[tuple[Called, Found]]]:
    """Return by document where there are the letters of names."""
    hits: dict[str, list[tuple[Called, Found]]] = {}
    for called in names:
        for hit in texts.letters.find(_letters_of(called.letters)):
            if not hit.as_written:
                hits.setdefault(hit.path, []).append((called, hit))
    return {path: each for path, each in hits.items() if in_paths(path, among)}


def _places(opened: Opened, hits: Iterable[tuple[Called, Found]]) -> Iterator[Named]:
    """Yield where a document has a name as a word of its own."""
    for called, hit in hits:
        wanted = _letters_of(called.letters)
        around, document = opened.letters(hit, 0, len(wanted)), opened.document(hit.path)
        if around is None or document is None:
            continue
        there, at = around
        if there.text[at : at + len(wanted)] != wanted:
            continue
        span = closed(called, document.source, there.source_span(at, at + len(wanted)))
        whole = behind_title(called, document.source, span)
        if whole and is_name(called, document.source, span):
            yield whole, called.name


@lru_cache(maxsize=256)
def _letters_of(name: str) -> str:
    """Return the letters of a name: asked for at each of its places."""
    return letters(name).text


def _longest(placed: Iterable[Named], longer: Iterable[Named]) -> list[Named]:
    """Return of the names that overlap the longest, without those inside names of other things."""
    taken = [(span, "") for span, _ in longer]
    kept: list[Named] = []
    for span, name in sorted(
        [*taken, *placed], key=lambda each: (each[0][0], -each[0][1], each[1])
    ):
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, name))
    return [each for each in kept if each[1]]


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
    copies: dict[tuple[str, int], list[Place]] = {}
    seen: dict[tuple[str, Span], int] = {}  # how many names the sentence had so far
    told = lru_cache(maxsize=1 << 14)(essence)
    for mention in listing:
        place = mention.place
        at = (place.document, mention.span)
        seen[at] = seen.get(at, 0) + 1
        key = told(mention.sentence), seen[at]
        if first.setdefault(key, mention) is not mention:
            copy = Place(place.document, place.start, place.end)
            copies.setdefault(key, []).append(copy)
    return [
        replace(each, also_in=tuple(copies[key])) if key in copies else each
        for key, each in first.items()
    ]


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
