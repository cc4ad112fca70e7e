"""On which side of a value a text stays: by 12 May, from 12 May; at most four, at least four."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.spans import Span
from language.tags import family
from language.values.names import simplified
from language.values.stated import stated
from language.values.value import COUNT, Bound, Date, Quantity, Value

NEAR = 48  # characters before and after a value that tell
MOST, LEAST = 0, 1
FIGURE = regex.compile(r"[\p{Nd}零〇一二三四五六七八九十百千两]")
SIDES = {Bound.UNDER: MOST, Bound.AT_MOST: MOST, Bound.OVER: LEAST, Bound.AT_LEAST: LEAST}


@dataclass(frozen=True, slots=True)
class Bounded:
    """A value that is the last or first, the most or least, and what says so."""

    side: int  # ``MOST`` or ``LEAST``
    value: Span
    span: Span  # of the value with what says so, in the text
    marks: tuple[Span, ...]  # what says so, beside the value


@lru_cache(maxsize=4096)
def bounded(text: str, language: str) -> tuple[Bounded, ...]:
    """Return the values of a text that are bounds, in order."""
    if not _patterns(family(language)):
        return ()
    known = as_written(text, language)
    return tuple(
        told
        for each in stated(text, language)
        if (told := _told(known, each.span, each.value, family(language)))
    )


def side(text: str, language: str, value: Span) -> Bounded | None:
    """Return how the value at *value* is a bound; None where it is none."""
    return next((each for each in bounded(text, language) if each.value == value), None)


def of_day(text: str, language: str, day: Span) -> Bounded | None:
    """Return how the day of the week at *day* is the first or last of several; None if neither."""
    if not _patterns(family(language)):
        return None
    longest = _longest(as_written(text, language), day, "times", family(language))
    if longest is None:
        return None
    end, match = longest
    told = match.span("told")
    return Bounded(end, day, (min(day[0], told[0]), max(day[1], told[1])), (told,))


def unbounded(text: str, language: str) -> str:
    """Return *text* without what makes bounds of its values."""
    kept = list(text)
    for each in bounded(text, language):
        for start, end in each.marks:
            kept[start:end] = " " * (end - start)
    return "".join(kept)


def _told(text: str, span: Span, value: Value, language: str) -> Bounded | None:
    patterns = _patterns(language)
    clock = bool(patterns["clock"].match(text, span[1]))
    timed = isinstance(value, Date) or (clock and getattr(value, "unit", None) == COUNT)
    kind = "times" if timed else "amounts"
    if not timed and not isinstance(value, Quantity):
        return None
    longest = _longest(text, span, kind, language)
    if longest is None:
        own = SIDES.get(value.bound) if isinstance(value, Quantity) else None
        return None if own is None else Bounded(own, span, span, ())
    end, match = longest
    marks = tuple(match.spans("mark")) if "mark" in match.re.groupindex else ()
    whole = min(span[0], match.start("told")), max(span[1], match.end("told"))
    return Bounded(end, span, whole, marks or (match.span("told"),))


def _longest(
    text: str, span: Span, kind: str, language: str
) -> tuple[int, regex.Match[str]] | None:
    """Return the longest of what makes a bound of the value at *span*, with its side."""
    matches = _matches(text, span, kind, language)
    return max(matches, key=lambda pair: pair[1].end() - pair[1].start(), default=None)


def _matches(
    text: str, span: Span, kind: str, language: str
) -> Iterator[tuple[int, regex.Match[str]]]:
    patterns = _patterns(language)
    figure = FIGURE.search(text, *span)
    # 多于 is in the value of 不得多于五人; so is the month of "au plus tôt en février 2024".
    starts = (span[0], figure.start()) if figure else (span[0],)
    for end, name in enumerate(("most", "least")):
        lead = patterns[f"{kind}_{name}_before"]
        for start in starts:
            if match := lead.search(text, max(0, start - NEAR), start):
                yield end, match
        after = patterns[f"{kind}_{name}_after"].match(text, span[1], span[1] + NEAR)
        if after:
            yield end, after


@cache
def _patterns(language: str) -> dict[str, regex.Pattern[str]]:
    """Return what stands before and behind a bound, by kind and side; nothing if untold."""
    known = KNOWN.get(language)
    rules = known.poles.bounds if known and known.poles else None
    if rules is None:
        return {}
    whole = ("", "") if language == "zh" else (r"(?<!\p{L})", r"(?!\p{L})")
    compiled = {"clock": regex.compile(rf"\s?(?:{rules.clock})", regex.I)}
    for kind, ends in (("times", rules.times), ("amounts", rules.amounts)):
        for name, (before, after) in zip(("most", "least"), ends, strict=True):
            compiled[f"{kind}_{name}_before"] = regex.compile(
                rf"{whole[0]}(?P<told>{before}){whole[1]}(?:{rules.between})$", regex.I
            )
            compiled[f"{kind}_{name}_after"] = regex.compile(
                rf"(?:{rules.clock})?[\s(（]*(?P<told>{after}){whole[1]}", regex.I
            )
    return compiled


def as_written(text: str, language: str) -> str:
    """Return *text* as the patterns have it: Chinese in Simplified characters, one for one."""
    if family(language) != "zh":
        return text
    converted = to_simplified(text)
    return converted if len(converted) == len(text) else "".join(map(simplified, text))
