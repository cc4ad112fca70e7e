"""Follow-ups made complete by rule: "and the second one?" after "When did the first forum end?".

No model: what is put in comes from the question before; only ordinals and countries are translated
where the two are in different languages.  A question that stands on its own should come back as it
is: ``benchmarks/followups.py`` counts those that do not.
"""

from __future__ import annotations

import regex

from language.chinese import tagged_words
from language.detect import detect
from language.tags import family
from qa.followups.anaphora import completed, refers
from qa.followups.mentions import FAMILIES, Form, mentions
from qa.followups.replacements import Before, Said
from qa.followups.substitution import rest, substituted
from qa.followups.topics import topic
from qa.followups.words import MEASURES

SPOKEN = ("en", "fr", "zh-Hans", "zh-Hant")
SHORT = 30  # characters; the language of so few is uncertain
LONGEST = 60  # characters of what can take the place of a part
OPENERS = {
    "en": regex.compile(
        r"(?:(?:and|but|so|ok|okay|then)\b,?\s)?(?:what|how) about\s(?P<said>.+)"
        r"|(?:and|but)\b,?\s(?P<said>.+)",
        regex.IGNORECASE,
    ),
    "fr": regex.compile(
        r"(?:et\s)?(?:qu['’]en (?:est|était)-il|quid)\s"
        r"(?:d['’]|de\s|(?P<fused>du|des)\s)(?P<said>.+)"
        r"|(?:et|mais)\b,?\s(?P<said>.+)",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(
        r"(?:那[么麼]?|而|[还還]有|然[后後])?，?(?P<said>.+?)呢"
        r"|(?:那[么麼]?|[还還]有|然[后後])，?(?P<said>.+?)(?:怎[么麼][样樣])?"
    ),
}
UNFUSED = {"du": "le ", "des": "les "}
# These tell a follow-up without "and": "In 2019?", "The second one?".
BARE = {Form.ORDINAL, Form.YEAR, Form.MONTH, Form.DAY, Form.DATE, Form.PLACE}
CLOSING = "?？ \u00a0\u202f."


def resolve(question: str, language: str, before: str | None) -> str:
    """Return *question* as it is understood after the question *before*.

    Args:
        question: What was asked.
        language: Its BCP 47 tag, or ``und``: "Et en 2019 ?" alone tells little.
        before: The question before as it was understood, in any language; None if it is the first.

    Returns:
        A complete question; *question* itself where it stands on its own, or where *before* has
        nothing to complete it with.
    """
    if not before or len(before) < 2:
        return question
    other = family(detect(before, expected=SPOKEN))
    if other not in FAMILIES:
        return question
    previous = Before(before, other, topic(before, other))
    for spoken in _spoken(question, family(language), other):
        understood = _understood(question.strip(), spoken, previous)
        if understood:
            return understood
    return question


def _spoken(question: str, language: str, other: str) -> list[str]:
    """Return the languages to try: few words are easily taken for another language's."""
    tried = [language, other, *FAMILIES] if len(question) <= SHORT else [language]
    if language in FAMILIES:
        tried = tried[:2]
    return [one for one in dict.fromkeys(tried) if one in FAMILIES]


def _understood(question: str, spoken: str, before: Before) -> str | None:
    opened = _opened(question, spoken)
    bare = opened if opened is not None else question.rstrip(CLOSING)
    if opened is None and _is_fragment(bare, spoken):
        if mentions(bare, spoken)[0].start > 0:
            bare = bare[:1].lower() + bare[1:]  # *I*n 2019?
        return substituted(Said(bare, spoken), before)
    if opened is not None and not refers(bare, spoken):
        return substituted(Said(bare, spoken), before) if len(bare) <= LONGEST else None
    if before.about is None:
        return None
    if opened is not None:  # and *when did it end?*
        question = bare[:1].upper() + bare[1:] + question[len(question.rstrip(CLOSING)) :]
    return completed(question, spoken, before.about, before.family)


def _opened(question: str, spoken: str) -> str | None:
    """Return what stands after "and", "what about"; None where the question begins otherwise."""
    match = OPENERS[spoken].fullmatch(question.rstrip(CLOSING))
    if not match:
        return None
    if spoken == "zh" and question.startswith("那"):
        if tagged_words(question)[0][1].startswith("n"):  # 那不勒斯
            return None
        if question[1] in MEASURES:  # 那条公路
            return "那" + str(match["said"])
    fused = match["fused"] if spoken == "fr" else None
    return UNFUSED.get((fused or "").lower(), "") + str(match["said"])


def _is_fragment(text: str, spoken: str) -> bool:
    if not text or len(text) > LONGEST or refers(text, spoken):
        return False
    found = mentions(text, spoken)
    told = all(one.form in BARE or (one.form is Form.NAME and one.preposition) for one in found)
    return bool(found) and told and not rest(text, found)
