from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.near_duplicates import BANDS, buckets, first_of_each, likeness, say_the_same
from tests.strategies import texts

HANS = "灯塔高32米，建于1887年，由三名看守人轮流照看，每晚点亮，为来往的渔船指路，至今没有熄灭过。"
HANT = "燈塔高32米，建於1887年，由三名看守人輪流照看，每晚點亮，為來往的漁船指路，至今沒有熄滅過。"
FRENCH = "Le phare, haut de 32 mètres, fut allumé en 1887 et guide depuis les bateaux de pêche."


def near_duplicates(texts: list[str]) -> list[int]:
    """Return for each text the number of the first one that says the same, else its own."""
    rows = np.array([buckets(text) for text in texts], np.uint64).reshape(-1)
    _, shared = np.unique(rows, return_inverse=True)
    numbers = np.repeat(np.arange(1, len(texts) + 1), BANDS)
    every = np.ones(len(numbers), bool)
    first = first_of_each(numbers, shared, every, lambda number: texts[number - 1])
    return [first.get(number, number) - 1 for number in range(1, len(texts) + 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HANS, f"#海岛# {HANS} #灯塔# @海岛台"),
        (HANS, HANT),
        (HANS, HANS.replace("，", " , ")),
        (FRENCH, FRENCH.upper()),
        (FRENCH, f"{FRENCH} (photo)"),
    ],
)
def test_reposts_and_copies_in_another_script_say_the_same(one: str, other: str) -> None:
    assert near_duplicates([one, other]) == [0, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HANS, HANS.replace("1887", "1888")),
        (f"第二届开放日：{HANS}", f"第三届开放日：{HANS}"),
        (f"The second open day. {FRENCH}", f"The third open day. {FRENCH}"),
        (HANS, FRENCH),
        (HANS, HANS[:24]),
    ],
)
def test_another_figure_or_text_says_something_else(one: str, other: str) -> None:
    assert near_duplicates([one, other]) == [0, 1]


@given(st.lists(texts(), max_size=6))
def test_every_text_stands_for_itself_or_for_an_earlier_one_that_does(some: list[str]) -> None:
    first = near_duplicates(some)

    assert all(first[other] == other <= number for number, other in enumerate(first))
    assert all(say_the_same(some[first[n]], some[n]) for n in range(len(some)) if first[n] != n)


@given(texts(), texts())
def test_likeness_is_symmetric_and_one_for_the_same(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
