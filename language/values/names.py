"""Names of territories, languages and currencies in the four languages, from CLDR."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from babel import Locale
from babel.core import get_global
from babel.languages import get_official_languages

from language.chinese import to_simplified
from language.tags import family
from language.values.prepared import prepared
from language.values.units import currency_names
from language.values.value import DOLLAR, Name, NameKind

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
# CLDR's short names, which Babel leaves out: "Hong Kong SAR China" says more than 香港.
SAID = {
    "HK": ("Hong Kong", "Hong Kong", "香港", "香港"),
    "MO": ("Macao", "Macao", "澳门", "澳門"),
    "PS": ("Palestine", "Palestine", "巴勒斯坦", "巴勒斯坦"),
    "MM": ("Myanmar", "Myanmar", "缅甸", "緬甸"),
}
# A country and a state of the USA; in Simplified text the country is 格鲁吉亚.
UNCLEAR = frozenset(("georgia", "géorgie", "乔治亚"))


def name(text: str, language: str) -> Name | None:
    """Return what *text* names and nothing else, or None.

    "French" and "français" are none: they may be the language or a nationality.  法语 is one.
    """
    found = table(family(language)).get(key_of(prepared(text, language), language))
    if found is None or (found.kind is NameKind.LANGUAGE and family(language) != "zh"):
        return None
    return found


def said(named: Name, language: str) -> str:
    """Return CLDR's name in *language*; its code where CLDR has none."""
    if named.kind is NameKind.TERRITORY and named.code in SAID:
        return SAID[named.code][list(LOCALES).index(language)]
    locale = Locale.parse(LOCALES[language])
    names = {
        NameKind.TERRITORY: locale.territories,
        NameKind.LANGUAGE: locale.languages,
        NameKind.CURRENCY: locale.currencies,
    }[named.kind]
    return str(names.get(named.code, named.code))


@cache
def table(language: str) -> dict[str, Name]:
    """Return what every name means; a name of two things is left out."""
    found: dict[str, Name] = {}
    twice: set[str] = set()
    for written, named in _names(language):
        key = key_of(prepared(written, language), language)
        if found.setdefault(key, named) != named:
            twice.add(key)
    return {
        key: named for key, named in found.items() if key not in twice | UNCLEAR and len(key) > 1
    }


def _names(language: str) -> Iterator[tuple[str, Name]]:
    for tag, locale_name in LOCALES.items():
        if family(tag) == language:
            locale = Locale.parse(locale_name)
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
    """Yield what territories are called for short, ``en``, ``fr`` or ``zh``."""
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


def key_of(text: str, language: str) -> str:
    """Return *text* as it is looked up in `table`; in Chinese as long as it was."""
    if family(language) == "zh":
        return "".join(map(_simplified, text))
    return regex.sub(r"[\s\-]+", " ", text.replace("’", "'")).casefold().strip()


@lru_cache(maxsize=65536)
def _simplified(character: str) -> str:
    return (to_simplified(character) or character).lower()[:1]
