"""The program with a judge that is sure of nothing: whatever it finds is only possible.

python -m tests.unsure serve
"""

from __future__ import annotations

import sys
from dataclasses import replace
from unittest.mock import patch

from cli.main import main
from qa import service
from qa.reading.judge import Judge, Thresholds, fitted_judge

NEVER, ALWAYS = 1.01, 0.0


def unsure_judge() -> Judge:
    """Return the judge that comes with the program, to which everything is possible."""
    judge = fitted_judge()
    limits = Thresholds(answer=NEVER, possible=ALWAYS)
    return replace(judge, thresholds=dict.fromkeys(judge.thresholds, limits))


if __name__ == "__main__":
    with patch.object(service, "fitted_judge", unsure_judge):
        sys.exit(main())
