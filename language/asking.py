"""What kind of answer a question asks for, and where such words stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from language.languages import KNOWN
from language.rules import Kind
from language.spans import Span, stripped
from language.values.dates import month_names, named_months
from language.values.names import name_spans

YEAR = r"(?:1\d{3}|20\d\d)"
MONTHS = "|".join(named_months())


def _any(patterns: Iterable[str]) -> regex.Pattern[str]:
    return regex.compile("|".join(filter(None, patterns)), flags=regex.IGNORECASE)


# A question is told by the words of all languages: who asks in which is not always known.
ASKS = {
    kind: _any(one.asking.asks.get(kind, "") for one in KNOWN.values())
    for kind in (Kind.DATE, Kind.NUMBER, Kind.TITLE, Kind.REASON, Kind.PERSON, Kind.PLACE)
}
BARE_YEAR = rf"(?<![\d.,])\b{YEAR}s?\b(?!,?\d)"
DATE = _any(
    [
        *(form.replace("{months}", "|".join(month_names(tag))).replace("{year}", YEAR)
          for tag, known in reversed(KNOWN.items()) for form in known.asking.dates),
        BARE_YEAR,
    ]
)  # fmt: skip
SIZES = "|".join(form for one in reversed(KNOWN.values()) for form in one.asking.sizes)
UNIT = rf"(?:\s?(?:%|％|€|\$|£|¥|{SIZES}|\b(?:km|kg|m|cm|mm|ha)\b[²³]?))?"
NUMBER = _any(
    [
        rf"(?:US)?[$€£¥]?\s?(?<![\d.,])\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?:[.,]\d+)?{UNIT}",
        rf"(?:US)?[$€£¥]?(?<![\d.,])\d+(?:[.,]\d+)?{UNIT}",
        *(form for one in KNOWN.values() for form in one.asking.numbers),
    ]
)
QUOTED = r"“[^”]{2,80}”|「[^」]{2,80}」|《[^》]{2,80}》|«\s?[^»]{2,120}»|\"[^\"]{2,120}\""
TITLE = _any([QUOTED, *(one.asking.titles for one in KNOWN.values())])
REASON = _any(one.asking.reasons for one in KNOWN.values())
# The clause that gives a reason: from its first word to where it ends.
CLAUSE = regex.compile(rf"(?:{REASON.pattern})[^.;。；！？!?]*", flags=regex.IGNORECASE)
FORMS = {Kind.DATE: DATE, Kind.NUMBER: NUMBER, Kind.TITLE: TITLE, Kind.REASON: CLAUSE}
NAMED = {Kind.PERSON, Kind.PLACE}


def kind_of(question: str) -> Kind:
    """Return the kind of answer that *question* asks for.

    In the order of :data:`ASKS`: "how many people" asks for a number, "in which year did who" for
    a date.
    """
    folded = question.casefold()
    return next((kind for kind, asks in ASKS.items() if asks.search(folded)), Kind.OTHER)


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
