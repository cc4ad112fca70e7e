"""The names of territories, languages and currencies in a text, in the other languages."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from language.chinese import crosses_word
from language.languages import SPOKEN
from language.tags import family
from language.values.names import key_of, short_names, spoken_name, table
from language.values.prepared import forms_of, value_forms
from language.values.value import Name, NameKind

WORD = regex.compile(r"\p{L}[\p{L}\p{M}.]*")
LONGEST_ZH = 14  # characters
LONGEST = 6  # words


def translated_names(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return each name that occurs in *text*, as it is written there, with its translations.

    The longest names are taken.  CLDR's names in the other languages come first, then common
    ones; both scripts of Chinese are one language here.  None are known in other languages.
    """
    forms = value_forms(language)
    if forms is None:
        return {}
    find = _in_chinese if forms.han else _in_words
    others = [tag for tag in SPOKEN if family(tag) != family(language) and value_forms(tag)]
    translations: dict[str, tuple[str, ...]] = {}
    for written, named in find(text, language):
        names = [spoken_name(named, tag) for tag in others]
        names += [short for tag in others for short in _short(named, family(tag))]
        translations[written] = tuple(dict.fromkeys(names))
    return translations


def _short(named: Name, language: str) -> list[str]:
    """Return what else it is called; "US" and "UE" tell a search too little."""
    least = forms_of(language).names.least
    return [one for one, other in short_names(language) if other == named and len(one) >= least]


def _in_chinese(text: str, language: str) -> Iterator[tuple[str, Name]]:
    names = table(family(language))
    simplified = key_of(text, language)
    at = 0
    while at < len(text):
        for end in range(min(len(text), at + LONGEST_ZH), at + 1, -1):
            named = names.get(simplified[at:end])
            if named and not _inside_a_word(text, at, end, language):
                yield text[at:end], named
                at = end - 1
                break
        at += 1


def _inside_a_word(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the name is a part of another word, as 马里 is of 马里兰."""
    follows = forms_of(language).names.of_a_country  # 中国人, 英国队
    if text[end : end + 1] not in follows and crosses_word(text[:end], text[end:]):
        return True
    return crosses_word(text[:start], text[start:])


def _in_words(text: str, language: str) -> Iterator[tuple[str, Name]]:
    names = table(family(language))
    words = [match.span() for match in WORD.finditer(text)]
    capitals = any(character.isupper() for character in text)
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST), at, -1):
            written = text[words[at][0] : words[end - 1][1]]
            written, named = _looked_up(written, names, language)
            if named and _cased(written, named, language, capitals):
                yield written, named
                at = end - 1
                break
        at += 1


def _looked_up(written: str, names: dict[str, Name], language: str) -> tuple[str, Name | None]:
    named = names.get(key_of(written, language))
    if named is None and written.endswith("."):
        written = written.rstrip(".")
        named = names.get(key_of(written, language))
    return written, named


def _cased(written: str, named: Name, language: str, capitals: bool) -> bool:
    """Tell whether the letters are those of a name: "us", "turkey" and "polish" are not names."""
    if len(written.replace(".", "")) <= 3:
        return written.isupper()
    small = named.kind is NameKind.CURRENCY or (
        named.kind is NameKind.LANGUAGE and forms_of(language).names.small
    )
    return small or written[0].isupper() or not capitals
