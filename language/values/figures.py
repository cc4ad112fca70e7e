"""Numbers with their units in the user's language, by CLDR and exact."""

from __future__ import annotations

from decimal import Decimal

import regex
from babel import Locale
from babel.numbers import format_decimal, get_currency_name

from language.tags import family
from language.values.names import LOCALES
from language.values.units import unit_name
from language.values.value import DOLLAR, Unit, UnitKind

# English puts these signs before the number, where they are clear to everybody.
SIGNED = ("USD", "EUR", "GBP", DOLLAR.code)
# A number is shortened to "64.37 billion" where that is exact and has so many decimals at most.
DECIMALS = 3
SHORTEST = {"en": 10**6, "fr": 10**6, "zh": 10**4}


def locale_of(language: str) -> Locale:
    """Return CLDR's locale for one of the four languages."""
    return Locale.parse(LOCALES[language])


def shortened(number: Decimal, language: str) -> bool:
    """Tell whether *number* is said with a word for millions, 亿 or the like."""
    return bool(_magnitude(number, language)[1])


def quantity_in(number: Decimal, unit: Unit, language: str, *, in_full: bool = False) -> str:
    """Return *number* with its unit in *language*, one of the four.

    Args:
        number: Written exactly, with a word for millions or 亿 where that is shorter.
        unit: Nothing is written for `COUNT`.
        language: A BCP 47 tag.
        in_full: In figures only, whatever their number.
    """
    mantissa, word = (number, "") if in_full else _magnitude(number, language)
    written = _figures(mantissa, word, language) + word
    if unit.kind is UnitKind.PERCENT:
        pattern = locale_of(language).percent_formats[None].pattern
        return str(regex.sub(r"[#,0.]+", lambda _: written, pattern))
    if unit.kind is UnitKind.COUNT:
        return written
    if language == "en" and unit.code in SIGNED:
        return str(locale_of(language).currency_symbols.get(unit.code, unit.code)) + written
    if language.startswith("zh") and unit == DOLLAR:
        return unit.code + written
    name = _name(unit, _one(number, language), language)
    return written + (_of(name.strip()) if word and language == "fr" else name)


def _name(unit: Unit, one: bool, language: str) -> str:
    """Return what follows the number, with the space before it."""
    if unit.kind is UnitKind.MEASURE:
        return unit_name(unit.code, one, locale_of(language))
    gap = {"en": " ", "fr": "\N{NO-BREAK SPACE}"}.get(language, "")
    if unit == DOLLAR:
        return f"{gap}dollar" if one else f"{gap}dollars"
    return gap + get_currency_name(unit.code, 1 if one else 2, locale_of(language))


def _of(name: str) -> str:
    """Return what follows a French million: "de dollars", "d’euros"."""
    return f" d’{name}" if regex.match("(?i)[aeiouéèêâîô]", name) else f" de {name}"


def _figures(number: Decimal, word: str, language: str) -> str:
    written = format_decimal(number, locale=locale_of(language), decimal_quantization=False)
    # 1,525 would be read as a thousand by many.
    unclear = language == "fr" and not word and regex.fullmatch(r"[1-9]\d{0,2},\d{3}", written)
    return written + "0" * bool(unclear)


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
