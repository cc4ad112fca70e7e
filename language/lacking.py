"""What a sentence lacks of what a question asks for: a date, a number, a unit."""

from __future__ import annotations

from functools import lru_cache

import regex

from language.asking import MONTHS, any_of, holds, kind_of, kinds_of
from language.languages import KNOWN
from language.rules import Kind
from language.values.parsing import parse
from language.values.scan import values_in
from language.values.value import COUNT, Quantity, QuantityRange, UnitKind, Value
from language.weekdays import names_weekday

NUMBERED = any_of(one.asking.numbered for one in KNOWN.values())
DIGIT = regex.compile(r"\p{Nd}")
ELSEWHERE = {Kind.DATE, Kind.PERSON, Kind.PLACE, Kind.REASON}  # no number of a thing is asked for
# Words that tell when, or how many, without a date or a number.
LOOSELY = {
    Kind.DATE: any_of([rf"\b(?:{MONTHS})\b", *(one.asking.times for one in KNOWN.values())]),
    Kind.NUMBER: any_of(one.asking.amounts for one in KNOWN.values()),
}


@lru_cache(maxsize=1024)  # asked of each sentence that is read, before it is judged and after
def lacks_value(question: str, sentence: str, language: str) -> bool:
    """Tell whether *question* asks for a date or a number, which *sentence* has nothing of.

    No figure, no number in words, no word that tells when or how many; to the number of a contract
    or a telephone only figures answer, to "how many kilometres" only what has a length.

    Args:
        question: In any language.
        sentence: What may answer it.
        language: Of the sentence.
    """
    dimension = _dimension(question)
    if dimension:
        return dimension not in {_of(value) for _, value in values_in(sentence, language)}
    if DIGIT.search(sentence):
        return False
    kinds, kind = kinds_of(question), kind_of(question)
    if NUMBERED.search(question) and not kinds & ELSEWHERE:
        return True
    if len(kinds) != 1 or kind not in LOOSELY or LOOSELY[kind].search(sentence):
        return False
    return not holds(kind, sentence, language, question) and not names_weekday(sentence)


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
