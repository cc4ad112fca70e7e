"""Who asks in a chat, and who replies in the next posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.documents import Passage
from index.passage_index import Filter, Hit, PassageIndex, PassageRecord
from language.spans import Span
from qa.reading.answered_there import ASKS
from qa.reading.candidates import Ranked

LOOKED_AT = 12  # posts that were retrieved
LONGEST = 400  # characters of a post; a longer one is a letter, which asks and tells much
AROUND = 4  # posts before one that asks, of which it may go on, and after it, that may answer


@dataclass(frozen=True, slots=True, eq=False)
class Post:
    """A post that asks, and those that may answer it."""

    hit: Hit
    span: Span  # of the question in it
    before: str  # what was asked just before, which it may go on from
    replies: tuple[PassageRecord, ...]

    @property
    def text(self) -> str:
        """What it asks."""
        return self.hit.record.passage.text[slice(*self.span)]

    @property
    def language(self) -> str:
        """In which language."""
        return self.hit.record.passage.language


def asking(index: PassageIndex, passages: Sequence[Ranked], among: Filter | None) -> Iterator[Post]:
    """Yield the posts among *passages* that ask and have replies, each with its question."""
    posts = [each.hit for each in passages if each.hit.record.passage.author]
    for hit in posts[:LOOKED_AT]:
        asked = _question(hit.record.passage)
        if asked and len(hit.record.passage.text) <= LONGEST:
            around = index.around(hit.record.number, AROUND)
            replies = _passing(index, _replies(hit.record, around), among)
            if replies:
                yield Post(hit, asked, _asked_before(hit.record, around), replies)


def _passing(
    index: PassageIndex, posts: tuple[PassageRecord, ...], among: Filter | None
) -> tuple[PassageRecord, ...]:
    """Return those of *posts* that pass *among*."""
    if not (among and posts):
        return posts
    authors = [each.passage.author for each in posts]
    passing = {each.number for each in index.posts(authors, among)}
    return tuple(each for each in posts if each.number in passing)


def _question(passage: Passage) -> Span | None:
    """Return the last question of a post that asks."""
    spans = [each for each in passage.sentences if ASKS.search(passage.text[slice(*each)])]
    return spans[-1] if spans else None


def _replies(asking: PassageRecord, around: Sequence[PassageRecord]) -> tuple[PassageRecord, ...]:
    """Return what others post next, until somebody asks again."""
    replies: list[PassageRecord] = []
    for record in around:
        if record.number <= asking.number or record.passage.author == asking.passage.author:
            continue
        if not record.passage.author or _question(record.passage):
            break
        replies.append(record)
    return tuple(replies)


def _asked_before(asking: PassageRecord, around: Sequence[PassageRecord]) -> str:
    """Return what was last asked before, or nothing."""
    before = [each.passage for each in around if each.number < asking.number]
    texts = [each.text[slice(*span)] for each in before if (span := _question(each))]
    return texts[-1] if texts else ""
