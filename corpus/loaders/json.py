"""JSON: each object of a list, or each line of JSON Lines, is a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded, fields_as_text
from corpus.loaders.plain import decoded
from corpus.loaders.post_fields import headings, post_fields, role
from language.post_rules import AUTHOR, DATE, NAME, SUBJECT, TEXT

# What says of a post whose it is and when: its heading says it too, so that no quote needs to.
HEAD = frozenset({AUTHOR, DATE, SUBJECT, NAME})


def load(content: bytes, suffix: str = ".json") -> Loaded:
    """Return every object as a record of ``key: value``, nested keys joined with dots.

    An object that lists others, as the answers of services do, is as many records as it lists.
    What somebody wrote in a post stands alone, and what says who and when is not read as text.
    Numbers stay as they are written: 7.50 is not 7.5.
    """
    text = decoded(content).removeprefix("\ufeff")
    draft = Draft()
    values = [(number, list(_fields("", value))) for number, value in _values(text, suffix, draft)]
    told = [post_fields(fields) for _, fields in values]
    for (number, fields), its, heading in zip(values, told, headings(told), strict=True):
        draft.part("line" if suffix != ".json" else "record", str(number))
        draft.heading(heading.title, heading.date, heading.author)
        if its.is_post:
            _add_post(draft, fields)
        else:
            draft.add(fields_as_text(fields))
    return draft.loaded()


def _add_post(draft: Draft, fields: list[tuple[str, str]]) -> None:
    head = fields_as_text([each for each in fields if role(each[0]) in HEAD])
    draft.residue.append(draft.add(head, end="\n"))
    rest = fields_as_text([each for each in fields if role(each[0]) not in {*HEAD, TEXT}])
    texts = [value.strip() for name, value in fields if role(name) == TEXT and value.strip()]
    draft.add("\n".join(filter(None, [*dict.fromkeys(texts), rest])))


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
