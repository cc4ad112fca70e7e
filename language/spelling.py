"""What a question says where words of it are typed wrong.

A wrong correction makes a false answer: a word that the documents or a word list has stays, and
what is no such word becomes another only where that is much likelier than a word that is new.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import regex

from language.asking import QUOTED
from language.languages import KNOWN
from language.letters import LETTERS, plain
from language.lexicon import accented, full, is_word, listed, usual
from language.lexicon import similar as similar_in_list
from language.slips import beside, cost
from language.tags import family
from language.terms import STOPWORDS, passage_terms

# Not in addresses, paths and codes.
WORD = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}_@./\\])[{LETTERS}]{{3,}}"
    r"(?![\p{L}\p{M}\p{N}_@/\\]|\.\p{L})"
)
WITH_APOSTROPHE = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)+")
OTHERS = tuple(one for one in KNOWN if listed(one))
KEPT = regex.compile(QUOTED)
SHORT = 4  # letters of a word that is looked for among others
USUAL = 5  # the same where only a word list has the other
NAME = 6  # the same of a name
LONG = 8  # letters of a word that two may be wrong of
# How the likelihood that a word was meant grows, as a logarithm: with how often the list counts it
# and how many passages have it (each by its own logarithm), with being held at all, with every
# letter that is right; and how it falls with what was typed wrong.
LISTED, PASSAGES, HELD, LETTER, SLIP = 0.5, 0.5, 2.0, 1.0, 4.0
LIKELY = 4.0  # benchmarks/spelling.py says what this leaves
# What is a plain slip: two letters swapped or one doubled; in a long word a letter may be missing.
PLAIN, PLAIN_LONG = 1.0, 1.5


class Vocabulary(Protocol):
    """The words that the documents hold."""

    def similar(self, word: str, edits: int) -> dict[str, int]:
        """Return the most frequent words that differ from *word* in at most *edits* letters."""

    def holds(self, terms: Sequence[str]) -> bool:
        """Tell whether any passage has one of *terms*."""


def mended(question: str, language: str, documents: Vocabulary) -> str:
    """Return *question* with the words that are typed wrong as they were meant.

    Quoted words stay as they are.

    Args:
        question: What was typed.
        language: Its BCP 47 tag, or ``und``.
        documents: What it is asked of.
    """
    speller = _Speller(language, documents)
    kept = [match.span() for match in (*KEPT.finditer(question), *_known_whole(question, language))]
    words = [
        match
        for match in WORD.finditer(question)
        if not any(start < match.end() and match.start() < end for start, end in kept)
    ]
    better = question
    for match in reversed(words):
        start, end = match.span()
        name = match[0][0].isupper() and bool(WORD.search(question[:start]))
        better = better[:start] + speller.meant(match[0], name) + better[end:]
    return better


def _known_whole(question: str, language: str) -> Iterator[regex.Match[str]]:
    """Yield the words with an apostrophe that the list of the language has: doesn't."""
    if listed(language):
        for match in WITH_APOSTROPHE.finditer(question):
            if is_word(match[0].replace("’", "'"), language):
                yield match


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A word that may have been meant."""

    text: str
    passages: int  # that have it
    usual: int  # how often the word list counts it
    edits: int
    slips: float  # what was typed wrong
    empty: bool  # asks or joins, and does not say what about

    @property
    def likelihood(self) -> float:
        """How likely it was meant, as a logarithm."""
        return (
            LISTED * math.log1p(self.usual)
            + PASSAGES * math.log1p(self.passages)
            + HELD * bool(self.passages)
            - SLIP * self.slips
        )

    def may_be(self, word: str, name: bool, sure: bool) -> bool:
        """Tell whether *word*, without accents, may be a slip for this at all.

        Args:
            word: What was typed.
            name: Whether it looks like a name.
            sure: Whether the word list would have it if it were a word.
        """
        if self.edits > 1:
            return sure and not name and plain(self.text)[0] == word[0]
        capital = self.text[0].isupper()
        if sure and not name and (self.usual or not capital):
            return bool(self.passages or self.empty) or len(word) >= USUAL
        if not self.passages or len(word) < NAME or plain(self.text)[0] != word[0]:
            return False
        # One name for another, or a name for what was meant to be none; elsewhere an ending.
        plainly = PLAIN_LONG if sure and len(word) >= LONG else PLAIN
        return (sure and capital) or self.slips <= plainly


class _Speller:
    """What words of one question were meant to be."""

    def __init__(self, language: str, documents: Vocabulary) -> None:
        self._language, self._documents = language, documents
        self._empty = STOPWORDS.get(family(language), set())
        self._sure = full(language)
        known = KNOWN.get(family(language))
        self._accented = known is not None and not known.words.empty.isascii()

    def meant(self, typed: str, name: bool) -> str:
        """Return what *typed* was meant to be: itself, unless something else is much likelier.

        Args:
            typed: A word.
            name: Whether it looks like one.
        """
        if not typed[1:].islower():
            return typed  # an acronym, or a name like McDonald
        word = plain(typed)
        if self._accented and not is_word(typed, self._language):
            restored = accented(word, self._language)
            if restored:
                return _in_case(typed, restored)
        if self._known(typed, word):
            return typed
        if len(word) < SHORT:
            return _in_case(typed, self._swapped(word) or typed)
        near = self._candidates(word)
        candidates = [one for one in near if one.may_be(word, name, self._sure)]
        best = max(candidates, key=lambda one: one.likelihood, default=None)
        if best is None or best.likelihood + LETTER * len(word) < LIKELY:
            return typed
        return _in_case(typed, best.text)

    def _known(self, typed: str, word: str) -> bool:
        return (
            self._documents.holds(passage_terms(typed, self._language))
            or bool(self._documents.similar(word, 0))
            or bool(usual(word, self._language))
            # A question names things in other languages too.
            or any(is_word(typed, one) for one in OTHERS)
        )

    def _swapped(self, word: str) -> str:
        """Return the empty word that a word so short is with two letters swapped, if any."""
        cuts = range(len(word) - 1)
        swaps = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in cuts)
        return next((one for one in swaps if one in self._empty), "")

    def _candidates(self, word: str) -> Iterator[_Candidate]:
        near = self._documents.similar(word, 1)
        listed_ones = similar_in_list(word, self._language) if self._sure else {}
        held = set(map(plain, near))
        words = [*near, *(text for text in listed_ones if plain(text) not in held)]
        yield from (self._candidate(word, text, near.get(text, 0), 1) for text in words)
        if not words and len(word) >= LONG:
            for text, passages in self._documents.similar(word, 2).items():
                yield self._candidate(word, text, passages, 2)

    def _candidate(self, word: str, text: str, passages: int, edits: int) -> _Candidate:
        own = plain(text)
        listed_count = usual(own, self._language)
        return _Candidate(text, passages, listed_count, edits, cost(word, own), own in self._empty)


def _in_case(typed: str, meant: str) -> str:
    return meant[0].upper() + meant[1:] if typed[0].isupper() else meant
