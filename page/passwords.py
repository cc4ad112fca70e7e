"""Passwords of a page that is shared: kept as scrypt hashes, a line for each user.

::

    anna:scrypt$16384$8$5$<salt>$<hash>     # cost, block size, parallelism; base64
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import re
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CitedQAError

# RFC 7914 with the parameters that OWASP recommends for 16 MiB of memory a check.
COST, BLOCK, PARALLEL = 2**14, 8, 5
SALT_BYTES, HASH_BYTES = 16, 32
MEMORY = 64 * 2**20  # what scrypt may use at most; OpenSSL's own limit is lower
SHORTEST = 8
NAME = re.compile(r"[^:\s#]+")


class PasswordError(CitedQAError):
    """A password or the file of passwords cannot be used."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """A password of which only the hash is known."""

    cost: int
    block: int
    parallel: int
    salt: bytes
    digest: bytes

    def matches(self, password: str) -> bool:
        """Tell whether this is the hash of *password*, in the same time whether or not it is."""
        digest = _digest(password, self.salt, self.cost, self.block, self.parallel)
        return hmac.compare_digest(digest, self.digest)


# Checked where there is no such user, so that nobody learns who there is from how long it takes.
NOBODY = Hashed(COST, BLOCK, PARALLEL, bytes(SALT_BYTES), bytes(HASH_BYTES))


class Users:
    """The users of a page and their passwords."""

    def __init__(self, hashed: dict[str, Hashed]) -> None:
        self._hashed = hashed

    def admits(self, name: str, password: str) -> bool:
        """Tell whether *name* is a user with this password."""
        known = self._hashed.get(name)
        return (known or NOBODY).matches(password) and known is not None


def line(name: str, password: str) -> str:
    """Return the line of the file for a user.

    Raises:
        PasswordError: If the name cannot stand there or the password is too short.
    """
    if not NAME.fullmatch(name):
        raise PasswordError("user_name", name=name)
    if len(password) < SHORTEST:
        raise PasswordError("password_short", characters=SHORTEST)
    salt = os.urandom(SALT_BYTES)
    digest = _digest(password, salt, COST, BLOCK, PARALLEL)
    encoded = "$".join(base64.b64encode(part).decode() for part in (salt, digest))
    return f"{name}:scrypt${COST}${BLOCK}${PARALLEL}${encoded}"


def read_users(file: Path) -> Users:
    """Return the users that *file* names; empty lines and those that begin with # are not read.

    Raises:
        PasswordError: If it cannot be read, names nobody, or a line is not as above.
    """
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PasswordError("passwords_unread", file=file, error=str(error)) from error
    hashed = {}
    for number, text in enumerate(lines, start=1):
        if text.strip() and not text.startswith("#"):
            name, _, rest = text.strip().partition(":")
            hashed[name] = _parsed(rest, file, number)
    if not hashed:
        raise PasswordError("passwords_empty", file=file)
    return Users(hashed)


def _parsed(text: str, file: Path, number: int) -> Hashed:
    try:
        cost, block, parallel, salt, digest = text.removeprefix("scrypt$").split("$")
        decoded = [base64.b64decode(part, validate=True) for part in (salt, digest)]
        return Hashed(int(cost), int(block), int(parallel), decoded[0], decoded[1])
    except (ValueError, binascii.Error):
        raise PasswordError("password_unhashed", file=file, line=number) from None


def _digest(password: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(
        password.encode(), salt=salt, n=cost, r=block, p=parallel, maxmem=MEMORY, dklen=HASH_BYTES
    )
