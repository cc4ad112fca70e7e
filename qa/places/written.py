"""Whether what has the letters of a name is the name, as it is written there."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import regex

from corpus.letters import as_set
from language.chinese import crosses_word, tagged_words
from language.languages import KNOWN
from language.spans import Span
from qa.namesakes import Called

WRAPPED = regex.compile(r"[-\u00ad\ufffe]\s*\n\s*")
APART = regex.compile(r"[\s-]+")
GOES_ON = regex.compile(r"[[\p{L}\p{M}\p{N}]--[\p{Han}\p{Hiragana}\p{Katakana}]]", regex.V1)
# Marks that may stand inside a name.
INSIDE = frozenset("'.-·&")
OTHER_PLACES = regex.compile(
    "|".join(known.values.names.other_places for known in KNOWN.values() if known.values)
)
# A Chinese word in marks, or before what ends the name of a ship.
AS_NAME = regex.compile(r"[“「『《〈\"]#|.?#[号號]", regex.S)
LONGEST_TITLE = 80  # characters of a title and first names
AFTER = 8  # characters that tell where a Chinese word ends
BRACKETS = frozenset("()（）")  # of either width


def closed(called: Called, source: str, span: Span) -> Span:
    """Return *span* with the bracket in which a name ends: 刚果（金）."""
    end = span[1]
    closes = called.name[-1:] in BRACKETS and source[end : end + 1] in BRACKETS
    return (span[0], end + 1) if closes and source[end:] else span


def is_name(called: Called, source: str, span: Span) -> bool:
    """Tell whether what has the letters of a name is the name, and not a part of words."""
    start, end = span
    if not called.han and (_goes_on(source[start - 1 : start]) or _goes_on(source[end : end + 1])):
        return False
    if called.han and _of_another_place(source, span):
        return False
    if called.han and called.by == "pinyin" and _of_words(source, span):
        return False
    if called.romanised or called.by == "singular":
        return source[start].isupper() and _written_so(called, source[start:end])
    if called.only_name and not _stands_as_name(called, source, span):
        return False
    return _written_so(called, source[start:end])


def behind_title(called: Called, source: str, span: Span) -> Span | None:
    """Return *span* with the title and the first names before a surname; None without them.

    It is *span* of a name that needs no title.
    """
    if not called.before:
        return span
    pattern = _title(called.before)
    match = pattern.search(source, max(0, span[0] - LONGEST_TITLE), span[0])
    return (match.start(), span[1]) if match else None


@lru_cache(maxsize=64)
def _title(title: str) -> regex.Pattern[str]:
    """Return what matches a title and up to three names up to where it is looked for."""
    name = r"\p{Lu}(?:\.|[\p{L}\p{M}'’-]*)\s+"
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}])(?i:{regex.escape(title)})\.?\s+(?:{name}){{1,3}}$"
    )


def _stands_as_name(called: Called, source: str, span: Span) -> bool:
    """Tell whether a word is a name there: with a capital; in Chinese in marks, or of a ship."""
    start, end = span
    if called.han:
        return bool(AS_NAME.match(source[max(0, start - 1) : start] + "#" + source[end : end + 1]))
    before = source[:start].rstrip()
    begins = not before or before[-1] in '.!?\n:«“"' or "\n\n" in source[len(before) : start]
    return source[start].isupper() and not begins


def _of_words(source: str, span: Span) -> bool:
    """Tell whether characters are the end of one word or the beginning of another: 国王依据."""
    start, end = span
    before, after = source[max(0, start - AFTER) : start], source[end : end + AFTER]
    name = source[start:end]
    return crosses_word(before, name + after) or crosses_word(before + name, after)


def _of_another_place(source: str, span: Span) -> bool:
    """Tell whether a Chinese name goes on as that of another place: 印度洋, not 中国海军."""
    start, end = span
    match = OTHER_PLACES.match(source, end)
    if match is None:
        return False
    around = source[start : end + AFTER]
    word = next(iter(tagged_words(around)), ("", ""))[0]
    return len(word) >= match.end() - start


@lru_cache(maxsize=1 << 12)
def _written_so(called: Called, written: str) -> bool:
    """Tell whether a name may be *written* so: most places have it in the same few ways."""
    marks, own = _marks(written), _marks(called.letters) - INSIDE - BRACKETS
    allowed = INSIDE | own | (BRACKETS if BRACKETS & set(called.name) else frozenset())
    if not own <= marks <= allowed:  # marla_k has its mark, and no other
        return False
    if called.han:
        return True
    if called.by == "plural" and marks:
        return False  # Rask's is of one
    if called.short and written.upper() != written:
        return False
    words = APART.split(WRAPPED.sub("", written))
    if called.romanised:
        return _parted_so(called.name, words)
    return len(words) == len(APART.split(called.letters))


def _parted_so(name: str, words: Sequence[str]) -> bool:
    """Tell whether what the family is called is parted from the given name, as in *name*."""
    first = len(name.partition(" ")[0].replace("-", ""))
    return first in accumulate(sum(map(str.isalpha, word)) for word in words[:-1])


def _marks(written: str) -> frozenset[str]:
    """Return what is neither a letter nor a digit nor stands on one."""
    every = (each for each in as_set(written) if not each.isalnum())
    return frozenset(each for each in every if not _combines(each))


@lru_cache(maxsize=1 << 12)
def _goes_on(character: str) -> bool:
    """Tell whether a word goes on with *character*; beside Chinese a Latin word ends."""
    return GOES_ON.match(character) is not None


def _combines(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"
