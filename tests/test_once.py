"""What is costly to make is made once, also where several ask for it at the same time."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from language.once import once


def test_of_several_threads_one_makes_it_and_all_get_the_same() -> None:
    made: list[object] = []

    @once
    def table() -> object:
        time.sleep(0.05)
        made.append(object())
        return made[-1]

    with ThreadPoolExecutor(8) as pool:
        got = list(pool.map(lambda _: table(), range(8)))

    assert len(made) == 1
    assert all(each is made[0] for each in got)
