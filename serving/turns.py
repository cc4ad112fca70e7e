"""Questions take turns: so many at once, so many waiting, whatever door they came through."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import CitedQAError


class BusyError(CitedQAError):
    """Too many questions wait already."""

    short = ""


class Turns:
    """Lets *at_once* in and keeps at most *waiting* more."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self._free = threading.BoundedSemaphore(at_once)
        self._places = threading.BoundedSemaphore(at_once + waiting)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn and hold it.

        Raises:
            BusyError: If too many wait already.
        """
        if not self._places.acquire(blocking=False):
            raise BusyError("too_busy")
        try:
            with self._free:
                yield
        finally:
            self._places.release()
