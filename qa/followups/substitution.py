"""A part of the question before gives way to what the follow-up says in its place."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from corpus.chinese import script
from index.terms import question_terms
from qa.followups.mentions import Form, Mention, mentions
from qa.followups.replacements import (
    ARTICLE,
    Before,
    Edit,
    Said,
    applied,
    contracted,
    numbered,
    replacement,
    whole,
)
from qa.followups.topics import Topic, inside
from qa.followups.words import PARTS

# What may give way to what, first choice first; otherwise like to like.
INSTEAD_OF = {
    Form.YEAR: (Form.YEAR, Form.DATE),
    Form.DATE: (Form.DATE, Form.YEAR),
    Form.MONTH: (Form.MONTH, Form.DATE),
    Form.QUOTED: (Form.QUOTED, Form.NAME),
    Form.NAME: (Form.NAME, Form.PLACE),
    Form.PLACE: (Form.PLACE, Form.NAME),
}
LITTLE = regex.compile(
    r"(?:\b(?:ones?|celles?|celui|ceux|une?|the|les?|la|of|for|d[eu]|pour|in|en)\b"
    r"|[的个個那\s,，、'’?？])+",
    regex.IGNORECASE,
)
# What is the *theme* of the forum?
PART_ASKED = {
    "en": regex.compile(
        r"(?:what|which|who)(?: (?:is|are|was|were)|['’]s) (?P<part>the [\p{Ll}\s]+?)(?= of )",
        regex.IGNORECASE,
    ),
    "fr": regex.compile(
        r"quel(?:le)?s? (?:est|sont|était|étaient|fut|furent) "
        r"(?P<part>(?:les? |la |l['’])[\p{Ll}\s]+?)(?=\s(?:de|du|des|d['’]))",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(r"的(?P<part>[^的”》」]{1,6}?)(?=是|[为為]|有多|有[几幾]|在哪)"),
}
NAMES_PART = {
    "en": regex.compile(rf"(?:(?:the|its|their)\s)?(?P<noun>{PARTS['en']})", regex.IGNORECASE),
    "fr": regex.compile(
        rf"(?P<article>le\s|la\s|les\s|l['’])?(?P<noun>{PARTS['fr']})", regex.IGNORECASE
    ),
    "zh": regex.compile(rf"(?P<noun>{PARTS['zh']})"),
}
ZH_MEASURED = regex.compile(r"[量数數模口积積度格算额額]$")
QUEL = {"le": "Quel", "la": "Quelle"}
# What goes on with the question before: "in 2019".
LEADING = "(?:in|on|at|since|by|during|for|to|from|with|en|à|au|aux|dans|depuis|pour|avec)"
LED = regex.compile(
    rf"(?:{LEADING}"
    r"|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir))(?:\s|$)",
    regex.IGNORECASE,
)


def substituted(said: Said, before: Before) -> str:
    """Return *before* with what is *said* in the place of its part of the same form.

    Where no part has that form, or several have, both are kept side by side.
    """
    found = mentions(said.text, said.family)
    edits = _edits(said, found, before) if found else _noun_for_noun(said, before)
    return applied(before.text, edits) if edits else _part_of(said, before) or _beside(said, before)


def rest(text: str, found: Sequence[Mention]) -> str:
    """Return what *text* says besides the parts *found* in it."""
    for one in reversed(found):
        text = f"{text[: one.lead]} {text[one.end :]}"
    return LITTLE.sub(" ", text).strip()


def _edits(said: Said, found: Sequence[Mention], before: Before) -> list[Edit]:
    about, unsaid = before.about, rest(said.text, found)
    alike = said.family == before.family
    if alike and about and before.family == "zh" and about.text.endswith(said.text[-2:]):
        return [whole(said.text, before, about)]  # 青马大桥 for 港珠澳大桥
    there = mentions(before.text, before.family)
    pairs = [(one, target) for one in found if (target := _target(one, there))]
    if [one.form for one in found] == [Form.ORDINAL] and about and not pairs and not unsaid:
        edit = numbered(said, found[0], before, about)
        return [edit] if edit else []
    if len({target for _, target in pairs}) < len(found):
        return []
    if set(question_terms(unsaid, said.family)) <= set(question_terms(before.text, before.family)):
        return [replacement(said, one, before, target) for one, target in pairs]
    if alike and about and all(_inside(target, about) for _, target in pairs):
        return [whole(said.text, before, about)]  # the second *conference* for the first *forum*
    return []


def _target(one: Mention, there: Sequence[Mention]) -> Mention | None:
    """Return what *one* can stand for: the only part of its form, or the only one so led."""
    for form in INSTEAD_OF.get(one.form, (one.form,)):
        if (one.form, form) == (Form.PLACE, Form.NAME) and not one.preposition:
            return None  # "what about France?" after the Belt and Road Forum
        alike = [each for each in there if each.form is form]
        for some in ([each for each in alike if each.preposition == one.preposition], alike):
            if len(some) == 1:
                return some[0]
    return None


def _inside(one: Mention, about: Topic) -> bool:
    return about.start <= one.start and one.end <= about.end


def _noun_for_noun(said: Said, before: Before) -> list[Edit]:
    """The *tunnel* for the *bridge*; or the *venue* for the *theme* of the forum."""
    about, family = before.about, before.family
    if said.family != family or about is None:
        return []
    named = NAMES_PART[family].fullmatch(said.text)
    if not named:
        led = _led(said.text, before)
        if led or LED.match(said.text):
            return led
        return _head_for_head(said.text, before, about)
    slot = PART_ASKED[family].match(before.text) if family != "zh" else None
    slot = slot or (PART_ASKED["zh"].search(before.text) if family == "zh" else None)
    if not slot:
        return []
    start, end = slot.span("part")
    if family == "fr":
        asks = QUEL.get((named["article"] or "").strip().lower())
        agreeing = regex.match(r"(?i)quel(?:le)?\b", before.text)
        first = [(*agreeing.span(), asks)] if asks and agreeing else []
        return [*first, (start, end, said.text)]
    who = regex.match(r"(?i)who\b", before.text)
    noun = f"the {named['noun']}" if family == "en" else named["noun"]
    return [*([(*who.span(), "What")] if who else []), (start, end, noun)]


def _head_for_head(text: str, before: Before, about: Topic) -> list[Edit]:
    """Air *quality* for water *quality*, 儿童*票* for 成人*票*; the tunnel for the bridge."""
    plain = about.alone and not mentions(about.text, before.family)
    if before.family == "zh":
        return [whole(text, before, about)] if plain or about.text[-1] == text[-1] else []
    if ARTICLE.match(text):
        return [whole(text, before, about)] if plain and ARTICLE.match(about.text) else []
    words = text.split()
    alike = regex.search(
        r"\b" + r"(?:\p{Ll}+ )" * (len(words) - 1) + regex.escape(words[-1]) + r"\b", before.text
    )
    return [(*alike.span(), text)] if alike and len(words) > 1 else []


def _led(text: str, before: Before) -> list[Edit]:
    """For *children*, for *adults*: what the same preposition leads."""
    word = text.partition(" ")[0]
    if not LED.match(text) or ARTICLE.match(text):
        return []
    led = list(regex.finditer(rf"\b{word}\s[^\s?]+(?:\s(?!{LEADING}\b)[^\s?]+)*", before.text))
    return [(*led[0].span(), text)] if len(led) == 1 else []


def _part_of(said: Said, before: Before) -> str | None:
    """The theme of the forum, after a question that asked something else of the forum."""
    about, family = before.about, before.family
    named = NAMES_PART[family].fullmatch(said.text) if said.family == family else None
    if not named or not about:
        return None
    if family == "zh":
        what = "什麼" if script(before.text + said.text) == "Hant" else "什么"
        asks = "多少" if ZH_MEASURED.search(named["noun"]) else what
        return f"{about.text}的{named['noun']}是{asks}？"
    of = contracted("de", about.text) if family == "fr" else f"of {inside(about.text)}"
    return f"{said.text[:1].upper()}{said.text[1:]} {of}" + (" ?" if family == "fr" else "?")


def _beside(said: Said, before: Before) -> str:
    if before.family == "zh":
        return f"{said.text}：{before.text}"
    bare = before.text.rstrip("? \u00a0\u202f")
    joined = " " if LED.match(said.text) and said.family == before.family else " – "
    return f"{bare}{joined}{said.text}" + (" ?" if before.family == "fr" else "?")
