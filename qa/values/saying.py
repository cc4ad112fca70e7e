"""Values in the user's language, by CLDR: exact, with what was said of a rounded figure."""

from __future__ import annotations

import datetime

import regex
from babel.dates import format_date, format_skeleton, parse_pattern

from corpus.tags import family
from qa.values.date_parts import plain_year
from qa.values.eras import ROMAN
from qa.values.figures import SIGNED, locale_of, number_in, quantity_in
from qa.values.names import LOCALES, said
from qa.values.ordinals import english_ending
from qa.values.value import (
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

# Frames in English | French | Simplified | Traditional.
BOUNDS = {
    Bound.EXACT: ("{}", "{}", "{}", "{}"),
    Bound.OVER: ("more than {}", "plus de {}", "超过{}", "超過{}"),
    Bound.NEARLY: ("nearly {}", "près de {}", "近{}", "近{}"),
    Bound.ABOUT: ("about {}", "environ {}", "约{}", "約{}"),
    Bound.UNDER: ("less than {}", "moins de {}", "不到{}", "不到{}"),
    Bound.AT_LEAST: ("at least {}", "au moins {}", "至少{}", "至少{}"),
    Bound.AT_MOST: ("at most {}", "au plus {}", "至多{}", "至多{}"),
}
RANGE = ("{} to {}", "{} à {}", "{}至{}", "{}至{}")
ORDINAL = ("{}{}", "{}{}", "第{}", "第{}")
NUMBERED = ("No. {}", "n° {}", "第{}号", "第{}號")
DECADE = ("{}s", "années {}", "{}年代", "{}年代")
CENTURY = ("{}{} century", "{}{} siècle", "{}世纪", "{}世紀")


def say(value: Value, language: str) -> str:
    """Return *value* in *language*, one of the four; in English for any other.

    What is returned states no more than the value: nothing is rounded.
    """
    spoken = _spoken(language)
    if isinstance(value, Quantity):
        return _frame(BOUNDS[value.bound], spoken).format(
            quantity_in(value.number, value.unit, spoken)
        )
    if isinstance(value, QuantityRange):
        return _range(value, spoken)
    if isinstance(value, Name):
        return said(value, spoken)
    if isinstance(value, Date):
        return _date(value, spoken)
    if isinstance(value, DateRange):
        return _dates(value, spoken)
    return _counted(value, spoken)


def _spoken(language: str) -> str:
    if language in LOCALES:
        return language
    return {"zh": "zh-Hans", "fr": "fr"}.get(family(language), "en")


def _frame(frames: tuple[str, ...], language: str) -> str:
    return frames[list(LOCALES).index(language)]


def _counted(value: Ordinal | Numbered | Decade | Century, language: str) -> str:
    """Return an ordinal in figures, a number of a thing, a decade or a century."""
    if isinstance(value, Decade):
        return _frame(DECADE, language).format(value.year)
    if isinstance(value, Numbered):
        return _frame(NUMBERED, language).format(value.number)
    frames = CENTURY if isinstance(value, Century) else ORDINAL
    figures = str(value.number)
    if language == "fr" and isinstance(value, Century):
        figures = ROMAN[value.number - 1]
    ending = (
        english_ending(value.number) if language == "en" else "er" if value.number == 1 else "e"
    )
    return _frame(frames, language).format(figures, ending)


def _range(value: QuantityRange, language: str) -> str:
    high = quantity_in(value.high, value.unit, language)
    repeated = value.unit.kind is UnitKind.PERCENT or value.unit.code in SIGNED
    sized = not regex.fullmatch(r"[\d.,\s]+", number_in(value.high, language))
    unit = value.unit if repeated or sized else Unit(UnitKind.COUNT)
    return _frame(RANGE, language).format(quantity_in(value.low, unit, language), high)


def _date(date: Date, language: str) -> str:
    locale = locale_of(language)
    year = date.year
    if year is not None and date.month is None and not plain_year(year):
        era = locale.eras["abbreviated"][0 if year < 0 else 1]
        order = "{1}{0}年" if language.startswith("zh") else "{0} {1}"
        return order.format(abs(year), era)
    day = datetime.date(2000 if year is None else year, date.month or 1, date.day or 1)
    if year is not None and date.day:
        return format_date(day, "long", locale=locale)
    return format_skeleton(
        "MMMMd" if year is None else "yMMMM" if date.month else "y", day, locale=locale
    )


def _dates(dates: DateRange, language: str) -> str:
    """Return both dates by CLDR's form for intervals, with the months in full."""
    first, last = dates.first, dates.last
    plain = [one.month or plain_year(one.year or 0) for one in (first, last)]
    if not all(plain):
        return " – ".join(_date(one, language) for one in (first, last))
    skeleton = ("y" if first.year is not None else "") + (
        ("MMMd" if first.day else "MMMM") if first.month else ""
    )
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    parts = locale_of(language).interval_formats[skeleton][field]
    days = [datetime.date(one.year or 2000, one.month or 1, one.day or 1) for one in (first, last)]
    return "".join(
        parse_pattern(regex.sub("M{3,4}", "MMMM", part)).apply(day, locale_of(language))
        for part, day in zip(parts, days, strict=True)
    )
