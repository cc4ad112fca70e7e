"""The rebuild that is going on, if one is: started by one user of the page, seen by all."""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass

from corpus.errors import CitedQAError
from index.build import BuildReport
from qa.service import Service

# So long everybody sees what a rebuild did, in seconds.
RECENT = 120.0
# Before so many seconds a rate is a guess.
SOON = 2.0

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a rebuild is."""

    stage: str = ""  # of index.build; empty before the first
    done: int = 0
    total: int = 0
    left: tuple[float, int] | None = None  # how many a second, and seconds to go; once known


Outcome = BuildReport | CitedQAError


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


class Rebuilds:
    """At most one rebuild at a time; questions are answered meanwhile."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._pace = Pace()
        self._ended = 0.0
        self._lock = threading.Lock()
        self._anew = False
        self._running: threading.Thread | None = None
        self.step = Step()
        self.outcome: Outcome | None = None

    @property
    def going_on(self) -> bool:
        """Whether one is running."""
        return self._running is not None

    @property
    def recent(self) -> Outcome | None:
        """What came of the last one, if that is not long ago."""
        return self.outcome if time.monotonic() - self._ended < RECENT else None

    def start(self, *, anew: bool = False) -> threading.Thread:
        """Start a rebuild, or return the one that is running already.

        Args:
            anew: Whether the one that is running may have looked too early, before what must be
                read was there: it goes on until that is read too.
        """
        with self._lock:
            if self._running is not None:
                self._anew |= anew
            else:
                self.step, self.outcome, self._pace = Step(), None, Pace()
                self._running = threading.Thread(target=self._run, name="rebuild", daemon=True)
                self._running.start()
            return self._running

    def wait(self) -> BuildReport:
        """Rebuild, or wait for the rebuild that is running, and return what it did.

        Raises:
            CitedQAError: If it failed or was cancelled.
        """
        self.start().join()
        if isinstance(self.outcome, BuildReport):
            return self.outcome
        raise self.outcome or CitedQAError("rebuild_lost")

    def cancel(self) -> None:
        """Stop the one that is running at its next step."""
        self._service.cancel()

    def _run(self) -> None:
        while True:
            self._rebuild()
            with self._lock:
                again, self._anew = self._anew and isinstance(self.outcome, BuildReport), False
                if not again:
                    self._running = None
                    return

    def _rebuild(self) -> None:
        try:
            self.outcome = self._service.rebuild(self._hear)
        except CitedQAError as error:
            self.outcome = error
        except Exception as error:
            log.exception("the rebuild failed")
            self.outcome = CitedQAError("rebuild_failed", kind=type(error).__name__)
        finally:
            self._ended = time.monotonic()

    def _hear(self, stage: str, done: int, total: int) -> None:
        self.step = Step(stage, done, total, self._pace.left(stage, done, total))
