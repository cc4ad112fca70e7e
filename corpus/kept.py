"""How much of what a file shows is in its source text: nothing is lost in silence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

import regex

from corpus.documents import Kept

# A word, or a character where words are not set apart.
WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}--[\p{Han}\p{Hiragana}\p{Katakana}]]+",
    regex.VERSION1,
)
BREAKS = regex.compile(r"[\p{L}\p{N}\n]")
# So many stretches are shown, each of so many characters.
SHOWN, LONGEST = 5, 80


def kept(text: str, visible: str) -> Kept:
    """Return how much of *visible*, all that a file shows, stands in *text*, in whatever order.

    A word counts as often as it stands in both, so what is shown twice must be read twice.
    """
    left = Counter(WORD.findall(normalize("NFKC", text)))
    visible = normalize("NFKC", visible)
    missing: list[regex.Match[str]] = []
    whole = lost = 0
    for word in WORD.finditer(visible):
        whole += len(word.group())
        if left[word.group()]:
            left[word.group()] -= 1
        else:
            missing.append(word)
            lost += len(word.group())
    return Kept(whole - lost, whole, tuple(_stretches(visible, missing)))


def _stretches(visible: str, missing: list[regex.Match[str]]) -> Iterator[str]:
    """Yield how the first stretches of *missing* words read, the longest of each line."""
    stretches: list[tuple[int, int]] = []
    for word in missing:
        between = visible[stretches[-1][1] : word.start()] if stretches else "\n"
        if not BREAKS.search(between):
            stretches[-1] = stretches[-1][0], word.end()
        else:
            stretches.append(word.span())
    longest = sorted(stretches, key=lambda span: span[0] - span[1])[:SHOWN]
    for start, end in sorted(longest):
        stretch = visible[start:end]
        yield stretch if len(stretch) <= LONGEST else stretch[:LONGEST] + "…"
