"""Values in the user's language, by CLDR: exact, with what was said of a rounded figure."""

from __future__ import annotations

import datetime
from decimal import Decimal

import regex
from babel import Locale
from babel.dates import format_date, format_skeleton, parse_pattern
from babel.numbers import format_decimal, get_currency_name

from language.languages import SPOKEN, nearest_spoken
from language.tags import family
from language.value_rules import Frames
from language.values.dates import ROMAN, plain_year
from language.values.names import spoken_name
from language.values.numbers import in_figures
from language.values.prepared import forms_of, prepared, value_forms
from language.values.units import unit_names
from language.values.value import (
    COUNT,
    DOLLAR,
    Bound,
    Century,
    Date,
    DateRange,
    Decade,
    Name,
    Numbered,
    Ordinal,
    Quantity,
    QuantityRange,
    Unit,
    UnitKind,
    Value,
)

# Signs that are clear to everybody, where they stand before the number.
SIGNED = ("USD", "EUR", "GBP", DOLLAR.code)
# A number is shortened to "64.37 billion" where that is exact and has so many decimals at most.
DECIMALS = 3
VOWEL = regex.compile("(?i)[aeiouéèêâîô]")


def say(value: Value, language: str) -> str:
    """Return *value* in *language*, one of the spoken; in English for any other.

    What is returned states no more than the value: nothing is rounded.
    """
    tag = nearest_spoken(language)
    if value_forms(tag) is None:
        tag = next(tag for tag in SPOKEN if value_forms(tag))
    if isinstance(value, Quantity):
        return _bound(value.bound, tag) + _counted(value.number, value.unit, tag)
    if isinstance(value, QuantityRange):
        return _range(value, tag)
    if isinstance(value, Name):
        return spoken_name(value, tag)
    if isinstance(value, Date):
        return _date(value, tag)
    return _dates(value, tag) if isinstance(value, DateRange) else _named(value, tag)


def _frames(tag: str) -> Frames:
    return forms_of(tag).frames[tag]


def _bound(bound: Bound, tag: str) -> str:
    """Return what is said before a figure, with the space after it."""
    forms, bounds = forms_of(tag), _frames(tag).bounds
    # Where no language but Chinese says 余 in a word, "more than" comes nearest.
    name = Bound.OVER.value if bound is Bound.ODD else bound.value
    usual = forms.quantities.bounds.get(name, "").partition("|")[0]
    words = bounds.get(name, usual)
    return f"{words} " if words and not forms.han else words


def _locale(tag: str) -> Locale:
    return Locale.parse(SPOKEN[tag].locale)


def _named(value: Ordinal | Numbered | Decade | Century, tag: str) -> str:
    """Return an ordinal in figures, a number of a thing, a decade or a century."""
    frames = _frames(tag)
    frame = {Ordinal: frames.ordinal, Numbered: frames.numbered, Decade: frames.decade,
             Century: frames.century}[type(value)]  # fmt: skip
    number = value.year if isinstance(value, Decade) else value.number
    roman = ROMAN[number - 1] if isinstance(value, Century) else ""
    ending = forms_of(tag).numbers.endings(number)[0]
    return frame.format(number=number, roman=roman, ending=ending)


def _counted(number: Decimal, unit: Unit, tag: str, *, in_full: bool = False) -> str:
    """Return *number* with its unit, in figures only or with a word for millions or 亿."""
    frames = _frames(tag)
    mantissa, word = (number, "") if in_full else _magnitude(number, tag)
    written = _figures(mantissa, word, tag) + word
    if unit.kind is UnitKind.PERCENT:
        pattern = _locale(tag).percent_formats[None].pattern
        return str(regex.sub(r"[#,0.]+", lambda _: written, pattern))
    if unit.kind is UnitKind.COUNT:
        return written
    if frames.signs_first and unit.code in SIGNED:
        return str(_locale(tag).currency_symbols.get(unit.code, unit.code)) + written
    if unit == DOLLAR and not frames.dollars:
        return unit.code + written
    name = _unit_name(unit, tag, single=_single(number, tag))
    if not word or not any(frames.of):
        return written + name
    return written + frames.of[bool(VOWEL.match(name.strip()))] + name.strip()


def _unit_name(unit: Unit, tag: str, *, single: bool) -> str:
    """Return what follows the number, with the space before it."""
    if unit.kind is UnitKind.MEASURE:
        return next(unit_names(unit.code, single, _locale(tag)))
    name = get_currency_name(unit.code, 1 if single else 2, _locale(tag))
    return _frames(tag).gap + (_frames(tag).dollars[not single] if unit == DOLLAR else name)


def _figures(number: Decimal, word: str, tag: str) -> str:
    written = format_decimal(number, locale=_locale(tag), decimal_quantization=False)
    # 1,525 would be read as a thousand by many in French; 1,5250 is not.
    unclear = regex.search(r"\d[.,]\d{3}$", written) and not word
    unread = unclear and in_figures(prepared(written, tag), family(tag)) is None
    return written + "0" * bool(unread)


def _magnitude(number: Decimal, tag: str) -> tuple[Decimal, str]:
    """Return *number* as a shorter number and CLDR's word for the rest, if that is exact.

    Babel's own rounds, and says 1 millions in French.
    """
    if abs(number) < _frames(tag).shortest:
        return number, ""
    width = _locale(tag).compact_decimal_formats[_frames(tag).width]
    sizes = sorted((int(size) for size in width["other"] if size.endswith("000")), reverse=True)
    for size in sizes:
        pattern = width["other"][str(size)].pattern
        unit = Decimal(size).scaleb(1 - pattern.count("0"))
        if number >= unit and pattern.strip("0"):
            shorter = number.scaleb(-unit.adjusted())
            if -int(shorter.normalize().as_tuple().exponent) > DECIMALS:
                break
            form = width["one"] if _single(shorter, tag) else width["other"]
            return shorter, form[str(size)].pattern.lstrip("0")
    return number, ""


def _single(number: Decimal, tag: str) -> bool:
    return str(_locale(tag).plural_form(number)) == "one"


def _range(value: QuantityRange, tag: str) -> str:
    """Return both numbers, with a word for millions at both or at none."""
    sized = bool(_magnitude(value.low, tag)[1] and _magnitude(value.high, tag)[1])
    repeated = sized or value.unit.kind is UnitKind.PERCENT or value.unit.code in SIGNED
    low = _counted(value.low, value.unit if repeated else COUNT, tag, in_full=not sized)
    high = _counted(value.high, value.unit, tag, in_full=not sized)
    return _frames(tag).range.format(low, high)


def _date(date: Date, tag: str) -> str:
    locale = _locale(tag)
    if not date.month and not plain_year(date.year or 0):
        return _with_era(date, tag)
    if date.year and date.day:
        return format_date(_day(date), "long", locale=locale)
    skeleton = "MMMMd" if not date.year else "yMMMM" if date.month else "y"
    return format_skeleton(skeleton, _day(date), locale=locale)


def _with_era(date: Date, tag: str) -> str:
    year = date.year or 0
    era = _locale(tag).eras["abbreviated"][0 if year < 0 else 1]
    return _frames(tag).era.format(year=abs(year), era=era)


def _day(date: Date) -> datetime.date:
    """Return the first day of *date*; 2000 had a 29 February."""
    return datetime.date(date.year or 2000, date.month or 1, date.day or 1)


def _dates(dates: DateRange, tag: str) -> str:
    """Return both dates by CLDR's form for intervals, with the months in full."""
    first, last = dates.first, dates.last
    if not first.month:
        if not (plain_year(first.year or 0) and plain_year(last.year or 0)):
            return f"{_with_era(first, tag)} – {_with_era(last, tag)}"
        if not _frames(tag).years:  # CLDR's 2000至2001 may be numbers
            return _frames(tag).range.format(_date(first, tag), _date(last, tag))
    told = "MMMd" if first.day else "MMMM" if first.month else ""
    skeleton = f"y{told}" if first.year else told
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    locale = _locale(tag)
    parts = locale.interval_formats[skeleton][differs]
    return "".join(
        parse_pattern(regex.sub("M{3,4}", "MMMM", part)).apply(_day(date), locale)
        for part, date in zip(parts, (first, last), strict=True)
    )
