"""One process against two over one index: questions a second, waiting, memory that is shared.

    python -m benchmarks.processes --work DIR --seconds 30

Eight people ask the endpoint for programs, each the next question once the one before is answered;
with two processes, four ask each.  The documents are the sample.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.load import asked

PORT = 7890
PEOPLE = 8
CALM = {"CITED_QA_PER_MINUTE": "100000", "GRADIO_ANALYTICS_ENABLED": "False"}
SETUPS: tuple[tuple[str, int, dict[str, str]], ...] = (
    ("one process", 1, {}),
    ("two processes", 2, {}),
    ("two processes, a thread each", 2, {"OMP_NUM_THREADS": "1"}),
)
MEMORY = ("Rss", "Pss", "Shared_Clean", "Shared_Dirty", "Private_Clean", "Private_Dirty")


@contextmanager
def server(port: int, settings: dict[str, str]) -> Iterator[int]:
    """Run the program and yield the number of its process."""
    environment = os.environ | CALM | settings  # noqa: TID251 - handed on to the program
    command = [sys.executable, "-m", "cli.main", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment)  # noqa: S603
    try:
        await_port(process, port)
        yield process.pid
    finally:
        process.terminate()
        process.wait(30)


def await_port(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}", timeout=5).close()
        except OSError:
            assert process.poll() is None
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(port)


def memory(process: int) -> dict[str, int]:
    """Return the memory of *process* by kind, in MB; Pss counts what n share as an n-th."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    sizes = dict(re.findall(r"^(\w+): +(\d+) kB", text, re.M))
    return {kind: int(sizes[kind]) // 1000 for kind in MEMORY}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args()
    index = {"CITED_QA_INDEX": str(options.work / "index")}
    for name, count, settings in SETUPS:
        with ExitStack() as running:
            ports = [PORT + n for n in range(count)]
            processes = [running.enter_context(server(port, index | settings)) for port in ports]
            urls = [f"http://127.0.0.1:{port}" for port in ports]
            asked(urls, PEOPLE, 10)  # models, dictionaries
            measured = asked(urls, PEOPLE, options.seconds)
            held = [memory(process) for process in processes]
            print(json.dumps({"setup": name, **measured, "memory MB": held}), flush=True)


if __name__ == "__main__":
    main()
