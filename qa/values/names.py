"""Names of territories, languages and currencies across the four languages, from CLDR."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from corpus.chinese import to_simplified
from corpus.tags import family
from qa.values.prepared import prepared
from qa.values.units import currency_names
from qa.values.value import DOLLAR, Name, NameKind

LOCALES = {"en": "en_GB", "fr": "fr", "zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
CONTINENTS = ("002", "003", "005", "009", "019", "021", "142", "150", "419")
# Not territories: the euro zone, outlying Oceania, pseudo-locales, the unknown.
NO_TERRITORIES = frozenset(("EZ", "QO", "XA", "XB", "ZZ"))
# What CLDR calls otherwise, or what people say for short.
SHORT = {
    "en": "US=US USA=US U.S.=US U.S.A.=US United_States_of_America=US UK=GB U.K.=GB"
    " Britain=GB Great_Britain=GB EU=EU Hong_Kong=HK Macao=MO Macau=MO Palestine=PS Burma=MM"
    " Myanmar=MM Ivory_Coast=CI Czech_Republic=CZ Turkey=TR Türkiye=TR UAE=AE Cape_Verde=CV"
    " East_Timor=TL Swaziland=SZ DR_Congo=CD Democratic_Republic_of_the_Congo=CD"
    " Republic_of_the_Congo=CG Russian_Federation=RU Viet_Nam=VN",
    "fr": "USA=US Grande-Bretagne=GB Hong_Kong=HK Macao=MO Palestine=PS Birmanie=MM Myanmar=MM"
    " République_tchèque=CZ UE=EU RDC=CD République_démocratique_du_Congo=CD Viêt_Nam=VN"
    " Vietnam=VN Biélorussie=BY",
    "zh": "香港=HK 澳门=MO 巴勒斯坦=PS 阿联酋=AE 东帝汶=TL 欧洲联盟=EU 美利坚合众国=US 台湾=TW"
    " 捷克共和国=CZ 刚果民主共和国=CD 刚果共和国=CG 老挝=LA 文莱=BN 沙乌地阿拉伯=SA 俄国=RU",
}
WORD = regex.compile(r"\p{L}[\p{L}\p{M}.]*")
LONGEST_ZH = 14  # characters
LONGEST = 6  # words


def name(text: str, language: str) -> Name | None:
    """Return what *text* names and nothing else, or None.

    "French" and "français" are none: they may be the language or a nationality.  法语 is one.
    """
    found = _table(family(language)).get(_key(prepared(text, language), language))
    if found is None or (found.kind is NameKind.LANGUAGE and family(language) != "zh"):
        return None
    return found


def said(named: Name, language: str) -> str:
    """Return CLDR's name in *language*; its code where CLDR has none."""
    locale = Locale.parse(LOCALES[language])
    names = {
        NameKind.TERRITORY: locale.territories,
        NameKind.LANGUAGE: locale.languages,
        NameKind.CURRENCY: locale.currencies,
    }[named.kind]
    return str(names.get(named.code, named.code))


def translated_names(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return each name that occurs in *text*, as it is written there, with its translations.

    The longest names are taken.  CLDR's names in the other languages come first, then common
    ones; both scripts of Chinese are one language here.
    """
    find = _in_chinese if family(language) == "zh" else _in_words
    found: dict[str, tuple[str, ...]] = {}
    for written, named in find(text, language):
        others = [one for one in LOCALES if family(one) != family(language)]
        names = [said(named, one) for one in others]
        names += [short for one in others for short in _short(named, family(one))]
        found[written] = tuple(dict.fromkeys(names))
    return found


def _short(named: Name, language: str) -> list[str]:
    """Return what else it is called; "US" and "UE" tell a search too little."""
    least = 2 if language == "zh" else 4
    return [one for one, other in _short_names(language) if other == named and len(one) >= least]


def _in_chinese(text: str, language: str) -> Iterator[tuple[str, Name]]:
    table = _table("zh")
    simplified = _key(text, language)
    at = 0
    while at < len(text):
        for end in range(min(len(text), at + LONGEST_ZH), at + 1, -1):
            named = table.get(simplified[at:end])
            if named:
                yield text[at:end], named
                at = end - 1
                break
        at += 1


def _in_words(text: str, language: str) -> Iterator[tuple[str, Name]]:
    table = _table(family(language))
    words = [match.span() for match in WORD.finditer(text)]
    capitals = any(character.isupper() for character in text)
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + LONGEST), at, -1):
            written = text[words[at][0] : words[end - 1][1]]
            written, named = _looked_up(written, table, language)
            if named and _cased(written, named, language, capitals):
                yield written, named
                at = end - 1
                break
        at += 1


def _looked_up(written: str, table: dict[str, Name], language: str) -> tuple[str, Name | None]:
    named = table.get(_key(written, language))
    if named is None and written.endswith("."):
        written = written.rstrip(".")
        named = table.get(_key(written, language))
    return written, named


def _cased(written: str, named: Name, language: str, capitals: bool) -> bool:
    """Tell whether the letters are those of a name: "us", "turkey" and "polish" are not names."""
    if len(written.replace(".", "")) <= 3:
        return written.isupper()
    small = named.kind is NameKind.CURRENCY or (
        named.kind is NameKind.LANGUAGE and family(language) == "fr"
    )
    return small or written[0].isupper() or not capitals


@cache
def _table(language: str) -> dict[str, Name]:
    """Return what every name means; a name of two things is left out."""
    found: dict[str, Name] = {}
    twice: set[str] = set()
    for written, named in _names(language):
        key = _key(prepared(written, language), language)
        if found.setdefault(key, named) != named:
            twice.add(key)
    return {key: named for key, named in found.items() if key not in twice and len(key) > 1}


def _names(language: str) -> Iterator[tuple[str, Name]]:
    for tag, locale_name in LOCALES.items():
        if family(tag) == language:
            locale = Locale.parse(locale_name)
            for kind, names, codes in (
                (NameKind.TERRITORY, locale.territories, _territories()),
                (NameKind.LANGUAGE, locale.languages, _languages()),
            ):
                yield from ((names[code], Name(kind, code)) for code in codes if code in names)
    yield from _short_names(language)
    for written, code in currency_names(language):
        if code != DOLLAR.code:
            yield written, Name(NameKind.CURRENCY, code)


def _short_names(language: str) -> Iterator[tuple[str, Name]]:
    for pair in SHORT[language].split():
        short, _, code = pair.partition("=")
        yield short.replace("_", " "), Name(NameKind.TERRITORY, code)


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
    territories = get_global("territory_languages")
    official = {
        one
        for territory in territories
        for one in get_official_languages(territory, regional=True, de_facto=True)
    }
    return tuple(sorted(official | {"la", "zh_Hans", "zh_Hant"}))


def _key(text: str, language: str) -> str:
    if family(language) == "zh":  # one character for each, so that places stay
        return "".join(map(_simplified, text))
    return regex.sub(r"[\s\-]+", " ", text.replace("’", "'")).casefold().strip()


@lru_cache(maxsize=65536)
def _simplified(character: str) -> str:
    return (to_simplified(character) or character).lower()[:1]
