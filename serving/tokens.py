"""Tokens with which programs come in: made once, shown once, kept as hashes in one file.

A token has 256 random bits, so a plain SHA-256 of it cannot be turned round; a slow hash, as
passwords need, would only slow every request.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import threading
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from filelock import FileLock

from corpus.errors import CitedQAError

PREFIX = "cqa_"  # by which scanners for leaked secrets know one
NAME = re.compile(r"[\w.@-]{1,64}")
BYTES = 32


class TokenError(CitedQAError):
    """A token cannot be made, or the file of tokens cannot be used."""

    short = ""


@dataclass(frozen=True, slots=True)
class Token:
    """What a program may do that shows the secret; of that only the hash is known."""

    name: str
    digest: str  # SHA-256 of the secret, in hexadecimal
    created: str  # ISO 8601
    read_only: bool = False
    among: tuple[str, ...] = ()  # documents and folders that it may ask; all if there is none


class Tokens:
    """The file of tokens, read again whenever it has changed."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._read: tuple[tuple[int, int], dict[str, Token]] | None = None

    def made(self, name: str, *, read_only: bool = False, among: tuple[str, ...] = ()) -> str:
        """Keep a new token and return its secret, which is not kept.

        Raises:
            TokenError: If the name is none or taken, a folder leads out of that of the documents,
                or the file cannot be written.
        """
        if not NAME.fullmatch(name):
            raise TokenError("token_name", name=name)
        secret = PREFIX + secrets.token_urlsafe(BYTES)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        folders = tuple(map(_within, among))
        with self._writing():
            tokens = self.all()
            if any(token.name == name for token in tokens):
                raise TokenError("token_taken", name=name)
            made = Token(name, _digest(secret), created, read_only, folders)
            self._write([*tokens, made])
        return secret

    def revoke(self, name: str) -> None:
        """Let nobody in any more with the token called *name*.

        Raises:
            TokenError: If there is none, or the file cannot be written.
        """
        with self._writing():
            tokens = self.all()
            left = [token for token in tokens if token.name != name]
            if len(left) == len(tokens):
                raise TokenError("token_unknown", name=name)
            self._write(left)

    def all(self) -> list[Token]:
        """Return the tokens, the oldest first.

        Raises:
            TokenError: If the file cannot be read or is not one of tokens.
        """
        return list(self._known().values())

    def of(self, secret: str) -> Token | None:
        """Return the token whose secret this is; None if nobody was given it."""
        return self._known().get(_digest(secret))

    def _known(self) -> dict[str, Token]:
        try:
            stat = self._file.stat()
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unread(error) from error
        stamp = stat.st_mtime_ns, stat.st_ino
        with self._lock:
            if self._read is None or self._read[0] != stamp:
                self._read = stamp, self._parsed()
            return self._read[1]

    def _parsed(self) -> dict[str, Token]:
        try:
            content = json.loads(self._file.read_text(encoding="utf-8"))
            tokens = [Token(**each) for each in content["tokens"]]
            return {one.digest: replace(one, among=tuple(one.among)) for one in tokens}
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise self._unread(error) from error

    def _unread(self, error: Exception) -> TokenError:
        return TokenError("tokens_unread", file=self._file, error=str(error))

    def _writing(self) -> FileLock:
        with suppress(OSError):  # what cannot be made is told when it is written
            self._file.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(self._file.with_name(f".{self._file.name}.lock"))

    def _write(self, tokens: list[Token]) -> None:
        draft = self._file.with_name(f".{self._file.name}.{secrets.token_hex(4)}")
        content = json.dumps({"tokens": [asdict(token) for token in tokens]}, indent=1)
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(content)
            draft.replace(self._file)
        except OSError as error:
            raise TokenError("tokens_unwritten", file=self._file, error=str(error)) from error
        finally:
            draft.unlink(missing_ok=True)


def _within(folder: str) -> str:
    """Return the path of a folder as documents' paths begin."""
    path = PurePosixPath(folder)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise TokenError("token_folder", folder=folder)
    return str(path)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
