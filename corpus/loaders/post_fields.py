"""Posts in data: which fields hold who wrote what, and when; and what such a record is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from corpus.documents import Heading
from corpus.post_dates import KNOWN_RULES, is_date, stated
from language.post_rules import AUTHOR, DATE, NAME, SUBJECT, TEXT

ROLES = (TEXT, AUTHOR, DATE, SUBJECT, NAME)
# createdAt, created_at and created-at are one; the thing that all fields are of says nothing.
WORDS = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})|[\s._-]+")
AROUND = regex.compile(r"^(?:data|node|item|attributes|fields|post|message|comment) (?=\S)")
BETWEEN = " · "
Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class PostFields:
    """What the fields of one record say of it; empty where they do not."""

    title: str
    author: str
    date: str  # as it stands there
    text: str

    @property
    def is_post(self) -> bool:
        """Whether somebody wrote a text."""
        return bool(self.author and self.text)


def role(name: str) -> str:
    """Return what a field called *name* holds: text, author, date, subject or name; or nothing."""
    words = " ".join(WORDS.sub(" ", name).split()).casefold()
    for form in (words, AROUND.sub("", words)):
        match = _roles().fullmatch(form)
        if match:
            return next(each for each in ROLES if match[each])
    return ""


@cache
def _roles() -> regex.Pattern[str]:
    forms = (
        f"(?P<{each}>{'|'.join(rules.fields[each] for rules in KNOWN_RULES)})" for each in ROLES
    )
    return regex.compile("|".join(forms), regex.IGNORECASE)


def post_fields(fields: Fields) -> PostFields:
    """Return what *fields* say of their record; of a name, that of who wrote it or its title."""
    told: dict[str, list[str]] = {each: [] for each in ROLES}
    for name, value in fields:
        its = role(name)
        if its and value.strip():
            told[its].append(" ".join(value.split()) if its != TEXT else value)
    first = {each: next(iter(values), "") for each, values in told.items()}
    date = next(filter(is_date, told[DATE]), first[DATE])
    named = bool(first[TEXT] and date and not first[AUTHOR])
    author = first[AUTHOR] or (first[NAME] if named else "")
    title = first[SUBJECT] or ("" if named else first[NAME])
    return PostFields(title, author, date, first[TEXT])


def headings(records: Iterable[PostFields]) -> list[Heading]:
    """Return the headings of the records of one file; where they begin is not known here.

    A post is called by its title, with its author where others have that too, or by author and
    date.
    """
    held = list(records)
    dates = stated([each.date for each in held])
    often = Counter(each.title for each in held)
    return [
        Heading(0, _title(each, day, often), day or each.date, each.author if each.is_post else "")
        for each, day in zip(held, dates, strict=True)
    ]


def _title(its: PostFields, day: str, often: Counter[str]) -> str:
    if its.title and not (its.is_post and often[its.title] > 1):
        return its.title
    parts = (its.title or its.author, its.author if its.title else day or its.date)
    return BETWEEN.join(filter(None, parts)) if its.is_post else its.title
