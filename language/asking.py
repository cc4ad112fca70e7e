"""What kind of answer a question asks for, and where such words stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import regex

from language.languages import KNOWN
from language.rules import Kind
from language.spans import Span, stripped
from language.tags import family
from language.values.dates import month_names, named_months
from language.values.names import PERSONS, PLACES, name_spans
from language.values.prepared import value_forms

LONGEST_KEYWORDS = 60  # characters
YEAR = r"(?:1\d{3}|20\d\d)"
MONTHS = "|".join(named_months())


def any_of(patterns: Iterable[str]) -> regex.Pattern[str]:
    """Return what finds any of *patterns*, in capitals or not; nothing where all are empty."""
    return regex.compile("|".join(filter(None, patterns)) or r"(?!)", flags=regex.IGNORECASE)


# A question is told by the words of all languages: who asks in which is not always known.
ASKS = {
    kind: any_of(one.asking.asks.get(kind, "") for one in KNOWN.values())
    for kind in Kind
    if kind is not Kind.OTHER
}
NOUNS = {kind: any_of(one.asking.nouns.get(kind, "") for one in KNOWN.values()) for kind in ASKS}
# A text that asks in one of these ways is no heap of keywords.
ASKING = any_of(
    [
        r"[?？]",
        *(one.asking.asking for one in KNOWN.values()),
        *(rf"\b(?:{one.words.opening})" for one in KNOWN.values() if one.words.opening),
    ]
)
# The order in which the kind of a question is told.
ORDER = (
    Kind.DATE, Kind.NUMBER, Kind.TITLE, Kind.REASON, Kind.PERSON, Kind.PLACE,
    Kind.YES_NO, Kind.NAME, Kind.LIST, Kind.DEFINITION,
)  # fmt: skip
BARE_YEAR = rf"(?<![\d.,])\b{YEAR}s?\b(?!,?\d)"
DATE = any_of(
    [
        *(form.replace("{months}", "|".join(month_names(tag))).replace("{year}", YEAR)
          for tag, known in reversed(KNOWN.items()) for form in known.asking.dates),
        BARE_YEAR,
    ]
)  # fmt: skip
SIZES = "|".join(form for one in reversed(KNOWN.values()) for form in one.asking.sizes)
UNIT = rf"(?:\s?(?:%|％|€|\$|£|¥|{SIZES}|\b(?:km|kg|m|cm|mm|ha)\b[²³]?))?"
NUMBER = any_of(
    [
        rf"(?:US)?[$€£¥]?\s?(?<![\d.,])\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?:[.,]\d+)?{UNIT}",
        rf"(?:US)?[$€£¥]?(?<![\d.,])\d+(?:[.,]\d+)?{UNIT}",
        *(form for one in KNOWN.values() for form in one.asking.numbers),
    ]
)
QUOTED = r"“[^”]{2,80}”|「[^」]{2,80}」|《[^》]{2,80}》|«\s?[^»]{2,120}»|\"[^\"]{2,120}\""
SAID_THEME = "|".join(one.asking.titles for one in KNOWN.values())
TITLE = any_of([QUOTED, *(one.asking.titles for one in KNOWN.values())])
REASON = any_of(one.asking.reasons for one in KNOWN.values())
# The clause that gives a reason: from its first word to where it ends.
CLAUSE = regex.compile(rf"(?:{REASON.pattern})[^.;。；！？!?]*", flags=regex.IGNORECASE)
THEME = any_of(one.asking.themes for one in KNOWN.values())
MOTTO = any_of(one.asking.mottos for one in KNOWN.values())
# Words that say of a theme which it is: marks of quotation or of speech near the word for it.
NAMES_THEME = regex.compile(
    rf"(?:{THEME.pattern})[^.;。；]{{0,30}}?(?:[“「《«\"：:]|\b(?:is|was|est|était)\b|[为為是])"
    rf"|(?:{QUOTED})[^.;。；]{{0,12}}?(?:{THEME.pattern})|{SAID_THEME}",
    flags=regex.IGNORECASE,
)
FORMS = {Kind.DATE: DATE, Kind.NUMBER: NUMBER, Kind.TITLE: TITLE, Kind.REASON: CLAUSE}
MARKS = {
    Kind.TITLE: NAMES_THEME,
    Kind.NAME: any_of(one.asking.called for one in KNOWN.values()),
    Kind.LIST: any_of(one.asking.lists for one in KNOWN.values()),
    Kind.DEFINITION: any_of(one.asking.definitions for one in KNOWN.values()),
}
MOMENTS = any_of(one.asking.moments for one in KNOWN.values())
HOLIDAYS = any_of(one.asking.holidays for one in KNOWN.values())
BEFORE_PLACES = any_of(one.asking.before_places for one in KNOWN.values())
NAMED = {Kind.PERSON, Kind.PLACE}


def kind_of(question: str) -> Kind:
    """Return the kind of answer that *question* asks for before all others.

    In :data:`ORDER`: "how many people" asks for a number, "in which year did who" for a date.
    """
    kinds = kinds_of(question)
    return next((kind for kind in ORDER if kind in kinds), Kind.OTHER)


@lru_cache(maxsize=256)
def kinds_of(question: str) -> frozenset[Kind]:
    """Return all kinds of answer that *question* may ask for: places, and a list of them.

    Where nothing asks, as in keywords, the nouns tell: "theme 2017 forum".
    """
    folded = question.casefold().strip()
    kinds = {kind for kind, asks in ASKS.items() if asks.search(folded)}
    if not kinds and not ASKING.search(folded):
        kinds = {kind for kind, nouns in NOUNS.items() if nouns.search(folded)}
    return frozenset(kinds)


def asks_when(question: str) -> bool:
    """Tell whether *question* asks for a date, a day or a time of the day."""
    return kind_of(question) is Kind.DATE or bool(MOMENTS.search(question))


def names_holiday(text: str) -> bool:
    """Tell whether *text* names a day on which it is not as on other days of the week."""
    return bool(HOLIDAYS.search(text))


def as_question(keywords: str, language: str) -> str:
    """Return *keywords* that say what somebody wants to do as the question how to do it.

    "Cancel membership" asks for what a text tells; the reader knows questions only.  Any other
    text comes back as it is.
    """
    known = KNOWN.get(family(language))
    asked = known.asking.how_to if known else {}
    frame = asked.get(language) or next(iter(asked.values()), "")
    bare = keywords.strip().rstrip(".。!！")
    if not frame or ASKING.search(bare) or kinds_of(bare):
        return keywords
    wants = known and regex.match(known.asking.wants, bare, regex.IGNORECASE)
    short = len(bare) <= LONGEST_KEYWORDS
    return frame.format(it=bare[:1].lower() + bare[1:]) if wants and short else keywords


def asking_for(thing: str, language: str) -> str:
    """Return the question what *thing* is, of which sources may state several values."""
    known = KNOWN.get(family(language))
    asked = known.asking.states if known else {}
    frame = asked.get(language) or next(iter(asked.values()), "{it}?")
    return frame.format(it=thing)


def names_one(kind: Kind, sentence: str, language: str, question: str) -> bool:
    """Tell whether *sentence* has a name that *question* has not, of a person or of a place.

    By what stands before it, in Chinese by the dictionary.
    """
    values = value_forms(language)
    if values and values.han:
        spans = name_spans(sentence, language, PERSONS if kind is Kind.PERSON else PLACES)
    else:
        names = name_spans(sentence, language)
        placed = [BEFORE_PLACES.search(sentence, 0, start) is not None for start, _ in names]
        at_place = kind is Kind.PLACE
        spans = [span for span, place in zip(names, placed, strict=True) if place is at_place]
    return any(sentence[slice(*span)] not in question for span in spans)


def marked(kind: Kind, sentence: str) -> bool:
    """Tell whether *sentence* has what marks an answer of this *kind*.

    Enumeration for a list, "called" for a name, "is a" for a definition, words that say which it
    is for a theme.  Only these kinds have such marks.
    """
    return bool(MARKS[kind].search(sentence))


def states_motto(question: str, sentence: str) -> bool | None:
    """Tell whether *sentence* speaks of a theme or slogan; None where *question* asks for none."""
    return bool(MOTTO.search(sentence)) if MOTTO.search(question) else None


def holds(kind: Kind, sentence: str, language: str, question: str) -> bool:
    """Tell whether *sentence* has words of this *kind* that *question* has not."""
    return bool(forms(kind, sentence, language, question))


def forms(kind: Kind, sentence: str, language: str, question: str) -> list[Span]:
    """Return where *sentence* has words of this *kind* that *question* has not."""
    if kind in NAMED:
        spans = name_spans(sentence, language)
    elif kind in FORMS:
        spans = [stripped(sentence, match.span()) for match in FORMS[kind].finditer(sentence)]
    else:
        spans = []
    if kind is Kind.NUMBER:
        dates = [match.span() for match in DATE.finditer(sentence)]
        spans = [one for one in spans if not any(a <= one[0] and one[1] <= b for a, b in dates)]
    return [one for one in spans if sentence[slice(*one)] not in question]
