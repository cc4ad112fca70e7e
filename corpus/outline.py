"""Where in a source text the headings stand that a file itself says it has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from corpus.documents import Table

LINE = regex.compile(r"[^\r\n]*\S[^\r\n]*")
# The number of a heading, which a program may count itself: "2.1", "IV.", "a)", 第三章.
NUMBER = regex.compile(
    r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)、．]?|[\p{L}\d]{1,4}[.)、．]|第[\p{Han}\d]{1,4}[章节節条條编編部])\s+"
)
MARKED = regex.compile(r" {0,3}(#{1,6})[ \t]+\S")
FENCE = regex.compile(r" {0,3}(?:```|~~~)")

Outline = Sequence[tuple[int, str]]  # the headings of a file: the level from 1, and the text


class Titled(NamedTuple):
    """A line of the source text that is a heading."""

    start: int  # half-open offsets into the source text
    end: int
    level: int  # 1 is the highest


def titled_lines(source: str, outline: Outline, tables: Sequence[Table]) -> tuple[Titled, ...]:
    """Return the lines of *source*, outside of *tables*, that an *outline* names; in order."""
    levels = {_plain(text): level for level, text in reversed(outline) if text.strip()}
    titled = _named(source, levels) if levels else ()
    return tuple(_outside(titled, tables))


def marked_lines(source: str) -> tuple[Titled, ...]:
    """Return the lines of Markdown that are marked as headings with "#"; in order."""
    return tuple(_marked(source))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _named(source: str, levels: Mapping[str, int]) -> Iterator[Titled]:
    for line in LINE.finditer(source):
        text = line.group()
        level = levels.get(_plain(text)) or levels.get(_plain(NUMBER.sub("", text, 1)))
        if level:
            yield Titled(*line.span(), level)


def _outside(titled: Iterable[Titled], tables: Sequence[Table]) -> Iterator[Titled]:
    ahead = iter(tables)
    table = next(ahead, None)
    for line in titled:
        while table is not None and table.end <= line.start:
            table = next(ahead, None)
        if table is None or line.end <= table.start:
            yield line


def _marked(source: str) -> Iterator[Titled]:
    fenced = False
    for line in LINE.finditer(source):
        mark = MARKED.match(line.group())
        if FENCE.match(line.group()):
            fenced = not fenced
        elif mark and not fenced:
            yield Titled(*line.span(), len(mark[1]))
