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
    r"(?:发布|發布|更新|发表|發表|刊登|撰写|撰寫)(?:时间|時間|日期|于|於)?|(?:时间|時間|日期)"
    r"|(?:published|updated|posted|written|issued)(?: on)?|date(?: of issue)?|dated"
    r"|(?:publiée?|mise? à jour|modifiée?|postée?)(?: le)?|le",
    regex.IGNORECASE,
)
# Who wrote it, before the date: "By Ann Lee, 3 May 2019", « Par Ève Le Goff, le 3 mai 2019 ».
BYLINE = regex.compile(
    r"(?:by|par|von|por|作者|记者|記者)[ :：]++"
    r"(?:[\p{Lu}\p{Han}][\p{L}\p{M}.'’-]*+[ ,，|·–—]*+){1,8}+",
    regex.IGNORECASE,
)
# What may follow it on its line: the time, the weekday in brackets, the source behind a bar.
AFTER = regex.compile(
    r"[ ,，.。)）]*+(?:(?:at |à |um )?\d{1,2} ?[:：h时時] ?(?:\d{2})?(?:[:：]\d{2}|分)?"
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:UTC|GMT|CES?T|[A-Z]{2,4}T))?[ ,，.。)）]*+)?"
    r"(?:[(（][^()（）]{1,12}[)）])? ?(?:(?:[-–—|·]|(?:来源|來源|作者|source|par|by)\b).*)?",
    regex.IGNORECASE,
)
# An event has a place beside its time, a text that was published has none.
PLACE = regex.compile(
    r"(?m)^[^\w\n]{0,9}(?:会议|會議|活动|活動)?(?:地\s*点|地\s*點|地址|venue|place|location|lieu)\s*[:：]",
    regex.IGNORECASE,
)


def first_date(text: str) -> str:
    """Return the first full date in *text* as ISO 8601, or nothing."""
    match = DATE.search(text)
    return _iso(match) if match else ""


def stated_date(head: str) -> str:
    """Return the date that *head*, the beginning of a record, gives the record.

    That is one after a label ("发布时间:") or a byline, one that begins a line before a dash, or
    one that has a line of its own; a date in a sentence is of what it tells.
    """
    event = PLACE.search(head) is not None
    for line in head.split("\n"):
        match = DATE.search(line)
        if not match or not AFTER.fullmatch(" ".join(line[match.end() :].split())):
            continue
        before = " ".join(line[: match.start()].split()).strip(" :：(（|·,，")
        if not before or (LABEL.fullmatch(before) and not event) or BYLINE.fullmatch(before):
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
