"""JSON: each object of a list, or each line of JSON Lines, is a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded, fields_as_text
from corpus.loaders.plain import decoded

TITLES = ("title", "headline", "name", "subject", "titre", "标题", "標題")
DATES = ("date", "published", "created_at", "time", "发布时间", "日期")


def load(content: bytes, suffix: str = ".json") -> Loaded:
    """Return every object as a record of ``key: value``, nested keys joined with dots.

    An object that lists others, as the answers of services do, is as many records as it lists.
    Numbers stay as they are written: 7.50 is not 7.5.
    """
    text = decoded(content).removeprefix("\ufeff")
    draft = Draft()
    for number, value in _values(text, suffix, draft):
        draft.part("line" if suffix != ".json" else "record", str(number))
        fields = list(_fields("", value))
        given = dict(fields)
        title = next((given[key] for key in TITLES if given.get(key)), "")
        date = next((given[key] for key in DATES if given.get(key)), "")
        draft.heading(title, date)
        draft.add(fields_as_text(fields))
    return draft.loaded()


def _values(text: str, suffix: str, draft: Draft) -> Iterator[tuple[int, Any]]:
    if suffix == ".json":
        try:
            content = json.loads(text, parse_float=str, parse_int=str)
        except ValueError as error:
            raise UnreadableFileError("file_no_json", error=str(error)) from None
        yield from enumerate(content if isinstance(content, list) else _apart(content), start=1)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield number, json.loads(line, parse_float=str, parse_int=str)
            except ValueError:
                draft.note("note_line", line=str(number))


def _apart(content: Any) -> list[Any]:  # noqa: ANN401 - of JSON
    """Return a value as the objects that it lists, behind what it says of all of them."""
    if not isinstance(content, dict):
        return [content]
    rest: dict[str, Any] = {}
    listed: list[Any] = []
    for key, value in content.items():
        if isinstance(value, list) and len(value) > 1 and all(isinstance(v, dict) for v in value):
            listed += value
        else:
            rest[key] = value
    return [*([rest] if rest else []), *listed]


def _fields(name: str, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _fields(f"{name}.{key}" if name else str(key), inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _fields(name, inner)
    elif value is not None:
        yield name, value if isinstance(value, str) else json.dumps(value)
