"""Questions take turns, and who would wait too long is told so at once."""

from __future__ import annotations

import threading

import pytest

from serving.turns import BusyError, Turns


def test_so_many_are_let_in_so_many_wait_and_the_next_is_turned_away() -> None:
    turns, entered, leave = Turns(2, 1), threading.Semaphore(0), threading.Event()
    inside = 0
    lock = threading.Lock()

    def ask() -> None:
        nonlocal inside
        with turns.turn():
            with lock:
                inside += 1
            entered.release()
            leave.wait(10)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads[:2]:
        thread.start()
        assert entered.acquire(timeout=10)
    threads[2].start()
    while turns._places._value:
        threading.Event().wait(0.001)

    with pytest.raises(BusyError), turns.turn():
        pass
    assert inside == 2

    leave.set()
    for thread in threads:
        thread.join(10)
    assert inside == 3
    with turns.turn():  # all places are free again
        pass


def test_what_goes_wrong_in_a_turn_gives_it_back() -> None:
    turns = Turns(1, 0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turns.turn():
            raise ZeroDivisionError
