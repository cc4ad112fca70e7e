"""Values out of a file that anybody may have written: each is what it must be, or refused."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

HEXADECIMAL = re.compile(r"[0-9a-f]{64}")
TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}|")
LARGEST = 10**9  # an offset, a page, a row
LONGEST_PATH = 1_000
# Categories of characters that a path or a name on a terminal must not have.
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class WrongValueError(ValueError):
    """A field that is not what it must be; its name is the only argument."""


class Fields:
    """The fields of a JSON object.  Each method raises :class:`WrongValueError` with the name."""

    def __init__(self, content: object, name: str = "") -> None:
        if not isinstance(content, dict):
            raise WrongValueError(name)
        self._content: dict[str, Any] = content

    def wrong(self, name: str) -> WrongValueError:
        """Return the error that says that a field is wrong beside others."""
        return WrongValueError(name)

    def lacks(self, name: str) -> bool:
        """Tell whether there is no such field, or nothing in it."""
        return self._content.get(name) is None

    def inside(self, name: str) -> Fields:
        """Return the object in a field."""
        return Fields(self._content.get(name), name)

    def text(self, name: str, longest: int) -> str:
        """Return a text that can be written in UTF-8; empty where there is none."""
        value = self._content.get(name)
        value = "" if value is None else value
        if not isinstance(value, str) or len(value) > longest:
            raise WrongValueError(name)
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise WrongValueError(name)
        return value

    def count(self, name: str, *, optional: bool = False) -> Any:  # noqa: ANN401 - int, or None
        """Return a number that counts something, not negative; None where it may be missing."""
        value = self._content.get(name)
        if value is None and optional:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LARGEST:
            raise WrongValueError(name)
        return value

    def share(self, name: str) -> float | None:
        """Return a share from 0 to 1; None where there is none."""
        value = self._content.get(name)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
            raise WrongValueError(name)
        return float(value)

    def digest(self, name: str, *, optional: bool = False) -> str:
        """Return a SHA-256 in lower case; empty where it may be missing."""
        value = self.text(name, 64)
        if not HEXADECIMAL.fullmatch(value) and not (optional and not value):
            raise WrongValueError(name)
        return value

    def tag(self, name: str) -> str:
        """Return what has the form of a tag of a language."""
        value = self.text(name, 40)
        if not TAG.fullmatch(value):
            raise WrongValueError(name)
        return value

    def pair(self, name: str) -> tuple[str, str] | None:
        """Return the kind and the name of a part of a document; None where there is none."""
        value = self._content.get(name)
        if value is None:
            return None
        if not isinstance(value, list) or len(value) != len(("kind", "name")):
            raise WrongValueError(name)
        pair = Fields({"kind": value[0], "name": value[1]})
        return pair.text("kind", 40), pair.text("name", LONGEST_PATH)

    def path(self, name: str) -> str:
        """Return the path of a document in its folder: nothing leads out of that."""
        value = self.text(name, LONGEST_PATH)
        places = PurePosixPath(value)
        outside = places.is_absolute() or ".." in places.parts or PureWindowsPath(value).drive
        if not value or outside or any(unicodedata.category(one) in UNSEEN for one in value):
            raise WrongValueError(name)
        return value
