"""Stretches of a text."""

from __future__ import annotations

Span = tuple[int, int]  # half-open offsets in code points


def overlap(first: Span, second: Span) -> bool:
    """Tell whether two stretches have a character in common."""
    return first[0] < second[1] and second[0] < first[1]


def stripped(text: str, span: Span) -> Span:
    """Return *span* of *text* without the white space at its ends."""
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
