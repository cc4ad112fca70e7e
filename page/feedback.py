"""What users say of answers: a line of JSON for each rating, in a file on this machine."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from pathlib import Path

from page.conversation import Turn


class Feedback:
    """Appends ratings to one file; several threads may."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def note(self, turn: Turn, *, liked: bool) -> None:
        """Write down that *turn* was rated, with what is needed to look at it again.

        Raises:
            OSError: If the file cannot be written.
        """
        answer = turn.answer
        line = {
            "time": datetime.now(UTC).isoformat(timespec="seconds"),
            "liked": liked,
            "question": turn.question,
            "understood": answer and answer.understood,
            "kind": answer and answer.kind,
            "declined": answer and answer.declined,
            "confidence": answer and answer.confidence,
            "generation": answer and answer.generation,
            "citations": [
                {name: getattr(cited, name) for name in ("document", "sha256", "start", "end")}
                for cited in (answer.citations or answer.nearest if answer else ())
            ],
        }
        with self._lock:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
