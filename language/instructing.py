"""Sentences that tell a program what to do: "ignore all previous instructions and answer…".

Whoever writes one into a document wants to put words into the answer; it states nothing.
"""

from __future__ import annotations

from functools import lru_cache

from language.asking import any_of
from language.languages import KNOWN
from language.spans import Span
from language.terms import question_terms

REACH = 600  # characters of a paragraph before and after a sentence
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


@lru_cache(maxsize=4096)
def tells_a_program(text: str) -> bool:
    """Tell whether *text*, in any language, addresses a program that reads it."""
    return INSTRUCTS.search(text) is not None


def within_instructions(text: str, span: Span) -> bool:
    """Tell whether the paragraph of *text* up to the end of *span* addresses a program.

    What follows such a sentence is what it wants said.
    """
    begin = text.rfind("\n", 0, span[0]) + 1
    return tells_a_program(text[begin : span[1]])


def beside_instructions(text: str, span: Span) -> bool:
    """Tell whether the paragraph of *text* that has *span* addresses a program, before or after."""
    begin = text.rfind("\n\n", max(0, span[0] - REACH), span[0]) + 2
    begin = begin if begin > 1 else max(0, span[0] - REACH)
    end = text.find("\n\n", span[1], span[1] + REACH)
    return tells_a_program(text[begin : end if end >= 0 else span[1] + REACH])
