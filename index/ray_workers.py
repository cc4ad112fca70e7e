"""Workers in the processes of a Ray cluster.

Actors hold the model, each loaded once; files and texts go to them in batches, and what they make
comes back in order (docs/decisions/0022).  A batch whose worker dies is done again by another.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Self

from corpus.errors import CitedQAError
from corpus.limits import Limits
from corpus.scanned import Report
from index.errors import WorkersError
from index.ray_cluster import MEGABYTES, Cluster, Ray
from index.remote_worker import KnownPages, Page, PagesRead
from index.workers import Batches, Here, Opened, Read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.embedder import Embedder
    from index.recognition_cache import RecognitionCache

# Files that go to a worker together: so many, or so many bytes; a larger one goes alone.
FILES, BYTES = 16, 200_000
# Batches that a worker has at a time, and that may be under way or wait for their turn, for each.
AT_A_TIME, UNDER_WAY = 2, 4
RETRIES = 3  # of a batch whose worker died
PATIENCE = 120.0  # seconds until the first worker is there


class RayWorkers:
    """The workers of a cluster; nothing is started before there is work for more than one."""

    def __init__(
        self,
        address: str,
        make_embedder: Callable[[], Embedder],
        here: Here,
        expected: Mapping[str, str],
        limits: Limits,
    ) -> None:
        """Make workers.

        Args:
            address: HOST:PORT of a cluster that runs; empty for one of this machine, with a worker
                for each core, that ends with the build.
            make_embedder: Is called on the machine of each worker.
            here: Does what is one batch only.
            expected: What :meth:`RemoteWorker.versions` must return there.
            limits: For one file.
        """
        self._address, self._here, self._limits = address, here, limits
        self._make_embedder, self._expected = make_embedder, expected
        self._open = ExitStack()
        self._pool: _Pool | None = None

    def __enter__(self) -> Self:
        self._open.enter_context(self._here)
        return self

    def __exit__(self, *_unused: object) -> None:
        self._pool = None
        self._open.close()

    def read(
        self, files: Iterator[Opened], pages: RecognitionCache, report: Report
    ) -> Iterator[Read]:
        """Yield what becomes of each of *files*, in their order.

        Raises:
            WorkersError: If there are no workers, or they cannot do it.
        """
        batches = _batched(files)
        first = list(islice(batches, 2))
        if len(first) < 2:
            yield from self._here.read(chain.from_iterable(first), pages, report)
            return
        sent = (
            [(file, pages.known_of(file.sha256)) for file in some] for some in chain(first, batches)
        )
        for event in self._started().in_order("read", sent):
            if isinstance(event, Read):
                yield event
            elif isinstance(event, PagesRead):
                report(event.done, event.total)
            else:
                _keep(event, pages)

    def embed(self, batches: Batches) -> Iterator[NDArray[np.float32]]:
        """Yield the unit rows of each of *batches*, in their order.

        Raises:
            WorkersError: If there are no workers, or they cannot do it.
        """
        first = list(islice(batches, 2))
        if len(first) < 2:
            yield from self._here.embed(iter(first))
            return
        yield from self._started().in_order("embed", chain(first, batches))

    def _started(self) -> _Pool:
        if self._pool is None:
            ray = self._open.enter_context(Cluster(self._address))
            self._pool = _Pool(ray, self._make_embedder, self._limits, self._expected)
            self._open.callback(self._pool.end)
        return self._pool


def _keep(page: Page, pages: RecognitionCache) -> None:
    if page.lines is None:
        pages.belongs(page.key, page.sha256)
    else:
        pages.keep(page.key, page.lines)


def _batched(files: Iterable[Opened]) -> Iterator[list[Opened]]:
    """Yield *files* in runs of at most FILES, and of BYTES unless one alone is larger."""
    batch: list[Opened] = []
    size = 0
    for file in files:
        if batch and (len(batch) == FILES or size + len(file.content) > BYTES):
            yield batch
            batch, size = [], 0
        batch.append(file)
        size += len(file.content)
    if batch:
        yield batch


@dataclass(slots=True, eq=False)
class _Task:
    """A batch that a worker has."""

    worker: Any
    results: Any  # a generator of references
    over: bool = False  # whether the worker has done it


class _Pool:
    """The actors of a build."""

    def __init__(
        self,
        ray: Ray,
        make_embedder: Callable[[], Embedder],
        limits: Limits,
        expected: Mapping[str, str],
    ) -> None:
        self._ray, self._expected = ray, expected
        actor = _actor(ray)
        ocr = bool(expected["recogniser"])
        there = ray.cluster_resources()
        count = min(there.get("CPU", 1), there.get("memory", MEGABYTES * 1e6) // (MEGABYTES * 1e6))
        # As bytes: they can be read there once the program is on the path.
        given = pickle.dumps((make_embedder, limits, ocr))
        self._all = [actor.remote(given) for _ in range(max(int(count), 1))]
        self._starting = {worker.versions.remote(): worker for worker in self._all}
        self._busy: dict[Any, int] = {}  # batches that each has, of those that are there
        self._admit(PATIENCE)
        if not self._busy:
            self.end()
            raise WorkersError(
                "workers_unstarted", reason=f"> {PATIENCE:.0f} s", megabytes=MEGABYTES
            )

    def end(self) -> None:
        """End all actors."""
        for worker in self._all:
            self._ray.kill(worker)

    def in_order(self, method: str, batches: Iterator[Any]) -> Iterator[Any]:
        """Yield what the workers' *method* yields for each of *batches*, in their order."""
        running: deque[_Task] = deque()
        while True:
            self._give(method, batches, running)
            if not running:
                return
            first = running[0]
            if not self._has_more(first, running):
                continue
            try:
                yield self._got(next(first.results))
            except StopIteration:
                self._finished(first)
                running.popleft()

    def _give(self, method: str, batches: Iterator[Any], running: deque[_Task]) -> None:
        """Give batches to the workers that have room, the idlest first."""
        self._admit(0)
        while len(running) < UNDER_WAY * len(self._busy):
            worker = min(self._busy, key=self._busy.__getitem__)
            if self._busy[worker] == AT_A_TIME:
                return
            batch = next(batches, None)
            if batch is None:
                return
            self._busy[worker] += 1
            running.append(_Task(worker, getattr(worker, method).remote(batch)))

    def _has_more(self, first: _Task, running: deque[_Task]) -> bool:
        """Wait until *first* has something or is over, or another task is over; tell which."""
        others = {task.results.completed(): task for task in running if not task.over}
        others = {ref: task for ref, task in others.items() if task is not first}
        waited = [first.results, *others, *self._starting]
        ready, _ = self._ray.wait(waited, num_returns=1, fetch_local=False)
        for ref in ready:
            if ref in others:
                self._finished(others[ref])
        return first.results in ready

    def _finished(self, task: _Task) -> None:
        if not task.over:
            task.over = True
            self._busy[task.worker] -= 1

    def _admit(self, seconds: float) -> None:
        """Let those work that have started; wait for the first so many *seconds*."""
        if not self._starting:
            return
        refs = list(self._starting)
        ready, _ = self._ray.wait(refs, num_returns=1 if seconds else len(refs), timeout=seconds)
        for ref in ready:
            worker, versions = self._starting.pop(ref), self._got(ref)
            for name, value in self._expected.items():
                if versions[name] != value:
                    raise WorkersError("workers_differ", has=versions[name], needs=value)
            self._busy[worker] = 0

    def _got(self, ref: Any) -> Any:  # noqa: ANN401 - whatever a worker gives
        exceptions = self._ray.exceptions
        try:
            return self._ray.get(ref)
        except exceptions.RayTaskError as error:
            if isinstance(error.cause, CitedQAError):
                raise error.cause from error
            raise WorkersError("workers_failed", reason=repr(error.cause)) from error
        except exceptions.RayError as error:
            lines = [line.strip().rstrip(".") for line in str(error).splitlines() if line.strip()]
            # First what it means, last why; between them, what Ray calls all that was there.
            reason = ": ".join(dict.fromkeys((lines[0], lines[-1]))) if lines else repr(error)
            raise WorkersError("workers_died", reason=reason, megabytes=MEGABYTES) from error


def _actor(ray: Ray) -> Any:  # noqa: ANN401 - a class of Ray's
    class Worker:
        """Sent by value: importing ``cited_qa`` puts an installed program on the path there."""

        def __init__(self, given: bytes) -> None:
            import_module("cited_qa")
            from index.remote_worker import RemoteWorker

            make_embedder, limits, ocr = pickle.loads(given)  # noqa: S301 - made above
            self._worker = RemoteWorker(make_embedder, limits, ocr=ocr)

        def versions(self) -> dict[str, str]:
            return self._worker.versions()

        def read(self, files: list[tuple[Opened, KnownPages]]) -> Iterator[Any]:
            yield from self._worker.read(files)

        def embed(self, texts: list[str]) -> Iterator[Any]:
            yield from self._worker.embed(texts)

    options = {"num_cpus": 1, "max_restarts": -1, "max_task_retries": RETRIES}
    return ray.remote(**options)(Worker)
