"""Posts and messages that begin with when they were sent and by whom, as chats are exported.

One line of the kind may stand in any text: a file is an export where enough of them are written in
one way, from its beginning on.  A false split is worse than a missed one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from corpus.post_dates import date_in, decided
from corpus.post_headers import Form, Header, header, label, person
from language.post_rules import AUTHOR, DATE, OTHER, SUBJECT

# So many posts at least are an export; two of mails, whose heads take a line for each thing.
FEWEST = {Form.BLOCK: 2}
OF_OTHERS = 3
# Lines above the first of them: what the export is of.
ABOVE = 6
# Lines for each post at most: a log inside a long text is no export.
PER_POST = 60
# What nothing but exports writes; of other forms somebody posts twice, and two people do.
SURE = frozenset({Form.DATED, Form.BRACKETED, Form.WROTE, Form.BLOCK})
# What parts posts and says nothing, and what a text ends with that has nothing to do with the next.
RULE = regex.compile(r"\s*(?:[-=*_~—–─━]\s?){3,}\s*")
SENTENCE_END = regex.compile(r"[.。．!！?？…][\p{Pe}\p{Pf}\"'”’*_]*\s*$")
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Post:
    """Where in lines a post begins, and who wrote it when."""

    at: int  # its first line
    lines: int  # that hold nothing but its header, or the one with both
    end: int  # where in the last of these its text begins
    title: str
    author: str  # empty for what the program says itself
    date: str  # ISO 8601; empty where it is not certain


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    lines: int
    header: Header

    @property
    def form(self) -> Form:
        return self.header.form


def posts(lines: Sequence[str]) -> list[Post]:
    """Return the posts that begin in *lines*; none where the text is no export of posts."""
    heads = [*_heads(lines), *_blocks(lines)]
    for form, _ in Counter(head.form for head in heads).most_common():
        chosen = _with_text([head for head in heads if head.form is form], lines)
        if _is_export(form, chosen, lines):
            dates = decided([head.header.date for head in chosen])
            return [_post(head, date) for head, date in zip(chosen, dates, strict=True)]
    return []


def set_apart(lines: Sequence[str]) -> frozenset[int]:
    """Return after which of *lines* the next one does not go on: headers, and what is above one."""
    apart: set[int] = set()
    for each in posts(lines):
        last = each.at + each.lines - 1
        alone = not lines[last][each.end :].strip()
        apart |= {each.at - 1, *range(each.at, last + alone)}
    return frozenset(apart)


def is_rule(line: str) -> bool:
    """Tell whether *line* only parts what is above it from what is below."""
    return RULE.fullmatch(line) is not None


def _post(head: _Head, date: str) -> Post:
    its = head.header
    return Post(head.at, head.lines, its.end, its.text, its.author, date)


def _is_export(form: Form, heads: Sequence[_Head], lines: Sequence[str]) -> bool:
    authors = [head.header.author for head in heads if head.header.author]
    if (
        len(authors) < FEWEST.get(form, OF_OTHERS)
        or heads[0].at > ABOVE
        or len(lines) > PER_POST * len(heads)
    ):
        return False
    return form in SURE or 1 < len(set(authors)) < len(authors)


def _with_text(heads: Sequence[_Head], lines: Sequence[str]) -> list[_Head]:
    """Return the *heads* that something stands under; a date with a text behind it needs nothing.

    Where the next head follows at once, what stands behind a date is no name but the text.
    """
    starts = {head.at for head in heads}
    kept = []
    for head in heads:
        below = head.at + head.lines
        if lines[below - 1][head.header.end :].strip() or (
            below < len(lines) and below not in starts
        ):
            kept.append(head)
        elif head.header.unnamed:
            end = head.header.unnamed
            text = lines[head.at][:end].strip(" -–—|")
            kept.append(replace(head, header=replace(head.header, author="", text=text, end=end)))
    return kept


def _heads(lines: Sequence[str]) -> Iterator[_Head]:
    for at, line in enumerate(lines):
        header_of_line = header(line)
        if header_of_line:
            yield _Head(at, 1, header_of_line)


def _blocks(lines: Sequence[str]) -> Iterator[_Head]:
    """Yield the heads of mails and forum posts: who, when and what about, a line each."""
    at = 0
    while at < len(lines):
        told: dict[str, str] = {}
        end = at
        while end < len(lines) and (labelled := label(lines[end])) and _is_new(labelled[0], told):
            told[labelled[0]] = labelled[1]
            end += 1
        if AUTHOR in told and DATE in told and (SUBJECT in told or _set_apart(lines, at)):
            yield _Head(at, end - at, _block(told, len(lines[end - 1])))
        at = max(end, at + 1)


def _is_new(role: str, told: Container[str]) -> bool:
    return role == OTHER or role not in told


def _set_apart(lines: Sequence[str], at: int) -> bool:
    """Tell whether no title stands above line *at*."""
    return not at or is_rule(lines[at - 1]) or SENTENCE_END.search(lines[at - 1]) is not None


def _block(told: dict[str, str], end: int) -> Header:
    author = person(told[AUTHOR])
    titles = (told[SUBJECT], author) if SUBJECT in told else (author, told[DATE])
    return Header(Form.BLOCK, BETWEEN.join(titles), author, date_in(told[DATE]), end)
