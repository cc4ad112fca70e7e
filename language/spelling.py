"""What a question says where words of it are typed wrong."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from language.asking import QUOTED
from language.languages import KNOWN
from language.letters import LETTERS, plain
from language.lexicon import is_word
from language.meant import Speller, Vocabulary, in_case
from language.tags import family

# Not in addresses, paths and codes.
WORD = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}_@./\\])[{LETTERS}]{{3,}}"
    r"(?![\p{L}\p{M}\p{N}_@/\\]|\.\p{L})"
)
ANY = regex.compile(r"\p{L}+")
WITH_APOSTROPHE = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)+")
KEPT = regex.compile(QUOTED)
MOST = 8  # words that are mended: more unknown ones are of a language or trade that is unknown
ASKS = 3  # words of a question that its first may begin without an accent


def mended(question: str, language: str, documents: Vocabulary) -> str:
    """Return *question* with the words that are typed wrong as they were meant.

    Quoted words stay as they are.

    Args:
        question: What was typed.
        language: Its BCP 47 tag, or ``und``.
        documents: What it is asked of.
    """
    speller = Speller(language, documents)
    better = question
    for start, end, meant in reversed(list(_mended_words(question, language, speller))):
        better = better[:start] + meant + better[end:]
    return _opened(better, language)


def _mended_words(question: str, language: str, speller: Speller) -> Iterator[tuple[int, int, str]]:
    """Yield where each word, or two that are one, stands in *question*, and what was meant."""
    words = _words(question, language)
    unknown = [not speller.knows(word[0]) for word in words]
    if sum(unknown) > MOST:
        return
    after = 0
    for at, word in enumerate(words):
        start, end = word.span()
        if start < after:
            continue
        if at + 1 < len(words) and (unknown[at] or unknown[at + 1]):
            then = words[at + 1]
            if question[end : then.start()] == " " and speller.joins(word[0] + then[0]):
                yield start, then.end(), word[0] + then[0]
                after = then.end()
                continue
        yield start, end, speller.meant(word[0], first=not ANY.search(question[:start]))


def _words(question: str, language: str) -> list[regex.Match[str]]:
    """Return the words that may be mended.

    Those that are quoted may not, nor those whose list has them with an apostrophe: doesn't.
    """
    quoted = [match.span() for match in KEPT.finditer(question)]
    whole = [
        match.span()
        for match in WITH_APOSTROPHE.finditer(question)
        if is_word(match[0].replace("’", "'"), language)
    ]
    return [
        word
        for word in WORD.finditer(question)
        if not any(start < word.end() and word.start() < end for start, end in (*quoted, *whole))
    ]


def _opened(question: str, language: str) -> str:
    """Return *question* with the accent that its first word lacks: Où est la gare ?"""
    known = KNOWN.get(family(language))
    words = ANY.findall(question)
    if known is None or not known.words.opening or len(words) < ASKS:
        return question
    opening = regex.compile(known.words.opening, regex.IGNORECASE)
    if opening.match(words[0]):
        return question
    for word in known.words.empty.split():
        if plain(word) == plain(words[0]) and opening.match(word):
            return question.replace(words[0], in_case(words[0], word), 1)
    return question
