"""What the program must know of a language to read and say dates, numbers, units and names.

Patterns are written for the module ``regex`` and meet text in lower case that
`language.values.prepared` has prepared, unless they say otherwise.  Bounds are named by the values
of `language.values.value.Bound`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class DateForms:
    """How it writes days, years, decades and centuries."""

    # Of a date or a part of one, with the groups y, m and d; {month} stands for a month's name.
    forms: tuple[str, ...]
    era: str  # a year from the birth of Christ: the groups y, and bc for one before
    decade: str  # the groups y, or c for the century and t for the tens
    century: str  # the groups n or roman
    join: str  # what joins two dates; the group pair joins days that follow each other only
    opens: str  # what may stand before two dates
    before: str = ""  # what may stand before one date and says no more than the date; "since" does
    cut: str = r"(?!)"  # the end of a first date that lacks the last character of the second
    months: Mapping[str, int] = field(default_factory=dict)  # short names that CLDR has not
    integer: Callable[[str], int] = int  # reads a part of a date; 0 if it is no number
    # What makes a year a part of a name where it stands right before it, right behind it, as the
    # source has it: Vision 2035, the 2030 Agenda.
    named_before: str = r"(?!)"
    named_after: str = r"(?!)"
    # Days that are told from that of the text, patterns by how many later; what says that
    # something came about, a pattern.
    relative: Mapping[str, int] = field(default_factory=dict)
    happened: str = r"(?!)"
    # Years that are counted from another than the birth of Christ: the groups y, m and d, and
    # the year 0.
    reigns: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberForms:
    """How it writes numbers, places in an order and numbers of things."""

    figures: str  # a number in digits: the groups whole and part, what is after the decimal mark
    sizes: Mapping[str, int]  # words that multiply what is before them, as powers of ten
    words: str  # the words of numbers, as alternatives
    ordinals: Mapping[str, int]  # words for places, from the first on; the commonest first
    ordinal: str  # a place in figures: the groups n and end
    numbered: str  # a thing named by its number: the group n
    endings: Callable[[int], tuple[str, ...]]  # what figures of a place end in, the usual first
    # The firsts, several, and other words for a place that are a figure of a text only.
    plurals: Mapping[str, int] = field(default_factory=dict)
    ordinal_inside: str = ""  # a place in figures of its own, in a text: the group n
    roman: str = r"(?!)"  # a place in Roman numerals, in a text with its capitals: the group n
    before_ordinal: str = ""
    article: tuple[str, str] = ("", "")  # before a size, and the number that it stands for
    alone: frozenset[str] = frozenset()  # words for a size that are numbers by themselves
    articles: frozenset[str] = frozenset()  # numbers that may be articles
    seldom: str = r"(?!)"  # numbers that are seldom a figure in a sentence, in any case
    # Reads a number in words where text2num does not know the language.
    read: Callable[[str], Decimal | None] | None = None


def places(listed: str) -> dict[str, int]:
    """Return the place that each word of *listed* names: first second|other twenty_first."""
    named: dict[str, int] = {}
    for place, words in enumerate(listed.split(), start=1):
        named |= dict.fromkeys(words.replace("_", " ").split("|"), place)
    return named


@dataclass(frozen=True, slots=True)
class QuantityForms:
    """How it says how exact a number is, and what it counts."""

    bounds: Mapping[str, str]  # what stands before a number, as alternatives, the usual first
    bounds_after: Mapping[str, str]
    join: str  # what joins the two numbers of a range; sees what opens it
    opens: str  # what may stand before a range
    measures: Mapping[str, str]  # names of units besides CLDR's, with CLDR's ids
    currencies: Mapping[str, str]  # names of currencies besides CLDR's, with ISO 4217 codes
    counted: str  # what may be counted and is left out of the value, parted by spaces
    percents: tuple[str, ...]
    percent_before: str = ""
    of: str = r"(?!)"  # what stands between a word for a size and its unit
    noun_ends: str = r"(?!)"  # parts what is counted from what it is of: heads *of* state
    more: str = r"(?!)"  # a number of which "more" is said inside: two groups around it
    apart: str = ""  # a unit that never follows figures without a space
    unclear_years: str = r"(?!)"  # figures that with "year" may be a date
    lately: str = r"(?!)"  # the end of what is "the last" with a word for nearly: 近十年
    # Words beside a value with which it states another one, that has no form here.
    changed_before: str = r"(?!)"
    changed_after: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class NameForms:
    """What it calls territories besides CLDR's names, and how its names are told from words."""

    short: str  # name=code, parted by spaces, "_" for a space
    unclear: frozenset[str] = frozenset()  # of two territories
    # What is of a territory, where the word begins otherwise than its name and is no language.
    peoples: str = ""
    least: int = 4  # letters with which a short name tells a search enough
    languages: bool = False  # whether the name of a language cannot be that of a people
    small: bool = False  # whether names of languages have a small letter
    single: str = ""  # letter=code, parted by spaces: what two countries are for short together
    between: str = r"(?!)"  # what follows two such letters: a railway, a border
    other_places: str = r"(?!)"  # what makes another place of a name in front of it, in one word
    of_a_country: str = ""  # what may follow the name of a country within a word


@dataclass(frozen=True, slots=True)
class Frames:
    """What is said around figures: {number}, {ending} and {roman} are put in."""

    range: str
    numbered: str
    century: str
    era: str  # {year} and {era}
    territories: dict[str, str]  # CLDR's short names, which Babel leaves out
    decade: str = "{number}s"
    ordinal: str = "{number}{ending}"
    shortest: int = 10**6  # from what on a word for millions may be written
    width: str = "long"  # of CLDR's words for millions
    bounds: Mapping[str, str] = field(default_factory=dict)  # where they are written otherwise
    gap: str = " "  # before a unit
    dollars: tuple[str, ...] = ("dollar", "dollars")  # of no country; empty: the sign before
    of: tuple[str, str] = ("", "")  # between a word for millions and the unit; before a vowel
    signs_first: bool = False  # whether the best known signs of currencies stand before
    years: bool = True  # whether CLDR's range of two years cannot be one of numbers


@dataclass(frozen=True, slots=True)
class ValueForms:
    """Values in the language: how they are read, and how they are said by the tag."""

    dates: DateForms
    numbers: NumberForms
    quantities: QuantityForms
    names: NameForms
    frames: Mapping[str, Frames]
    particles: str  # other words that a value may have inside, parted by spaces, in lower case
    locales: tuple[str, ...]  # of CLDR whose names of units and currencies are read
    han: bool = False  # whether it is written in Han characters, without spaces
    borrowed: str = ""  # the family of the language in which its Latin words are read
    # By the tag: what is read in place of a pattern; the currency of which a pattern leaves doubt.
    rewritten: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    unclear: Mapping[str, tuple[str, str]] = field(default_factory=dict)
