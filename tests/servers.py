"""The program as a server of its own, for tests without a browser."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


@contextmanager
def served(
    corpus: Path, index: Path, *arguments: str, program: str = "cli.main", **settings: str
) -> Iterator[int]:
    """Run `cited-qa serve` and yield its port."""
    with running(corpus, index, *arguments, program=program, **settings) as (port, _):
        yield port


@contextmanager
def running(
    corpus: Path, index: Path, *arguments: str, program: str = "cli.main", **settings: str
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Run `cited-qa serve`; yield its port and its process."""
    port = free_port()
    environment = {
        **os.environ,  # noqa: TID251 - handed on to the program
        "CITED_QA_INDEX": str(index),
        **settings,
    }
    command = [sys.executable, "-m", program, "serve", "--corpus", str(corpus)]
    server = subprocess.Popen(
        [*command, "--port", str(port), *arguments], env=environment, cwd=ROOT
    )
    try:
        await_page(server, f"http://127.0.0.1:{port}")
        yield port, server
    finally:
        server.terminate()
        server.wait(60)


def await_page(server: subprocess.Popen[bytes], address: str) -> None:
    """Wait until *server* answers at *address*."""
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return  # it asks for a password
        except OSError:
            assert server.poll() is None, "the server has ended"
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(address)
