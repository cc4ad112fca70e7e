"""Which part of a moment a format code shows (ECMA-376, 18.8.31), in the order of ISO 8601."""

from __future__ import annotations

import datetime

from corpus.loaders.office.format_codes import Section

DAY = 86_400  # seconds
# Of the days that a program can count, the one after the last.
LAST = 2_958_466
SINCE_1900, SINCE_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)


def date_shown(section: Section, days: float, from_1904: bool) -> str:
    """Return a day and time by ISO 8601, as exact as the section; empty where there is none.

    Args:
        section: Of the format code.
        days: Since the end of 1899.
        from_1904: Whether since the beginning of 1904 instead.
    """
    units = section.units
    seconds = round(days * DAY)
    if "elapsed" in section.kinds:
        return _elapsed(units, seconds)
    if not 0 <= seconds < LAST * DAY:
        return ""
    epoch = SINCE_1904 if from_1904 else SINCE_1900
    if not from_1904 and 0 < seconds < 60 * DAY:
        epoch += datetime.timedelta(days=1)  # they count 29 February 1900, which never was
    try:
        day, clock = (epoch + datetime.timedelta(seconds=seconds)).isoformat(" ").split()
    except OverflowError:
        return ""
    day = day if "d" in units else day[:7] if "M" in units else day[:4] if "y" in units else ""
    if "h" not in units:
        return f"{day} {clock[3:] if 's' in units else ''}".strip()
    return f"{day} {clock if 's' in units else clock[:5]}".strip()


def _elapsed(units: frozenset[str], seconds: int) -> str:
    sign = "-" if seconds < 0 else ""
    minutes, rest = divmod(abs(seconds), 60)
    if "h" not in units:
        return f"{sign}{minutes}:{rest:02}" if units != {"s"} else f"{sign}{abs(seconds)}"
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours}:{minutes:02}" + (f":{rest:02}" if "s" in units else "")
