"""Questions as fingers type them: letters swapped, dropped, doubled or from the key beside."""

from __future__ import annotations

import random
import unicodedata

import regex

from language.terms import STOPWORDS

WORD = regex.compile(r"(?<![\p{L}\p{N}])[\p{Latin}\p{Greek}\p{Cyrillic}]{3,}(?![\p{L}\p{N}])")
SMALL = frozenset[str]().union(*STOPWORDS.values())
LONG = 4  # letters of a word that says what a question is about
TWICE = 0.4  # how often two words are wrong
ANY = 0.1  # how often a small word may be: waht, wich
FIRST = 0.05  # how often the first letter is: people seldom err there
PLAIN = 0.2  # how often all accents are missing
ACCENTED = regex.compile(r"\p{Latin}\p{M}*")
BESIDE = {
    key: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for at, key in enumerate(row)
}


def misspelt(text: str, chance: random.Random) -> str:
    """Return *text* with one or two of its words a letter wrong, mostly words that tell much.

    Now and then all accents of Latin letters are missing too.  A text without words of three
    letters in Latin, Greek or Cyrillic script comes back as it is.

    Args:
        text: A question.
        chance: What decides; the same chance and text give the same.
    """
    words = list(WORD.finditer(text))
    telling = [one for one in words if len(one[0]) >= LONG and one[0].lower() not in SMALL]
    wrong: dict[tuple[int, int], str] = {}
    for _ in range(2 if chance.random() < TWICE else 1):
        among = telling if telling and chance.random() >= ANY else words
        if among:
            word = chance.choice(among)
            wrong[word.span()] = mistyped(word[0], chance)
    for (start, end), typed in sorted(wrong.items(), reverse=True):
        text = text[:start] + typed + text[end:]
    return ACCENTED.sub(_without_accent, text) if chance.random() < PLAIN else text


def mistyped(word: str, chance: random.Random) -> str:
    """Return *word* with one letter wrong, in capitals or begun with one as it was."""
    small = word.lower()
    at = 0 if chance.random() < FIRST else chance.randrange(1, len(small))
    before, letter, after = small[:at], small[at], small[at + 1 :]
    match chance.choice(("swap", "drop", "double", "beside", "added")):
        case "swap" if at and before[-1] != letter:
            typed = before[:-1] + letter + before[-1] + after
        case "drop":
            typed = before + after
        case "double":
            typed = before + letter + letter + after
        case "added":
            typed = before + letter + _beside(letter, small, chance) + after
        case _:
            typed = before + _beside(letter, small, chance) + after
    if word.isupper():
        return typed.upper()
    return typed[0].upper() + typed[1:] if word[0].isupper() else typed


def _beside(letter: str, word: str, chance: random.Random) -> str:
    """Return a letter from a key beside that of *letter*; in other scripts, one of the word."""
    plain = unicodedata.normalize("NFD", letter)[0]
    return chance.choice(BESIDE.get(plain) or sorted(set(word)))


def _without_accent(match: regex.Match[str]) -> str:
    return unicodedata.normalize("NFD", match[0])[0]
