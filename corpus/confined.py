"""A child process that is given bytes and gives values; it may crash, hang or swell alone.

It opens no document, may write no file and open no connection.  Messages are a line of JSON each;
a request is followed by its bytes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from corpus.errors import UnreadableFileError
from language.messages import Message

START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {module} import serve; serve()"  # fmt: skip  # noqa: E501
Answer = Callable[[dict[str, Any], bytes], Any]


class ConfinedProcess:
    """Runs ``serve()`` of a module; started with the first request, and again after an end.

    A context manager: the process ends with the block.
    """

    def __init__(self, module: str, arguments: dict[str, Any]) -> None:
        self._module, self._arguments = module, arguments
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_unused: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process; the next request starts a new one."""
        if self._process is not None:
            self._process.kill()
            with suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None

    @property
    def pid(self) -> int:
        """The number of the process that runs; 0 where none does."""
        return self._process.pid if self._process else 0

    def ask(self, request: dict[str, Any], content: bytes, seconds: float) -> Any:  # noqa: ANN401
        """Return the answer to *request*, plain values of JSON.

        Raises:
            UnreadableFileError: Because the process says so, was ended after *seconds* or died.
        """
        process = self._started()
        late = threading.Timer(seconds, process.kill)
        late.start()
        try:
            assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018
            message = {**request, "size": len(content)}
            process.stdin.write(json.dumps(message).encode() + b"\n" + content)
            process.stdin.flush()
            reply: dict[str, Any] = json.loads(process.stdout.readline())
        except (OSError, ValueError):
            expired = not late.is_alive()
            self.close()
            if expired:
                raise UnreadableFileError("file_slow", seconds=seconds) from None
            raise UnreadableFileError("file_crash") from None
        finally:
            late.cancel()
        if "reason" in reply:
            reason = Message.from_json(reply["reason"])
            raise UnreadableFileError(reason.code, **reason.values)
        return reply["answer"]

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            start = START.format(module=self._module)
            path, arguments = json.dumps(sys.path), json.dumps(self._arguments)
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-P", "-c", start, path, arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def arguments() -> dict[str, Any]:
    """Return, in the process, what it was started with."""
    given: dict[str, Any] = json.loads(sys.argv[2])
    return given


def serve_with(answer: Answer, memory_bytes: int) -> None:
    """Answer requests until there are no more, within *memory_bytes* of address space."""
    _confine(memory_bytes)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # A library that prints must not print into an answer.
    for line in sys.stdin.buffer:
        request = json.loads(line)
        content = sys.stdin.buffer.read(request["size"])
        reply = json.dumps(_reply(answer, request, content, memory_bytes))
        answers.write(reply.encode() + b"\n")
        answers.flush()


def _confine(memory_bytes: int) -> None:
    sys.addaudithook(_refuse_connections)
    try:
        import resource
    except ImportError:
        return  # Windows has none; the time limit holds there too.
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _refuse_connections(event: str, _arguments: tuple[Any, ...]) -> None:
    if event in {"socket.connect", "socket.getaddrinfo", "socket.sendto"}:
        raise PermissionError(event)


def _reply(
    answer: Answer, request: dict[str, Any], content: bytes, memory_bytes: int
) -> dict[str, Any]:
    try:
        return {"answer": answer(request, content)}
    except UnreadableFileError as error:
        reason = error.message
    except MemoryError:
        reason = Message("file_memory", {"limit": memory_bytes})
    except Exception as error:  # noqa: BLE001 - whatever a library raises means a damaged file
        reason = Message("file_odd", {"kind": type(error).__name__})
    return {"reason": reason.as_json()}
