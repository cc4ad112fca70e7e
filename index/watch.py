"""Tells when a corpus folder may have changed.  The only file that knows watchfiles."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import watchfiles

from corpus.errors import CorpusError

# Copying a folder is many events; a build begins when it has been quiet so long.
QUIET_MS = 1600
# Network folders and containers lose events: the files are compared so often anyway.
FULL_CHECK_MS = 300_000


def stirrings(corpus: Path, stop: threading.Event, every_ms: int = FULL_CHECK_MS) -> Iterator[None]:
    """Yield when files under *corpus* were created, modified, moved or deleted, and now and then.

    Ends when *stop* is set.  What has changed is for the build to find out.

    Raises:
        CorpusError: If the folder cannot be watched.
    """
    try:
        for _ in watchfiles.watch(
            corpus,
            watch_filter=watchfiles.DefaultFilter(ignore_dirs=(), ignore_entity_patterns=(r"^\.",)),
            debounce=QUIET_MS,
            step=QUIET_MS // 2,
            stop_event=stop,
            rust_timeout=every_ms,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            yield
    except (OSError, RuntimeError) as error:
        raise CorpusError("corpus_unwatched", folder=corpus, error=str(error)) from error
