"""The words for units and currencies: CLDR's, and what else is common."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Literal

import regex
from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from babel.units import format_unit

from language.languages import KNOWN
from language.values.prepared import forms_of, prepared
from language.values.value import COUNT, DOLLAR, PERCENT, Unit, UnitKind

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
# A short word of the language too ("in", "al"), or one letter: 5m may be metres or millions.
UNCLEAR = regex.compile(
    r"(?!\p{Han}).{1,2}\.?(?<!km|cm|mm|kg|ha|kW|MW|GW|MB|GB|TB|°C|°F|m²|m³)|[年日]"
)

SIGNS = {
    "US$": "USD", "$US": "USD", "U.S.$": "USD", "€": "EUR", "£": "GBP", "$": "$", "HK$": "HKD",
    "NT$": "TWD", "A$": "AUD", "C$": "CAD", "CN¥": "CNY", "RMB": "CNY",
}  # fmt: skip


@cache
def suffixes(language: str) -> dict[str, Unit]:
    """Return what follows a number in *language*, in lower case except for symbols."""
    rules = forms_of(language).quantities
    units = {name: Unit(UnitKind.MEASURE, code) for name, code in _measures(language)}
    units |= {name: Unit(UnitKind.CURRENCY, code) for name, code in currency_names(language)}
    units |= dict.fromkeys(rules.counted.split(), COUNT)
    return units | prefixes() | dict.fromkeys(rules.percents, PERCENT)  # 64 000 €


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
    read = (known.values.locales for known in KNOWN.values() if known.values)
    named = [Locale.parse(tag).currencies for tags in read for tag in tags]
    return tuple(sorted(code for code in tenders if all(code in names for names in named)))


@cache
def dollars() -> frozenset[str]:
    """Return the codes of the currencies that are called a dollar."""
    names = Locale("en").currencies
    return frozenset(code for code in currency_codes() if names[code].endswith("Dollar"))


def currency_names(language: str) -> Iterator[tuple[str, str]]:
    """Yield the names of currencies, prepared as the parser prepares its text, with codes."""
    locales = map(Locale.parse, forms_of(language).locales)
    for locale, code, count in product(locales, currency_codes(), (None, 1, 2)):
        yield prepared(get_currency_name(code, count, locale), language).casefold(), code
    yield from forms_of(language).quantities.currencies.items()


def unit_names(code: str, single: bool, locale: Locale) -> Iterator[str]:
    """Yield what follows a number that is measured in *code*, with the space before it.

    CLDR's long name where it has one that stands after the number, then the symbol.
    """
    for width in WIDTHS:
        written = format_unit(1 if single else 2, code, width, locale=locale)
        # 攝氏 2 度 has the number inside; "2 length-meter" is what Babel gives for no name.
        if written[0].isdecimal() and code not in written:
            yield written[1:]


def _measures(language: str) -> Iterator[tuple[str, str]]:
    """Yield the names and symbols of units, less those that are unclear."""
    locales = map(Locale.parse, forms_of(language).locales)
    for locale, code, single in product(locales, MEASURES, (True, False)):
        for written in unit_names(code, single, locale):
            name = prepared(written, language)
            if not UNCLEAR.fullmatch(name):
                yield (name.casefold() if len(name) > 4 else name), code
    yield from SYMBOLS.items()
    yield from forms_of(language).quantities.measures.items()
