"""Days of the week: Monday, Mondays, Mon, lundi, 周一 and 星期一 are one and the same."""

from __future__ import annotations

from functools import cache

import regex
from babel import Locale

from language.languages import SPOKEN
from language.spans import Span

# Of these, "the Sun" and "la mer." are words too: behind a day stands a time, a date or a cell.
WORDS_TOO = frozenset({"Sat", "Sun", "mar.", "mer.", "dim."})
BESIDE = r"\s*(?:[·|:：–—-]|,? ?\d)"


def with_weekdays(text: str) -> str:
    """Return *text* with each day of the week as a word that all languages share: weekday1."""
    pattern, days = _known()
    return pattern.sub(lambda match: f" weekday{days[match['day']]} ", text)


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
                for written in (name, name.capitalize(), *small):
                    days.setdefault(written, number + 1)
    forms = sorted(days, key=len, reverse=True)
    marked = "|".join(regex.escape(name) for name in forms if name not in WORDS_TOO)
    alone = "|".join(regex.escape(name) for name in forms if name in WORDS_TOO)
    latin = rf"(?<!\p{{L}})(?P<day>{marked})s?(?!\p{{L}})"
    han = "|".join(regex.escape(name) for name in forms if regex.search(r"\p{Han}", name))
    bare = rf"(?<!\p{{L}})(?P<day>{alone})(?={BESIDE})|^\s*(?P<day>{alone})\s*$"
    return regex.compile(rf"(?P<day>{han})(?!年)|{latin}|{bare}"), days


def weekdays(text: str) -> list[tuple[Span, int]]:
    """Return where *text* names days of the week, each with its number from 1, as CLDR counts."""
    pattern, days = _known()
    return [(match.span("day"), days[match["day"]]) for match in pattern.finditer(text)]
