"""What a sentence lacks of what a question asks for: a date, a number, a unit, a name, a place."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache

import regex

from language.asking import DATE, MONTHS, any_of, holds, kind_of, kinds_of
from language.chinese import to_simplified
from language.languages import KNOWN
from language.rules import Asking, Kind
from language.tags import family
from language.terms import STOPWORDS
from language.values.names import PLACES, TAGS, name_spans, named_spans
from language.values.parsing import parse
from language.values.prepared import value_forms
from language.values.scan import values_in
from language.values.value import COUNT, Quantity, QuantityRange, UnitKind, Value
from language.weekdays import names_weekday, weekdays

NUMBERED = any_of(one.asking.numbered for one in KNOWN.values())
COSTS = any_of(one.asking.costs for one in KNOWN.values())
RISES = any_of(one.asking.rises for one in KNOWN.values())
COINS = any_of(one.asking.coins for one in KNOWN.values())
REDUCED = any_of(one.asking.reductions for one in KNOWN.values())
# A bare number may be a price where it ends a clause or stands before what one is the price of.
APIECE = any_of([r"\s*(?:$|[.,;:!?)。，；！？）])", *(one.asking.apiece for one in KNOWN.values())])
MONEY, SHARE = "currency", "percent"
IDENTIFIES = any_of(one.asking.identifies for one in KNOWN.values())
DIGIT = regex.compile(r"\p{Nd}")
ELSEWHERE = {Kind.DATE, Kind.PERSON, Kind.PLACE, Kind.REASON}  # no number of a thing is asked for
# Words that tell when, or how many, without a date or a number.
LOOSELY = {
    Kind.DATE: any_of([rf"\b(?:{MONTHS})\b", *(one.asking.times for one in KNOWN.values())]),
    Kind.NUMBER: any_of(one.asking.amounts for one in KNOWN.values()),
}
NAMED = ({Kind.PERSON}, {Kind.PLACE})
CAPITAL = regex.compile(r"\b\p{Lu}[\p{L}\p{M}.'’-]*")
MONTH = regex.compile(MONTHS, regex.IGNORECASE)
FIRST = regex.compile(r"\W*([\p{L}\p{M}'’-]+)")


@lru_cache(maxsize=1024)  # asked of each sentence that is read, before it is judged and after
def lacks_value(question: str, sentence: str, language: str) -> bool:
    """Tell whether *question* asks for something of a kind which *sentence* has nothing of.

    For a date or a number: no figure, no number in words, no word that tells when or how many; to
    the number of a contract or a telephone only figures answer, to "how many kilometres" only what
    has a length.  Of what something costs no length of time tells, nor by how much it
    rises.  For who or where: no other name than those asked about, no word for persons or for
    places.

    Args:
        question: In any language.
        sentence: What may answer it.
        language: Of the sentence.
    """
    dimension = _dimension(question)
    if dimension:
        return dimension not in {_of(value) for _, value in values_in(sentence, language)}
    if asks_for_a_sum(question) and _has_no_price(sentence, language):
        return True
    return _lacks_a_kind(question, sentence, language)


def _lacks_a_kind(question: str, sentence: str, language: str) -> bool:
    kinds, kind = kinds_of(question), kind_of(question)
    if kinds in NAMED:
        return _names_none(kind, question, sentence, language)
    if DIGIT.search(sentence):
        return False
    if NUMBERED.search(question) and not kinds & ELSEWHERE:
        return True
    if len(kinds) != 1 or kind not in LOOSELY or LOOSELY[kind].search(sentence):
        return False
    return not holds(kind, sentence, language, question) and not names_weekday(sentence)


def asks_for_a_sum(question: str) -> bool:
    """Tell whether *question* asks what something costs, and not by how much that rose."""
    return COSTS.search(question) is not None and RISES.search(question) is None


def _has_no_price(sentence: str, language: str) -> bool:
    """Tell whether *sentence* has no sum, no share of one, and no bare number that may be one."""
    simplified = to_simplified(sentence) if family(language) == "zh" else sentence
    if REDUCED.search(simplified) or COINS.search(simplified):
        return False
    stated = values_in(sentence, language)
    units = {_of(value) for _, value in stated}
    if MONEY in units or (SHARE in units and not RISES.search(sentence)):
        return False
    return not any(
        isinstance(value, Quantity | QuantityRange)
        and value.unit == COUNT
        and unicodedata.numeric(sentence[span[1] - 1], None) is not None  # 45, not 45个
        and APIECE.match(sentence, span[1])
        for span, value in stated
    )


def _names_none(kind: Kind, question: str, sentence: str, language: str) -> bool:
    """Tell whether *sentence* names nobody, or no place, beside those that *question* names.

    Who somebody is may be said without another name.
    """
    known = KNOWN.get(family(language))
    if known is None or IDENTIFIES.search(question.strip()):
        return False
    tags = PLACES if kind is Kind.PLACE else TAGS  # in Chinese: who founded it is no place
    if _another_name(question, sentence, language, tags):
        return False
    rest = to_simplified(sentence) if known.family == "zh" else sentence
    if kind is Kind.PLACE:
        rest = _without_days(_unnamed(rest, question) if known.family == "zh" else rest)
        rest = _patterns(known.family)[1].sub(" ", DATE.sub(" ", rest))
    return not _patterns(known.family)[0][kind].search(rest)


def _without_days(sentence: str) -> str:
    """Return *sentence* without days of the week: "on Mondays" is no place."""
    for (start, end), _ in reversed(weekdays(sentence)):
        sentence = f"{sentence[:start]} {sentence[end:].lstrip('s')}"
    return sentence


def _unnamed(sentence: str, question: str) -> str:
    """Return a Chinese *sentence* without what *question* names: 城北体育馆 is not at 城北."""
    asked = to_simplified(question)
    named = SequenceMatcher(None, asked, sentence, autojunk=False).find_longest_match()
    name = sentence[named.b : named.b + named.size].rstrip("在")
    return sentence.replace(name, " ") if len(name) > 1 else sentence


def _another_name(question: str, sentence: str, language: str, tags: frozenset[str]) -> bool:
    """Tell whether *sentence* has a proper name, or may begin with one, that *question* has not."""
    asked = question.casefold()
    names = [sentence[slice(*span)] for span in name_spans(sentence, language, tags)]
    forms = value_forms(language)
    if forms and forms.han:
        names += [sentence[slice(*span)] for span in named_spans(sentence, language)]
    else:
        first = FIRST.match(sentence)
        begun = first[1].casefold() if first else ""
        names += [] if begun in STOPWORDS[family(language)] else [begun]
        names += CAPITAL.findall(sentence, first.end() if first else 0)
    return any(name.casefold() not in asked and not _is_day(name) for name in names)


def _is_day(name: str) -> bool:
    """Tell whether *name* is that of a day of the week or of a month, and no person or place."""
    return len(name.split()) == 1 and (names_weekday(name) or bool(MONTH.fullmatch(name)))


@cache
def _patterns(language: str) -> tuple[dict[Kind, regex.Pattern[str]], regex.Pattern[str]]:
    """Return what stands for a person and for a place in a family, and what stands before times."""
    asking: Asking = KNOWN[language].asking
    words = {Kind.PERSON: any_of([asking.persons]), Kind.PLACE: any_of([asking.places])}
    return words, any_of([asking.at_times])


@lru_cache(maxsize=256)
def _dimension(question: str) -> str:
    """Return what *question* asks how much there is of: a length, a weight; empty if of no unit."""
    for tag, known in KNOWN.items():
        match = regex.search(known.asking.counted, question, regex.IGNORECASE)
        if match:
            space = "" if regex.match(r"\p{Han}", match["unit"]) else " "
            dimension = _of(parse(f"7{space}{match['unit']}", tag))
            # "15 年" may be a year: not every duration is read.
            if dimension not in ("", "duration"):
                return dimension
    return ""


def _of(value: Value | None) -> str:
    """Return what *value* measures, in CLDR's words: length, mass, duration; money as such."""
    if not isinstance(value, Quantity | QuantityRange) or value.unit == COUNT:
        return ""
    return (
        value.unit.code.split("-")[0]
        if value.unit.kind is UnitKind.MEASURE
        else value.unit.kind.value
    )
