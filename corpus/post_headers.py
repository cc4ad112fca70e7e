"""What stands above or before a post: when it was sent and by whom, in the ways of many programs.

In front of a text (WhatsApp, Signal, IRC) or on a line of its own (Telegram, Discord, WeChat,
forums, mails that quote others), with the time or, of forums, without.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache

import regex

from corpus.post_dates import KNOWN_RULES, Written, when_pattern, written
from language.post_rules import AUTHOR, DATE, OTHER, SUBJECT

WIDEST_NAME = 40  # characters
WIDEST_LINE = 120  # of a line that holds nothing but a header
# Who it is by: a few words that are no sentence, and not the level of a program's log.
LETTER = r"[^\s:：,，.。!?！？;；|·»<>\[\]]"
NAME = (
    r"(?![^:：\n]{0,40}\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG|TRACE|FATAL|NOTICE)\b)"
    rf"[@~+]?\s?[\p{{L}}\p{{N}}]{LETTER}*(?:(?:[ .]|\. ){LETTER}+){{0,4}}"
)
BEFORE = r"[\s\u200e\u200f\u202a-\u202e]*"
MARKS = regex.compile(r"^[\s#]+|\*+|`+|__+|(?<!\w)_|_(?!\w)")
ADDRESS = regex.compile(r"\s*[<(\[][^<>()\[\]]*@[^<>()\[\]]*[>)\]]\s*$")
QUOTED = " \t\"'“”„«»"


# What a header has in any case; most lines of a text have none of it.
OPENING = 64  # characters
TIME = regex.compile(r"\d[:：h]\d\d")
DATED = regex.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|\d\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d\d|\d[ -]\p{L}{3,9}\.?[ -]\d\d"
)


class Form(Enum):
    """The ways in which a header is written."""

    DATED = "2024-05-12 18:02 Nadia: text"
    BRACKETED = "[12/05/2024, 18:02] Nadia: text"
    PLAIN = "12/05/2024, 18:02 - Nadia: text"
    NAMED = "Nadia, [12.05.2024 18:02]"
    DAY = "Nadia · 12 May 2024"
    WROTE = "On 12 May 2024, Nadia wrote:"
    BLOCK = "From: Nadia, Date: 12 May 2024, a line each"


@dataclass(frozen=True, slots=True)
class Header:
    """Who wrote a post and when, as it says above or before it."""

    form: Form
    text: str  # as it stands there
    author: str  # empty for what the program says itself: who joined, what is encrypted
    date: Written | None
    end: int  # where in its line the post begins
    unnamed: int = 0  # the same, if what stands behind the date were no name


def header(line: str) -> Header | None:
    """Return the header that *line* begins with or is; None for other text."""
    if TIME.search(line, 0, OPENING) and (first := _inline(line)):
        return first
    return _alone(line) if len(line) <= WIDEST_LINE and DATED.search(line) else None


def label(line: str) -> tuple[str, str] | None:
    """Return what a line of a head says, author, date, subject or other, and its value."""
    match = _labels().fullmatch(line)
    role = next((role for role in ROLES if match and match[role]), None)
    return (role, match["value"].strip()) if match and role else None


def person(value: str) -> str:
    """Return the name in a sender's field, without the address behind it."""
    return ADDRESS.sub("", value).strip(QUOTED) or value.strip()


ROLES = (AUTHOR, DATE, SUBJECT, OTHER)


@cache
def _labels() -> regex.Pattern[str]:
    roles = "|".join(
        f"(?P<{role}>{'|'.join(rules.labels[role] for rules in KNOWN_RULES)})" for role in ROLES
    )
    return _compiled(rf"[\s*_]*+(?:{roles})[\s*_]*[:：][\s*_]*(?P<value>\S.{{0,300}}?)[\s*_]*")


@cache
def _in_front() -> regex.Pattern[str]:
    """Return what finds a time in front of a text, with a name between them or none."""
    when = when_pattern("")
    return _compiled(
        rf"{BEFORE}(?P<header>(?P<open>[\[(])?{when}(?(open)[\])])"
        rf"(?P<dash>\s+[-–—]\s+|\s*\|\s*)?\s*)"
        rf"(?P<named>(?:<{BEFORE}(?P<nick>{NAME})\s?>\s?|(?P<author>{NAME})(?:\s?<[^<>\n]*>)?\s*"
        r"(?:[:：](?=\s|$|\P{Nd})\s*|(?P<bare>$))))?"
    )


@cache
def _below() -> tuple[tuple[Form, regex.Pattern[str]], ...]:
    """Return what finds a header on a line of its own."""
    told = [form for rules in KNOWN_RULES for form in rules.wrote]
    author = rf"(?P<author>{NAME}?)(?:\s?<[^<>\n]*>)?"  # the shortest: "a écrit" is no name
    joined = r"(?:\s*(?:[,，·•|»]|\s[-–—])\s*|\s+)"
    bracketed = rf"[\[(]{when_pattern('?')}[\])]"
    when = rf"[\[(]?{when_pattern('?')}[\])]?"
    wrote = "|".join(form.replace("{author}", author).replace("{when}", when) for form in told)
    end = r"\s*[:：]?\s*"
    return (
        (Form.WROTE, _compiled(rf"\s*(?:{wrote}){end}")),
        (Form.NAMED, _compiled(rf"\W*?{author}{joined}(?:{when_pattern('')}|{bracketed}){end}")),
        (Form.DAY, _compiled(rf"\W*?{author}\s*(?:[,，·•|»]|\s[-–—])\s*{when_pattern('?')}{end}")),
    )


def _inline(line: str) -> Header | None:
    match = _in_front().match(line)
    if match is None:
        return None
    form = Form.PLAIN
    if match["open"]:
        form = Form.BRACKETED
    elif match["year"] and not match["name"]:
        form = Form.DATED
    author = (match["nick"] or match["author"] or "").strip()
    named = author and len(author) <= WIDEST_NAME
    end = match.end() if named else match.end("header")
    text = line[:end].strip().rstrip(":：-–—|").strip()
    if not named and not match["open"] and not match["dash"]:
        return None  # a date in front of a sentence
    unnamed = match.end("header")
    return Header(form, text, author if named else "", written(match), end, unnamed)


def _alone(line: str) -> Header | None:
    bare = MARKS.sub("", line)
    for form, pattern in _below():
        match = pattern.fullmatch(bare)
        if match:
            author = match["author"].strip(f"{QUOTED}-–—,，")
            if not regex.search(r"\p{L}", author) or len(author) > WIDEST_NAME:
                continue
            text = bare.strip().rstrip(":：").strip()
            return Header(form, text, author, written(match), len(line))
    return None


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)
