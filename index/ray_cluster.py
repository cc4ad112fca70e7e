"""A Ray cluster that a build uses, its own or one that runs.  The only file that imports Ray."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from contextlib import ExitStack
from tempfile import TemporaryDirectory
from typing import Any

from index.errors import WorkersError

MEGABYTES = 1500  # of memory that a worker takes
STORE = 500_000_000  # bytes of shared memory for what is on its way; beyond, Ray uses the disk
HEALTH = 20.0  # seconds for a cluster to say that it is there
# Ray has one cluster a process.
CLUSTER = threading.Lock()
Ray = Any  # it has no types that mypy could follow through the decorators


class Cluster:
    """A connection to the cluster at an address, or a cluster of this machine; gives ``ray``."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._open = ExitStack()

    def __enter__(self) -> Ray:
        try:
            import ray
        except ImportError as error:
            raise WorkersError("workers_missing") from error
        with ExitStack() as opening:
            opening.enter_context(CLUSTER)
            quiet = {"log_to_driver": False, "configure_logging": False, "logging_level": "ERROR"}
            opening.callback(ray.shutdown)
            if self._address:
                _check_there(self._address)
                _connected(ray, address=self._address, **quiet)
            else:
                folder = TemporaryDirectory(prefix="cited-qa-ray-", ignore_cleanup_errors=True)
                # Entered before the connection is left: its files are removed after that.
                opening.push(folder)
                opening.callback(ray.shutdown)
                _connected(
                    ray, address="local", include_dashboard=False, _temp_dir=folder.name,
                    object_store_memory=STORE, **quiet,
                )  # fmt: skip
            self._open = opening.pop_all()
        return ray

    def __exit__(self, *_unused: object) -> None:
        self._open.close()


def _connected(ray: Ray, address: str, **options: Any) -> None:  # noqa: ANN401 - as Ray takes them
    try:
        ray.init(address=address, **options)
    except (RuntimeError, ConnectionError, ValueError, OSError) as error:
        told = str(error).strip()
        if "ersion mismatch" in told:
            raise WorkersError("workers_version", address=address, reason=told) from error
        raise WorkersError("workers_unstarted", reason=told, megabytes=MEGABYTES) from error


def _check_there(address: str) -> None:
    """Look for a cluster at *address*: Ray itself would wait for it for minutes."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), HEALTH / 4).close()
    except OSError as error:
        reason = error.strerror or str(error)
        raise WorkersError(
            "workers_unreachable", address=address, port=port, reason=reason
        ) from error
    check = ["-m", "ray.scripts.scripts", "health-check", "--skip-version-check"]
    try:
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, *check, "--address", address],
            capture_output=True, check=True, timeout=HEALTH,
        )  # fmt: skip
    except subprocess.SubprocessError as error:
        raise WorkersError("workers_none_there", address=address) from error
