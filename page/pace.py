"""How fast a build goes on, and how long it will take."""

from __future__ import annotations

import time

# Before so many seconds a rate is a guess.
SOON = 2.0


class Pace:
    """Measures each stage from its first report on."""

    def __init__(self) -> None:
        self._stage = ""
        self._started = 0.0
        self._first = 0

    def left(self, stage: str, done: int, total: int) -> tuple[float, int] | None:
        """Return how many are done a second and in how many seconds all are; None at first.

        Args:
            stage: What is being done; another one begins anew.
            done: How many are done.
            total: Of how many.
        """
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._started, self._first = stage, now, done
        spent, made = now - self._started, done - self._first
        if spent < SOON or not made:
            return None
        return made / spent, round((total - done) * spent / made)
