"""The English and French words for the numbers below a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

SMALL_EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL_FR = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
TENS_FR = "vingt trente quarante cinquante soixante".split()


@cache
def spelled(language: str) -> dict[str, int]:
    """Return the words for 0 to 999, spaces for hyphens, with their numbers."""
    pairs = _french() if language == "fr" else _english()
    return {words: value for value, words in pairs}


def _english() -> Iterator[tuple[int, str]]:
    below = [*SMALL_EN]
    for ten in TENS_EN:
        below += [ten, *(f"{ten} {one}" for one in SMALL_EN[1:10])]
    yield from enumerate(below)
    for hundreds, word in enumerate(SMALL_EN[1:10], 1):
        for start in (word, "a") if hundreds == 1 else (word,):
            yield 100 * hundreds, f"{start} hundred"
            for value, rest in enumerate(below[1:], 1):
                yield 100 * hundreds + value, f"{start} hundred {rest}"
                yield 100 * hundreds + value, f"{start} hundred and {rest}"


def _french() -> Iterator[tuple[int, str]]:
    teens = [*SMALL_FR, *(f"dix {SMALL_FR[one]}" for one in (7, 8, 9))]
    below = teens[:]
    for ten in TENS_FR:
        below += [ten, f"{ten} et un", *(f"{ten} {one}" for one in SMALL_FR[2:10])]
    below += ["soixante dix", "soixante et onze", *(f"soixante {one}" for one in teens[12:20])]
    below += ["quatre vingts", *(f"quatre vingt {one}" for one in teens[1:20])]
    for value, words in enumerate(below):
        yield value, words
        if words.endswith("un"):
            yield value, f"{words}e"
    yield 80, "quatre vingt"  # before mille
    for hundreds in range(1, 10):
        start = "cent" if hundreds == 1 else f"{SMALL_FR[hundreds]} cent"
        yield 100 * hundreds, start
        yield 100 * hundreds, f"{start}s"
        yield from (
            (100 * hundreds + value, f"{start} {rest}") for value, rest in enumerate(below) if value
        )
