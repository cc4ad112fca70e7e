"""Years that are part of a name: Vision 2035, the 2030 Agenda, 《2035年远景目标纲要》."""

from __future__ import annotations

from functools import cache

import regex

from language.spans import Span
from language.values.prepared import forms_of
from language.values.value import Date, DateRange, Value

# Marks around the title of a text, and those around a name, which quote speech as well: what is
# short and has no sign of a sentence is a name.
TITLE = regex.compile(r"《[^》\n]{1,80}》|〈[^〉\n]{1,80}〉")
SHORT = regex.compile(
    r"“(?P<in>[^“”\n]{1,40})”|「(?P<in>[^「」\n]{1,20})」|『(?P<in>[^『』\n]{1,20})』"
    r"|«\s?(?P<in>[^«»\n]{1,40}?)\s?»|(?<![\p{L}\p{N}])\"(?P<in>[^\"\n]{1,40})\"(?![\p{L}\p{N}])"
)
SENTENCE = regex.compile(r"[,;:.!?，。；：！？、]")
BESIDE = 60  # characters on either side of a year in which its name stands


def in_a_name(text: str, span: Span, value: Value, language: str) -> bool:
    """Tell whether the year or years at *span* of *text* name something and date nothing.

    Args:
        text: A sentence.
        span: Where *value* is stated in it.
        value: Of which no month is told; others are dates.
        language: BCP 47; one in which values are read.
    """
    if not _only_years(value):
        return False
    before, after = _patterns(language)
    start, end = span
    first = regex.search(r"\d", text[start:end])
    start += first.start() if first else 0  # not the article before it
    if before.search(text, max(0, start - BESIDE), start) or after.match(text, end, end + BESIDE):
        return True
    if TITLE.search(text) and any(_around(each.span(), span) for each in TITLE.finditer(text)):
        return True
    return any(
        _around(each.span("in"), span) and not SENTENCE.search(each["in"])
        for each in SHORT.finditer(text)
    )


def _only_years(value: Value) -> bool:
    dates = (value.first, value.last) if isinstance(value, DateRange) else (value,)
    return all(isinstance(each, Date) and each.month is None for each in dates)


def _around(outer: Span, inner: Span) -> bool:
    """Tell whether *inner* is a part of *outer*, and not all of it: a quoted year is a year."""
    return outer[0] <= inner[0] and inner[1] <= outer[1] and outer != inner


@cache
def _patterns(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Return what makes a year a name before and behind it, in the source's own writing."""
    dates = forms_of(language).dates
    return regex.compile(dates.named_before), regex.compile(dates.named_after)
