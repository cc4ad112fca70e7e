"""Posts and messages that begin with when they were sent and by whom, as chats are exported.

``2024-03-05 18:22 name: text``, ``[2024/3/5 18:22:10] name: text``, ``2024年3月5日 18:22 name``
with the text on the lines below.  Only dates that begin with the year: others can be read in more
than one way.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import regex

# So many posts at least are an export; one line of the kind may stand in any text.
FEWEST = 3
# Lines above the first of them: what the export is of.
ABOVE = 6
WHEN = (
    r"\[?(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})日?"
    r"[T,， ]\s*(?:[上下]午\s?)?\d{1,2}[:：]\d\d(?:[:：]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?\]?"
)
# Who it is by: a few words that are no sentence, and not the level of a program's log.
LETTER = r"[^\s:：,，.。!?！？;；]"
AUTHOR = (
    r"(?!(?i:INFO|WARN|ERROR|DEBUG|TRACE|FATAL))"
    rf"@?[\p{{L}}\p{{N}}]{LETTER}*(?:[ .]{LETTER}+){{0,3}}"
)
HEADER = regex.compile(
    rf"\s*(?P<header>{WHEN}\s*[-–—|]?\s*(?P<author>(?=.{{1,40}}?(?:[:：]|$)){AUTHOR}))\s*"
    r"(?:[:：](?:\s|$|(?=\P{Nd}))|$)"
)


def post(line: str) -> tuple[str, str] | None:
    """Return what stands above or before a post, and its date as ISO 8601; None for other text."""
    match = HEADER.match(line)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return match["header"].strip(), day.isoformat()


def posts(lines: Sequence[str]) -> list[int]:
    """Return at which of *lines* posts begin; none where the text is no export of posts."""
    starts = [at for at, line in enumerate(lines) if post(line)]
    return starts if len(starts) >= FEWEST and starts[0] <= ABOVE else []
