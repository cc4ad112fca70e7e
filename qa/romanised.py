"""Chinese names that are written in pinyin: Qin Gang is 秦刚, wherever a text has those sounds.

No dictionary lists the names of all people; how a character is read, CC-CEDICT says of each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from index.letter_index import LetterIndex
from index.passage_index import PassageIndex
from language.chinese import crosses_word, may_be_name, to_simplified
from language.lexicon import is_word
from language.once import once
from language.spans import Span
from language.terms import question_terms
from qa.dictionary import chinese_names, lines

# Two words or three, or one.
WORD = r"\p{Latin}{2,}"
NAME = regex.compile(rf"(?<![\p{{L}}\p{{N}}'’-]){WORD}(?:[ -]{WORD}){{0,2}}(?![\p{{L}}\p{{N}}-])")
APART = regex.compile(r"[ -]")
NOT_SOUND = regex.compile(r"[^a-z]")
SURNAME = regex.compile(r"/(?:\S+ )?surname \p{Lu}")
# Syllables of a given name, and of a word that is sure to be a name by them.
GIVEN, SURE = 2, 3
# Passages that are looked through for a name, and ways of writing it that are taken.
LOOKED_AT, MOST = 50, 3


@dataclass(frozen=True, slots=True)
class Romanised:
    """A name in pinyin."""

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
    """Return the names in pinyin of *question*, which is not in Chinese.

    A surname and a given name (Wang Yi, Xi Jinping), or a word of three syllables or more that is
    none of the language (Zhongguancun).  What CC-CEDICT knows otherwise is no such name.
    """
    names: list[Romanised] = []
    at = 0
    while match := NAME.search(question, at):
        parts, at = APART.split(match.group()), match.start()
        for count in range(len(parts), 0, -1):
            end = at + sum(map(len, parts[:count])) + count - 1
            syllables = _characters([part.lower() for part in parts[:count]], language)
            if syllables:
                names.append(_name((at, end), syllables))
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
    names = names_in(name, "en")
    if not names or names[0].span != (0, len(name)):
        return []
    counts: Counter[str] = Counter()
    for way in names[0].ways:
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


def _characters(words: list[str], language: str) -> list[list[str]]:
    """Return the characters that each syllable of a name may be, for each way to part it."""
    sounds, surnames = _sounds()
    if len(words) == 1:
        known = is_word(words[0], language) or chinese_names(words[0])
        ways = [] if known else [way for way in _syllables(words[0]) if len(way) >= SURE]
        return [[sounds[sound] for sound in way] for way in ways]
    if words[0] not in surnames or all(is_word(word, language) for word in words):
        return []
    given = [way for way in _syllables("'".join(words[1:])) if len(way) <= GIVEN]
    return [[surnames[words[0]], *(sounds[sound] for sound in way)] for way in given]


@lru_cache(maxsize=1024)
def _syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the ways to part *word* into syllables; an apostrophe parts two: Xi'an."""
    if not word:
        return ((),)
    sounds, _ = _sounds()
    bare = word.removeprefix("'")
    return tuple(
        (bare[:size], *rest)
        for size in range(1, min(6, len(bare)) + 1)
        if bare[:size] in sounds
        for rest in _syllables(bare[size:])
    )


@once
def _sounds() -> tuple[dict[str, str], dict[str, str]]:
    """Return by each syllable, without tones, the characters with it, and the surnames of them."""
    sounds: dict[str, dict[str, None]] = defaultdict(dict)
    surnames: dict[str, dict[str, None]] = defaultdict(dict)
    for match in lines(shortest=1):
        if len(match["word"]) == 1:
            sound = NOT_SOUND.sub("", match["sound"].lower().replace("u:", "v"))
            sounds[sound][match["word"]] = None
            if SURNAME.search(f"/{match['glosses']}"):
                surnames[sound][match["word"]] = None
    return _joined(sounds), _joined(surnames)


def _joined(characters: dict[str, dict[str, None]]) -> dict[str, str]:
    return {sound: "".join(each) for sound, each in characters.items() if sound}
