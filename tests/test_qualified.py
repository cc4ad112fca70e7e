"""Whether two sentences speak of different things of one kind; and what a person is called."""

from __future__ import annotations

import pytest

from qa.claims import Claim, agree
from qa.qualified import Saying, distinct


def saying(text: str, language: str) -> Saying:
    """Return *text* with the value between | marks."""
    before, value, after = text.split("|")
    return Saying(before + value + after, (len(before), len(before) + len(value)), language)


@pytest.mark.parametrize(
    ("language", "question", "ours", "theirs"),
    [
        ("en", "How old is the mill?", "The upper mill is |40| years old.", "The lower mill is |9|."),
        ("en", "What is the fee?", "The fee is |9 euros| for adults.", "The fee is |4 euros| for pupils."),
        ("en", "How many came?", "In 2019 |40| came.", "In 2020 |90| came."),
        ("en", "When was the pool opened?", "The pool was opened in |1950|.", "It was closed in |1990|."),
        ("fr", "Combien coûte le tarif ?", "Le tarif réduit est de |4 euros|.", "Le tarif plein est de |9 euros|."),
        ("zh-Hans", "票价多少钱？", "成人票价为|30元|。", "儿童票价为|10元|。"),
        ("zh-Hant", "水池有多深？", "水池深|3公尺|。", "水池寬|8公尺|。"),
    ],
)  # fmt: skip
def test_what_is_called_otherwise_is_another_thing(
    language: str, question: str, ours: str, theirs: str
) -> None:
    assert distinct(saying(ours, language), saying(theirs, language), question, language)
    assert distinct(saying(theirs, language), saying(ours, language), question, language)


@pytest.mark.parametrize(
    ("language", "question", "ours", "theirs"),
    [
        ("en", "How old is the mill?", "The mill is |40| years old.", "The mill is |90| years old."),
        ("en", "How high is the mill?", "The mill, built in 1911, is |9 m| high.",
         "According to the county list of 2020 the mill is |8 m| high."),
        ("fr", "Quelle est la hauteur du mât ?", "Le mât a une hauteur de |9 m|.",
         "Selon le relevé de 2020, le mât a une hauteur de |8 m|."),
        ("zh-Hans", "水池有多长？", "水池长|3米|。", "水池全长|8米|。"),
        ("zh-Hant", "水池有多深？", "水池深|3公尺|。", "據新的測量，水池深|8公尺|。"),
    ],
)  # fmt: skip
def test_what_is_only_said_by_another_is_the_same_thing(
    language: str, question: str, ours: str, theirs: str
) -> None:
    assert not distinct(saying(ours, language), saying(theirs, language), question, language)


@pytest.mark.parametrize(
    ("ours", "theirs", "agrees"),
    [
        ("Edmund Rask", "Rask", True),
        ("Edmund Rask", "Ellen Rask", False),
        ("Élodie Marchand", "elodie marchand", True),
        ("賴淑芬", "赖淑芬", True),
        ("賴淑芬", "羅建廷", False),
        ("賴淑芬", "Lai Shufen", None),
    ],
)
def test_a_part_of_a_name_agrees_with_the_whole(
    ours: str, theirs: str, agrees: bool | None
) -> None:
    assert agree(Claim((0, 1), None, ours), Claim((0, 1), None, theirs)) is agrees
