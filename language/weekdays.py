"""Days of the week: Monday, Mondays, Mon, lundi, 周一 and 礼拜一 are one and the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex
from babel import Locale

from language.languages import SPOKEN
from language.spans import Span

# Of these, "the Sun" and "la mer." are words too: behind a day stands a time, a date or a cell.
WORDS_TOO = frozenset({"Sat", "Sun", "mar.", "mer.", "dim."})
# What stands between the first and the last of several, and words for
# some of them, in all languages.
TO = r"\s*(?:to|through|thru|till|until|au|à|[-–—至到~～])\s*(?:the\s+|le\s+)?"
WEEK, WORKING, WEEKEND = range(1, 8), range(1, 6), (6, 7)
SEVERAL = {
    regex.compile(r"\b(?:every day|daily|tous les jours|chaque jour)\b|每[天日]", regex.I): WEEK,
    regex.compile(r"\b(?:weekdays|en semaine|jours ouvr\p{L}+)\b|工作日|平日", regex.I): WORKING,
    regex.compile(r"\b(?:week-?ends?|fin de semaine)\b|[周週]末", regex.I): WEEKEND,
}
BESIDE = r"\s*(?:[·|:：–—-]|,? ?\d)"


def with_weekdays(text: str) -> str:
    """Return *text* with each day of the week as a word that all languages share: weekday1.

    Between the first and the last of several stand all of them: "Tuesday to Friday" are four.
    """
    pieces, at = [], 0
    for start, end, several in _named(text):
        pieces += [text[at:start], *(f" weekday{day} " for day in several)]
        at = end
    return "".join([*pieces, text[at:]])


def days_covered(text: str) -> frozenset[int]:
    """Return the days of the week that *text* is about, 1 for Monday: all of a range."""
    days = {day for _, _, several in _named(text) for day in several}
    words = {day for pattern, several in SEVERAL.items() if pattern.search(text) for day in several}
    return frozenset(days | words)


def _named(text: str) -> Iterator[tuple[int, int, list[int]]]:
    """Yield where days of the week are named and which: of a range each, but the first one."""
    pattern, days = _known()
    end, before = 0, 0
    for match in pattern.finditer(text):
        day, several = days[match["day"]], []
        start = match.start()
        if before and regex.fullmatch(TO, text[end:start], regex.I):
            several = [(before - 1 + step) % 7 + 1 for step in range(1, (day - before) % 7)]
            start = end
        yield start, match.end(), [*several, day]
        end, before = match.end(), day


def names_weekday(text: str) -> bool:
    """Tell whether *text* names a day of the week."""
    return bool(_known()[0].search(text))


@cache
def _known() -> tuple[regex.Pattern[str], dict[str, int]]:
    """Return what finds the names of days, as CLDR writes them, and the number of each."""
    days: dict[str, int] = {}
    for language in SPOKEN.values():
        names = Locale.parse(language.locale).days
        for form in ("wide", "abbreviated"):
            for number, name in names["format"][form].items():
                # People type "monday"; "mon", "sun" and "sat" are words.
                small = [name.lower()] if form == "wide" else []
                for written in (name, name.capitalize(), *small, *_as_spoken(name)):
                    days.setdefault(written, number + 1)
    forms = sorted(days, key=len, reverse=True)
    marked = "|".join(regex.escape(name) for name in forms if name not in WORDS_TOO)
    alone = "|".join(regex.escape(name) for name in forms if name in WORDS_TOO)
    latin = rf"(?<!\p{{L}})(?P<day>{marked})s?(?!\p{{L}})"
    han = "|".join(regex.escape(name) for name in forms if regex.search(r"\p{Han}", name))
    bare = rf"(?<!\p{{L}})(?P<day>{alone})(?={BESIDE})|^\s*(?P<day>{alone})\s*$"
    return regex.compile(rf"(?P<day>{han})(?!年)|{latin}|{bare}"), days


def _as_spoken(name: str) -> list[str]:
    """Return what people say for a day that CLDR calls *name* in Chinese: 礼拜一, 星期天."""
    if not name.startswith("星期"):
        return []
    forms = [week + name[2:] for week in ("星期", "礼拜", "禮拜")]
    return [*forms, *(form[:2] + "天" for form in forms if form.endswith("日"))]


def weekdays(text: str) -> list[tuple[Span, int]]:
    """Return where *text* names days of the week, each with its number from 1, as CLDR counts."""
    pattern, days = _known()
    return [(match.span("day"), days[match["day"]]) for match in pattern.finditer(text)]
