"""How a part of a question gives way to another: prepositions, articles, ordinals, French."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from language.asking import YEAR
from language.chinese import script
from qa.followups.mentions import MONTH, Form, Mention, mentions, territory
from qa.followups.topics import Topic
from qa.followups.words import MEASURES, ORDINALS

Edit = tuple[int, int, str]

TIMES = {Form.DATE, Form.YEAR, Form.MONTH, Form.DAY, Form.NUMBER}
VAGUE = "个個"  # measures for anything
CONTRACTED = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}
FUSED = {"du": "de", "des": "de", "au": "à", "aux": "à"}
IN_A_COUNTRY = {"le": "au ", "les": "aux "}
ARTICLE = regex.compile(r"(?:the|an?|le|la|une?|du|au)\s|l['’]", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a follow-up says without its opening words, and in which language (en, fr, zh)."""

    text: str
    family: str


@dataclass(frozen=True, slots=True)
class Before:
    """The question before, its language (en, fr, zh), and what it is about."""

    text: str
    family: str
    about: Topic | None


def applied(before: str, edits: Sequence[Edit]) -> str:
    """Return *before* with *edits*, which do not overlap; it begins with a capital still."""
    for start, end, text in sorted(edits, reverse=True):
        before = before[:start] + (text if start else text[:1].upper() + text[1:]) + before[end:]
    return before


def replacement(said: Said, one: Mention, before: Before, target: Mention) -> Edit:
    """Return the edit that puts *one*, which is *said*, in the place of *target*."""
    text, old = said.text[one.start : one.end], before.text[target.start : target.end]
    if one.form is Form.ORDINAL:
        text = (
            _measured(text, old) if said.family == before.family else _translated(one, old, before)
        )
        return target.start, target.end, text or said.text[one.start : one.end]
    if said.family != before.family:
        return target.start, target.end, _place(one, before) or text
    if one.form in TIMES:
        text = _time(text, one, old, target)
    elif before.family == "fr":
        return target.lead, target.end, _french(one, target, said.text)
    if one.preposition and target.preposition:
        return target.lead, target.end, said.text[one.lead : one.start] + text
    if one.form in TIMES or not target.article:
        return target.start, target.end, text
    return target.start - len(target.article) - 1, target.end, f"{one.article} {text}".strip()


def whole(text: str, before: Before, about: Topic) -> Edit:
    """Return the edit that puts *text* in the place of all that *before* is about."""
    first = before.text[about.start : about.end].partition(" ")[0].lower()
    if before.family == "fr" and first in FUSED:
        text = contracted(FUSED[first], text)
    return about.start, about.end, text


def numbered(said: Said, one: Mention, before: Before, about: Topic) -> Edit | None:
    """Return the edit that gives what *before* is about a number: the *second* forum."""
    text = said.text[one.start : one.end]
    if said.family != before.family:
        return None
    if before.family == "zh":
        return None if mentions(about.text, "zh") else (about.start, about.start, text)
    article = ARTICLE.match(before.text, about.start, about.end)
    if not article:
        return None
    kept = article.group() if article.group().strip().lower() in FUSED else ""
    first = kept or f"{one.article or 'the'} "
    return about.start, about.end, f"{first}{text} {before.text[article.end() : about.end]}"


def contracted(preposition: str, phrase: str) -> str:
    """Return the French *phrase* after *preposition*: de le is du, de Autriche is d’Autriche."""
    if preposition == "de" and regex.match(r"(?i)[aeiouyàâéèêëîïôœ]", phrase):
        return f"d’{phrase}"
    joined = f"{preposition} {phrase}".strip()
    for apart, fused in CONTRACTED.items():
        if joined.lower().startswith(apart):
            return fused + joined[len(apart) :]
    return joined


def _measured(text: str, old: str) -> str:
    """第二 and 第二个 are 第二届 in the place of 第一届."""
    if old[-1] not in MEASURES or (text[-1] in MEASURES and text[-1] not in VAGUE):
        return text
    return text.rstrip(VAGUE) + old[-1]


def _translated(one: Mention, old: str, before: Before) -> str:
    named = ORDINALS[before.family]
    number = int(one.value) if one.value.isdigit() else 0
    if before.family == "zh" and number:
        said = named[number - 1] if number <= len(named) else one.value
        return f"第{said}{old[-1] if old[-1] in MEASURES else ''}"
    return named[number - 1] if 0 < number <= len(named) else ""


def _place(one: Mention, before: Before) -> str:
    if not one.value or one.form is not Form.PLACE:
        return ""
    chinese = f"zh-{script(before.text) or 'Hans'}"
    return territory(one.value, chinese if before.family == "zh" else before.family)


def _time(text: str, one: Mention, old: str, target: Mention) -> str:
    year = regex.search(YEAR, old)
    if one.form is Form.MONTH and target.form is Form.DATE and year and MONTH.search(old):
        return f"{year.group()}年{text}" if "月" in text else f"{text} {year.group()}"
    return text + "年" if old.endswith("年") and text.isdigit() else text


def _french(one: Mention, target: Mention, said: str) -> str:
    name = said[one.start : one.end]
    preposition = target.preposition if one.preposition in {"", "de"} else one.preposition
    if target.form is one.form is Form.PLACE and target.preposition in {"en", "à"}:
        if one.preposition:
            return said[one.lead : one.end]
        return IN_A_COUNTRY.get(one.article, "en ") + name
    if preposition == "en" and one.form is Form.NAME:
        preposition = "à"
    article = "l’" if one.article == "l" else f"{one.article} ".lstrip()
    return contracted(preposition, article + name)
