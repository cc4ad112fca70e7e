"""Starts the server as the image does and asks it; run inside what confines it, by image_try.sh.

Standard library only: it is run by the image's own Python.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

ADDRESS = f"http://127.0.0.1:{os.environ['CITED_QA_PORT']}"
ASKED = (
    ("When was the lighthouse of Port Clement lit first?", "1871", "lighthouse.docx"),
    ("How much does the harbour bell weigh?", "640", "bell.png"),
    ("Combien mesure la passerelle de Verrès ?", "84", "bridge.txt"),
    ("镇上的图书馆藏书多少？", "三万", "bridge.txt"),
)
MUST_NOT_WRITE = ("/", "/opt/cited-qa", "/opt/cited-qa/model", "/documents", "/usr", "/etc")


def main() -> int:
    """Return 0 if all went well."""
    for place in MUST_NOT_WRITE:
        assert not os.access(place, os.W_OK), f"{place} can be written"
    print(f"== as user {os.getuid()}, groups {os.getgroups()}, {capabilities()}")
    started = time.monotonic()
    server = subprocess.Popen(["cited-qa", "serve"])
    try:
        await_page(server)
        print(f"== the page is up after {time.monotonic() - started:.1f} s, three documents read")
        for question, words, document in ASKED:
            asked = time.monotonic()
            answer = ask(question)
            first = answer["citations"][0]
            assert words in first["quote"], answer
            assert first["document"] == document, answer
            print(f"{time.monotonic() - asked:5.1f} s  {question}  {first['quote']}")
        healthy()
        peak = Path(f"/proc/{server.pid}/status").read_text().partition("VmHWM:")[2].split()[0]
        print(f"== {int(peak) // 1000} MB of memory at most; in /data: {written('/data')}")
        print(f"== in /tmp: {written('/tmp')}")
    finally:
        server.send_signal(signal.SIGINT)
        ended = time.monotonic()
        code = server.wait(20)
    print(f"== ended {time.monotonic() - ended:.1f} s after the interrupt, with {code}")
    return 0


def capabilities() -> str:
    """Return what the kernel says that this process may do."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return ", ".join(line.replace("\t", " ") for line in lines if line[:6] in ("CapEff", "NoNewP"))


def await_page(server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers."""
    for _ in range(600):
        try:
            urllib.request.urlopen(ADDRESS, timeout=5).close()
        except OSError:
            assert server.poll() is None, "the server has ended"
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(ADDRESS)


def ask(question: str) -> dict[str, Any]:
    """Return the answer object, by the page's endpoint for programs."""
    place = f"{ADDRESS}/gradio_api/call/ask"
    body = json.dumps({"data": [question, "auto", 3, None, None]}).encode()
    request = urllib.request.Request(place, body, {"content-type": "application/json"})
    event = json.load(urllib.request.urlopen(request, timeout=60))["event_id"]
    told = urllib.request.urlopen(f"{place}/{event}", timeout=300).read().decode()
    assert "event: complete" in told, told
    answers: list[dict[str, Any]] = json.loads(told.rpartition("data: ")[2])
    return answers[0]


def healthy() -> None:
    """Say what the health check says: the one of the image."""
    try:
        with urllib.request.urlopen(f"{ADDRESS}/healthz", timeout=4) as reply:
            print(f"== /healthz: {reply.status}")
    except urllib.error.HTTPError as error:
        print(f"== /healthz: {error.code}: THE IMAGE WOULD BE UNHEALTHY")


def written(folder: str) -> str:
    """Return what lies there."""
    return ", ".join(sorted(path.name for path in Path(folder).iterdir())) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
