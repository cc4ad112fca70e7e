"""What somebody says: what they posted themselves, and what others report them to have said."""

from __future__ import annotations

from dataclasses import dataclass

from index.passage_index import Filter, PassageIndex, Query
from language.talking import Said, target
from qa.reading.candidates import Candidate
from qa.reported import reported
from qa.speakers import NOTHING, Spoken, said_by, speakers
from qa.standing import Texts


@dataclass(frozen=True, slots=True)
class Statements:
    """What is to be quoted of somebody."""

    authors: tuple[str, ...]  # as whom they post
    posts: Spoken
    reports: tuple[Candidate, ...]


def statements(
    asked: Said, wanted: Query | None, index: PassageIndex, texts: Texts | None,
    among: Filter | None,
) -> Statements:  # fmt: skip
    """Return what whom is asked of says, with *wanted* what of it speaks of that.

    Of what somebody wrote, posts are theirs; without any, what others say that they wrote.
    """
    authors = speakers(asked.by, index.outlines(among)) if asked.within != "reports" else []
    posts = said_by(authors, wanted, index, among) if authors else NOTHING
    if authors and not posts.count:  # Priya of the chat says nothing of it, Priya Nair may
        authors = speakers(asked.by, index.outlines(among), loosely=True)
        posts = said_by(authors, wanted, index, among)
    theirs = asked.within == "posts" or (asked.within == "wrote" and posts.count)
    # What a document says is asked of it, and not of a person.
    if texts is None or theirs or target(asked.by, asked.family).documents:
        return Statements(tuple(authors), posts, ())
    reports = reported(asked.by, wanted, asked.how, index, texts, among)
    others = [each for each in reports if each.hit.record.passage.author not in authors]
    return Statements(tuple(authors), posts, tuple(others))
