"""The program with an engine that takes its time: long enough to press a button.

python -m tests.slow serve
"""

from __future__ import annotations

import sys
import time
from unittest.mock import patch

from cli.main import main
from qa.answers import Answer
from qa.engine import Engine

SECONDS = 8
ask = Engine.ask


def slowly(engine: Engine, question: str, **how: object) -> Answer:
    """Answer *question* as the program does, later."""
    report = how.get("report")
    if callable(report):
        report("searching")
        time.sleep(SECONDS)
    return ask(engine, question, **how)  # type: ignore[arg-type]


if __name__ == "__main__":
    with patch.object(Engine, "ask", slowly):
        sys.exit(main())
