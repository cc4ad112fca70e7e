"""A question without the names in it: Hélène makes no question French, nor 王秀兰 one Chinese."""

from __future__ import annotations

import regex

from language.languages import KNOWN
from language.lexicon import is_word

LONGEST = 200  # characters of a question whose names may be more than its words
WORD = regex.compile(r"[\p{Latin}\p{M}]+(?:[-.][\p{Latin}\p{M}]+)*")
HAN = regex.compile(r"\p{Han}+")
NAMED = 8  # Chinese characters in a row that may be a name
ASKING = regex.compile(
    "|".join(each for each in KNOWN["zh"].asking.asks.values() if each) or r"(?!)"
)
FAMILIES = tuple(family for family in KNOWN if family != "zh")


def unnamed(question: str) -> str:
    """Return *question* without words that are names; itself, where they are all of it.

    Names are written with a capital, but for what begins a question; beside Latin letters that say
    something Chinese characters are a name, and beside Chinese ones Latin letters with capitals.
    """
    if len(question) > LONGEST:
        return question
    names = [match.span() for match in WORD.finditer(question) if _is_name(match)]
    rest = _without(question, names)
    han, words = HAN.findall(rest), WORD.findall(rest)
    if han and not words:
        return rest
    if han and len(words) > 1 and max(map(len, han)) <= NAMED and not ASKING.search(rest):
        return HAN.sub(" ", rest)
    return rest if words and not han else question


def told_by_words(text: str) -> str:
    """Return the one language, of those that the program knows, that has all words of *text*.

    Nothing where that is not just one.
    """
    words = [match.group() for match in WORD.finditer(text) if len(match.group()) > 1]
    have = [each for each in FAMILIES if words and all(is_word(word, each) for word in words)]
    return have[0] if len(have) == 1 else ""


def _is_name(match: regex.Match[str]) -> bool:
    """Tell whether a word is a name by its capital: at the beginning, if another follows."""
    word, text = match.group(), match.string
    if not word[0].isupper():
        return False
    if WORD.search(text, 0, match.start()):
        return True
    if HAN.search(text):
        return True
    after = WORD.search(text, match.end())
    follows = after is not None and after.group()[0].isupper()
    return follows and not (word.isascii() and any(is_word(word, each) for each in FAMILIES))


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)
