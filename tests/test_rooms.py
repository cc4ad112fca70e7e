"""Rooms of numbers: what is touched is written, nothing else, and there are never too many."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.rooms import Plan, Room, planned

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 8
Change = tuple[set[int], int, set[int]]  # what goes, how many come, what else has altered
CHANGES = st.lists(
    st.tuples(
        st.sets(st.integers(0, 60), max_size=12),
        st.integers(0, 12),
        st.sets(st.integers(0, 60), max_size=3),
    ),
    max_size=12,
)


def given_by(there: NDArray[np.int64]) -> Callable[[int, int], NDArray[np.int64]]:
    return lambda first, end: there[(there >= first) & (there < end)]


def followed(held: dict[int, list[int]], plan: Plan) -> dict[int, list[int]]:
    """Return what is in which room after *plan*."""
    after = {first: held[first] for first in plan.kept}
    for numbers in plan.written:
        assert int(numbers[0]) not in after
        after[int(numbers[0])] = numbers.tolist()
    return dict(sorted(after.items()))


@given(CHANGES)
def test_rooms_hold_what_is_there_and_what_did_not_change_stays(changes: list[Change]) -> None:
    held: dict[int, list[int]] = {}
    there: set[int] = set()
    last = 0
    for gone, come, others in changes:
        new = set(range(last + 1, last + 1 + come))
        last += come
        # What altered may be there, have been there, or come back.
        back = others - there if others & gone else set()
        altered = (gone & there) | new | (others & there) | {n for n in back if n <= last}
        there = (there - gone) | new | {n for n in back if n <= last}
        now = np.array(sorted(there), np.int64)
        before = [Room(first, len(numbers)) for first, numbers in held.items()]

        plan = planned(before, np.array(list(altered), np.int64), given_by(now), MOST)

        after = followed(held, plan)
        assert [n for numbers in after.values() for n in numbers] == sorted(there)
        assert all(0 < len(numbers) <= MOST for numbers in after.values())
        for first in plan.kept:
            assert not altered & set(held[first])
        assert len(after) <= 4 * len(there) / MOST + 2 + MOST.bit_length()
        held = after


def test_one_number_more_leaves_all_full_rooms_as_they_are() -> None:
    now = np.arange(1, 26)
    rooms = [Room(1, 8), Room(9, 8), Room(17, 8)]

    plan = planned(rooms, np.array([25]), given_by(now), MOST)

    assert plan.kept == {1, 9, 17}
    assert [numbers.tolist() for numbers in plan.written] == [[25]]


def test_one_number_less_writes_its_room_only() -> None:
    now = np.delete(np.arange(1, 25), 11)
    rooms = [Room(1, 8), Room(9, 8), Room(17, 8)]

    plan = planned(rooms, np.array([12]), given_by(now), MOST)

    assert plan.kept == {1, 17}
    assert [numbers.tolist() for numbers in plan.written] == [[9, 10, 11, 13, 14, 15, 16]]


def test_rooms_that_have_become_small_are_written_as_one() -> None:
    now = np.array([1, 2, 9, 10, 17, 18, 19, 20, 21])
    rooms = [Room(1, 3), Room(9, 2), Room(17, 5)]

    plan = planned(rooms, np.array([3]), given_by(now), MOST)

    assert plan.kept == {17}
    assert [numbers.tolist() for numbers in plan.written] == [[1, 2, 9, 10]]


@given(st.integers(1, 300))
def test_what_comes_one_by_one_is_written_a_few_times_only(count: int) -> None:
    most = 64
    rooms: list[Room] = []
    held: dict[int, list[int]] = {}
    written = 0
    for number in range(1, count + 1):
        now = np.arange(1, number + 1)
        plan = planned(rooms, np.array([number]), given_by(now), most)
        written += sum(map(len, plan.written))
        held = followed(held, plan)
        rooms = [Room(first, len(numbers)) for first, numbers in held.items()]

    assert written <= count * (most.bit_length() + 2)
    assert len(rooms) <= 4 * count / most + 2 + most.bit_length()
