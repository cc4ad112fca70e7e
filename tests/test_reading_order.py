from __future__ import annotations

import random
import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading_order import Box, in_reading_order

LINE, PITCH = 10.0, 14.0  # points: the height of a line, and from one to the next


def column(
    left: float, top: float, width: float, lines: int, rng: random.Random, pitch: float = PITCH
) -> list[Box]:
    """Lines of running text, each nearly as long as the column is wide; the last one is short."""
    lengths = [width * rng.uniform(0.88, 1) for _ in range(lines - 1)] + [width * 0.4]
    tops = [top + pitch * at for at in range(lines)]
    return [(left, y, left + x, y + LINE) for y, x in zip(tops, lengths, strict=True)]


def is_read_as_written(boxes: list[Box], rng: random.Random) -> bool:
    """Whether *boxes*, listed as they are read, are put in that order whatever order they have."""
    shuffled = list(range(len(boxes)))
    rng.shuffle(shuffled)
    order = in_reading_order([boxes[at] for at in shuffled])
    return [shuffled[at] for at in order] == list(range(len(boxes)))


def anywhere() -> st.SearchStrategy[Box]:
    number = st.floats(-500, 500, allow_nan=False)
    return st.tuples(number, number, number, number)


randoms = st.randoms(use_true_random=False)
lines = st.integers(4, 30)
pitches = st.floats(12, 20)


@given(st.lists(anywhere(), max_size=40))
def test_every_box_is_read_once_whatever_it_looks_like(boxes: list[Box]) -> None:
    assert sorted(in_reading_order(boxes)) == list(range(len(boxes)))


@given(randoms, st.integers(1, 4), st.data())
def test_columns_are_read_one_after_the_other(
    rng: random.Random, count: int, data: st.DataObject
) -> None:
    boxes: list[Box] = []
    for at in range(count):
        top, pitch = 100 + data.draw(st.floats(0, 9)), data.draw(pitches)
        boxes += column(40 + 130 * at, top, 110, data.draw(lines), rng, pitch)

    assert is_read_as_written(boxes, rng)


@given(randoms, lines, lines, lines, lines)
def test_what_spans_the_columns_comes_after_those_above_and_before_those_below(
    rng: random.Random, a: int, b: int, c: int, d: int
) -> None:
    heading = [(80.0, 40.0, 480.0, 60.0)]
    upper = [*column(40, 80, 240, a, rng), *column(310, 80, 240, b, rng)]
    below = 80 + PITCH * max(a, b) + 10
    middle = [(150.0, below, 440.0, below + LINE)]
    under = below + 30
    lower = [*column(40, under, 240, c, rng), *column(310, under, 240, d, rng)]

    assert is_read_as_written([*heading, *upper, *middle, *lower], rng)


@given(randoms, lines, st.floats(12, 20), st.floats(1, 13))
def test_a_sidebar_is_read_after_the_text_beside_it(
    rng: random.Random, count: int, pitch: float, lower: float
) -> None:
    title = [(40.0, 20.0, 560.0, 36.0)]
    text = column(40, 60, 360, 30, rng)
    sidebar = column(430, 60 + lower, 130, count, rng, pitch)

    assert is_read_as_written([*title, *text, *sidebar], rng)


@given(randoms, st.integers(2, 6), st.integers(2, 20), st.data())
def test_short_entries_side_by_side_are_read_row_by_row(
    rng: random.Random, columns: int, rows: int, data: st.DataObject
) -> None:
    width = st.floats(5, 70)
    boxes: list[Box] = []
    for row in range(rows):
        for at in range(columns):
            left, top = 40 + 90.0 * at, 100 + PITCH * row + data.draw(st.floats(0, 1.5))
            boxes.append((left, top, left + data.draw(width), top + LINE))

    assert is_read_as_written(boxes, rng)


def test_labels_and_what_is_said_of_them_are_read_row_by_row() -> None:
    boxes: list[Box] = []
    for row, label in enumerate([60, 40, 55, 30, 48, 62]):
        top = 100 + PITCH * row
        boxes += [(40, top, 40 + label, top + LINE), (140, top, 140 + 5.2 * label, top + LINE)]

    assert is_read_as_written(boxes, random.Random(1))


@given(randoms, st.floats(0.01, 50), st.floats(-1e4, 1e4), lines, lines)
def test_neither_the_unit_nor_the_place_of_the_page_matters(
    rng: random.Random, scale: float, shift: float, a: int, b: int
) -> None:
    boxes = [*column(40, 80, 240, a, rng), *column(310, 83, 240, b, rng)]
    moved = [tuple(float(x) for x in np.array(box) * scale + shift) for box in boxes]

    assert in_reading_order(moved) == in_reading_order(boxes)  # type: ignore[arg-type]


@pytest.mark.parametrize("nested", [False, True])
def test_a_page_of_very_many_boxes_takes_little_time(nested: bool) -> None:
    rng = random.Random(3)
    if nested:  # each box beside or above all that follow
        boxes = [
            (10.0 * at, 10.0 * at, *((10.0 * at + 5, 1e5) if at % 2 else (1e5, 10.0 * at + 5)))
            for at in range(5_000)
        ]
    else:
        places = [(rng.uniform(0, 5000), rng.uniform(0, 5000)) for _ in range(20_000)]
        boxes = [(x, y, x + 20, y + 8) for x, y in places]
    start = time.perf_counter()

    assert len(in_reading_order(boxes)) == len(boxes)
    assert time.perf_counter() - start < 5
