"""The words of a question in the languages of the documents, as far as they are known.

Between languages words agree by accident only.  Numbers and names are written alike or are in
CLDR; Chinese and English have a dictionary; French and English have words from Latin in common,
which lead on to Chinese.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from language.tags import family
from language.terms import content_words, passage_terms
from language.values import translated_names
from qa.dictionary import chinese, english

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
    groups = [
        [term for target in targets for each in _words(word, family(language), target)
         for term in passage_terms(each, target)]
        for word in content_words(question, language)
    ]  # fmt: skip
    for names in translated_names(question, language).values():
        groups.append([term for one in names for term in _name_terms(one, targets)])
    return tuple(tuple(dict.fromkeys(group)) for group in groups if group)


def _words(word: str, source: str, target: str) -> Iterator[str]:
    """Yield what *word* may be in the *target* language."""
    if source != "zh" or word.isascii():
        yield word  # a number, a name; a word that both languages have
    if source == "zh":
        yield from english(word)  # in French too: forum, international
    elif target == "zh":
        yield from chinese(word)


def _name_terms(name: str, targets: Collection[str]) -> Iterator[str]:
    for target in targets:
        if name.isascii() or (target == "zh") != any(one.isascii() for one in name):
            yield from passage_terms(name, target)
