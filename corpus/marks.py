"""What a format says about its text, as plain values: for the loaders' process and the store."""

from __future__ import annotations

from typing import Any

from corpus.documents import Kept, Recognised, Row, Table
from language.messages import Message
from language.spans import Span


def tables(content: list[Any]) -> tuple[Table, ...]:
    """Return the tables that JSON made lists of."""
    return tuple(
        Table(start, end, name, tuple(map(_spans, columns)), _spans(above), tuple(map(_row, rows)))
        for start, end, name, columns, above, rows in content
    )


def _row(content: list[Any]) -> Row:
    number, cells, above = content
    return Row(number, _spans(cells), _spans(above))


def _spans(content: list[Any]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in content)


def recognised(content: list[Any]) -> tuple[Recognised, ...]:
    """Return what was read from pictures, of which JSON made lists."""
    return tuple(Recognised(start, end, tuple(box), sure) for start, end, box, sure in content)


def kept(content: list[Any]) -> Kept:
    """Return how much was kept."""
    characters, visible, missing = content
    return Kept(characters, visible, tuple(missing))


def notes(content: list[Any]) -> tuple[Message, ...]:
    """Return what could not be read, of which :meth:`Message.as_json` made values."""
    return tuple(map(Message.from_json, content))
