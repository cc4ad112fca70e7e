"""Names of territories, languages and currencies, from CLDR; where names are in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from language.chinese import tagged_words, to_simplified
from language.languages import KNOWN, SPOKEN
from language.spans import Span
from language.tags import family
from language.terms import STOPWORDS
from language.values.prepared import LIKE, forms_of, prepared, value_forms
from language.values.units import currency_names
from language.values.value import DOLLAR, Name, NameKind

CONTINENTS = ("002", "003", "005", "009", "019", "021", "142", "150", "419")
# Territories that belong to another, as people may say it or not.
DEPENDENT = frozenset(
    "HK MO TW PR GL RE GP MQ GF NC PF YT GI BM KY AW CW SX FO GU VI AS MP IM JE GG".split()
)
# Not territories: the euro zone, outlying Oceania, pseudo-locales, the unknown.
NO_TERRITORIES = frozenset(("EZ", "QO", "XA", "XB", "ZZ"))
# A capital at the beginning of a sentence says nothing.
CAPITALS = regex.compile(
    r"(?<=[\p{L}\p{N},;:()«“\"'’–-]\s?)\p{Lu}(?:[\p{L}\p{M}'’-]+|\.)?"
    r"(?:\s(?:(?:of|the|de|du|des|la|le|van|von|der|al|bin|and|et)\s)*\p{Lu}(?:[\p{L}\p{M}'’-]+|\.)?)*"
)
# A number in Han characters is one token, as one in digits is: no value ends inside it.
TOKEN = regex.compile(
    "|".join(
        [
            known.values.numbers.words
            for known in KNOWN.values()
            if known.values and known.values.han
        ]
        + [r"\p{Han}|[\p{L}\p{N}\p{M}--\p{Han}]+|[^\s\w]"]
    ),
    flags=regex.V1,
)
APART = regex.compile(r"[\s\-]+")
# jieba's tags of persons, also in transcription, of places and of bodies.
PERSONS, PLACES = frozenset(("nr", "nrt", "nrfg")), frozenset(("ns", "nt"))
TAGS = PERSONS | PLACES


def name(text: str, language: str) -> Name | None:
    """Return what *text* names and nothing else, or None.

    "French" and "français" are none: they may be the language or a nationality.  法语 is one.
    """
    named = table(family(language)).get(key_of(prepared(text, language), language))
    nation = named and named.kind is NameKind.LANGUAGE and not forms_of(language).names.languages
    return None if nation else named


def is_country(named: Name | None) -> bool:
    """Tell whether *named* is a country, in which no other lies."""
    if named is None or named.kind is not NameKind.TERRITORY:
        return False
    return named.code.isalpha() and named.code not in DEPENDENT


def spoken_name(named: Name, tag: str) -> str:
    """Return CLDR's name in the language *tag*, one of those spoken; its code if it has none."""
    short = forms_of(tag).frames[tag].territories
    if named.kind is NameKind.TERRITORY and named.code in short:
        return short[named.code]
    locale = Locale.parse(SPOKEN[tag].locale)
    names = {
        NameKind.TERRITORY: locale.territories,
        NameKind.LANGUAGE: locale.languages,
        NameKind.CURRENCY: locale.currencies,
    }[named.kind]
    return str(names.get(named.code, named.code))


@cache
def table(language: str) -> dict[str, Name]:
    """Return what every name means in a family; a name of two things is left out."""
    known: dict[str, Name] = {}
    unclear = set(forms_of(language).names.unclear)
    for written, named in _names(language):
        key = key_of(prepared(written, language), language)
        if known.setdefault(key, named) != named:
            unclear.add(key)
    return {key: named for key, named in known.items() if key not in unclear and len(key) > 1}


def _names(language: str) -> Iterator[tuple[str, Name]]:
    for tag, spoken in SPOKEN.items():
        if family(tag) == language:
            locale = Locale.parse(spoken.locale)
            for kind, names, codes in (
                (NameKind.TERRITORY, locale.territories, _territories()),
                (NameKind.LANGUAGE, locale.languages, _languages()),
            ):
                yield from ((names[code], Name(kind, code)) for code in codes if code in names)
    yield from short_names(language)
    for written, code in currency_names(language):
        if code != DOLLAR.code:
            yield written, Name(NameKind.CURRENCY, code)


def short_names(language: str) -> Iterator[tuple[str, Name]]:
    """Yield what territories are called for short in a family."""
    for pair in forms_of(language).names.short.split():
        short, _, code = pair.partition("=")
        yield short.replace("_", " "), Name(NameKind.TERRITORY, code)


def peoples(named: Name, language: str) -> list[str]:
    """Return words of a family for what is of a territory, where its name does not tell them."""
    pairs = (pair.partition("=") for pair in forms_of(language).names.peoples.split())
    return [word for word, _, code in pairs if named == Name(NameKind.TERRITORY, code)]


@cache
def _territories() -> tuple[str, ...]:
    every = map(str, Locale("en").territories)
    return tuple(
        code
        for code in every
        if code in CONTINENTS or (code.isalpha() and code not in NO_TERRITORIES)
    )


@cache
def _languages() -> tuple[str, ...]:
    """Return languages that are official somewhere; "Even" and "So" are languages too."""
    official = {
        language
        for territory in get_global("territory_languages")
        for language in get_official_languages(territory, regional=True, de_facto=True)
    }
    return tuple(sorted(official | {"la", "zh_Hans", "zh_Hant"}))


def named_spans(text: str, language: str) -> dict[Span, Name]:
    """Return where *text* has the names that a family knows, shorter ones within longer too."""
    names, openings, most = _openings(language)
    gap = "" if forms_of(language).han else " "
    spans = [match.span() for match in TOKEN.finditer(text)]
    named = {}
    for at, (start, stop) in enumerate(spans):
        if key_of(text[start:stop], language) in openings:
            for _, end in spans[at : at + most]:
                written = gap.join(text[start:end].translate(LIKE).split())
                if known := names.get(key_of(written, language)):
                    named[start, end] = known
    return named


@cache
def _openings(language: str) -> tuple[dict[str, Name], frozenset[str], int]:
    """Return the names of a family, what tokens they begin with, and their most tokens."""
    tokens = [TOKEN.findall(name) for name in table(language)]
    return table(language), frozenset(first for first, *_ in tokens), max(map(len, tokens))


WIDE = str.maketrans("()", "（）")  # 刚果(金), as CLDR has it


def key_of(text: str, language: str) -> str:
    """Return *text* as it is looked up in `table`; in Chinese as long as it was."""
    if forms_of(language).han:
        return "".join(map(simplified, text.translate(WIDE)))
    return APART.sub(" ", text.replace("’", "'")).casefold().strip()


@lru_cache(maxsize=65536)
def simplified(character: str) -> str:
    """Return one character in lower case and in Simplified Chinese."""
    return (to_simplified(character) or character).lower()[:1]


def name_spans(sentence: str, language: str, tags: frozenset[str] = TAGS) -> list[Span]:
    """Return the half-open spans of proper names in *sentence*, in order.

    By capitals, in Chinese by the dictionary's *tags*.
    """
    forms = value_forms(language)
    if not (forms and forms.han):
        names = [match.span() for match in CAPITALS.finditer(sentence)]
        return [_begun(sentence, span, family(language)) for span in names[:1]] + names[1:]
    spans: list[Span] = []
    at = 0
    for word, tag in tagged_words(sentence):
        if tag in tags and len(word) > 1:
            spans.append((at, at + len(word)))
        at += len(word)
    return spans


def _begun(sentence: str, span: Span, language: str) -> Span:
    """Return the first name with the word that begins the sentence, if that belongs to it."""
    first = sentence[: span[0]].rstrip()
    alone = first[:1].isupper() and first.isalpha()
    return (0, span[1]) if alone and first.lower() not in STOPWORDS.get(language, ()) else span
