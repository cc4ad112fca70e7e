"""The values that a sentence states, found in one forward scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile

import regex

from language.languages import KNOWN
from language.spans import Span
from language.values.marking import Marked, Role, mark
from language.values.parsing import parse
from language.values.prepared import forms_of, value_forms
from language.values.value import Value

MOST = 12  # words of a value in a sentence
MOST_HAN = 24  # characters of one in Chinese
# How many words before and after a figure may belong to it: "more than", 多亿美元.
BEFORE, AFTER = 3, 6
NEAR = 24  # characters before a value that may change it

TOLD = [known.values for known in KNOWN.values() if known.values]
SELDOM = regex.compile("|".join(forms.numbers.seldom for forms in TOLD), flags=regex.IGNORECASE)
# Beside a value these make it another one: three years and a half.
CHANGED_BEFORE = regex.compile(
    rf"(?:[×^*/−]|{'|'.join(forms.quantities.changed_before for forms in TOLD)})\s*$",
    flags=regex.IGNORECASE,
)
CHANGED_AFTER = regex.compile(
    rf"\s*(?:\p{{No}}|(?<=[€$£]\s|\bm\s)\d|[×^*/±]|[–~-]\s*\d"
    rf"|{'|'.join(forms.quantities.changed_after for forms in TOLD)})",
    flags=regex.IGNORECASE,
)
# Signs that may not begin a value, that may not end one.
NOT_FIRST, NOT_LAST = ".,%–—~、'’+/", ",-–—~、'’/&#"
# No figure goes on beyond a value: 1.500 is not 1 and 500, nor is US$5 $5.
CUT_BEFORE = regex.compile(r"(?<=\d[.,–—~]?|[-−$€£#])|(?<=\p{L})[$€£]")
# In 480公里,2017年 the comma is no part of a number.
CUT_AFTER = regex.compile(r"(?:[-–—~]|(?<=\p{Nd})[.,])?\d|[%％‰$€£]")


@lru_cache(maxsize=1024)
def values_in(text: str, language: str) -> tuple[tuple[Span, Value], ...]:
    """Return the values that *text* states, the longest at each place, with their spans.

    For telling whether sources agree: a span may leave out the noun that is counted or the unit
    if that is unknown.
    """
    return tuple(_values(text, language)) if value_forms(language) else ()


def value_at(text: str, span: Span, language: str) -> Value | None:
    """Return the value of which the words at *span* are a part, or None.

    The longest that the text states there: "840" of "some 840 kilograms" is some 840 kg.  None
    where the words beside it make it another one: "三年" of 三年半 is not three years.
    """
    if value_forms(language) is None:
        return None
    marked = mark(text, language)
    before = [at for at, (start, _) in enumerate(marked.spans) if start < span[0]][-BEFORE:]
    after = [at for at, (_, end) in enumerate(marked.spans) if end > span[1]][:AFTER]
    starts = [marked.spans[at][0] for at in _reach(reversed(before), marked)]
    ends = [marked.spans[at][1] for at in _reach(after, marked)]
    for start in (*reversed(starts), span[0]):
        for end in (*reversed(ends), span[1]):
            if value := _stated(text, start, end, language):
                near = max(0, start - NEAR)
                changed = CHANGED_BEFORE.search(text, near, start) or CHANGED_AFTER.match(text, end)
                return None if changed else value
    return None


def _values(text: str, language: str) -> Iterator[tuple[Span, Value]]:
    marked = mark(text, language)
    done = 0
    for at, (start, _) in enumerate(marked.spans):
        if start < done:
            continue
        for end in _ends(at, marked, language):
            value = _stated(text, start, end, language)
            if value is not None and not SELDOM.fullmatch(text, start, end):
                yield (start, end), value
                done = end
                break


def _ends(at: int, marked: Marked, language: str) -> list[int]:
    """Return where a value that begins with a token may end, the farthest first."""
    start = marked.spans[at][0]
    ends = {end for begin, end in marked.names if begin == start}
    most = MOST_HAN if forms_of(language).han else MOST
    reach = _reach(range(at, min(at + most, len(marked.spans))), marked)
    numbers = [token for token in reach if marked.roles[token] == Role.NUMBER]
    if numbers and marked.text[start] not in NOT_FIRST:
        ends |= {marked.spans[token][1] for token in reach if token >= numbers[0]}
    return sorted((end for end in ends if marked.text[end - 1] not in NOT_LAST), reverse=True)


def _reach(tokens: Iterable[int], marked: Marked) -> list[int]:
    """Return those of *tokens* that may be in a value together, up to the first that may not."""
    return list(takewhile(lambda token: marked.roles[token], tokens))


def _stated(text: str, start: int, end: int, language: str) -> Value | None:
    """Return the value of the words at a span, if no figure goes on beyond it."""
    if CUT_BEFORE.match(text, start) or CUT_AFTER.match(text, end):
        return None
    return parse(text[start:end], language)
