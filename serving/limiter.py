"""How often one person may do something: a bucket of tokens for each, filled over a minute."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from corpus.errors import CitedQAError

# People that are remembered; who was longest away is forgotten first, with a full bucket.
REMEMBERED = 10_000
MINUTE = 60.0


class TooManyError(CitedQAError):
    """Somebody asks more often than the settings allow."""

    short = ""


class Limiter:
    """Admits each person so many times a minute, and as many at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._size, self._clock = per_minute, clock
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # left, when

    def admit(self, person: str) -> None:
        """Count one more from *person*.

        Raises:
            TooManyError: If it is one too many; it is not counted.
        """
        with self._lock:
            now = self._clock()
            left, when = self._buckets.pop(person, (float(self._size), now))
            left = min(self._size, left + (now - when) * self._size / MINUTE)
            admitted = left >= 1
            self._buckets[person] = (left - admitted, now)
            if len(self._buckets) > REMEMBERED:
                self._buckets.popitem(last=False)
        if not admitted:
            seconds = math.ceil((1 - left) * MINUTE / self._size)
            raise TooManyError("too_many_requests", seconds=seconds)
