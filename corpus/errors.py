"""The root of every error that a person can cause and repair."""

from __future__ import annotations

from typing import Any, ClassVar

from language.messages import Message


class CitedQAError(Exception):
    """Says what is wrong, what it means and which command repairs it, in any language spoken.

    The command line and the page catch this class only, and show its text without a traceback.
    """

    # The phrase that says it where there is little room; empty where the text itself is short.
    short: ClassVar[str] = "error"

    def __init__(self, code: str, /, **values: Any) -> None:  # noqa: ANN401 - what a message takes
        super().__init__(code)
        self.message = Message(code, values)

    def __str__(self) -> str:
        """Return it in English, for logs and programs."""
        return self.told("en")

    def told(self, language: str) -> str:
        """Return what is wrong in *language*, a BCP 47 tag."""
        return self.message.told(language)

    def briefly(self, language: str) -> tuple[str, str]:
        """Return what is wrong in few words, and all that is known where that is more."""
        if not self.short:
            return self.told(language), ""
        return Message(self.short, self.message.values).told(language), self.told(language)


class UnreadableFileError(CitedQAError):
    """A file of the corpus cannot be read; it is listed, skipped and explained."""


class CorpusError(CitedQAError):
    """The corpus folder itself cannot be used."""

    short = "error_corpus"
