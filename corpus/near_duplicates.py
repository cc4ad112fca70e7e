"""Which passages say the same: reposts, copies on two sites, one text in both Chinese scripts.

MinHash with locality-sensitive hashing (Broder 1997; Leskovec et al., "Mining of Massive
Datasets", chapter 3) proposes pairs; the texts themselves decide.  The only file that knows rensa.
"""

from __future__ import annotations

from collections.abc import Iterable

import regex
from rensa import RMinHash, RMinHashLSH

from corpus.chinese import to_simplified

# What two reposts may differ in: hashtags, names that are addressed, spaces, punctuation.
TAGS = regex.compile(r"#[^#\n]{1,40}#|[@#]\w+")
UNLIKE = regex.compile(r"[^\p{L}\p{N}]+")
# Where they may not: "the second forum" is not a copy of "the third forum".
FIGURES = regex.compile(
    r"\p{N}+(?:[.,:]\p{N}+)*|第[一二三四五六七八九十百]+"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième|sixième|septième|huitième)\b",
    regex.IGNORECASE,
)
SHINGLE = 5  # characters
# The share of shingles that two texts have in common to say the same.
ALIKE = 0.7
# 16 bands of 4: a pair at ALIKE is proposed with 98.8 %, one at 0.3 with 12 %.
PERMUTATIONS, BANDS = 64, 16


def essence(text: str) -> str:
    """Return what two copies of *text* have in common: its letters, in one script and case."""
    return UNLIKE.sub("", TAGS.sub("", to_simplified(text))).casefold()


def likeness(one: str, other: str) -> float:
    """Return the Jaccard similarity of the shingles of two essences, 0 to 1."""
    left, right = _shingles(one), _shingles(other)
    return len(left & right) / len(left | right)


def say_the_same(one: str, other: str) -> bool:
    """Tell whether two texts are copies; with another figure in it a text says something else."""
    return _figures(one) == _figures(other) and likeness(essence(one), essence(other)) >= ALIKE


def near_duplicates(texts: Iterable[str]) -> list[int]:
    """Return for each text the number of the first one that says the same, else its own."""
    found = RMinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS, num_bands=BANDS)
    kept: dict[int, str] = {}
    first: list[int] = []
    for number, text in enumerate(texts):
        signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
        signature.update(sorted(_shingles(essence(text))))
        alike = sorted(found.query(signature))
        first.append(next((one for one in alike if say_the_same(kept[one], text)), number))
        if first[-1] == number:
            found.insert(number, signature)
            kept[number] = text
    return first


def _shingles(essence_of_text: str) -> set[str]:
    starts = range(max(1, len(essence_of_text) - SHINGLE + 1))
    return {essence_of_text[at : at + SHINGLE] for at in starts}


def _figures(text: str) -> list[str]:
    return FIGURES.findall(TAGS.sub(" ", to_simplified(text)).casefold())
