"""How Chinese characters sound, and how their sounds are written in Latin letters.

CC-CEDICT says how a character is read.  Books and Taiwan write the sounds after Wade and Giles:
what that has for each syllable of pinyin is the table of the Library of Congress ("New Chinese
Romanization Guidelines", 1998), here as the rules that make it.  Its apostrophes and umlauts are
left out, as most texts do: Chen is 陈 and 甄.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import regex

from language.once import once
from qa.dictionary import lines

SURNAME = regex.compile(r"/(?:two-character )?surname \p{Lu}")
VOWELS = frozenset("aeiouv")
INITIAL = regex.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)")
# A reading that a character has in fewer of its words is none that names are read by.
USUAL = 0.1
LONGEST_SURNAME = 2  # characters
LOOKED_AT = 3  # characters of words that say how usual a reading is

# What stands after a colon is written for what stands before it.
INITIALS = "b:p d:t g:k j:ch q:ch x:hs zh:ch z:ts c:ts r:j"
FINALS = "ong:ung iong:iung ian:ien ie:ieh ue:ueh ve:ueh v:u er:erh"
# Syllables that go by no rule.
IRREGULAR = (
    "yi:i/yi yan:yen ye:yeh you:yu yong:yung yue:yueh si:ssu/szu zi:tzu ci:tzu e:o/e"
    " gui:kuei kui:kuei shuo:shuo guo:kuo kuo:kuo huo:huo ge:ko ke:ko he:ho"
)
UMLAUT = "lv:lu/lv/lyu nv:nu/nv/nyu lve:lue nve:nue"
WRITTEN_BY = ("pinyin", "Wade-Giles")

Sounds = Mapping[str, tuple[str, ...]]
Named = dict[str, dict[tuple[str, ...], None]]


@dataclass(frozen=True, slots=True)
class Readings:
    """How characters are read, without tones, in pinyin: v is ü."""

    characters: Mapping[str, str]  # by sound those that have it
    sounds: Sounds  # by character, the usual first
    surnames: Mapping[tuple[str, ...], tuple[str, ...]]  # by sounds; of each place the characters
    named: Mapping[str, tuple[tuple[str, ...], ...]]  # by surname how it is read


def in_wade_giles(sound: str) -> tuple[str, ...]:
    """Return how a syllable of pinyin is written after Wade and Giles, without marks."""
    known = _forms(IRREGULAR).get(sound)
    if known:
        return known
    match = INITIAL.fullmatch(sound)
    initial, final = match.groups() if match else ("", sound)
    if final == "i" and initial in {"zh", "ch", "sh", "r"}:
        final = "ih"
    elif final == "uo" and initial:
        final = "o"
    initials, finals = _forms(INITIALS), _forms(FINALS)
    return (initials.get(initial, (initial,))[0] + finals.get(final, (final,))[0],)


@cache
def _forms(written: str) -> Sounds:
    pairs = (each.split(":") for each in written.split())
    return {sound: tuple(forms.split("/")) for sound, forms in pairs}


@once
def written() -> Mapping[str, Sounds]:
    """Return by the ways to write Chinese how each sound is written, the usual first."""
    sounds = readings().characters
    return {
        "pinyin": {each: _forms(UMLAUT).get(each, (each,)) for each in sounds},
        "Wade-Giles": {each: in_wade_giles(each) for each in sounds},
    }


@once
def sounding() -> Mapping[str, Sounds]:
    """Return by the ways to write Chinese which sounds each syllable so written may be."""
    tables = {}
    for way, forms in written().items():
        table: dict[str, dict[str, None]] = defaultdict(dict)
        for sound, syllables in forms.items():
            for syllable in syllables:
                table[syllable][sound] = None
        tables[way] = {each: tuple(sounds) for each, sounds in table.items()}
    return tables


@once
def readings() -> Readings:
    """Return how CC-CEDICT reads characters and surnames."""
    single: dict[str, dict[str, None]] = defaultdict(dict)
    in_words: dict[str, Counter[str]] = defaultdict(Counter)
    named: Named = defaultdict(dict)
    for match in lines(shortest=1):
        word = match["word"]
        sounds = tuple(_spoken(match["sound"])) if len(word) <= LOOKED_AT else ()
        if len(sounds) != len(word):
            continue
        for character, sound in zip(word, sounds, strict=True):
            in_words[character][sound] += 1
        if len(word) == 1:
            single[sounds[0]][word] = None
        if len(word) <= LONGEST_SURNAME and SURNAME.search(f"/{match['glosses']}"):
            named[word][sounds] = None
    return Readings(
        {sound: "".join(each) for sound, each in single.items()},
        {each: tuple(_usual(counts)) for each, counts in in_words.items()},
        _by_sound(named),
        {surname: tuple(ways) for surname, ways in named.items()},
    )


def _by_sound(named: Named) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    surnames: dict[tuple[str, ...], list[dict[str, None]]] = {}
    for surname, ways in named.items():
        for way in ways:
            places = surnames.setdefault(way, [{} for _ in way])
            for place, character in zip(places, surname, strict=True):
                place[character] = None
    return {way: tuple("".join(place) for place in places) for way, places in surnames.items()}


def _spoken(sound: str) -> Iterator[str]:
    for syllable in sound.lower().replace("u:", "v").split():
        bare = syllable.rstrip("12345")
        if bare.isalpha() and not VOWELS.isdisjoint(bare):
            yield bare


def _usual(counts: Counter[str]) -> Iterator[str]:
    every = sum(counts.values())
    yield from (sound for sound, count in counts.most_common() if count >= USUAL * every)
