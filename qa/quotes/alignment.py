"""Python's difflib on thousands of words: the same blocks, in a fraction of the time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher

# So many pairs of words difflib compares as quickly.
FEW = 1 << 14
# It also finds what is no longer than two of these.
LEAST = 4


def common_blocks(words: Sequence[str], others: Sequence[str]) -> list[Match]:
    """Return what difflib takes for the same in *words* and *others*, in order.

    The longest run that both have (of several the first), and before and behind it likewise.
    """
    return _Matcher(words, others).get_matching_blocks()[:-1]


def can_share(words: Sequence[str], others: Sequence[str], least: float) -> bool:
    """Tell whether *least* characters of *words* may be in *others* in the same order.

    No more can than those of the longest words that are in both, as many as the longest common
    subsequence has; this is counted a bit a word (Hyyrö 2004, "Bit-parallel LCS-length computation
    revisited").
    """
    shared = sorted((Counter(words) & Counter(others)).elements(), key=len, reverse=True)
    if sum(map(len, shared)) < least:
        return False
    places: dict[str, int] = dict.fromkeys(shared, 0)
    for at, word in enumerate(words):
        if word in places:
            places[word] |= 1 << at
    every = left = (1 << len(words)) - 1
    for word in others:
        if word in places:
            taken = left & places[word]
            left = ((left + taken) | (left - taken)) & every
    return sum(map(len, shared[: len(words) - left.bit_count()])) >= least


class _Matcher(SequenceMatcher[str]):
    """Finds the longest run by pieces of it, which are looked for as text."""

    def __init__(self, words: Sequence[str], others: Sequence[str]) -> None:
        super().__init__(None, words, others, autojunk=False)
        numbers: dict[str, int] = {}
        self._words, self._others = (
            "".join(chr(numbers.setdefault(word, len(numbers))) for word in each)
            for each in (words, others)
        )

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        """Return the longest run in both ranges; of several the first, by *words*, by *others*.

        Whatever run has 2 n - 1 words holds one of the pieces of n that lie side by side.
        """
        ahi = len(self._words) if ahi is None else ahi
        bhi = len(self._others) if bhi is None else bhi
        size = min(ahi - alo, bhi - blo)
        while size >= LEAST and (ahi - alo) * (bhi - blo) > FEW:
            runs = self._holding(size, alo, ahi, blo, bhi)
            best = min(runs, key=lambda run: (-run.size, run.a, run.b), default=None)
            if best and best.size >= 2 * size - 1:
                return best
            size //= 2
        return super().find_longest_match(alo, ahi, blo, bhi)

    def _holding(self, size: int, alo: int, ahi: int, blo: int, bhi: int) -> Iterator[Match]:
        """Yield the runs that hold one of the pieces of *size* words, as long as they are."""
        for at in range(alo, ahi - size + 1, size):
            piece = self._words[at : at + size]
            there = self._others.find(piece, blo, bhi)
            while there >= 0:
                behind = _alike(self._words[at:ahi], self._others[there:bhi])
                before = _alike(self._words[alo:at][::-1], self._others[blo:there][::-1])
                yield Match(at - before, there - before, before + behind)
                there = self._others.find(piece, there + 1, bhi)


def _alike(text: str, other: str) -> int:
    """Return how many characters two texts begin with are the same."""
    same, most = 0, min(len(text), len(other))
    step = most
    while step:
        if same + step <= most and text[same : same + step] == other[same : same + step]:
            same += step
        else:
            step //= 2
    return same
