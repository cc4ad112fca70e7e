"""The languages that the program knows and speaks, in the order in which it tries them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

from language import en, fr, zh
from language.rules import Language, Spoken
from language.tags import family

KNOWN: dict[str, Language] = {one.LANGUAGE.family: one.LANGUAGE for one in (en, fr, zh)}
SPOKEN: dict[str, Spoken] = {each.tag: each for known in KNOWN.values() for each in known.spoken}
# What the program speaks, as BCP 47 tags; the first where nothing else is asked for.
LANGUAGES = tuple(SPOKEN)
ACCEPTED = re.compile(r"([A-Za-z][\w-]*)(?:\s*;\s*q=([01](?:\.\d{0,3})?))?")


def nearest_spoken(language: str) -> str:
    """Return the tag in :data:`LANGUAGES` that comes nearest to *language*, a BCP 47 tag."""
    if language in SPOKEN:
        return language
    known = KNOWN.get(family(language))
    return known.spoken[0].tag if known else LANGUAGES[0]


def preferred(locales: Iterable[str]) -> str:
    """Return the tag for the first of *locales* that is spoken, the program's first for none.

    Args:
        locales: BCP 47 or POSIX: ``fr-CA``, ``zh_TW.UTF-8``.
    """
    for name in locales:
        try:
            locale = Locale.parse(name.partition(".")[0].replace("-", "_"))
        except (ValueError, UnknownLocaleError):
            continue
        if locale.language in KNOWN:
            return nearest_spoken("-".join(filter(None, (locale.language, locale.script))))
    return LANGUAGES[0]


def accepted(header: str) -> str:
    """Return the tag that suits an ``Accept-Language`` header best (RFC 9110, section 12.5.4)."""
    weighted = ACCEPTED.findall(header)
    return preferred(tag for tag, _ in sorted(weighted, key=lambda part: -float(part[1] or 1)))
