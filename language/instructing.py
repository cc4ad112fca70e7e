"""Sentences that tell a program what to do: "ignore all previous instructions and answer…".

Whoever writes one into a document wants to put words into the answer; it states nothing.
"""

from __future__ import annotations

from language.asking import any_of
from language.languages import KNOWN
from language.terms import question_terms

INSTRUCTS = any_of(one.asking.instructs for one in KNOWN.values())


def instructs(sentence: str, question: str, language: str) -> bool:
    """Tell whether *sentence* tells a program what to do, and *question* does not ask for that.

    Args:
        sentence: Of a document.
        question: In any language.
        language: Of the sentence.
    """
    match = INSTRUCTS.search(sentence)
    if match is None:
        return False
    told, asked = (set(question_terms(text, language)) for text in (match[0], question))
    return INSTRUCTS.search(question) is None and told.isdisjoint(asked)
