"""Chinese names in Latin letters: Qin Gang and Ch'in Kang are 秦刚, wherever a text has the sounds.

No dictionary lists the names of all people; ``sounds.py`` says how a character is read, and how
that is written.  The family stands first or last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from index.letter_index import LetterIndex
from index.passage_index import PassageIndex
from language.chinese import crosses_word, may_be_name, to_simplified
from language.letters import plain
from language.lexicon import is_word
from language.spans import Span
from language.terms import question_terms
from qa.dictionary import chinese_names
from qa.pronounced import APART, NAME, language_of, soundings, syllables, without_breath
from qa.sounds import readings

SURE = 3  # syllables by which a word is a name for sure
# Passages that are looked through for a name, and ways of writing it that are taken.
LOOKED_AT, MOST = 50, 3


@dataclass(frozen=True, slots=True)
class Romanised:
    """A name in Latin letters."""

    span: Span  # in the question
    pair: regex.Pattern[str]  # matches the two characters that it begins with
    whole: regex.Pattern[str]  # finds it in Simplified text
    ways: tuple[tuple[str, ...], ...]  # the characters that each syllable may be, ways to part it

    def found_in(self, text: str) -> Iterator[str]:
        """Yield how *text*, in either script, writes it; in its own characters."""
        simplified = to_simplified(text)
        for match in self.whole.finditer(simplified):
            start, end = match.span()
            if may_be_name(match.group()) and not crosses_word(simplified[:end], simplified[end:]):
                yield (text if len(text) == len(simplified) else simplified)[start:end]


@lru_cache(maxsize=256)
def names_in(question: str, language: str) -> tuple[Romanised, ...]:
    """Return the Chinese names in Latin letters of *question*, which is not in Chinese.

    A surname and a given name (Wang Yi, Xi Jinping, Hsu Ming-che, Ming-che Hsu), or a word of three
    syllables or more that is none of the language (Zhongguancun).  What CC-CEDICT knows otherwise
    is no such name.
    """
    names: list[Romanised] = []
    at = 0
    while match := NAME.search(question, at):
        parts, at = APART.split(match.group()), match.start()
        for count in range(len(parts), 0, -1):
            end = at + sum(map(len, parts[:count])) + count - 1
            ways = _characters(question[at:end], language)
            if ways:
                names.append(_name((at, end), ways))
                break
        at = end
    return tuple(names)


def in_documents(
    question: str, language: str, index: PassageIndex
) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """Return *question* as the documents write the names in it, and their words for each.

    Where they have a name in pinyin too, it stays: which of the two a passage has is seen then.
    """
    groups = []
    for name in reversed(names_in(question, language)):
        passages = index.with_term(name.pair.pattern, LOOKED_AT)
        counts = Counter(each for one in passages for each in {*name.found_in(one.passage.text)})
        usual = [to_simplified(each) for each, _ in counts.most_common(MOST)]
        start, end = name.span
        terms = question_terms(question[start:end], language)
        if usual and not all(index.holds([term]) for term in terms):
            question = question[:start] + usual[0] + question[end:]
        groups += [tuple(usual)] if usual else []
    return question, tuple(groups)


def spelled(name: str, letters: LetterIndex) -> list[str]:
    """Return the Chinese names in the documents that *name* is in pinyin, the usual first."""
    counts: Counter[str] = Counter()
    bare = without_breath(name)
    for way in _characters(bare, language_of(bare)) if NAME.fullmatch(bare) else ():
        counts += letters.spelled(way)
    return [each for each, _ in counts.most_common() if may_be_name(each)][:MOST]


def as_written_in(text: str, question: str, language: str) -> str:
    """Return *question* with its names in pinyin in the characters that *text* has for them."""
    for name in reversed(names_in(question, language)):
        start, end = name.span
        question = (
            question[:start] + next(name.found_in(text), question[start:end]) + question[end:]
        )
    return question


def _name(span: Span, ways: Sequence[Sequence[str]]) -> Romanised:
    patterns = [[f"[{characters}]" for characters in way] for way in ways]
    pairs = dict.fromkeys("".join(way[:2]) for way in patterns)
    wholes = dict.fromkeys("".join(way) for way in patterns)
    pair, whole = regex.compile("|".join(pairs)), regex.compile("|".join(wholes))
    return Romanised(span, pair, whole, tuple(map(tuple, ways)))


def _characters(name: str, language: str) -> list[tuple[str, ...]]:
    """Return the characters that each syllable of a name may be, for each way to read it."""
    if not APART.search(name):
        word = plain(name)
        # With its accents it may be a word that it is not without: année, pénale.
        if is_word(name.lower(), language) or is_word(word, language) or chinese_names(word):
            return []
        sounds = readings().characters
        long = [way for way in syllables(word, "pinyin") if len(way) >= SURE]
        return [tuple("".join(sounds[each] for each in one) for one in way) for way in long]
    ways = [way.characters for way in soundings(name, language)]
    return list(dict.fromkeys(ways))
