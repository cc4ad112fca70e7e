"""Numbers with their units in the user's language, by CLDR and exact."""

from __future__ import annotations

from decimal import Decimal

import regex
from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from corpus.tags import family
from qa.values.names import LOCALES
from qa.values.units import unit_name
from qa.values.value import DOLLAR, Unit, UnitKind

# English puts these signs before the number, where they are clear to everybody.
SIGNED = ("USD", "EUR", "GBP", DOLLAR.code)
# A number is shortened to "64.37 billion" where that is exact and has so many decimals at most.
DECIMALS = 3
SHORTEST = {"en": 10**6, "fr": 10**6, "zh": 10**4}


def locale_of(language: str) -> Locale:
    """Return CLDR's locale for one of the four languages."""
    return Locale.parse(LOCALES[language])


def quantity_in(number: Decimal, unit: Unit, language: str) -> str:
    """Return *number* with its unit in *language*, one of the four."""
    written = number_in(number, language)
    if unit.kind is UnitKind.PERCENT:
        pattern = locale_of(language).percent_formats[None].pattern
        return str(regex.sub(r"[#,0.]+", lambda _: written, pattern))
    if unit.kind is UnitKind.CURRENCY:
        return _money(number, written, unit.code, language)
    return _measured(number, written, unit.code, language) if unit.code else written


def _measured(number: Decimal, written: str, code: str, language: str) -> str:
    name = unit_name(code, _one(number, language), locale_of(language))
    if language == "fr" and _magnitude(number, language)[1]:
        return written + _of(name.strip())
    return written + name


def _money(number: Decimal, written: str, code: str, language: str) -> str:
    locale = locale_of(language)
    if code == DOLLAR.code and language.startswith("zh"):
        return code + written
    if language == "en" and code in SIGNED:
        return str(locale.currency_symbols.get(code, code)) + written
    count = 1 if _one(number, language) else 2
    name = get_currency_name(code, count, locale)
    if code == DOLLAR.code:
        name = "dollar" if count == 1 else "dollars"
    if language.startswith("zh"):
        return f"{written}{name}"
    if language == "fr" and _magnitude(number, language)[1]:
        return written + _of(name)
    return f"{written}\N{NO-BREAK SPACE}{name}" if language == "fr" else f"{written} {name}"


def _of(name: str) -> str:
    """Return what follows a French million: "de dollars", "d’euros"."""
    return f" d’{name}" if regex.match("(?i)[aeiouéèêâîô]", name) else f" de {name}"


def number_in(number: Decimal, language: str) -> str:
    """Return *number* in *language*, in figures with a word for millions or 亿 where exact."""
    mantissa, word = _magnitude(number, language)
    written = format_decimal(mantissa, locale=locale_of(language), decimal_quantization=False)
    # 1,525 would be read as a thousand by many.
    unclear = language == "fr" and not word and regex.fullmatch(r"[1-9]\d{0,2},\d{3}", written)
    return written + "0" * bool(unclear) + word


def _magnitude(number: Decimal, language: str) -> tuple[Decimal, str]:
    """Return *number* as a shorter number and CLDR's word for the rest, if that is exact."""
    if abs(number) < SHORTEST[family(language)]:
        return number, ""
    formats = locale_of(language).compact_decimal_formats
    width = formats["short" if language.startswith("zh") else "long"]
    sizes = sorted((int(size) for size in width["other"] if size.endswith("000")), reverse=True)
    for size in sizes:
        pattern = width["other"][str(size)].pattern
        unit = Decimal(size).scaleb(1 - pattern.count("0"))
        word = pattern.lstrip("0")
        if not word or number < unit:
            continue
        shorter = number.scaleb(-unit.adjusted())
        if -int(shorter.normalize().as_tuple().exponent) > DECIMALS:
            break
        form = width["one"] if _one(shorter, language) else width["other"]
        return shorter, form[str(size)].pattern.lstrip("0")
    return number, ""


def _one(number: Decimal, language: str) -> bool:
    return str(locale_of(language).plural_form(number)) == "one"
