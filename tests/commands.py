"""What a command of the program gives back, and what an answer carries."""

from __future__ import annotations

from collections.abc import Callable

from qa.answers import Answer, Explanation

Run = Callable[..., tuple[int, str, str]]  # arguments to exit code, output, error output


def why(answer: Answer) -> Explanation:
    """Return the explanation that an engine's answer carries."""
    assert answer.explanation is not None
    return answer.explanation
