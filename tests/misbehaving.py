"""What runs in a confined process and does what such processes should not do."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path
from typing import Any

from corpus.confined import arguments, serve_with
from corpus.errors import UnreadableFileError

MEMORY = 400_000_000


def crash() -> None:
    os.abort()


def hang() -> None:
    time.sleep(60)


def swell() -> None:
    bytearray(2 * MEMORY)


def fail() -> None:
    raise ZeroDivisionError


def write() -> None:
    Path(arguments()["folder"], "written").write_text("secret")


def connect() -> None:
    socket.create_connection(("localhost", 9), timeout=1)


def complain() -> None:
    raise UnreadableFileError("file_encrypted")


DEEDS = {deed.__name__: deed for deed in (crash, hang, swell, fail, write, connect, complain)}


def serve() -> None:
    def answer(request: dict[str, Any], content: bytes) -> int:
        if request["deed"]:
            DEEDS[request["deed"]]()
        return len(content)

    serve_with(answer, MEMORY)
