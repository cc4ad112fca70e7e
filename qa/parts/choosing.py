"""Which of two things is higher, older, has more: what is asked of each of them."""

from __future__ import annotations

import regex

from language.part_rules import PartRules
from language.values.figures import figures, ordinals
from qa.parts.comparing import Thing

ORDINAL = regex.compile(r"\p{L}+ [\p{L}\d]+")  # the first
DID = {"has": "does", "have": "do", "had": "did"}


def choice(question: str, rules: PartRules) -> list[Thing]:
    """Return the two things between which *question* chooses, each with what is asked of it.

    Args:
        question: Which is higher, the dam or the tower?
        rules: Of its language.
    """
    asked = question.strip().rstrip(" ?？。.\u00a0\u202f")
    for each in rules.choices:
        match = each.asks.fullmatch(asked)
        if match:
            words = match.groupdict()
            had = (words.get("had") or "has").lower()
            beside = {"noun": words.get("noun") or "", "did": DID.get(had, had)}
            names = match["a"].strip(), match["b"].strip()
            noun = words.get("of") or next((_last(name) for name in names if not _bare(name)), "")
            whole = [f"{name} {noun}".strip() if _bare(name) else name for name in names]
            return [_thing(name, each.alone, beside) for name in whole]
    return []


def _bare(name: str) -> bool:
    """Tell whether *name* lacks the noun of its ordinal: the first."""
    return ORDINAL.fullmatch(name) is not None and bool(ordinals(figures(name)))


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


def _thing(name: str, alone: str, beside: dict[str, str]) -> Thing:
    question = alone.format_map({"it": name, **beside})
    return Thing(name, question[:1].upper() + question[1:])
