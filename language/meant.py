"""What a word that is typed wrong was meant to be.

A wrong correction makes a false answer: a word that the documents or a word list has stays, and
what is no such word becomes another only where that is much likelier than a word that is new.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import regex

from language.languages import KNOWN
from language.letters import plain
from language.lexicon import accented, full, is_word, listed, usual
from language.lexicon import similar as similar_in_list
from language.slips import cost
from language.tags import family
from language.terms import STOPWORDS, passage_terms

OTHERS = tuple(one for one in KNOWN if listed(one))
SHORT = 4  # letters of a word that is looked for among others
USUAL, COMMON = 5, 200  # the same where only the list has the other, which it counts so often
NAME = 6  # the same of a name
OFTEN = 10_000  # times that a usual word is counted in the list
LONG = 8  # letters of a word that two may be wrong of
# How the likelihood that a word was meant grows, as a logarithm: with how often the list counts it
# and how many passages have it (each by its own logarithm), with being held at all, with every
# letter that is right; and how it falls with what was typed wrong.
LISTED, PASSAGES, HELD, LETTER, SLIP = 0.5, 0.5, 2.0, 1.0, 4.0
LIKELY = 4.0  # benchmarks/spelling.py says what this leaves
# Plain slips: two letters swapped or one doubled; these, one missing or hit together with another.
PLAINEST, MISTYPED = 1.0, 1.5


class Vocabulary(Protocol):
    """The words that the documents hold."""

    def similar(self, word: str, edits: int) -> dict[str, int]:
        """Return the most frequent words that differ from *word* in at most *edits* letters."""

    def holds(self, terms: Sequence[str]) -> bool:
        """Tell whether any passage has one of *terms*."""


@dataclass(frozen=True, slots=True)
class Candidate:
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
            return bool(self.passages) or (self.usual >= COMMON and len(word) >= USUAL)
        if not self.passages or len(word) < NAME or plain(self.text)[0] != word[0]:
            return False
        # One name for another: no letter for another.  A name for what was meant to be none, and in
        # other languages what may be another ending: the plainest slips.
        if sure and capital:
            return self.slips <= MISTYPED
        return self.slips <= (MISTYPED if sure and len(word) >= LONG else PLAINEST)


class Speller:
    """What words of one question were meant to be."""

    def __init__(self, language: str, documents: Vocabulary) -> None:
        self._language, self._documents = language, documents
        self._empty = STOPWORDS.get(family(language), set())
        self._known = KNOWN.get(family(language))
        self._accented = bool(self._known and not self._known.words.empty.isascii())

    def meant(self, typed: str, first: bool) -> str:
        """Return what *typed* was meant to be: itself, unless something else is much likelier.

        Args:
            typed: A word.
            first: Whether it begins the question, so that its capital makes it no name.
        """
        if not typed[1:].islower():
            return typed  # an acronym, or a name like McDonald
        word, name = plain(typed), typed[0].isupper() and not first
        if restored := self._with_accents(typed, word):
            return in_case(typed, restored)
        if self.knows(typed):
            return typed
        if len(word) < SHORT:
            return in_case(typed, self._swapped(word) or typed)
        sure = full(self._language)
        candidates = [
            each
            for each in self._candidates(word, sure)
            if (each.empty and not name) or each.may_be(word, typed[0].isupper(), sure)
        ]
        best = max(candidates, key=lambda one: one.likelihood, default=None)
        if best is None or best.likelihood + LETTER * len(word) < LIKELY:
            return typed if name else self._parted(typed)
        return in_case(typed, best.text)

    def _with_accents(self, typed: str, word: str) -> str:
        """Return *typed* with the accents that it lacks; empty if it lacks none."""
        if not self._accented or is_word(typed, self._language):
            return ""
        if typed[0].isupper() and _in_a_list(typed):  # The Great Dictator
            return ""
        return accented(word, self._language)

    def knows(self, typed: str) -> bool:
        """Tell whether *typed* is a word of the documents or of a list."""
        word = plain(typed)
        return (
            bool(self._documents.similar(word, 0))
            or self._documents.holds(passage_terms(typed, self._language))
            or bool(usual(word, self._language))
            or any(usual(one, self._language) for one in self._variants(word))
            or _in_a_list(typed)
        )

    def _variants(self, word: str) -> Iterator[str]:
        """Yield *word* as the list may have it: color for colour."""
        for pattern, listed_as in self._known.words.variants.items() if self._known else ():
            yield regex.sub(pattern, listed_as, word)

    def joins(self, typed: str) -> bool:
        """Tell whether *typed*, which a space has parted, is a word."""
        word = plain(typed)
        held = self._documents.similar(word, 0) or usual(word, self._language)
        return len(word) >= NAME and bool(held)

    def _parted(self, typed: str) -> str:
        """Return *typed* with the space that it lacks after an empty word, if any: howmany."""
        for at in range(SHORT - 1, len(typed) - 1):
            after = plain(typed[at:])
            usually = after in self._empty or usual(after, self._language) >= OFTEN
            if plain(typed[:at]) in self._empty and usually:
                return f"{typed[:at]} {typed[at:]}"
        return typed

    def _swapped(self, word: str) -> str:
        """Return the empty word that a word so short is with two letters swapped, if any."""
        cuts = range(len(word) - 1)
        swaps = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in cuts)
        return next((one for one in swaps if one in self._empty), "")

    def _candidates(self, word: str, sure: bool) -> Iterator[Candidate]:
        near = self._documents.similar(word, 1)
        listed_ones = similar_in_list(word, self._language) if sure else {}
        held = set(map(plain, near))
        words = [*near, *(text for text in listed_ones if plain(text) not in held)]
        yield from (self._candidate(word, text, near.get(text, 0), 1) for text in words)
        if sure and not words and len(word) >= LONG:
            for text, passages in self._documents.similar(word, 2).items():
                yield self._candidate(word, text, passages, 2)

    def _candidate(self, word: str, text: str, passages: int, edits: int) -> Candidate:
        own = plain(text)
        listed_count = usual(own, self._language)
        return Candidate(text, passages, listed_count, edits, cost(word, own), own in self._empty)


def _in_a_list(typed: str) -> bool:
    """Tell whether *typed* is a word of any language: a question names things in others too."""
    return any(is_word(typed, one) for one in OTHERS)


def in_case(typed: str, meant: str) -> str:
    """Return *meant* with a capital where *typed* has one; a name keeps its own."""
    return meant[0].upper() + meant[1:] if typed[0].isupper() else meant
