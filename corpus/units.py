"""What is quoted as one: a heading with its text, a lead-in with its list, a role with its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import regex

from corpus.paragraphs import ITEM, Paragraph
from corpus.roles import pairs
from corpus.wraps import columns
from language.spans import Span

LEAD_IN = regex.compile(r"[:：]\s*$")
ITEM_GOES_ON = regex.compile(r"[;；,，、]\s*(?:and|or|et|ou|以及|和|或)?\s*$")
# A heading with its place in the text: "Article 3 : Durée", "2.1 Fees", 第三章 总则.
CLAUSE = regex.compile(
    r"(?:article|art\.|section|sect\.|chapitre|chapter|clause|annexe?|titre|title|part(?:ie)?|§)"
    r"\s*[\dIVXLC]|第[\d零〇一二三四五六七八九十百]+[条條章节節款项項编編]"
    r"|\d{1,3}(?:\.\d{1,3})*[.)、．]?\s|[一二三四五六七八九十]{1,3}[、．]",
    regex.IGNORECASE,
)
# Who said what is above, and where to write: no heading of what is below.
SIGNED = regex.compile(r"^\s*[—–-]|\w@\w|\(@")
# Columns of each of two lines between blank lines that are one thing: a role and a name.
NARROW = 40


def units(
    text: str, group: Sequence[Paragraph], cut: Sequence[list[Span]], title: str, widest: int
) -> Iterator[Span]:
    """Yield the stretches of *text* that are quoted as one: together they hold all of *cut*.

    Args:
        text: The reading view.
        group: Paragraphs that stand together.
        cut: The sentences of each of them.
        title: What they stand under; it is named beside a quote and needs not be in it.
        widest: Columns of a unit of several sentences at most.
    """
    flat = [span for spans in cut for span in spans]
    first = [0, *accumulate(map(len, cut))]  # sentence of each paragraph
    ends = list(range(1, len(flat) + 1))  # of the unit that begins with each sentence
    people = set(pairs(group))
    for at in range(len(group) - 2, -1, -1):
        begin, after = first[at], first[at + 1]
        if begin == after or after == len(flat):
            continue
        if LEAD_IN.search(group[at].text) and not group[at].table:
            begin, end = after - 1, _end_of_list(group, first, at)
        elif at in people or _heads(text, group, at, title):
            end = ends[after]
        else:
            continue
        if columns(text[flat[begin][0] : flat[end - 1][1]]) <= widest:
            ends[begin] = end
    at = 0
    while at < len(flat):
        yield flat[at][0], flat[ends[at] - 1][1]
        at = ends[at]


def _end_of_list(group: Sequence[Paragraph], first: Sequence[int], lead_in: int) -> int:
    """Return which sentence is behind the list, or the one thing, that a lead-in announces."""
    end = lead_in + 1
    if group[end].is_item:
        return first[_end_of_items(group, end, _mark(group[lead_in]))]
    while end < len(group) and ITEM_GOES_ON.search(group[end].text) and not group[end].table:
        end += 1
    if end == len(group):
        return first[end]
    if end > lead_in + 1:
        return first[end] if group[end].table else first[end + 1]
    # Of a paragraph the first sentence; another lead-in or a table stands for itself.
    return first[end] + (0 if group[end].table or LEAD_IN.search(group[end].text) else 1)


def _end_of_items(group: Sequence[Paragraph], start: int, above: str) -> int:
    """Return where the items from *start* on end: at one that is marked like the lead-in *above*.

    Items of another kind belong to the list where one of its own kind follows.
    """
    own = _mark(group[start])
    end = start + 1
    for at in range(start + 1, len(group)):
        mark = _mark(group[at])
        if not group[at].is_item or (mark == above and above):
            break
        if mark == own:
            end = at + 1
    return end


def _mark(line: Paragraph) -> str:
    """Return what kind of mark a line begins with: "1.", "(一)"; of two kinds the text differs."""
    mark = ITEM.match(line.text)
    return (
        regex.sub(r"[一二三四五六七八九十]+", "一", regex.sub(r"\d+", "1", mark[0])) if mark else ""
    )


def _heads(text: str, group: Sequence[Paragraph], at: int, title: str) -> bool:
    """Tell whether a line names what the next one says, or is one thing with it."""
    line, below = group[at], group[at + 1]
    if line.table or below.table or not line.is_heading:
        return False
    if not below.is_heading:
        if CLAUSE.match(line.text):
            return not (line.is_item and below.is_item)
        if not at and line.text.strip() == title:
            return False
        alone = not at or not group[at - 1].is_heading or group[at - 1].text.strip() == title
        return alone and line.may_be_title and not (below.is_item or SIGNED.search(line.text))
    pair = text[line.end : below.start].count("\n") == 1 and not (line.is_item or below.is_item)
    return pair and _set_apart(text, group, at)


def _set_apart(text: str, group: Sequence[Paragraph], at: int) -> bool:
    """Tell whether two short lines stand between blank lines."""
    line, below = group[at], group[at + 1]
    before = text[: line.start].rstrip(" \t\u3000")[-2:]
    after = text[below.end : below.end + 2]
    apart = before in {"", "\n\n"} and after in {"", "\n\n"}
    return apart and max(line.width, below.width) <= NARROW
