"""What runs in a confined process and does what such processes should not do."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

from corpus.confined import arguments, serve_with
from corpus.errors import UnreadableFileError

MEMORY = 400_000_000


def serve() -> None:
    folder = Path(arguments()["folder"])

    def answer(request: dict[str, Any], content: bytes) -> int:
        match request["deed"]:
            case "crash":
                os.abort()
            case "hang":
                time.sleep(60)
            case "swell":
                bytearray(2 * MEMORY)
            case "raise":
                raise ZeroDivisionError
            case "write":
                (folder / "written").write_text("secret")
            case "complain":
                raise UnreadableFileError("file_encrypted")
        return len(content)

    serve_with(answer, MEMORY)
