"""Which files a change touches where numbered things lie in rooms, each a range of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

END = 1 << 62  # above all numbers


@dataclass(frozen=True, slots=True)
class Room:
    """Some of the numbers from *first* to before the next room's first."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How rooms become those of the next generation."""

    kept: frozenset[int]  # the firsts of the rooms that stay as they are
    written: tuple[NDArray[np.int64], ...]  # the numbers of each room that is written, ascending


def planned(
    rooms: Sequence[Room],
    altered: NDArray[np.int64],
    numbers: Callable[[int, int], NDArray[np.int64]],
    most: int,
) -> Plan:
    """Return which of the *rooms*, ascending, stay and what is in the others.

    A room with an altered number is written anew, and in parts if it has become more than *most*.
    What is new lies after all rooms in one of its own, and is written together with that before
    it when that is less than twice as much: so it is written a few times, not with every change.
    Neighbours elsewhere that both make half a room are written as one.  So however often things
    change there are about four times as many rooms as are needed, and some small ones at the end.

    Args:
        rooms: Those of the generation before.
        altered: The numbers that came, went or mean something else now, in any order.
        numbers: Gives the numbers that are there now, from one to before another, ascending.
        most: As many numbers as a room may have.
    """
    stretches = _stretches(rooms, altered, numbers)
    last_large = max((at for at, each in enumerate(stretches) if 2 * each.count > most), default=-1)
    joined: list[_Stretch] = []
    for at, each in enumerate(stretches):
        here = each
        while joined and _are_joined(joined[-1], here, most, at_end=at > last_large):
            here = _Stretch(joined[-1].first, here.end, joined.pop().count + here.count, None)
        joined.append(here)
    kept = frozenset(each.room for each in joined if each.room is not None)
    anew = [numbers(each.first, each.end) for each in joined if each.room is None]
    parts = (held[at : at + most] for held in anew for at in range(0, len(held), most))
    return Plan(kept, tuple(parts))


def _stretches(
    rooms: Sequence[Room],
    altered: NDArray[np.int64],
    numbers: Callable[[int, int], NDArray[np.int64]],
) -> list[_Stretch]:
    """Return the rooms that are not empty now, and what is new after them."""
    after = _after(rooms, altered, numbers)
    firsts = [0, *(room.first for room in rooms[1:]), after]
    ends = [*firsts[1:], END] if rooms else [END]
    touched = set((np.searchsorted(firsts, altered, "right") - 1).tolist())
    stretches: list[_Stretch] = []
    for at, (first, end) in enumerate(zip(firsts, ends, strict=False)):
        stays = at < len(rooms) and at not in touched
        count = rooms[at].count if stays else len(numbers(first, end))
        if count:
            stretches.append(_Stretch(first, end, count, rooms[at].first if stays else None))
    return stretches


def _after(
    rooms: Sequence[Room],
    altered: NDArray[np.int64],
    numbers: Callable[[int, int], NDArray[np.int64]],
) -> int:
    """Return the first number that is after all *rooms* for certain; END if there is none."""
    if not rooms:
        return END
    held = numbers(rooms[-1].first if len(rooms) > 1 else 0, END)
    own, new = held[: rooms[-1].count], held[rooms[-1].count :]
    # If as many are there unaltered as the last room has, they are those that it has.
    whole = len(own) == rooms[-1].count and not np.isin(own, altered).any()
    return int(new[0]) if whole and len(new) else END


def _are_joined(left: _Stretch, right: _Stretch, most: int, at_end: bool) -> bool:
    count = left.count + right.count
    small = 2 * left.count <= most
    if at_end and small:
        return count <= most and left.count < 2 * right.count
    return 2 * count <= most


@dataclass(frozen=True, slots=True)
class _Stretch:
    first: int
    end: int
    count: int
    room: int | None  # the first of the room that stays, if one does
