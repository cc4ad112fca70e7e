"""The languages that the program knows and speaks, in the order in which it tries them."""

from __future__ import annotations

from language import en, fr, zh
from language.rules import Language, Spoken
from language.tags import family

KNOWN: dict[str, Language] = {one.LANGUAGE.family: one.LANGUAGE for one in (en, fr, zh)}
SPOKEN: dict[str, Spoken] = {each.tag: each for known in KNOWN.values() for each in known.spoken}
# What the program speaks, as BCP 47 tags; the first where nothing else is asked for.
LANGUAGES = tuple(SPOKEN)


def nearest_spoken(language: str) -> str:
    """Return the tag in :data:`LANGUAGES` that comes nearest to *language*, a BCP 47 tag."""
    if language in SPOKEN:
        return language
    known = KNOWN.get(family(language))
    return known.spoken[0].tag if known else LANGUAGES[0]
