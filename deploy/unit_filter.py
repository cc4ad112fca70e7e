"""Writes what SystemCallFilter= of the systemd unit allows to standard output, as BPF for bwrap.

Run by Debian's Python, which has libseccomp (python3-seccomp); systemd-analyze expands the sets.
"""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import seccomp

UNIT = Path(__file__).with_name("cited-qa.service")


def calls(name: str) -> set[str]:
    """Return the system calls of a set like ``@process``, or the call itself."""
    if not name.startswith("@"):
        return {name}
    listed = subprocess.run(
        ["systemd-analyze", "syscall-filter", name], capture_output=True, text=True, check=True
    ).stdout.split("\n")[1:]
    members = {line.strip() for line in listed} - {""}
    return {call for member in members if member[0] != "#" for call in calls(member)}


def allowed(unit: str) -> set[str]:
    """Return what the lines of *unit* leave, as systemd reads them: one after the other."""
    left: set[str] = set()
    for line in unit.splitlines():
        if line.startswith("SystemCallFilter="):
            values = line.partition("=")[2].split()
            taken = values[0].startswith("~")
            named = {call for value in values for call in calls(value.lstrip("~"))}
            left = left - named if taken else left | named
    return left


def main() -> None:
    """Write the filter."""
    program = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))
    for call in sorted(allowed(UNIT.read_text())):
        try:
            program.add_rule(seccomp.ALLOW, call)
        except (ValueError, RuntimeError):
            print(f"not on this machine: {call}", file=sys.stderr)
    program.export_bpf(sys.stdout)


if __name__ == "__main__":
    main()
