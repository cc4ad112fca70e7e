"""What else a thing is called, in all languages that the program knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import regex

from language.languages import KNOWN
from language.letters import plain
from language.once import once
from language.values.names import key_of, name
from language.values.names import table as names_in
from language.values.prepared import value_forms
from language.values.value import Name
from qa import dictionary, wikdict
from qa.sounds import WRITTEN_BY

HAN = regex.compile(r"\p{Han}")
# Names that the dictionary gives for one; the others of it are of other things, more likely.
MOST = 3
# The last name of somebody whose year of birth is told, and an abbreviation of a name.
SURNAME = regex.compile(r"(?:^|/)(?:\p{Lu}[\p{L}.'’-]* )+(\p{Lu}[\p{L}'’-]+) \(\d{3,4}-")
SHORT = regex.compile(r"(?:^|/)(?:[\p{L}]+ )+\((\p{Lu}{2,6})\)")
# What says whose something is, and after what a plural ends in -es.
POSSESSIVE = regex.compile(r"(?<=\p{L})['’]s$|(?<=s)['’]$")
HISSES = regex.compile(r"(?:s|x|z|ch|sh)$")
BETWEEN = "…"  # stands for first names

ByName = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Called:
    """A name that is looked for, and who says so."""

    name: str
    by: str  # typed, title, plural, singular, CLDR, CC-CEDICT, WikDict, pinyin or Wade-Giles
    before: str = ""  # a title that stands before it, with other names between: Captain Edmund
    only_name: bool = False  # whether it is a common word too, and is meant only where it is a name

    @property
    def letters(self) -> str:
        """What is looked for: of a name behind a title the last word."""
        return self.name.rpartition(" ")[2] if self.before else self.name

    @property
    def han(self) -> bool:
        """Whether it is written in Chinese characters, which no spaces part."""
        return HAN.search(self.name) is not None

    @property
    def romanised(self) -> bool:
        """Whether it is a Chinese name in Latin letters, which people part in several ways."""
        return self.by in WRITTEN_BY and not self.han

    @property
    def tried(self) -> bool:
        """Whether it is but a way in which the name may be written, and told only where it is."""
        return self.romanised or self.by in {"plural", "singular"}

    @property
    def short(self) -> bool:
        """Whether it is a name only in capitals: US is one, us is not."""
        letters = self.name.replace(".", "")
        return not self.han and len(letters) <= 3 and (self.by == "CLDR" or letters.isupper())


def names_of(typed: str, families: Collection[str]) -> tuple[Called, ...]:
    """Return what is to be looked for where *typed* is meant: itself first, then its other names.

    Territories, languages and currencies are in CLDR; other proper names in CC-CEDICT, with
    WikDict's French for their English; of a common word the surest translation is taken.  Both
    scripts of Chinese are one, and accents and capitals do not count.  A title and a surname are
    also found with first names between them, a name in English in the plural, and one that is typed
    so, or as whose something is, in the singular.  What is typed with a
    capital and is a common word in the dictionaries is looked for by them only as a name.

    Args:
        typed: A name or a word.
        families: The languages that the documents are in, BCP 47 without script.
    """
    words = POSSESSIVE.sub("", " ".join(typed.split()))
    named = _cldr(words)
    if named:
        others = [Called(each, "CLDR") for each in _in_cldr(named, families)]
    else:
        others = list(_in_dictionaries(words, families))
        if words[:1].isupper() and not _is_proper(words):
            others = [replace(each, only_name=True) for each in others]
    titled = list(_behind_title(words))
    family_of = not (titled or named or _is_proper(words)) and "en" in families
    own = titled or (list(_of_number(words)) if family_of else [])
    distinct: dict[str, Called] = {}
    for called in (Called(words, "typed"), *own, *others):
        distinct.setdefault(_key(called.name), called)
    return tuple(distinct.values())


def _behind_title(typed: str) -> Iterator[Called]:
    """Yield the full name where *typed* is a title and a surname: Captain Edmund Rask."""
    for known in KNOWN.values():
        titles = known.words.titles or r"(?!)"
        match = regex.fullmatch(rf"((?i:{titles}))\.? (\p{{Lu}}\S+)", typed)
        if match:
            yield Called(f"{match[1]} {BETWEEN} {match[2]}", "title", before=match[1])
            return


def _of_number(typed: str) -> Iterator[Called]:
    """Yield what a family is called by its name, the Rasks, and by the name of a family."""
    if not typed[:1].isupper() or typed.isupper() or not typed.isalpha() or HAN.search(typed):
        return
    if HISSES.search(typed) or not typed.endswith("s"):
        yield Called(f"{typed}{'es' if HISSES.search(typed) else 's'}", "plural")
    if typed.endswith("s"):
        yield Called(typed[:-1], "singular")
    if typed.endswith("es") and HISSES.search(typed[:-2]):
        yield Called(typed[:-2], "singular")


def longer_names(typed: str) -> tuple[str, ...]:
    """Return names of other things that have the name *typed*, or another of its names, in them.

    Equatorial Guinea is not Guinea.
    """
    named = _cldr(typed)
    if named is None:
        return ()
    own = [
        each for family in _families() for each, other in names_in(family).items() if other == named
    ]
    return tuple(
        longer
        for family in _families()
        for longer, other in names_in(family).items()
        if other != named and any(_within(each, longer) for each in own)
    )


def _within(name: str, longer: str) -> bool:
    if HAN.search(name):
        return name in longer
    return f" {name} " in f" {longer} "


def _key(text: str) -> str:
    return key_of(text, "zh") if HAN.search(text) else plain(text)


def _families() -> list[str]:
    return [family for family in KNOWN if value_forms(family)]


def _cldr(typed: str) -> Name | None:
    every = (name(typed, family) for family in _families())
    return next((each for each in every if each), None)


def _in_cldr(named: Name, families: Collection[str]) -> Iterator[str]:
    for family in _families():
        if family in families:
            yield from (written for written, other in names_in(family).items() if other == named)


def _in_dictionaries(typed: str, families: Collection[str]) -> Iterator[Called]:
    chinese, english = _proper()
    if HAN.search(typed):
        names = chinese.get(key_of(typed, "zh"), ())[:MOST]
        common = () if names else dictionary.english(key_of(typed, "zh"))[:1]
        names = (*names, *common)
        if "en" in families:
            yield from (Called(each, "CC-CEDICT") for each in names)
        if "fr" in families:
            yield from (Called(each, "WikDict") for each in _french(names))
        return
    word = plain(typed)
    from_french = wikdict.english().of(word) if " " not in word else ()
    known = english.get(word) or dictionary.chinese(word)[:1]
    if not known and from_french:
        known = english.get(from_french[0]) or dictionary.chinese(from_french[0])[:1]
        if "en" in families:
            yield Called(from_french[0], "WikDict")
    elif "fr" in families:
        yield from (Called(each, "WikDict") for each in _french((word,)))
    if "zh" in families:
        yield from (Called(each, "CC-CEDICT") for each in known[:MOST])


def _is_proper(typed: str) -> bool:
    """Tell whether the dictionary has *typed* as a proper name."""
    return plain(typed) in _proper()[1]


def _french(names: Collection[str]) -> list[str]:
    """Return a French word for each English one: of those that mean it first, the surest."""
    table = wikdict.english()
    both = [
        [each for each in table.french(plain(name)) if table.of(each)[:1] == (plain(name),)]
        for name in names
    ]
    return [each for known in both for each in known[:1]]


@once
def _proper() -> tuple[ByName, ByName]:
    """Return English names by Simplified ones, and the other way."""
    chinese: dict[str, dict[str, None]] = {}
    english: dict[str, dict[str, None]] = {}
    for match in dictionary.lines():
        if match["sound"][0].isupper():
            for gloss in regex.split(r"[/;]", dictionary.REMARK.sub(" ", match["glosses"])):
                name, _, where = (part.strip() for part in gloss.partition(","))
                # What follows says where it is: Beijing, capital of…; or it is a list of names.
                if dictionary.NAME.fullmatch(name) and not where[:1].isupper():
                    chinese.setdefault(match["word"], {})[name] = None
                    english.setdefault(plain(name), {})[match["word"]] = None
            for other in _shorter(match):
                english.setdefault(plain(other), {})[match["word"]] = None
    return _listed(chinese), _listed(english)


def _shorter(match: regex.Match[str]) -> Iterator[str]:
    """Yield what a name of the dictionary is called for short: Putin, IMF.

    The Chinese of somebody from abroad is mostly that of the surname, with one capital in pinyin.
    """
    yield from SHORT.findall(match["glosses"])
    if sum(map(str.isupper, match["sound"])) == 1:
        yield from SURNAME.findall(match["glosses"])


def _listed(names: dict[str, dict[str, None]]) -> ByName:
    return {key: tuple(others) for key, others in names.items()}
