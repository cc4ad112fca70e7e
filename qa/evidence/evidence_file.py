"""The evidence file: quotes with all that is needed to check them, as docs/evidence.md says."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from corpus.errors import CitedQAError
from qa.evidence.checked import Fields, WrongValueError
from qa.evidence.pinned import Pinned, as_json, from_json

FORMAT, VERSION = "cited-qa evidence", 1
# Bytes of a file, and quotes in it.
LARGEST, MOST = 20_000_000, 10_000


class EvidenceError(CitedQAError):
    """The file is no evidence that can be checked."""

    short = ""


def written(pins: Sequence[Pinned]) -> str:
    """Return *pins* as the text of an evidence file."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "program": f"cited-qa {version('cited-qa')}",
        "quotes": [as_json(pinned) for pinned in pins],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read(file: Path) -> list[Pinned]:
    """Return the quotes of an evidence file.

    Raises:
        EvidenceError: With what is wrong with it; nothing of it has been followed.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise EvidenceError("evidence_large", file=file, size=size, limit=LARGEST)
        content = file.read_bytes()
    except OSError as error:
        raise EvidenceError("evidence_unread_file", file=file, reason=error.strerror) from error
    return parsed(content, str(file))


def parsed(content: bytes, name: str) -> list[Pinned]:
    """Return the quotes in the bytes of an evidence file that is called *name*.

    Raises:
        EvidenceError: With what is wrong with it.
    """
    try:
        told: Any = json.loads(content.decode("utf-8-sig"), parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        raise EvidenceError("evidence_no_json", file=name) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise EvidenceError("evidence_other", file=name, format=FORMAT)
    if told.get("version") != VERSION or isinstance(told.get("version"), bool):
        raise EvidenceError("evidence_version", file=name, known=str(VERSION))
    quotes = told.get("quotes")
    if not isinstance(quotes, list) or not 0 < len(quotes) <= MOST:
        raise EvidenceError("evidence_count", file=name, limit=MOST)
    return [_pinned(each, number, name) for number, each in enumerate(quotes, start=1)]


def _pinned(content: object, number: int, name: str) -> Pinned:
    try:
        Fields(content)
        return from_json(content)
    except WrongValueError as error:
        field = str(error) or "quotes"
        raise EvidenceError("evidence_field", file=name, number=number, field=field) from error


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)
