"""What is said above posts: whose they are and of what; names and subjects are data, quoted."""

from __future__ import annotations

from collections.abc import Sequence

from language.phrases import listing, phrase, quoted
from language.talk_rules import Act
from language.talking import Said

NAMED = 8  # authors


def told(authors: Sequence[str], asked: Said, count: int, shown: int, language: str) -> str:
    """Return what stands above *shown* of *count* posts, or that there are none."""
    names = [quoted(author, language) for author in authors[:NAMED]]
    more = ["…"] if len(authors) > NAMED else []
    values = {"authors": listing([*names, *more], language)}
    if asked.target:
        values["topic"] = quoted(asked.target, language)
    if not count:
        return phrase("posts_none" if asked.target else "posts_by", language, **values, count=0)
    about = "posts_by_about" if asked.target else "posts_by"
    key = "posts_about" if asked.act is Act.SPEAKERS else about
    head = phrase(key, language, **values, count=count)
    return f"{head}\n{phrase('posts_shown', language, count=shown)}" if shown < count else head
