"""Dates that a text states about itself, in figures and with the names of months."""

from __future__ import annotations

from datetime import date

import regex

from language.values.dates import named_months

MONTHS = named_months()
MONTH = rf"(?P<month>{'|'.join(MONTHS)}|(?:{'|'.join(name[:3] for name in MONTHS)})\.)"
DATE = regex.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?"
    r"(?P<day>\d{1,2})(?!\d)日?"
    rf"|(?<!\d)(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s{MONTH},?\s(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|\b{MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?!\d)",
    regex.IGNORECASE,
)
# What stands before a date of publication.
LABEL = regex.compile(
    r"(?:发布|發布|更新|发表|發表)?(?:时间|時間|日期)|(?:published|updated|posted)(?: on)?|date"
    r"|(?:publiée?|mise? à jour)(?: le)?|le",
    regex.IGNORECASE,
)
# A line with a date and little else, or the beginning of a post, dates what follows.
LITTLE = 24  # characters


def first_date(text: str) -> str:
    """Return the first full date in *text* as ISO 8601, or nothing."""
    match = DATE.search(text)
    return _iso(match) if match else ""


def stated_date(head: str) -> str:
    """Return the date that *head*, the beginning of a record, gives the record.

    That is one after a label ("发布时间:"), one that begins a line before a dash, or one that is
    most of its line; a date in the middle of a sentence is of what it tells.
    """
    for line in head.split("\n"):
        match = DATE.search(line)
        if not match:
            continue
        before, after = line[: match.start()].strip(" :：("), line[match.end() :].strip()
        leads = len(after) <= LITTLE or after[:1] in {"-", "–", "—", "|", ":"}
        if leads and (not before or LABEL.fullmatch(before)):
            return _iso(match)
    return ""


def _iso(match: regex.Match[str]) -> str:
    month = match["month"].lower().rstrip(".")
    named = (number for name, number in MONTHS.items() if name.startswith(month))
    number = int(month) if month.isdigit() else next(named)
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return ""
