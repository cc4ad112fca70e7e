"""The words of a statement, and which of them a text has: itself or a word that means the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from language.chinese import tagged_words, to_simplified
from language.tags import family
from language.terms import question_terms, term_set
from language.values.figures import figures
from qa.dictionary import meanings

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*")
SHORT = regex.compile(r"\p{Han}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says what a text is about."""

    written: str
    simplified: str
    terms: frozenset[str]
    meanings: frozenset[str]  # in a language between


@lru_cache(maxsize=4096)
def content(text: str, language: str) -> tuple[Word, ...]:
    """Return the distinct words of *text* that say what it is about, in order."""
    distinct: dict[frozenset[str], Word] = {}
    for written in _words(text, language):
        # What states a place in an order, 首届, is a value; one Chinese character says too little.
        terms = frozenset(question_terms(written, language))
        if terms and not figures(written) and not SHORT.fullmatch(written):
            simplified = to_simplified(written) if family(language) == "zh" else written
            known = Word(written, simplified, terms, meanings(simplified, language))
            distinct.setdefault(terms, known)
    return tuple(distinct.values())


def has(text: str, language: str, word: Word) -> bool:
    """Tell whether *text*, in the word's own language, has *word* in some form."""
    if family(language) == "zh" and word.simplified in _simplified(text):
        return True
    terms = term_set(text, language)
    # 北京市 where 北京 is said; of a Latin word with a hyphen all.
    return word.terms <= terms


def has_meaning(text: str, language: str, word: Word) -> bool:
    """Tell whether a word of *text* has a meaning of *word*, as dictionaries tell it."""
    return not word.meanings.isdisjoint(_meanings(text, language))


@lru_cache(maxsize=4096)
def _meanings(text: str, language: str) -> frozenset[str]:
    return frozenset(meaning for word in content(text, language) for meaning in word.meanings)


@lru_cache(maxsize=4096)
def _simplified(text: str) -> str:
    return to_simplified(text)


def _words(text: str, language: str) -> Iterator[str]:
    if family(language) == "zh":
        yield from (word for word, _ in tagged_words(text) if WORD.fullmatch(word))
    else:
        yield from WORD.findall(text)
