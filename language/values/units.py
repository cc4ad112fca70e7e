"""The words for units and currencies in the three languages: CLDR's, and what else is common."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal

import regex
from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from babel.units import format_unit

from language.values.prepared import prepared
from language.values.value import COUNT, DOLLAR, PERCENT, Unit, UnitKind

WRITTEN = {
    "en": ("en_GB", "en"),
    "fr": ("fr",),
    "zh": ("zh_Hans", "zh_Hant"),
}
WIDTHS: tuple[Literal["long", "short"], ...] = ("long", "short")
# CLDR's ids of what is measured in prose.
MEASURES = (
    "length-kilometer length-meter length-centimeter length-millimeter length-mile length-foot"
    " length-inch length-light-year length-nautical-mile area-square-kilometer area-square-meter"
    " area-square-mile area-hectare area-acre volume-cubic-meter volume-liter volume-barrel"
    " mass-tonne mass-kilogram mass-gram duration-year duration-month duration-week duration-day"
    " duration-hour duration-minute duration-second power-kilowatt power-megawatt power-gigawatt"
    " energy-kilowatt-hour temperature-celsius temperature-fahrenheit speed-kilometer-per-hour"
    " digital-megabyte digital-gigabyte digital-terabyte"
).split()
SYMBOLS = {
    "km": "length-kilometer", "cm": "length-centimeter", "mm": "length-millimeter",
    "km²": "area-square-kilometer", "km2": "area-square-kilometer", "m²": "area-square-meter",
    "m2": "area-square-meter", "m³": "volume-cubic-meter", "m3": "volume-cubic-meter",
    "ha": "area-hectare", "kg": "mass-kilogram", "kW": "power-kilowatt", "MW": "power-megawatt",
    "GW": "power-gigawatt", "kWh": "energy-kilowatt-hour",
}  # fmt: skip
MORE_MEASURES = {
    "en": {
        "kilometers": "length-kilometer", "kilometer": "length-kilometer", "meters": "length-meter",
        "meter": "length-meter", "square kilometers": "area-square-kilometer",
        "sq km": "area-square-kilometer", "square meters": "area-square-meter",
        "cubic meters": "volume-cubic-meter", "liters": "volume-liter", "hours": "duration-hour",
        "metric tons": "mass-tonne", "m": "length-meter",
    },
    "fr": {"an": "duration-year", "année": "duration-year", "années": "duration-year",
           "m": "length-meter"},
    "zh": {
        "千米": "length-kilometer", "公尺": "length-meter", "米": "length-meter",
        "英里": "length-mile", "平方公里": "area-square-kilometer",
        "平方千米": "area-square-kilometer", "平方米": "area-square-meter",
        "平方公尺": "area-square-meter", "立方米": "volume-cubic-meter",
        "立方公尺": "volume-cubic-meter", "公顷": "area-hectare", "吨": "mass-tonne",
        "公吨": "mass-tonne", "升": "volume-liter", "千克": "mass-kilogram",
        "公斤": "mass-kilogram", "克": "mass-gram", "天": "duration-day", "小时": "duration-hour",
        "个小时": "duration-hour", "分钟": "duration-minute", "秒": "duration-second",
        "秒钟": "duration-second", "个月": "duration-month", "周": "duration-week",
        "个星期": "duration-week", "星期": "duration-week", "千瓦": "power-kilowatt",
        "兆瓦": "power-megawatt", "千瓦时": "energy-kilowatt-hour", "摄氏度": "temperature-celsius",
    },
}  # fmt: skip
# A short word of the language too ("in", "al"), or one letter: 5m may be metres or millions.
UNCLEAR = regex.compile(
    r"(?!\p{Han}).{1,2}\.?(?<!km|cm|mm|kg|ha|kW|MW|GW|MB|GB|TB|°C|°F|m²|m³)|[年日]"
)

MORE_CURRENCIES = {
    "en": {
        "dollars": "$", "dollar": "$", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
        "yen": "JPY", "pounds sterling": "GBP", "roubles": "RUB", "rubles": "RUB",
        "hong kong dollars": "HKD", "american dollars": "USD", "u.s. dollars": "USD",
    },
    "fr": {
        "dollars": "$", "dollar": "$", "dollars américains": "USD", "dollar américain": "USD",
        "dollars us": "USD", "yuans": "CNY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
        "yens": "JPY", "yen": "JPY", "roubles": "RUB",
    },
    "zh": {
        "美金": "USD", "元人民币": "CNY", "人民币元": "CNY", "人民币": "CNY", "港元": "HKD",
        "港币": "HKD", "日元": "JPY", "日圆": "JPY", "韩元": "KRW", "卢布": "RUB",
        "元": "CNY", "俄罗斯卢布": "RUB", "新台币": "TWD", "英镑": "GBP", "澳元": "AUD",
        "加元": "CAD",
    },
}  # fmt: skip
SIGNS = {
    "US$": "USD", "$US": "USD", "U.S.$": "USD", "€": "EUR", "£": "GBP", "$": "$", "HK$": "HKD",
    "NT$": "TWD", "A$": "AUD", "C$": "CAD", "CN¥": "CNY", "RMB": "CNY",
}  # fmt: skip

# What English and French put where Chinese has a classifier for people: 4000名, 4,000 people.
PEOPLE = {
    "en": "people persons individuals participants delegates attendees guests representatives",
    "fr": "personnes participants délégués invités représentants",
    "zh": "人 名 位 人次 名代表 位代表 名嘉宾 位嘉宾",
}
CLASSIFIERS = (
    "个 所 项 家 座 条 种 届 场 次 件 艘 架 辆 部 台 册 篇 间 栋 幢 支 只 棵 张 份 户 枚 颗 套"
)
PERCENTS = {"en": "% percent|per cent", "fr": "% pour cent|pourcent", "zh": "%"}


@cache
def suffixes(language: str) -> dict[str, Unit]:
    """Return what follows a number in *language*, in lower case except for symbols."""
    found = {name: Unit(UnitKind.MEASURE, code) for name, code in _measures(language)}
    found |= {name: Unit(UnitKind.CURRENCY, code) for name, code in currency_names(language)}
    counted = PEOPLE[language] + (f" {CLASSIFIERS}" if language == "zh" else "")
    found |= dict.fromkeys(counted.split(), COUNT)
    sign, _, words = PERCENTS[language].partition(" ")
    found |= prefixes()  # 64 000 €
    return found | {sign: PERCENT} | dict.fromkeys(filter(None, words.split("|")), PERCENT)


@cache
def prefixes() -> dict[str, Unit]:
    """Return the signs and ISO codes of currencies."""
    codes = {code: code for code in currency_codes()}
    return {
        sign: DOLLAR if code == DOLLAR.code else Unit(UnitKind.CURRENCY, code)
        for sign, code in (codes | SIGNS).items()
    }


@cache
def currency_codes() -> tuple[str, ...]:
    """Return the ISO 4217 codes of today's legal tenders that have a name in every language."""
    territories = [one for one in map(str, Locale("en").territories) if len(one) == 2]
    tenders = {code for one in territories for code in get_territory_currencies(one)}
    named = [Locale.parse(tag).currencies for tags in WRITTEN.values() for tag in tags]
    return tuple(sorted(code for code in tenders if all(code in names for names in named)))


@cache
def dollars() -> frozenset[str]:
    """Return the codes of the currencies that are called a dollar."""
    names = Locale("en").currencies
    return frozenset(code for code in currency_codes() if names[code].endswith("Dollar"))


def currency_names(language: str) -> Iterator[tuple[str, str]]:
    """Yield the names of currencies, prepared as the parser prepares its text, with codes."""
    locales = [Locale.parse(tag) for tag in WRITTEN[language]]
    for locale, code, count in product(locales, currency_codes(), (None, 1, 2)):
        yield prepared(get_currency_name(code, count, locale), language).casefold(), code
    yield from MORE_CURRENCIES[language].items()


def unit_name(code: str, one: bool, locale: Locale) -> str:
    """Return what follows a number that is measured in *code*, with the space before it.

    CLDR's long name where it has one that stands after the number, else the symbol.
    """
    return next(_unit_names(code, one, locale))


def _unit_names(code: str, one: bool, locale: Locale) -> Iterator[str]:
    for width in WIDTHS:
        written = format_unit(1 if one else 2, code, width, locale=locale)
        # 攝氏 2 度 has the number inside; "2 length-meter" is what Babel gives for no name.
        if written[0].isdecimal() and code not in written:
            yield written[1:]


def _measures(language: str) -> Iterator[tuple[str, str]]:
    """Yield the names and symbols of units, less those that are unclear."""
    locales = [Locale.parse(tag) for tag in WRITTEN[language]]
    for locale, code, one in product(locales, MEASURES, (True, False)):
        for written in _unit_names(code, one, locale):
            name = prepared(written, language)
            if not UNCLEAR.fullmatch(name):
                yield (name.casefold() if len(name) > 4 else name), code
    yield from (SYMBOLS | MORE_MEASURES[language]).items()
