"""OCR in a process of its own: what crashes, hangs or swells there is one page not read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from corpus.confined import ConfinedProcess, arguments, serve_with
from corpus.limits import Limits
from corpus.ocr import rapid_recogniser
from corpus.ocr.recognition import Line, lines_as_json, lines_from_json


def has_ocr() -> bool:
    """Tell whether the packages for OCR are installed: ``pip install 'cited-qa[ocr]'``."""
    return bool(rapid_recogniser.fingerprint())


@contextmanager
def installed(limits: Limits) -> Iterator[ConfinedRecogniser | None]:
    """Give a recogniser while it is needed; None where OCR is not installed."""
    if not has_ocr():
        yield None
        return
    with ConfinedRecogniser(limits) as recogniser:
        yield recogniser


class ConfinedRecogniser(ConfinedProcess):
    """Recognises pages within limits; a context manager.  The process starts with the first."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.fingerprint = rapid_recogniser.fingerprint()
        self._limits = limits or Limits()
        super().__init__(__name__, asdict(self._limits))

    def recognise(self, image: bytes) -> tuple[Line, ...]:
        """Return the lines of the page in reading order.

        Raises:
            UnreadableFileError: With the reason, if that was not to be had within the limits.
        """
        return lines_from_json(self.ask({}, image, self._limits.page_seconds))


def serve() -> None:
    """Answer requests until there are no more: what the process runs."""
    recogniser: list[rapid_recogniser.RapidRecogniser] = []

    def answer(_request: dict[str, Any], content: bytes) -> Any:  # noqa: ANN401 - values of JSON
        if not recogniser:
            recogniser.append(rapid_recogniser.RapidRecogniser())
        return lines_as_json(recogniser[0].recognise(content))

    serve_with(answer, Limits(**arguments()).recogniser_bytes)
