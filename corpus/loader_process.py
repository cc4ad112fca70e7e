"""Loaders in a process of their own: what crashes, hangs or swells there is one file skipped.

The parsers of office files and PDFs are large and partly not memory-safe, and the files are not
ours.  The process gets bytes and gives text: it opens no document and may write no file.
Messages are a line of JSON each; a request is followed by the file's bytes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from typing import Any, Self

from corpus.converter import convert
from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from corpus.loaders import CONVERTED, MODULES, PLAIN, RICH_TEXT, check, load
from corpus.loaders.loaded import Loaded
from language.messages import Message

START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from corpus.loader_process import serve; serve()"  # fmt: skip  # noqa: E501


class Loaders:
    """Loads files within limits; a context manager.  The process starts with the first need."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_unused: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process; the next file starts a new one."""
        if self._process is not None:
            self._process.kill()
            with suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None

    def load(self, suffix: str, content: bytes) -> Loaded:
        """Return the source text of *content*, a file whose name ends in *suffix*.

        Raises:
            UnreadableFileError: With the reason, where there is none.
        """
        suffix = suffix.lower()
        if suffix in PLAIN:
            return load(suffix, content, self.limits)
        if suffix in CONVERTED:
            suffix, content = self._converted(suffix, content)
        reply = self._asked(suffix, content)
        if "code" in reply:
            reason = Message.from_json(reply)
            raise UnreadableFileError(reason.code, **reason.values)
        return Loaded.from_json(reply)

    def _converted(self, suffix: str, content: bytes) -> tuple[str, bytes]:
        """Return an old office file as one that is read here, with the end of its name."""
        check(suffix, content, self.limits)
        if content.startswith(RICH_TEXT):  # which old programs call .doc
            return ".rtf", content
        try:
            target = CONVERTED[suffix]
            return target, convert(content, suffix, target, self.limits)
        except UnreadableFileError:
            if suffix in MODULES:
                return suffix, content
            raise

    def _asked(self, suffix: str, content: bytes) -> dict[str, Any]:
        process = self._started()
        late = threading.Timer(self.limits.seconds, process.kill)
        late.start()
        try:
            assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018
            request = {"suffix": suffix, "size": len(content)}
            process.stdin.write(json.dumps(request).encode() + b"\n" + content)
            process.stdin.flush()
            reply: dict[str, Any] = json.loads(process.stdout.readline())
        except (OSError, ValueError):
            expired = not late.is_alive()
            self.close()
            if expired:
                raise UnreadableFileError("file_slow", seconds=self.limits.seconds) from None
            raise UnreadableFileError("file_crash") from None
        finally:
            late.cancel()
        return reply

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            path, limits = json.dumps(sys.path), json.dumps(asdict(self.limits))
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
                [sys.executable, "-P", "-c", START, path, limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def serve() -> None:
    """Answer requests until there are no more: what the process runs."""
    limits = Limits(**json.loads(sys.argv[2]))
    _confine(limits)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # A library that prints must not print into an answer.
    for line in sys.stdin.buffer:
        request = json.loads(line)
        content = sys.stdin.buffer.read(request["size"])
        reply = json.dumps(_reply(request["suffix"], content, limits))
        answers.write(reply.encode() + b"\n")
        answers.flush()


def _confine(limits: Limits) -> None:
    try:
        import resource
    except ImportError:
        return  # Windows has none; the time limit holds there too.
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _reply(suffix: str, content: bytes, limits: Limits) -> dict[str, Any]:
    try:
        return load(suffix, content, limits).as_json()
    except UnreadableFileError as error:
        return error.message.as_json()
    except MemoryError:
        return Message("file_memory", {"limit": limits.memory_bytes}).as_json()
    except Exception as error:  # noqa: BLE001 - whatever a library raises means a damaged file
        return Message("file_odd", {"kind": type(error).__name__}).as_json()
