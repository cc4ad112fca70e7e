"""How fingers and ears go wrong: what a word may be typed as, and how unlikely each slip is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

# Keyboards of the Latin and the Cyrillic script, without accents.
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "ицукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
VOWELS = ("aeiouy", "аеиоуыэюя")
SOUNDS = "sc ck sz mn gj dt bv fv bp cg iy kq"  # letters that stand for like sounds
KEYS = {one + other for row in ROWS for one, other in pairwise(row)}
LIKE = {
    *SOUNDS.split(),
    *(one + other for vowels in VOWELS for one in vowels for other in vowels if one < other),
}
EITHER = KEYS | LIKE
# What a slip costs: the lowest is the likeliest.  A first letter is seldom wrong, and at its end a
# word may have an ending rather than a slip.
SWAPPED, DOUBLED, MISSING, BESIDE, HEARD, ADDED, OTHER = 1.0, 1.0, 1.5, 1.6, 1.75, 2.0, 3.0
FIRST, LAST = 1.0, 0.5
START, END = "^", "$"


def beside(word: str, alphabet: Iterable[str]) -> set[str]:
    """Return all strings that differ from *word* in one letter, or in two that changed places."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    dropped = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    replaced = {a + letter + b[1:] for a, b in cuts if b for letter in alphabet}
    added = {a + letter + b for a, b in cuts for letter in alphabet}
    return (dropped | swapped | replaced | added) - {word}


def cost(typed: str, meant: str) -> float:
    """Return how unlikely it is that who means *meant* types *typed*: 0 if they are the same."""
    typed, meant = _unlike(START + typed + END, START + meant + END)
    costs: dict[tuple[int, int], float] = {(0, 0): 0.0}
    for a in range(len(typed) + 1):
        for b in range(len(meant) + 1):
            if a or b:
                costs[a, b] = min(_ways(typed, meant, a, b, costs))
    return costs[len(typed), len(meant)]


def _unlike(typed: str, meant: str) -> tuple[str, str]:
    """Return where they are not alike, with a letter on either side."""
    shorter = min(len(typed), len(meant))
    same = (at for at in range(shorter) if typed[at] != meant[at])
    start = next(same, shorter) - 1
    back = (at for at in range(1, shorter - start) if typed[-at] != meant[-at])
    left = next(back, shorter - start) - 2
    return typed[start : len(typed) - left], meant[start : len(meant) - left]


def _ways(
    typed: str, meant: str, a: int, b: int, costs: dict[tuple[int, int], float]
) -> Iterator[float]:
    """Yield what it costs to type *a* letters for *b* that were meant, by the last slip."""
    if a and b:
        same = typed[a - 1] == meant[b - 1]
        first = FIRST if typed[a - 2 : a - 1] == meant[b - 2 : b - 1] == START else 0.0
        yield costs[a - 1, b - 1] + (0.0 if same else first + _replaced(typed[a - 1], meant[b - 1]))
    if a:
        yield costs[a - 1, b] + _alone(typed, a - 1, _added(typed, a - 1))
    if b:
        yield costs[a, b - 1] + _alone(meant, b - 1, MISSING)
    if a > 1 and b > 1 and typed[a - 2 : a] == meant[b - 1] + meant[b - 2]:
        first = FIRST / 2 if typed[a - 3 : a - 2] == START else 0.0
        yield costs[a - 2, b - 2] + SWAPPED + first


def _alone(word: str, at: int, usual: float) -> float:
    """Return what it costs that the letter *at* of *word* is there on one side only."""
    around = _around(word, at)
    if word[at] in around:
        return DOUBLED
    return usual + (FIRST if START in around else LAST if END in around else 0.0)


def _added(typed: str, at: int) -> float:
    near = any(_in(EITHER, typed[at], other) for other in _around(typed, at))
    return MISSING if near else ADDED  # a finger that hits two keys


def _replaced(typed: str, meant: str) -> float:
    return BESIDE if _in(KEYS, typed, meant) else HEARD if _in(LIKE, typed, meant) else OTHER


def _around(word: str, at: int) -> str:
    return word[max(0, at - 1) : at] + word[at + 1 : at + 2]


def _in(pairs: set[str], letter: str, other: str) -> bool:
    return letter + other in pairs or other + letter in pairs
