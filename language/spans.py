"""Stretches of a text."""

from __future__ import annotations

import regex

Span = tuple[int, int]  # half-open offsets in code points

BLANK = regex.compile(r"\n\s*\n\s*")


def overlap(first: Span, second: Span) -> bool:
    """Tell whether two stretches have a character in common."""
    return first[0] < second[1] and second[0] < first[1]


def below_heading(text: str, span: Span) -> Span:
    """Return *span* without the heading above it, which ends with an empty line."""
    above = [match.end() for match in BLANK.finditer(text, *span)]
    return (above[-1], span[1]) if above and above[-1] < span[1] else span


def stripped(text: str, span: Span) -> Span:
    """Return *span* of *text* without the white space at its ends."""
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
