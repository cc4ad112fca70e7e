"""What the engine is about to say beside its answers: the one place to change when it does."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from index.filters import Filter
from qa.answers import Answer, Citation
from qa.engine import Engine

_KNOWN = inspect.signature(Engine.ask).parameters


def ask(
    engine: Engine,
    question: str,
    *,
    before: str | None,
    among: Filter | None,
    progress: Callable[[str], None],
) -> Answer:
    """Ask *engine* with the question before, where it follows up, and hear how it goes on."""
    options: dict[str, Any] = {"before": before, "progress": progress}
    known = {name: value for name, value in options.items() if name in _KNOWN}
    return engine.ask(question, among=among, **known)


def said(answer: Answer) -> str | None:
    """Return the short answer's value in the user's language, where the quote is in another."""
    return getattr(answer, "said", None)


def conflict(answer: Answer) -> bool:
    """Tell whether the cited sources state different values."""
    return bool(getattr(answer, "conflict", False))


def own_script(citation: Citation) -> str | None:
    """Return the quote in the reader's Chinese script, where it is in the other one."""
    return getattr(citation, "own_script", None)
