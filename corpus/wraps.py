"""Hard line wraps: lines that end because they were full, not because something ended.

A PDF's text comes with one line break a line, or with a blank line after each, cut inside words
and sentences.  A line counts as full when the next word would not have fitted into the width
that the lines around it share.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from corpus.repairs import CJK, SHARED
from corpus.view import Edit
from language.chinese import HAN, crosses_word

# Columns of a terminal.  Wider lines are paragraphs; narrower ones are lists and verse.
NARROWEST, WIDEST = 20, 160
# Lines before and after that decide how wide a full line is here.
NEIGHBOURS = 6
# What a justified line may lack or exceed of the common width.
SLACK, EXCESS = 0.88, 1.15

LINE = regex.compile(r"[^\s][^\n]*(?<=\S)")
FIRST_WORD = regex.compile(rf"[\p{{Ps}}\p{{Pi}}]*(?:[{CJK}]|[^\s{CJK}]+)")
SENTENCE_END = regex.compile(r"[.。．!！?？…][\p{Pe}\p{Pf}\"'”’]*$")
STARTS_ITEM = regex.compile(
    r"[-*•·▪◦‣]\s|\(?\d{1,3}[.)、]\s?\D|#{1,6}\s|[|>]|——|[（(]?[一二三四五六七八九十]+[、)）]|【|#[^#\s]"
)
GOES_ON = regex.compile(r"[，、]$")
INDENTED = regex.compile(r"\n[\t\u3000 ]*(?:\t|\u3000{2}| {4})")
CJK_EDGE = regex.compile(rf"[{CJK}]")
WIDE = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}]")
AMONG_HAN = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}\p{East_Asian_Width=A}]")
HYPHENATED = regex.compile(r"(?<![\w-])\p{L}{2,}-$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    width: int
    breaks: int  # line feeds between it and the line before


def columns(text: str) -> int:
    """Return how many columns of a terminal *text* fills; a Chinese character fills two."""
    if text.isascii():
        return len(text)
    # “ ” … are as wide as their neighbours.
    return len(text) + len((AMONG_HAN if HAN.search(text) else WIDE).findall(text))


def wraps(text: str) -> Iterator[Edit]:
    """Lines that were cut to a width are joined: Chinese without a space, Latin with one."""
    lines = _lines(text)
    for at in range(len(lines) - 1):
        here, after = lines[at], lines[at + 1]
        gap = text[here.end : after.start]
        if _is_wrap(lines, at, gap):
            yield _joined(here, after)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    end = 0
    for match in LINE.finditer(text):
        breaks = text.count("\n", end, match.start())
        lines.append(_Line(*match.span(), match.group(), columns(match.group()), breaks))
        end = match.end()
    return lines


def _is_wrap(lines: list[_Line], at: int, gap: str) -> bool:
    here, after = lines[at], lines[at + 1]
    if SENTENCE_END.search(here.text) or STARTS_ITEM.match(after.text) or INDENTED.search(gap):
        return False
    around = lines[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
    width = _common_width(around)
    if not NARROWEST <= width <= WIDEST or here.width > EXCESS * width:
        return False
    first = FIRST_WORD.match(after.text)
    room = columns(first.group()) if first else 0
    alike = sum(SLACK * width <= line.width <= EXCESS * width for line in around)
    full = here.width + room >= SLACK * width and alike * 5 >= len(around) * 2
    # Where the width changes, and beside pictures, a word cut in two still tells.
    narrower = min(width, _common_width(lines[at + 1 : at + 1 + NEIGHBOURS]))
    cut = here.width >= narrower / 3 and crosses_word(here.text, after.text)
    if after.breaks <= _usual_breaks(around):
        return full or cut or bool(GOES_ON.search(here.text))
    # A blank line where none is usual ends a paragraph, unless a word runs across it.
    return full and cut and after.breaks == 2


def _common_width(around: list[_Line]) -> int:
    return sorted(line.width for line in around)[len(around) * 3 // 4]


def _usual_breaks(around: list[_Line]) -> int:
    counts = [line.breaks for line in around[1:]]
    return max(set(counts), key=counts.count)


def needs_no_space(before: str, after: str) -> bool:
    """Tell whether Chinese stands at the seam of two lines, be it inside quotation marks."""
    edges = before.rstrip(SHARED)[-1:], after.lstrip(SHARED)[:1]
    return any(CJK_EDGE.match(edge) for edge in edges)


def _joined(here: _Line, after: _Line) -> Edit:
    if needs_no_space(here.text, after.text):
        return Edit(here.end, after.start)
    if HYPHENATED.search(here.text) and after.text[0].islower():
        return Edit(here.end - 1, after.start)
    return Edit(here.end, after.start, " ")
