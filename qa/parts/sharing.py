"""Nouns that share one question: what are the length and the weight of the bridge."""

from __future__ import annotations

from language.part_rules import PartRules

LEAST = 2


def each_count(question: str, mark: str, rules: PartRules) -> list[str]:
    """Return *question* asked of each of two things that it asks the number of, or nothing.

    How many cooks and how many sailors *came in May*?

    Args:
        question: As it was understood.
        mark: The question mark of its language.
        rules: Of its language.
    """
    match = rules.counts.fullmatch(question.rstrip(" ?？"))
    if match is None:
        return []
    asks = match["asks"].capitalize()
    return [asks + match[thing] + match["rest"] + mark for thing in ("first", "second")]


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
