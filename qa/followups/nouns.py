"""Nouns for nouns: "and the venue?" after the theme, "and the tunnel?" after the bridge."""

from __future__ import annotations

import regex

from language.chinese import script
from qa.followups.mentions import Form, mentions
from qa.followups.replacements import ARTICLE, Before, Edit, Said, contracted, whole
from qa.followups.topics import Topic, inside
from qa.followups.words import PARTS

# What is the *theme* of the forum?
PART_ASKED = {
    "en": regex.compile(
        r"^(?:what|which|who)(?: (?:is|are|was|were)|['’]s) (?P<part>the [\p{Ll}\s]+?)(?= of )",
        regex.IGNORECASE,
    ),
    "fr": regex.compile(
        r"^quel(?:le)?s? (?:est|sont|était|étaient|fut|furent) "
        r"(?P<part>(?:les? |la |l['’])[\p{Ll}\s]+?)(?=\s(?:de|du|des|d['’]))",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(r"的(?P<part>[^的”》」]{1,6}?)(?=[是为為](?:什[么麼]|多少)|有多)"),
}
NAMES_PART = {
    "en": regex.compile(rf"(?:(?:the|its|their)\s)?(?P<noun>{PARTS['en']})", regex.IGNORECASE),
    "fr": regex.compile(
        rf"(?P<article>le\s|la\s|les\s|l['’])?(?P<noun>{PARTS['fr']})", regex.IGNORECASE
    ),
    "zh": regex.compile(rf"(?P<noun>{PARTS['zh']})"),
}
# How many *schools* are there? And hospitals?
COUNTED = {
    "en": regex.compile(r"how (?:many|much) (?P<noun>\p{Ll}+)", regex.IGNORECASE),
    "fr": regex.compile(r"combien (?P<noun>d(?:e |['’])\p{Ll}+)", regex.IGNORECASE),
}
PLAIN = {
    "en": regex.compile(r"(?P<noun>\p{Ll}+)"),
    "fr": regex.compile(r"(?:les |de |d['’])(?P<noun>\p{Ll}+)"),
}
ZH_MEASURED = regex.compile(r"[量数數模口积積度格算额額]$")
QUEL = {"le": "Quel", "la": "Quelle"}
# What goes on with the question before: "in 2019".
LEADING = "(?:in|on|at|since|by|during|for|to|from|with|en|à|au|aux|dans|depuis|pour|avec)"
LED = regex.compile(
    rf"(?:{LEADING}"
    r"|le (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir)"
    r"|l['’]année (?:suivante|précédente|dernière)"
    r"|the (?:next|following|previous|last) (?:year|month|day))(?:\s|$)",
    regex.IGNORECASE,
)


def noun_for_noun(said: Said, before: Before) -> list[Edit]:
    """The *tunnel* for the *bridge*; or the *venue* for the *theme* of the forum."""
    about, family = before.about, before.family
    if said.family != family or about is None:
        return []
    named = NAMES_PART[family].fullmatch(said.text) or _same_part(said.text, before)
    if named:
        return _other_part(said.text, named, before)
    if LED.match(said.text):
        return _led(said.text, before)
    if family == "zh":
        alike = about.text[-1] == said.text[-1] or (about.alone and _is_thing(about.text))
        return [whole(said.text, before, about)] if alike else []
    return _head_for_head(said.text, before, about)


def _other_part(text: str, named: regex.Match[str], before: Before) -> list[Edit]:
    slot = PART_ASKED[before.family].search(before.text)
    if not slot or _measured(slot["part"]) != _measured(named["noun"]):  # 是多少, 是什么
        return []
    start, end = slot.span("part")
    asks = regex.match(r"(?i)who\b|quel(?:le)?\b", before.text)
    if before.family == "zh" or not asks:
        noun = named["noun"] if before.family == "zh" else f"the {named['noun']}"
        return [(start, end, noun)]
    if before.family == "en":
        return [(*asks.span(), "What"), (start, end, f"the {named['noun']}")]
    agreeing = QUEL.get((named["article"] or "").strip().lower(), asks.group())
    return [(*asks.span(), agreeing), (start, end, text)]


def _measured(noun: str) -> bool:
    return bool(ZH_MEASURED.search(noun))


def _head_for_head(text: str, before: Before, about: Topic) -> list[Edit]:
    """Hospitals for *schools*, the tunnel for the *bridge*, air quality for *water quality*."""
    counted = COUNTED[before.family].match(before.text)
    noun = PLAIN[before.family].fullmatch(text)
    if counted and noun:
        de = contracted("de", noun["noun"]) if before.family == "fr" else noun["noun"]
        return [(*counted.span("noun"), de)]
    article = ARTICLE.match(text)
    if bool(article) == bool(ARTICLE.match(about.text)) and about.alone:
        return [] if mentions(about.text, before.family) else [whole(text, before, about)]
    modifiers, _, head = text.rpartition(" ")
    if article or not modifiers:
        return []
    lower = r"\p{Ll}+ " * len(modifiers.split())
    old = regex.search(rf"\b{lower}{regex.escape(head)}\b", before.text)
    return [(*old.span(), text)] if old else []


def _is_thing(text: str) -> bool:
    """Tell whether *text* names no country, and has no number."""
    found = mentions(text, "zh")
    return all(one.form in {Form.NAME, Form.PLACE} and not one.value for one in found)


def _led(text: str, before: Before) -> list[Edit]:
    """For *children*, for *adults*: what the same preposition leads."""
    word = text.partition(" ")[0]
    if ARTICLE.match(text):  # le dimanche
        return []
    led = list(regex.finditer(rf"\b{word}\s[^\s?]+(?:\s(?!{LEADING}\b)[^\s?]+)*", before.text))
    return [(*led[0].span(), text)] if len(led) == 1 else []


def _same_part(text: str, before: Before) -> regex.Match[str] | None:
    """The freezing *point*, after the boiling *point* of something."""
    slot = PART_ASKED["en"].match(before.text) if before.family == "en" else None
    if not slot or slot["part"].split()[-1] != text.split()[-1]:
        return None
    return regex.fullmatch(r"(?:the\s)?(?P<noun>\p{Ll}+(?:\s\p{Ll}+)*)", text)


def part_of(said: Said, before: Before) -> str | None:
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
