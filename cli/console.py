"""What stands beside the output of a command: complaints, notices, how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from corpus.errors import CitedQAError
from language.messages import Message
from language.phrases import phrase


def complain(problem: CitedQAError | Message, language: str) -> None:
    """Say what went wrong, or what somebody should know, beside the output."""
    print(f"cited-qa: {problem.told(language)}", file=sys.stderr, flush=True)


class progress_bar:  # noqa: N801 - used as a function
    """Shows the stages of a build on the terminal; nothing where there is none."""

    def __init__(self, language: str, *, quiet: bool) -> None:
        self._language, self._quiet = language, quiet
        self._bar: Any = None

    def __enter__(self) -> Callable[[str, int, int], None]:
        return self._show

    def _show(self, stage: str, done: int, total: int) -> None:
        from tqdm import tqdm

        label = phrase(f"stage_{stage}", self._language)
        if self._bar is None or self._bar.desc != label:
            self.__exit__()
            self._bar = tqdm(desc=label, total=total, disable=None if not self._quiet else True)
            self._bar.desc = label
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def __exit__(self, *_unused: object) -> None:
        if self._bar is not None:
            self._bar.close()
