"""Which passages say the same: reposts, copies on two sites, one text in both Chinese scripts.

MinHash with locality-sensitive hashing (Broder 1997; Leskovec et al., "Mining of Massive
Datasets", chapter 3) proposes pairs; the texts themselves decide.  The only file that knows rensa.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np
import regex
from rensa import RMinHash

from language.chinese import to_simplified

if TYPE_CHECKING:
    from numpy.typing import NDArray

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


def likeness(letters: str, other: str) -> float:
    """Return the Jaccard similarity of the shingles of two essences, 0 to 1."""
    left, right = _shingles(letters), _shingles(other)
    return len(left & right) / len(left | right)


def say_the_same(text: str, other: str) -> bool:
    """Tell whether two texts are copies; with another figure in it a text says something else."""
    return _figures(text) == _figures(other) and likeness(essence(text), essence(other)) >= ALIKE


def buckets(text: str) -> NDArray[np.uint64]:
    """Return the buckets of *text*, shape ``(BANDS,)``: copies share at least one of them."""
    signature = RMinHash(num_perm=PERMUTATIONS, seed=1)
    signature.update(sorted(_shingles(essence(text))))
    bands = np.array(signature.digest(), "<u4").reshape(BANDS, -1)
    hashed = (blake2b(bytes([n]) + band.tobytes(), digest_size=8) for n, band in enumerate(bands))
    return np.array([int.from_bytes(one.digest(), "little") for one in hashed], np.uint64)


def first_of_each(
    numbers: NDArray[np.int64],
    shared: NDArray[np.int64],
    new: NDArray[np.bool_],
    text: Callable[[int], str],
) -> dict[int, int]:
    """Return for each new text that is a copy the first one that says the same.

    Texts that are known to be copies are left out of what is given, and so are those that share
    no bucket with a new one.

    Args:
        numbers: Of texts, from 1, ascending; each as often as it shares a bucket with another.
        shared: Beside each, which bucket that is, counted from 0.
        new: Beside each, whether the text was not compared before.
        text: Gives the text of a number; asked only for those that share a bucket.
    """
    # The first text of each bucket that is no copy, and the few that share it with others.
    heads = array("q", bytes(8 * (int(shared.max()) + 1))) if len(shared) else array("q")
    others: dict[int, list[int]] = {}
    copies: dict[int, int] = {}
    starts = np.flatnonzero(np.diff(numbers, prepend=0))
    for start, end in zip(starts, np.append(starts, len(numbers))[1:], strict=True):
        number, own = int(numbers[start]), shared[start:end].tolist()
        if new[start]:
            near = {heads[bucket] for bucket in own if heads[bucket]}
            near.update(other for bucket in own for other in others.get(bucket, ()))
            alike = (other for other in sorted(near) if say_the_same(text(other), text(number)))
            if first := next(alike, None):
                copies[number] = first
                continue
        for bucket in own:
            if heads[bucket]:
                others.setdefault(bucket, []).append(number)
            else:
                heads[bucket] = number
    return copies


def _shingles(letters: str) -> set[str]:
    starts = range(max(1, len(letters) - SHINGLE + 1))
    return {letters[at : at + SHINGLE] for at in starts}


def _figures(text: str) -> list[str]:
    return FIGURES.findall(TAGS.sub(" ", to_simplified(text)).casefold())
