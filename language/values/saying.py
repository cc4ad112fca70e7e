"""Values in the user's language, by CLDR: exact, with what was said of a rounded figure."""

from __future__ import annotations

import datetime

import regex
from babel.dates import format_date, format_skeleton, parse_pattern

from language.tags import family
from language.values.date_parts import plain_year
from language.values.eras import ROMAN
from language.values.figures import SIGNED, locale_of, quantity_in, shortened
from language.values.names import LOCALES, said
from language.values.ordinals import english_ending
from language.values.value import (
    COUNT,
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
    """Return both numbers, with a word for millions at both or at none."""
    sized = shortened(value.low, language) and shortened(value.high, language)
    repeated = sized or value.unit.kind is UnitKind.PERCENT or value.unit.code in SIGNED
    low = quantity_in(value.low, value.unit if repeated else COUNT, language, in_full=not sized)
    high = quantity_in(value.high, value.unit, language, in_full=not sized)
    return _frame(RANGE, language).format(low, high)


def _date(date: Date, language: str) -> str:
    locale = locale_of(language)
    if not date.month and not _plain(date):
        return _with_era(date, language)
    day = _day(date)
    if date.year and date.day:
        return format_date(day, "long", locale=locale)
    skeleton = "MMMMd" if not date.year else "yMMMM" if date.month else "y"
    return format_skeleton(skeleton, day, locale=locale)


def _plain(date: Date) -> bool:
    return bool(date.year) and plain_year(date.year or 0)


def _with_era(date: Date, language: str) -> str:
    year = date.year or 0
    era = locale_of(language).eras["abbreviated"][0 if year < 0 else 1]
    order = "{1}{0}年" if language.startswith("zh") else "{0} {1}"
    return order.format(abs(year), era)


def _day(date: Date) -> datetime.date:
    """Return the first day of *date*; 2000 had a 29 February."""
    return datetime.date(date.year or 2000, date.month or 1, date.day or 1)


def _dates(dates: DateRange, language: str) -> str:
    """Return both dates by CLDR's form for intervals, with the months in full."""
    first, last = dates.first, dates.last
    if not first.month and not (_plain(first) and _plain(last)):
        return " – ".join(_with_era(one, language) for one in (first, last))
    if not first.month and language.startswith("zh"):  # CLDR's 2000至2001 may be numbers
        return _frame(RANGE, language).format(*(_date(one, language) for one in (first, last)))
    told = "MMMd" if first.day else "MMMM" if first.month else ""
    skeleton = f"y{told}" if first.year else told
    field = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    locale = locale_of(language)
    parts = locale.interval_formats[skeleton][field]
    return "".join(
        parse_pattern(regex.sub("M{3,4}", "MMMM", part)).apply(_day(one), locale)
        for part, one in zip(parts, (first, last), strict=True)
    )
