"""What is made once, however many threads ask for it first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache, wraps
from typing import TypeVar

T = TypeVar("T")


def once(make: Callable[[], T]) -> Callable[[], T]:
    """Return *make* with its result kept; who asks while it is being made waits for it.

    ``functools.cache`` alone lets each of several threads make it anew: seconds of work each.
    """
    lock = threading.RLock()
    kept = cache(make)

    @wraps(make)
    def get() -> T:
        with lock:
            return kept()

    return get
