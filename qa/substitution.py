"""A part of the question before gives way to what the follow-up says in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from corpus.chinese import script
from index.terms import question_terms
from qa.anaphora import PARTS
from qa.mentions import MEASURES, ORDINALS, Form, Mention, mentions, place_name
from qa.topics import Topic, topic

Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a follow-up says without its opening words, in which language."""

    text: str
    family: str


# What may give way to what, first choice first; otherwise like to like.
INSTEAD_OF = {
    Form.YEAR: (Form.YEAR, Form.DATE),
    Form.DATE: (Form.DATE, Form.YEAR),
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
        r"quel(?:le)?s? (?:est|sont|était|étaient|fut|furent) (?P<part>(?:les? |la |l['’])[\p{Ll}\s]+?)"
        r"(?=\s(?:de|du|des|d['’]))",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(r"的(?P<part>[^的”》」]{1,6}?)(?=是|[为為]|有多|有[几幾]|在哪)"),
}
NAMES_PART = {
    "en": regex.compile(rf"(?:(?:the|its|their)\s)?(?P<noun>{PARTS['en']})", regex.IGNORECASE),
    "fr": regex.compile(
        rf"(?P<article>le\s|la\s|les\s|l['’]|son\s|sa\s|ses\s)?(?P<noun>{PARTS['fr']})",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(rf"(?P<noun>{PARTS['zh']})"),
}
# What goes on with the question before: "in 2019".
LED = regex.compile(
    r"(?:in|on|at|since|by|during|for|to|from|with|en|à|au|dans|depuis|pour|avec)\s"
)
CONTRACTED = {"de le ": "du ", "de les ": "des ", "à le ": "au ", "à les ": "aux "}


def substituted(said: Said, before: str, other: str) -> str:
    """Return *before* with what is *said* in the place of its part of the same form.

    Where no part has that form, or several have, both are kept side by side.
    """
    about = topic(before, other)
    found = mentions(said.text, said.family)
    if not found:
        return _noun_for_noun(said, before, other, about) or _beside(said, before, other)
    if said.family == other == "zh" and about and about.text.endswith(said.text[-2:]):
        return _applied(
            before, [_whole(said.text, before, about, other)]
        )  # 青马大桥 for 港珠澳大桥
    there = mentions(before, other)
    targets = [_target(one, there) for one in found]
    unsaid = rest(said.text, found)
    known = set(question_terms(before, other))
    edits: list[Edit] = []
    if targets == [None] and found[0].form is Form.ORDINAL and about and not unsaid:
        return _numbered(said, found[0], before, other, about) or _beside(said, before, other)
    if None in targets or len(set(targets)) < len(targets):
        return _beside(said, before, other)
    if set(question_terms(unsaid, said.family)) <= known:
        edits = [
            _edit(said, one, before, other, target)
            for one, target in zip(found, targets, strict=True)
            if target
        ]
    elif about and said.family == other and all(_inside(one, about) for one in targets):
        # The second *conference* for the first *forum*.
        edits = [_whole(said.text, before, about, other)]
    return _applied(before, edits) if edits else _beside(said, before, other)


def rest(text: str, found: Sequence[Mention]) -> str:
    """Return what *text* says besides the parts *found* in it."""
    for one in reversed(found):
        text = f"{text[: one.lead]} {text[one.end :]}"
    return LITTLE.sub(" ", text).strip()


def _target(one: Mention, there: Sequence[Mention]) -> Mention | None:
    for form in INSTEAD_OF.get(one.form, (one.form,)):
        alike = [each for each in there if each.form is form]
        beside = [each for each in alike if each.preposition == one.preposition]
        if (one.form, form) == (Form.PLACE, Form.NAME) and not one.preposition:
            return None  # "What about France?" is not instead of a name of anything
        for some in (beside, alike):
            if len(some) == 1:
                return some[0]
    return None


def _edit(said: Said, one: Mention, before: str, other: str, target: Mention) -> Edit:
    text = said.text[one.start : one.end]
    old = before[target.start : target.end]
    if one.form is Form.ORDINAL:
        return target.start, target.end, _ordinal(text, one, old, other, said.family == other)
    if said.family != other:
        if one.form is Form.PLACE and one.value:
            text = place_name(
                one.value, f"zh-{script(before) or 'Hans'}" if other == "zh" else other
            )
        return target.start, target.end, text
    if one.form in {Form.DATE, Form.YEAR, Form.MONTH, Form.NUMBER}:
        if one.preposition and target.preposition:
            return target.lead, target.end, said.text[one.lead : one.end]
        if other == "zh" and old.endswith("年") and not text.endswith("年"):
            text += "年"
        return target.start, target.end, text
    if other == "fr":
        return target.lead, target.end, _french(one, target, said.text)
    if one.preposition and target.preposition:
        return target.lead, target.end, said.text[one.lead : one.end]
    start = target.start - len(target.article) - 1 if target.article else target.start
    return start, target.end, f"{one.article} {text}".strip()


def _ordinal(text: str, one: Mention, old: str, other: str, alike: bool) -> str:
    measure = old[-1] if other == "zh" and old[-1] in MEASURES else ""
    if alike:
        vague = measure and text[-1] not in MEASURES.replace("个", "").replace("個", "")
        return text.rstrip("个個") + measure if vague else text
    if not one.value.isdigit():
        return text
    if other == "zh":
        number = int(one.value)
        named = ORDINALS["zh"][number - 1] if 0 < number <= len(ORDINALS["zh"]) else one.value
        return f"第{named}{measure}"
    number = int(one.value)
    return ORDINALS[other][number - 1] if 0 < number <= len(ORDINALS[other]) else text


def _numbered(said: Said, one: Mention, before: str, other: str, about: Topic) -> str | None:
    """The second *forum*, where the forum had no number."""
    text = said.text[one.start : one.end]
    if said.family != other:
        return None
    if other == "zh":
        return (
            None
            if mentions(about.text, "zh")
            else _applied(before, [(about.start, about.start, text)])
        )
    old = before[about.start : about.end]
    article = regex.match(r"(?:the|an?|le|la|une?|du|au)\s|l['’]", old, regex.IGNORECASE)
    if not article:
        return None
    first = (
        article.group() if article.group().strip() in {"du", "au"} else f"{one.article or 'the'} "
    )
    whole = f"{first}{text} {old[article.end() :]}"
    return _applied(before, [(about.start, about.end, whole)])


def _french(one: Mention, target: Mention, said: str) -> str:
    name = said[one.start : one.end]
    article = {"": "", "l": "l’"}.get(one.article, one.article + " ")
    preposition = target.preposition if one.preposition in {"", "de"} else one.preposition
    if target.form is Form.PLACE and target.preposition in {"en", "à"} and one.form is Form.PLACE:
        if one.preposition:
            return said[one.lead : one.end]
        lead = {"le": "au ", "les": "aux "}.get(one.article, "en ")
        return lead + name
    if preposition == "en" and one.form is Form.NAME:
        preposition = "à"
    return contracted(preposition, article + name)


def contracted(preposition: str, phrase: str) -> str:
    """Return the French *phrase* after *preposition*: de le is du, de Autriche is d’Autriche."""
    if not preposition:
        return phrase
    if preposition == "de" and regex.match(r"[aeiouyàâéèêëîïôœhAEIOUÀÂÉÈÊÎÔŒ]", phrase):
        return f"d’{phrase}"
    said = f"{preposition} {phrase}"
    for apart, fused in CONTRACTED.items():
        if said.lower().startswith(apart):
            return fused + said[len(apart) :]
    return said


def _whole(text: str, before: str, about: Topic, other: str) -> Edit:
    fused = {"du": "de", "des": "de", "au": "à", "aux": "à"}
    first = before[about.start : about.end].partition(" ")[0].lower()
    if other == "fr" and first in fused:
        text = contracted(fused[first], text)
    return about.start, about.end, text


def _inside(one: Mention | None, about: Topic) -> bool:
    return one is not None and about.start <= one.start and one.end <= about.end


def _noun_for_noun(said: Said, before: str, other: str, about: Topic | None) -> str | None:
    if said.family != other or about is None:
        return None
    named = NAMES_PART[other].fullmatch(said.text)
    if not named:
        if mentions(about.text, other):
            return None
        return _applied(before, [_whole(said.text, before, about, other)])
    slot = PART_ASKED[other].search(before)
    if slot:
        return _other_part(said.text, named, before, slot, other)
    if other == "zh":
        return f"{about.text}的{named['noun']}是什{'麼' if script(before) == 'Hant' else '么'}？"
    whole = contracted("de", about.text) if other == "fr" else f"of {about.text}"
    return f"{said.text[:1].upper()}{said.text[1:]} {whole}" + (" ?" if other == "fr" else "?")


def _other_part(
    said: str, named: regex.Match[str], before: str, slot: regex.Match[str], other: str
) -> str:
    edit = (*slot.span("part"), said)
    if other == "zh":
        return _applied(before, [(*slot.span("part"), named["noun"])])
    if other == "en":
        edit = (*slot.span("part"), f"the {named['noun']}")
        return regex.sub(r"^(?i:who)\b", "What", _applied(before, [edit]))
    article = (named["article"] or "").strip()
    asks = {"le": "Quel", "la": "Quelle"}.get(article)
    changed = _applied(before, [edit])
    return regex.sub(r"^(?i:quel(?:le)?)\b", asks, changed) if asks else changed


def _beside(said: Said, before: str, other: str) -> str:
    if other == "zh":
        return f"{said.text}：{before}"
    bare = before.rstrip("? \u00a0\u202f")
    joined = " " if LED.match(said.text) and said.family == other else " – "
    return f"{bare}{joined}{said.text}" + (" ?" if other == "fr" else "?")


def _applied(before: str, edits: Sequence[Edit]) -> str:
    for start, end, text in sorted(edits, reverse=True):
        before = before[:start] + (text if start else text[:1].upper() + text[1:]) + before[end:]
    return before
