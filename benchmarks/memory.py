"""The resident memory of a process, as Linux tells it."""

from __future__ import annotations

import threading
from pathlib import Path


def memory() -> dict[str, float]:
    """Return the resident megabytes of this process: all, anonymous, of mapped files."""
    lines = Path("/proc/self/status").read_text().splitlines()
    kinds = ("VmRSS", "RssAnon", "RssFile")
    return {k: int(line.split()[1]) / 1e3 for line in lines if (k := line.split(":")[0]) in kinds}


class Peak:
    """The most memory between entering and leaving, looked at twice a second."""

    def __enter__(self) -> Peak:
        self.most = memory()
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look)
        self._looking.start()
        return self

    def _look(self) -> None:
        while not self._ended.wait(0.5):
            self.most = {kind: max(at, self.most[kind]) for kind, at in memory().items()}

    def __exit__(self, *_unused: object) -> None:
        self._ended.set()
        self._looking.join()
