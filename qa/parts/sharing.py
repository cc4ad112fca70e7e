"""Nouns that share one question: what are the length and the weight of the bridge."""

from __future__ import annotations

from language.part_rules import PartRules

LEAST = 2


def each_noun(clause: str, rules: PartRules) -> list[str]:
    """Return *clause* asked of each of the nouns that it asks of together, or as it is.

    Args:
        clause: Of a question, without its question mark.
        rules: Of its language.
    """
    match = rules.shared.fullmatch(clause)
    if match is None or rules.together.search(clause):
        return [clause]
    items = [item.strip() for item in rules.apart.split(match["items"]) if item.strip()]
    if len(items) < LEAST:
        return [clause]
    front = rules.singular.sub(rules.of_one, match["front"])
    return [front + item + match["rest"] for item in items]
