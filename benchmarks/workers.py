"""A build in this process against one by workers: seconds, their ratio, memory, the same vectors.

    python -m benchmarks.workers --data FOLDER --work DIR [--workers ray]

Needs ``pip install 'cited-qa[ray]'``.  Each build starts from nothing, in a process of its own; memory is the
largest sum of the proportional set sizes of all its processes, looked at twice a second (Linux).
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from index.generations import current_name, read_manifest

PSS = "Pss:"


def family(root: int) -> list[int]:
    """Return the numbers of *root* and of all processes under it."""
    table = subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True, check=True)  # noqa: S607
    members = [root]
    for line in table.stdout.splitlines()[1:]:
        process, parent = map(int, line.split())
        if parent in members:
            members.append(process)
    return members


def proportional(process: int) -> int:
    """Return the kilobytes that a process has, its part only of what it shares."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith(PSS))
    return 0


def measured(data: Path, index: Path, workers: str) -> tuple[dict[str, float], float]:
    """Return the report of a build of *data* and the megabytes that it took at most."""
    shutil.rmtree(index, ignore_errors=True)
    command = [sys.executable, "-m", "cli.main", "build", "--json", "--corpus", str(data)]
    command = ["env", f"CITED_QA_WORKERS={workers}", *command, "--index", str(index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603
        most = 0
        while running.poll() is None:
            most = max(most, sum(map(proportional, family(running.pid))))
            time.sleep(0.5)
        told = running.communicate()[0]
    return json.loads(told), most / 1024


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--workers", default="ray")
    options = parser.parse_args()
    print("| workers | documents | passages | seconds | of the first | MB at most | vectors |")
    print("|---|--:|--:|--:|--:|--:|---|")
    first = 0.0
    for name in ("", options.workers):
        index = options.work / (name.replace(":", "-") or "here")
        report, megabytes = measured(options.data, index, name)
        first = first or report["seconds"]
        vectors = read_manifest(index, current_name(index)).files["vectors/000000.npy"][:12]
        print(
            f"| {name or 'this process'} | {report['documents']} | {report['passages']} "
            f"| {report['seconds']:.1f} | {report['seconds'] / first:.2f} | {megabytes:.0f} | {vectors} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
