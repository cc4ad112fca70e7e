"""Pages that are pictures: each is drawn, read by OCR, and its text put where it belongs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from corpus.errors import UnreadableFileError
from corpus.loader_process import Loaders
from corpus.loaders.loaded import Loaded
from corpus.ocr.recognition import Line, Recogniser
from language.messages import Message

Report = Callable[[int, int], None]  # pages done, of how many; raises to stop


def no_report(_done: int, _total: int) -> None:
    """Report nothing."""


def with_scans(
    loaded: Loaded,
    file: tuple[str, bytes],
    loaders: Loaders,
    recogniser: Recogniser | None,
    report: Report = no_report,
) -> Loaded:
    """Return *loaded* with the text of its ``scans``; those that stay unread are notes.

    Args:
        loaded: As the loader left it.
        file: Its suffix and its bytes.
        loaders: Draw the pages.
        recogniser: Reads them; None where OCR is not installed.
        report: Is told how far it is.

    Raises:
        UnreadableFileError: If no page has any text.
    """
    if recogniser is None:
        pages_unread = tuple(map(str, loaded.scans))
        return _explained(loaded, [Message("note_scan", {"pages": pages_unread})])
    pages: dict[int, tuple[Line, ...]] = {}
    unread: list[Message] = []
    end = time.monotonic() + loaders.limits.ocr_seconds
    for done, number in enumerate(loaded.scans):
        report(done, len(loaded.scans))
        try:
            _check_time(end, loaders.limits.ocr_seconds)
            pages[number] = recogniser.recognise(loaders.picture(*file, number))
        except UnreadableFileError as error:
            values = {"page": str(number), "reason": error.message}
            unread.append(Message("note_page_unread", values))
    report(len(loaded.scans), len(loaded.scans))
    return _explained(loaders.load(*file, pages), unread)


def _check_time(end: float, seconds: float) -> None:
    if time.monotonic() > end:
        raise UnreadableFileError("file_slow", seconds=seconds)


def _explained(loaded: Loaded, unread: list[Message]) -> Loaded:
    if loaded.text.strip():
        return replace(loaded, scans=(), notes=(*loaded.notes, *unread))
    if not unread:
        raise UnreadableFileError("file_no_text")
    first = unread[0].values.get("reason", Message("file_scan"))
    raise UnreadableFileError(first.code, **first.values)
