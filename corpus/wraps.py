"""Hard line wraps: lines that end because they were full, not because something ended.

A PDF's text comes with one line break a line, or with a blank line after each, cut inside words
and sentences.  A line counts as full when the next word would not have fitted into the width
that the lines around it share.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from corpus.hyphens import hyphens
from corpus.posts import set_apart
from corpus.repairs import CJK, needs_no_space
from corpus.view import Edit
from language.chinese import HAN, crosses_word

# Columns of a terminal.  Wider lines are paragraphs; narrower ones are lists and verse.
NARROWEST, WIDEST = 20, 160
# Lines before and after that decide how wide a full line is here.
NEIGHBOURS = 6
# What a justified line may lack or exceed of the common width.
SLACK, EXCESS = 0.88, 1.15

# PDFium writes U+FFFE where a hyphen ended a line.
# Lines before and after that tell how wide a page is: three of them end at the same column, more
# or less; and how wide a line is among lists.
PAGE, RAGGED, BROAD = 40, 4, 50

LINE = regex.compile(r"[^\s\ufffe][^\n\ufffe]*(?<=\S)")
BREAK = regex.compile(r"\n|\ufffe[ \t]*+(?!\n)")
FIRST_WORD = regex.compile(rf"[\p{{Ps}}\p{{Pi}}]*(?:[{CJK}]|[^\s{CJK}]+)")
SENTENCE_END = regex.compile(r"[.。．!！?？…][\p{Pe}\p{Pf}\"'”’]*$")
STARTS_ITEM = regex.compile(
    r"[-*•·▪◦‣]\s|\(?\d{1,3}[.)、]\s?\D|#{1,6}\s|[|>]|——|[（(]?[一二三四五六七八九十]+[、)）]|【|#[^#\s]"
)
# With which no Chinese statement ends: what it includes, is or is done to comes next.
OPEN_END = regex.compile(
    r"(?:包括|包含|以及|根据|根據|按照|关于|關於|其中|作为|作為|分为|分為|[为為是的和与與及在对對将將由从從向把被])$"
)
GOES_ON = regex.compile(r"[，、]$")
INDENTED = regex.compile(r"\n[\t\u3000 ]*(?:\t|\u3000{2}| {4})")
# Two figures side by side, one of them measured, or most of a line: what the row of a table has.
CELL = (
    r"(?:[-+–−]?[$€£¥]?\d[\d.,]*(?<=\d)(?: ?[%‰*€$£¥]){0,2}|\([\d.,]+\)"
    r"|\d{4}[-–/]\d{2,4}(?:-\d\d)?|[-–—])"
)
FIGURES = regex.compile(rf"(?<!\S){CELL}(?:\s+{CELL})+(?!\S)")
MEASURED = regex.compile(r"\d[.,]\d|[%$€£¥‰]")
GROUPED = regex.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
LETTER = regex.compile(rf"[\p{{L}}\p{{N}}，、,）)”’»{CJK}]")
SMALL = regex.compile(r"\p{Ll}['’]?\p{L}")
GOING_ON = regex.compile(r"[\p{Ps}\p{Pi}“]?(?:\p{Ll}|\p{Han}|[，、])")
WIDE = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}]")
AMONG_HAN = regex.compile(r"[\p{East_Asian_Width=W}\p{East_Asian_Width=F}\p{East_Asian_Width=A}]")


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
    apart = set_apart([line.text for line in lines])
    cut_words = deque(hyphens(text))
    for here, after, at in zip(lines, lines[1:], range(len(lines)), strict=False):
        if cut_words and cut_words[0].start < after.start:
            yield cut_words.popleft()
        elif at not in apart and _is_wrap(lines, at, text[here.end : after.start]):
            yield _joined(here, after)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    end = 0
    for match in LINE.finditer(text):
        breaks = len(BREAK.findall(text, end, match.start()))
        lines.append(_Line(*match.span(), match.group(), columns(match.group()), breaks))
        end = match.end()
    return lines


def _is_wrap(lines: list[_Line], at: int, gap: str) -> bool:
    here, after = lines[at], lines[at + 1]
    if SENTENCE_END.search(here.text) or STARTS_ITEM.match(after.text) or INDENTED.search(gap):
        return False
    if _is_row(here.text) or _is_row(after.text):
        return False
    around = lines[max(0, at - NEIGHBOURS) : at + NEIGHBOURS + 1]
    width = _common_width(around)
    first = FIRST_WORD.match(after.text)
    room = columns(first.group()) if first else 0
    usual = after.breaks <= _usual_breaks(around)
    if not NARROWEST <= width <= WIDEST or here.width > EXCESS * width:
        return usual and _fills_page(lines, at, room)
    alike = sum(SLACK * width <= line.width <= EXCESS * width for line in around)
    full = here.width + room >= SLACK * width and alike * 5 >= len(around) * 2
    # Where the width changes, and beside pictures, a word cut in two still tells.
    narrower = min(width, _common_width(lines[at + 1 : at + 1 + NEIGHBOURS]))
    cut = here.width >= narrower / 3 and crosses_word(here.text, after.text)
    if usual:
        goes_on = GOES_ON.search(here.text) or (here.width >= BROAD and OPEN_END.search(here.text))
        return full or cut or bool(goes_on) or _fills_page(lines, at, room)
    # A blank line where none is usual ends a paragraph, unless a word runs across it.
    return full and cut and after.breaks == 2


def _fills_page(lines: list[_Line], at: int, room: int) -> bool:
    """Tell whether a line among short ones is as wide as the page, and goes on in the next."""
    here, after = lines[at], lines[at + 1]
    if here.width < BROAD or not LETTER.match(here.text[-1]) or not GOING_ON.match(after.text):
        return False
    near = lines[max(0, at - PAGE) : at + PAGE]
    widths = sorted(line.width for line in near if line.width >= BROAD)
    full = (most for least, most in zip(widths, widths[2:], strict=False) if most - least <= RAGGED)
    # Of words that go on in small letters the widest line is enough.
    page = max(full, default=widths[-1] if SMALL.match(after.text) else 0)
    return page <= WIDEST and page - max(room, RAGGED) <= here.width <= page + RAGGED


def _is_row(text: str) -> bool:
    """Tell whether a line is the row of a table: figures stand side by side in it."""
    closed = GROUPED.sub("", text)
    runs = [run.split() for run in FIGURES.findall(closed)]
    figures = sum(map(len, runs))
    measured = any(MEASURED.search(cell) for run in runs for cell in run)
    return figures > 1 and (measured or 2 * figures >= len(closed.split()))


def _common_width(around: list[_Line]) -> int:
    return sorted(line.width for line in around)[len(around) * 3 // 4]


def _usual_breaks(around: list[_Line]) -> int:
    counts = [line.breaks for line in around[1:]]
    return max(set(counts), key=counts.count)


def _joined(here: _Line, after: _Line) -> Edit:
    if needs_no_space(here.text, after.text):
        return Edit(here.end, after.start)
    return Edit(here.end, after.start, " ")
