"""French words in English and Chinese: the tables in ``qa/words``, whose README says what they are.

A French word stands in many forms where a dictionary has one: a word is looked up as it is and
by its stem; an entry of several words, by all of them that say something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from language.once import once
from language.terms import content_words, passage_terms

FOLDER = Path(str(files("qa"))) / "words"
LONGEST = 3  # words of an entry that say something

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class French:
    """A table from French into another language, and back."""

    written: dict[Key, tuple[str, ...]]  # by its words as they are written, without accents
    stems: dict[Key, tuple[str, ...]]  # by their stems
    back: dict[Key, tuple[str, ...]]  # French words for one of the other language, by its terms
    language: str  # the other

    def of(self, *words: str) -> tuple[str, ...]:
        """Return what one French word, or several together, may be; the surest first.

        Args:
            words: As :func:`language.terms.content_words` gives them.
        """
        both = (*self.written.get(words, ()), *self.stems.get(_stems(words), ()))
        return tuple(dict.fromkeys(both))

    def french(self, word: str) -> tuple[str, ...]:
        """Return French words, without accents, for one of the other language."""
        return self.back.get(tuple(passage_terms(word, self.language)), ())


def _stems(words: Key) -> Key:
    return tuple(term for word in words for term in passage_terms(word, "fr"))


@once
def english() -> French:
    """Return the French–English table; it is read once."""
    return _table("french_english.tsv", "en")


@once
def chinese() -> French:
    """Return the French–Chinese table, in Simplified characters; it is read once."""
    return _table("french_chinese.tsv", "zh")


def _table(name: str, language: str) -> French:
    written: dict[Key, dict[str, None]] = defaultdict(dict)
    by_stem: dict[Key, dict[str, None]] = defaultdict(dict)
    back: dict[Key, dict[str, int]] = defaultdict(dict)
    for words, others in _lines(name):
        written[words] |= dict.fromkeys(others)
        by_stem[_stems(words)] |= dict.fromkeys(others)
        for rank, other in enumerate(others):
            if len(words) == 1:
                back[tuple(passage_terms(other, language))].setdefault(words[0], rank)
    surest = {other: tuple(sorted(ranks, key=ranks.__getitem__)) for other, ranks in back.items()}
    return French(_listed(written), _listed(by_stem), surest, language)


def _lines(name: str) -> Iterator[tuple[Key, list[str]]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        for line in lines:
            word, *others = line.rstrip("\n").split("\t")
            yield tuple(content_words(word, "fr")), others


def _listed(table: dict[Key, dict[str, None]]) -> dict[Key, tuple[str, ...]]:
    return {key: tuple(others) for key, others in table.items()}
