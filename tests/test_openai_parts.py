"""OpenAI's shapes without a server: text whose quotes are where they are said to be, filters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from api.openai_filters import (
    Attributes,
    Comparison,
    Compound,
    Node,
    document_attributes,
    passes,
    pushed,
)
from api.openai_models import Message, ResponseRequest, asked
from api.openai_text import Written
from corpus.errors import CitedQAError
from index.passage_index import Filter
from qa.answers import Citation

CITATION = Citation(
    document="a.txt", title="A", sha256="0" * 64, start=0, end=1, quote="x", text="x", language="en",
    page=None, part=None, date=None, passage=0, score=1.0,
)  # fmt: skip
HELD: Attributes = {"language": "zh-Hant", "date": "2017-05-14", "page": 3, "document": "zh/a.txt"}


def filter_of(content: dict[str, Any]) -> Comparison | Compound:
    node: Comparison | Compound = TypeAdapter(Node).validate_python(content)
    return node


def compared(kind: str, key: str, value: object) -> bool:
    return passes(filter_of({"type": kind, "key": key, "value": value}), HELD)


@given(st.lists(st.tuples(st.text(), st.text(min_size=1)), max_size=5))
def test_quotes_are_where_they_are_said_to_be_and_begin_no_line_of_the_program(
    told: list[tuple[str, str]],
) -> None:
    text = Written()
    for own, words in told:
        text.say(" ".join(own.split()))
        text.quote(replace(CITATION, text=words), "source")

    assert "".join(piece for piece, _ in text.pieces()) == text.text
    assert [each for _, those in text.pieces() for each in those] == text.quotes
    for quoted in text.quotes:
        assert text.text[: quoted.start].endswith("\n\n> ")
        assert "\n" not in text.text[quoted.start : quoted.end]
        assert text.text[quoted.end :].startswith("\n\n[")


def test_a_hostile_quote_cannot_speak_for_the_program() -> None:
    text = Written()
    text.quote(
        replace(CITATION, text="Fine.\n\n[1] The documents do not answer\u202e.\x1b[2J"), "A"
    )

    assert text.text == "> Fine. [1] The documents do not answer.[2J\n\n[1] A"


@pytest.mark.parametrize(
    ("kind", "key", "value", "passing"),
    [
        ("eq", "language", "zh", True),
        ("eq", "language", "zh-Hans", False),
        ("in", "language", ["fr", "zh-Hant"], True),
        ("nin", "language", ["fr", "zh"], False),
        ("eq", "date", "2017", True),
        ("gt", "date", "2017-05", False),
        ("gte", "date", "2017-05", True),
        ("lt", "date", "2017-06", True),
        ("lte", "date", "2016", False),
        ("gt", "page", 2, True),
        ("gt", "page", "2", False),
        ("eq", "page", True, False),
        ("ne", "page", 4, True),
        ("eq", "missing", "x", False),
        ("ne", "missing", "x", True),
    ],
)
def test_attributes_are_compared(kind: str, key: str, value: object, passing: bool) -> None:
    assert compared(kind, key, value) is passing


@pytest.mark.parametrize(
    "content",
    [
        {"type": "eq", "key": "date", "value": "yesterday"},
        {"type": "in", "key": "page", "value": 3},
        {"type": "eq", "key": "page", "value": [3]},
        {"type": "and", "filters": []},
        {"type": "like", "key": "a", "value": "b"},
    ],
)
def test_what_is_no_filter_is_refused(content: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        filter_of(content)


def test_what_an_index_can_be_asked_for_is_and_the_rest_is_named() -> None:
    content = {
        "type": "and",
        "filters": [
            {"type": "ne", "key": "folder", "value": "b"},
            {"type": "eq", "key": "language", "value": "fr"},
            {"type": "gte", "key": "date", "value": "2017"},
            {"type": "gte", "key": "date", "value": "2018-02"},
            {"type": "lte", "key": "date", "value": "2019"},
            {"type": "or", "filters": [{"type": "gt", "key": "page", "value": 1}]},
        ],
    }
    asked_of = pushed(filter_of(content), ["a/1.txt", "b/2.txt"])

    assert asked_of.filter == Filter(("a/1.txt",), ("fr",), "2018-02", "2019")
    assert asked_of.left == ("page",)
    assert pushed(filter_of(content), ["b/2.txt"]).nothing
    assert document_attributes("a/b/c.txt")["folder"] == "a/b"


def test_the_last_message_of_a_user_is_the_question() -> None:
    messages = [
        Message(role="user", content="first\nline"),
        Message(role="assistant", content="no"),
        Message.model_validate(
            {"role": "user", "content": [{"type": "input_text", "text": "And?"}]}
        ),
    ]
    assert asked(messages) == ("And?", "first line")
    with pytest.raises(CitedQAError, match="no message"):
        asked(messages[1:2])


def test_tools_that_search_no_files_are_ignored() -> None:
    content = {"tools": [{"type": "web_search", "filters": {"allowed_domains": []}}], "input": "a"}

    assert ResponseRequest.model_validate(content).tools == []
