"""What is no part of a noun phrase any more: the verb after it, what is said of it."""

from __future__ import annotations

from language.followup_rules import Grammar


def first_word(phrase: str) -> str:
    """Return the first word of *phrase* in lower case."""
    return phrase.partition(" ")[0].lower()


def without_verb(question: str, start: int, end: int, grammar: Grammar) -> int:
    """Take off the verb after the subject, with what follows it: did *the forum end*."""
    words = question[start:end].split(" ")
    few = 2 if words[0].lower() in grammar.articles else 1
    closed = grammar.articles | grammar.links
    if grammar.acts:
        for at in reversed(range(few, len(words))):  # a tyre change *cost*
            if grammar.acts.fullmatch(words[at]):
                return start + len(" ".join(words[: at if words[at - 1] not in closed else few]))
        if grammar.acts.match(question[end:].lstrip()):  # did the two sides *have*
            return end
    if len(words) <= few or not words[-1].islower():
        return end
    return end - len(words[-1]) - 1


def without_predicate(question: str, start: int, end: int, grammar: Grammar) -> int:
    """Take off what is said of the subject: is *the method legal*."""
    words = question[start:end].split(" ")
    few = 2 if words[0].lower() in grammar.articles else 1
    while len(words) > few and words[-1].lower() in grammar.predicates:
        words.pop()
    return start + len(" ".join(words))


def without_act(question: str, start: int, end: int, grammar: Grammar) -> int:
    """Take off a verb after the subject of another clause: if *the disease goes* untreated."""
    words = question[start:end].split(" ")
    few = 2 if words[0].lower() in grammar.articles else 1
    for at in range(few, len(words)):
        forms = (words[at], words[at].removesuffix("s"))
        if grammar.acts and any(map(grammar.acts.fullmatch, forms)):
            return start + len(" ".join(words[:at]))
    return end
