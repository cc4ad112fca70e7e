"""Abbreviations of what was spoken of: after "virtual machines", VMs are these."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from language.followup_rules import Grammar
from qa.followups.topics import Topic

ABBREVIATION = regex.compile(r"\b(?P<letters>\p{Lu}{2,6})s?\b")
POINTED = regex.compile(r"\b(?:\p{Lu}\.)+\p{Lu}\b")  # D.C.
WORD = regex.compile(r"\p{L}[\w-]*")


def spelt_out(question: str, topics: Sequence[Topic], grammar: Grammar) -> str:
    """Return *question* with an abbreviation of one of *topics* written as that is.

    Only where an end of a phrase comes next: a VM image is another thing.
    """
    for short in ABBREVIATION.finditer(question):
        follows = WORD.match(question, short.end() + 1)
        if follows and not _ends(follows.group().lower(), grammar):
            continue
        for topic in topics:
            article = grammar.article.match(topic.text)
            noun = topic.text[article.end() if article else 0 :]
            if short.group() not in noun and _stands_for(short["letters"], noun, grammar):
                return question[: short.start()] + noun + question[short.end() :]
    return question


def _ends(word: str, grammar: Grammar) -> bool:
    return word in grammar.ends or bool(grammar.acts and grammar.acts.fullmatch(word))


def _stands_for(letters: str, noun: str, grammar: Grammar) -> bool:
    """Tell whether *letters* are the first ones of the words of *noun*, or written in it."""
    little = grammar.articles | grammar.links
    words = [word for word in WORD.findall(noun) if word.lower() not in little]
    initials = "".join(word[0] for word in words).upper()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return letters in {initials, capitals, *(m.replace(".", "") for m in POINTED.findall(noun))}
