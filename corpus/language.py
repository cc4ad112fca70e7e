"""The language of a text as a BCP 47 tag, by script first.  The only file that knows lingua."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import regex
from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from corpus.chinese import script
from corpus.tags import UNKNOWN, family

# Each costs some megabytes and a part of a second; these the embedder knows best.
CANDIDATES = frozenset("ar de el en es fr hi it nl pt ru th tr vi".split(" "))
# How much likelier an expected language is than another before the text is looked at.
PRIOR = 6
LETTERS = regex.compile(r"\p{L}")
HAN = regex.compile(r"\p{Han}")
KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
HANGUL = regex.compile(r"\p{Hangul}")


@cache
def _detector() -> LanguageDetector:
    wanted = [one for one in Language.all() if one.iso_code_639_1.name.lower() in CANDIDATES]
    return LanguageDetectorBuilder.from_languages(*wanted).build()


def detect(text: str, default: str = UNKNOWN, expected: Collection[str] = ()) -> str:
    """Return the BCP 47 tag of *text*'s main language, or *default* where nothing speaks for one.

    A language that is *expected* is taken before one that is somewhat likelier: few words of a
    question tell little, and names in it mislead.

    Chinese comes with its script, ``zh-Hans`` or ``zh-Hant``; where no character tells them
    apart, *default* decides if it is Chinese, else it is ``zh-Hans``.
    """
    letters = LETTERS.findall(text)
    if not letters:
        return default
    han = len(HAN.findall(text))
    # A Chinese character carries about as much as two and a half letters.
    if han * 2.5 >= len(letters) - han:
        if len(KANA.findall(text)) * 5 > han:
            return "ja"
        written = script(text)
        return f"zh-{written}" if written else default if family(default) == "zh" else "zh-Hans"
    if len(KANA.findall(text)) * 2 > len(letters):
        return "ja"
    if len(HANGUL.findall(text)) * 2 > len(letters):
        return "ko"
    found = _detector().compute_language_confidence_values(HAN.sub(" ", text))
    likely = {one.language.iso_code_639_1.name.lower(): one.value for one in found}
    best = max(likely, key=lambda one: likely[one] * (PRIOR if one in expected else 1))
    return best if likely[best] > 1 / len(CANDIDATES) else default
