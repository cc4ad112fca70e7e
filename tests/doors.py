"""What the tests of all doors for programs share: documents, questions, tokens, what is quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api.selectors import QUOTING
from serving.shared import Shared

TEXTS = {
    "en/mill.txt": "The old mill of Harrow Bend was rebuilt in 1874. It has 12 sails.\n\nThe miller, Ada Finch, kept bees.",
    "fr/moulin.txt": "Le moulin d’Aubrac fut construit en 1832. Il compte quatre ailes et appartient à la commune.",
    "zh/水车.txt": "兰溪水车建于1561年，高16米。\n\n水车由当地的木匠修理，每年一次。",
    "zh/水車.txt": "霧峰水車於1903年完工,直徑8公尺,現由農會管理。",
    "secret/plan.txt": "The council will sell the old mill of Harrow Bend in 2031.",
}
QUESTIONS = [
    ("When was the mill of Harrow Bend rebuilt?", "1874"),
    ("Combien d’ailes compte le moulin d’Aubrac ?", "quatre"),
    ("兰溪水车有多高？", "16米"),
    ("霧峰水車的直徑是多少?", "8公尺"),
]


def bearer(shared: Shared, name: str, **what: Any) -> dict[str, str]:  # noqa: ANN401
    shared.service.settings.token_file.unlink(missing_ok=True)
    return {"authorization": f"Bearer {shared.tokens.made(name, **what)}"}


def quotes_of(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - plain values, nested
    """Yield whatever quotes in plain values, outermost first."""
    if isinstance(value, list):
        for each in value:
            yield from quotes_of(each)
    elif isinstance(value, dict):
        if all(name in value for name in QUOTING):
            yield value
        for each in value.values():
            yield from quotes_of(each)
