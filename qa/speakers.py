"""Who said what: the posts of a person, and the persons whose posts speak of a thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from corpus.post_headers import label
from index.passage_index import Filter, Outline, PassageIndex, PassageRecord, Query
from language.chinese import to_simplified
from language.letters import plain
from language.spans import Span
from language.terms import term_set
from qa.question import Question
from qa.reading.candidates import Candidate, unjudged

# Posts that are quoted; of more, those that have most of the subject's words.
MOST = 8
# Passages that are retrieved for a subject, and the share of its words, by what they tell, that a
# post must have, itself or by its title, to speak of it.
RETRIEVED, HELD = 60, 0.6
# Characters of a post that is quoted as a whole; of a longer one it is the sentence on the subject.
WHOLE = 400
PARTS = regex.compile(r"[\p{P}\p{S}\s]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Posts that are to be quoted, in the order of their dates, and how many there are."""

    posts: tuple[Candidate, ...]
    count: int

    @property
    def authors(self) -> list[str]:
        """Who wrote them, each once."""
        return list(dict.fromkeys(each.hit.record.passage.author for each in self.posts))


NOTHING = Spoken((), 0)


def speakers(name: str, outlines: Iterable[Outline], *, loosely: bool = False) -> list[str]:
    """Return the authors of posts who are called *name*: so, or by a part of their name.

    With *loosely*, those of whom it is a part as well where somebody is called just so.
    """
    authors = dict.fromkeys(
        record.author for outline in outlines for record in outline.records if record.author
    )
    asked = _parts(name)
    if not asked:
        return []
    exactly = [author for author in authors if "".join(_parts(author)) == "".join(asked)]
    if exactly and not loosely:
        return exactly
    return [author for author in authors if _holds(_parts(author), asked)]


def said_by(
    authors: Sequence[str], wanted: Query | None, index: PassageIndex, among: Filter | None
) -> Spoken:
    """Return what *authors* posted; with *wanted*, a subject, what of it speaks of that."""
    posts = index.posts(authors, among)
    if wanted is None:
        worth = [(0.0, each, _all_of(each)) for each in posts]
        return _chosen(worth)
    return _on(wanted, posts, index)


def spoken_of(wanted: Query, index: PassageIndex, among: Filter | None) -> Spoken:
    """Return the posts, whoever wrote them, that speak of a subject."""
    hits = index.search(wanted, RETRIEVED, among)
    return _on(wanted, [hit.record for hit in hits if hit.record.passage.author], index)


def _on(wanted: Query, posts: Iterable[PassageRecord], index: PassageIndex) -> Spoken:
    asked = Question.of(wanted, index)
    worth = [
        (share, each, _span(each, asked))
        for each in posts
        if (share := _share(asked, each, f"{each.passage.title}\n{each.passage.text}")) >= HELD
    ]
    return _chosen(worth)


def _share(asked: Question, record: PassageRecord, text: str) -> float:
    language = record.passage.language
    return asked.share(term_set(text, language), language)


def _span(record: PassageRecord, asked: Question) -> Span:
    """Return what of a post is quoted: all of it, of a long one the sentence on the subject."""
    passage = record.passage
    if len(passage.text) <= WHOLE:
        return _all_of(record)
    own = [each for each in passage.sentences if not label(passage.text[slice(*each)])]

    def share(span: Span) -> float:
        return _share(asked, record, passage.text[slice(*span)])

    return max(own or passage.sentences, key=share)


def _all_of(record: PassageRecord) -> Span:
    return record.passage.sentences[0][0], record.passage.sentences[-1][1]


def _chosen(worth: Sequence[tuple[float, PassageRecord, Span]]) -> Spoken:
    best = sorted(worth, key=lambda each: each[0], reverse=True)[:MOST]
    posts = sorted((record for _, record, _ in best), key=_in_order)
    spans = {record.number: span for _, record, span in best}
    return Spoken(tuple(unjudged(each, spans[each.number]) for each in posts), len(worth))


def _in_order(record: PassageRecord) -> tuple[str, str, int]:
    return record.passage.date, record.document.path, record.number


def _parts(name: str) -> list[str]:
    return PARTS.sub(" ", plain(to_simplified(name))).split()


def _holds(parts: Sequence[str], asked: Sequence[str]) -> bool:
    """Tell whether *asked* stand together in *parts*."""
    size = len(asked)
    return any(list(parts[at : at + size]) == list(asked) for at in range(len(parts) - size + 1))
