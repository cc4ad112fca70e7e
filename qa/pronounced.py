"""How a Chinese name reads, in characters or in Latin letters, and how each of them writes it.

The family stands first or last: Hsu Ming-che, Mingzhe Xu.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

import regex

from language.chinese import may_be_name, to_simplified
from language.letters import plain
from language.lexicon import is_word
from language.tags import UNKNOWN
from qa.dictionary import is_town
from qa.sounds import LONGEST_SURNAME, WRITTEN_BY, readings, sounding, written

# Two words or three, or one.
WORD = r"\p{Latin}{2,}"
NAME = regex.compile(rf"(?<![\p{{L}}\p{{N}}'’-]){WORD}(?:[ -]{WORD}){{0,2}}(?![\p{{L}}\p{{N}}-])")
APART = regex.compile(r"[ -]")
BREATH = regex.compile(r"(?i)(?<=\b(?:p|t|k|ch|ts|tz))['’‘ʼ`ʻ](?=\p{Latin})")
HAN = regex.compile(r"\p{Han}+")
GIVEN = 2  # syllables of a given name
# Readings of a name that are looked for in Latin letters.
READ = 8


@dataclass(frozen=True, slots=True)
class Sounding:
    """How the parts of a name sound: for each syllable the sounds, in pinyin, that it may be."""

    by: str  # pinyin or Wade-Giles
    surname: tuple[tuple[str, ...], ...]
    given: tuple[tuple[str, ...], ...]

    @property
    def characters(self) -> tuple[str, ...]:
        """The characters that each syllable may be."""
        known = readings()
        ways = [known.surnames.get(way, ()) for way in product(*self.surname)]
        family = ["".join(places) for places in zip(*filter(None, ways), strict=True)]
        given = ["".join(known.characters[sound] for sound in sounds) for sounds in self.given]
        return *family, *given


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name in Latin letters."""

    name: str  # with a space between what the family is called and the given name
    by: str  # pinyin or Wade-Giles


def without_breath(name: str) -> str:
    """Return *name* without the marks of Wade and Giles for breath: Ch'en is Chen."""
    return BREATH.sub("", name)


def language_of(name: str) -> str:
    """Return in which language words are no *name*: of several with capitals, in none."""
    several = [word for word in name.split() if word[0].isupper()]
    return UNKNOWN if len(several) > 1 else "en"


def in_latin(name: str) -> tuple[Spelling, ...]:
    """Return how Latin letters write a Chinese name, itself in either: the usual ways first.

    Of a name in characters in pinyin and after Wade and Giles, of one in Latin letters in the other
    ways too; the family first and last, in each.  Nothing of what is no name.
    """
    read = list(_read(name) if HAN.fullmatch(name) else _sounds_of(name))
    forms = {by: written()[by] for by in WRITTEN_BY}
    spellings: dict[str, Spelling] = {}
    for by in WRITTEN_BY:
        for family, given in read:
            own = [forms[by][sound] for sound in (*family, *given)]
            for syllables in islice(product(*own), READ):
                surname = "".join(syllables[: len(family)]).capitalize()
                between = "-" if by != "pinyin" else ""
                first = between.join(syllables[len(family) :]).capitalize()
                for each in (f"{surname} {first}", f"{first} {surname}"):
                    spellings.setdefault(each, Spelling(each, by))
    return tuple(spellings.values())


def _read(name: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield how the surname and the given name of *name*, in characters, may be read."""
    simplified, known = to_simplified(name), readings()
    if not may_be_name(simplified) or is_town(simplified):
        return
    for size in range(LONGEST_SURNAME, 0, -1):
        surname, given = simplified[:size], simplified[size:]
        sounds = [known.sounds.get(character, ()) for character in given]
        if surname in known.named and 0 < len(given) <= GIVEN and all(sounds):
            for family in known.named[surname]:
                yield from ((family, each) for each in islice(product(*sounds), READ))
            return


def _sounds_of(name: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield how a name in Latin letters may sound."""
    bare = without_breath(name)
    for way in soundings(bare, language_of(bare)) if NAME.fullmatch(bare) else ():
        families = [each for each in product(*way.surname) if each in readings().surnames]
        every = product(families, product(*way.given))
        yield from islice(every, READ)


def soundings(name: str, language: str) -> Iterator[Sounding]:
    """Yield the ways in which words are a surname and a given name, that in front first."""
    parts = APART.split(plain(name))
    if all(is_word(part, language) for part in parts):
        return
    for size in range(1, min(LONGEST_SURNAME, len(parts) - 1) + 1):
        first = parts[:size], parts[size:]
        last = parts[-size:], parts[:-size]
        for surname, given in (first, last):
            if given is not first[1] and not _behind(name, given, language):
                continue
            for by in WRITTEN_BY:
                yield from _as(by, surname, given)


def _behind(name: str, given: Sequence[str], language: str) -> bool:
    """Tell whether a surname may stand behind *given*: words with capitals that are no words."""
    capital = all(word[0].isupper() and not word.isupper() for word in name.split())
    return capital and not any(is_word(part, language) for part in given)


def _as(by: str, surname: Sequence[str], given: Sequence[str]) -> Iterator[Sounding]:
    """Yield how a name reads that is written so."""
    if by != "pinyin" and not _parted(surname, given):
        return
    for family in syllables("'".join(surname), by):
        if not any(each in readings().surnames for each in product(*family)):
            continue
        for own in syllables("'".join(given), by):
            if len(own) <= GIVEN:
                yield Sounding(by, family, own)


def _parted(surname: Sequence[str], given: Sequence[str]) -> bool:
    """Tell whether a name may be written after Wade and Giles: Kuang-ming, or Hsu."""
    known = sounding()["pinyin"]
    return len(given) == GIVEN or any(each not in known for each in (*surname, *given))


@lru_cache(maxsize=1024)
def syllables(word: str, by: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the ways to part *word* into syllables, each as the sounds that it may be.

    An apostrophe parts two: Xi'an.
    """
    if not word:
        return ((),)
    sounds = sounding()[by]
    bare = word.removeprefix("'")
    return tuple(
        (sounds[bare[:size]], *rest)
        for size in range(1, min(6, len(bare)) + 1)
        if bare[:size] in sounds
        for rest in syllables(bare[size:], by)
    )
