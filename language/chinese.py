"""Chinese: scripts and words.  The only file that knows OpenCC and jieba."""

from __future__ import annotations

import logging
import math
from functools import cache, lru_cache

import jieba
import opencc
import regex

jieba.setLogLevel(logging.WARNING)

HAN = regex.compile(r"\p{Han}")
# Simplified characters for which Traditional has several: OpenCC tells them apart by phrases.
AMBIGUOUS = regex.compile("[并干后里面只台发复系历尽获汇钟脏卷胜范松准征冲丑谷几舍术折朱制]")
# How tags begin of what may be a noun: nouns, verbs, adjectives, names, shortened words, idioms.
NOUNS = frozenset("nvajilzse")


@cache
def _converter(configuration: str) -> opencc.OpenCC:
    return opencc.OpenCC(configuration)


def to_simplified(text: str) -> str:
    """Return *text* in Simplified characters; for matching only, the length may differ."""
    return str(_converter("t2s").convert(text))


def simplified_in_place(text: str) -> str:
    """Return *text* in Simplified characters, each in its place; as it is where one would move."""
    simplified = to_simplified(text)
    return simplified if len(simplified) == len(text) else text


def in_script(text: str, language: str) -> str:
    """Return Chinese *text* in the script of *language*, ``zh-Hans`` or ``zh-Hant``.

    Traditional is as Taiwan writes it; words that it says differently stay as they are.
    """
    if language != "zh-Hant":
        return str(_converter("t2s").convert(text))
    convert = _converter("s2tw").convert
    converted = str(convert(text))
    cut = words(text) if len(converted) == len(text) and AMBIGUOUS.search(text) else []
    at, parts = 0, []
    for before, word, after in zip(["", *cut], cut, [*cut[1:], ""], strict=False):
        here = converted[at : at + len(word)]
        alone = str(convert(word))
        torn = alone != here and _torn(before, word, after, here)
        parts.append(alone if torn else here)
        at += len(word)
    return "".join(parts) or converted


def _torn(before: str, word: str, after: str, here: str) -> bool:
    """Tell whether *word* became *here* with a part of the word beside it only: 并合|作."""
    convert = _converter("s2tw").convert
    by_next = (convert(word + after[:count])[: len(word)] for count in range(1, len(after)))
    by_last = (convert(before[count:] + word)[-len(word) :] for count in range(1, len(before)))
    return here in (*by_next, *by_last)


@lru_cache(maxsize=65536)
def _scripts(character: str) -> tuple[bool, bool]:
    """Whether *character* occurs only in Simplified text, and only in Traditional text."""
    return (
        _converter("s2t").convert(character) != character,
        _converter("t2s").convert(character) != character,
    )


def script(text: str) -> str | None:
    """Return "Hans" or "Hant", whichever more characters of *text* speak for, or None."""
    marks = [_scripts(character) for character in HAN.findall(text)]
    simplified = sum(one for one, _ in marks)
    traditional = sum(one for _, one in marks)
    if simplified == traditional:
        return None
    return "Hans" if simplified > traditional else "Hant"


def words(simplified: str) -> list[str]:
    """Return the words of Simplified text; together they are the text."""
    return list(jieba.lcut(simplified))


@lru_cache(maxsize=2048)
def tagged_words(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of *text*, as they are written there, each with its part of speech.

    The tags are ICTCLAS's, as jieba gives them: n noun, ns place, nr person, v verb, r pronoun.
    """
    import jieba.posseg  # a third of a second

    tagged: list[tuple[str, str]] = []
    at = 0
    for word, tag in jieba.posseg.lcut(simplified_in_place(text)):
        tagged.append((text[at : at + len(word)], tag))
        at += len(word)
    return tuple(tagged)


@lru_cache(maxsize=2048)
def verbs(text: str) -> frozenset[str]:
    """Return the verbs of *text* in Simplified characters, but those that a noun may follow.

    Right before a noun a verb may be a part of its name: 奋进公司.
    """
    tagged = tagged_words(to_simplified(text))
    following = [*(tag for _, tag in tagged[1:]), ""]
    pairs = zip(tagged, following, strict=True)
    return frozenset(word for (word, tag), after in pairs if tag == "v" and after[:1] not in NOUNS)


def may_be_name(text: str) -> bool:
    """Tell whether a few characters are no word of the dictionary, or somebody's name there."""
    parts = jieba.lcut(to_simplified(text))
    # What only begins longer words is there too, with a count of none.
    return len(parts) > 1 or parts[0] in _names() or not jieba.dt.FREQ.get(parts[0])


@cache
def _names() -> frozenset[str]:
    """Return the names of people in jieba's dictionary: lines of a word, a count and a tag."""
    with jieba.get_dict_file() as file:
        entries = (line.decode().split() for line in file)
        return frozenset(entry[0] for entry in entries if entry[-1].startswith("nr"))


def search_words(simplified: str) -> list[str]:
    """Return the words of Simplified text, and the words inside long words."""
    return list(jieba.lcut_for_search(simplified))


def usual(simplified: str) -> float:
    """Return how usual a Simplified word is: the logarithm of its count in jieba's dictionary."""
    if not jieba.dt.initialized:
        jieba.initialize()
    return math.log1p(jieba.dt.FREQ.get(simplified, 0)) + 1


def crosses_word(before: str, after: str) -> bool:
    """Tell whether a dictionary word of Chinese begins in *before* and ends in *after*.

    It must be the best reading of both sides: 冬天 and 海岛 side by side are not 天海.
    """
    left, right = to_simplified(before[-8:]), to_simplified(after[:8])
    at = 0
    for word in jieba.lcut(left + right, HMM=False):
        if at < len(left) < at + len(word):
            return bool(jieba.dt.FREQ.get(word, 0))
        at += len(word)
    return False
