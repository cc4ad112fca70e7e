"""What is to be said to people, as a value: a code and what is put in, in no language yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from language.phrases import listing, phrase


@dataclass(frozen=True, slots=True)
class Message:
    """A key of the phrases with its values.

    A value is text, a number (of which there are so many; a number that is a name, like a port's,
    is text), another message, or a tuple of these.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def told(self, language: str) -> str:
        """Return it in *language*, a BCP 47 tag."""
        told = {name: _told(value, language) for name, value in self.values.items()}
        return phrase(self.code, language, **told)

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {"code": self.code, "values": {k: _plain(v) for k, v in self.values.items()}}

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Self:
        """Return the message that :meth:`as_json` gave."""
        return cls(content["code"], {k: _restored(v) for k, v in content["values"].items()})


def _told(value: Any, language: str) -> Any:  # noqa: ANN401 - text, a number, messages
    if isinstance(value, Message):
        return value.told(language)
    if isinstance(value, tuple):
        return listing([_told(item, language) for item in value], language)
    return value


def _plain(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Message):
        return value.as_json()
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _restored(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return Message.from_json(value)
    return tuple(map(_restored, value)) if isinstance(value, list) else value
