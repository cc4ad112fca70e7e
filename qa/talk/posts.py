"""What is said above what people say: whose it is and of what; names and subjects are quoted."""

from __future__ import annotations

from collections.abc import Sequence

from language.phrases import listing, phrase, quoted
from language.talk_rules import Act
from language.talking import Said
from qa.statements import Statements

NAMED = 8  # authors


def told(authors: Sequence[str], asked: Said, count: int, shown: int, language: str) -> str:
    """Return what stands above *shown* of *count* posts, or that there are none."""
    values = _values(authors, asked, language)
    if not count:
        return phrase("posts_none" if asked.target else "posts_by", language, **values, count=0)
    about = "posts_by_about" if asked.target else "posts_by"
    key = "posts_about" if asked.act is Act.SPEAKERS else about
    return _with_more(phrase(key, language, **values, count=count), count, shown, language)


def stated(statements: Statements, asked: Said, shown: int, language: str) -> str:
    """Return what stands above *shown* of what somebody wrote and is reported to have said.

    Or that there is nothing: of posts only, where nothing else was asked for.
    """
    posts, reports = statements.posts.count, len(statements.reports)
    authors = statements.authors or (asked.by,)
    if not reports and (posts or asked.within == "posts"):
        return told(authors, asked, posts, shown, language)
    values = _values(authors, asked, language)
    about = "_about" if asked.target else ""
    if not reports:
        return phrase(f"said_none{about}", language, **values)
    name = quoted(asked.by, language)
    if not posts:
        head = phrase(f"reports_by{about}", language, **values | {"authors": name}, count=reports)
        return _with_more(head, reports, shown, language)
    head = phrase(f"said_by{about}", language, **values, name=name, posts=posts, reports=reports)
    return _with_more(head, posts + reports, shown, language)


def _values(authors: Sequence[str], asked: Said, language: str) -> dict[str, str]:
    names = [quoted(author, language) for author in authors[:NAMED]]
    more = ["…"] if len(authors) > NAMED else []
    values = {"authors": listing([*names, *more], language)}
    return values | {"topic": quoted(asked.target, language)} if asked.target else values


def _with_more(head: str, count: int, shown: int, language: str) -> str:
    return f"{head}\n{phrase('posts_shown', language, count=shown)}" if shown < count else head
