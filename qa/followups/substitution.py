"""A part of the question before gives way to what the follow-up says in its place."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from language.terms import question_terms
from qa.followups.mentions import Form, Mention, mentions
from qa.followups.nouns import LED, noun_for_noun, part_of
from qa.followups.replacements import (
    Before,
    Edit,
    Said,
    applied,
    numbered,
    replacement,
    whole,
)
from qa.followups.topics import Topic

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


def substituted(said: Said, before: Before) -> str:
    """Return *before* with what is *said* in the place of its part of the same form.

    Where no part has that form, or several have, both are kept side by side.
    """
    found = mentions(said.text, said.family)
    edits = _edits(said, found, before) if found else noun_for_noun(said, before)
    return applied(before.text, edits) if edits else part_of(said, before) or _beside(said, before)


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
    if [one.form for one in found] == [Form.ORDINAL] and about and not pairs:
        return _numbered(said, found[0], unsaid, before, about)
    if len({target for _, target in pairs}) < len(found):
        return []
    if set(question_terms(unsaid, said.family)) <= set(question_terms(before.text, before.family)):
        return [replacement(said, one, before, target) for one, target in pairs]
    if alike and about and all(_inside(target, about) for _, target in pairs):
        return [whole(said.text, before, about)]  # the second *conference* for the first *forum*
    return []


def _numbered(said: Said, one: Mention, unsaid: str, before: Before, about: Topic) -> list[Edit]:
    """The second *one*, or the second *forum*, where the forum had no number."""
    if not unsaid:
        edit = numbered(said, one, before, about)
        return [edit] if edit else []
    named = set(question_terms(unsaid, said.family))
    alike = said.family == before.family and named <= set(question_terms(about.text, before.family))
    return [whole(said.text, before, about)] if alike else []


def _target(one: Mention, there: Sequence[Mention]) -> Mention | None:
    """Return what *one* can stand for: the only part of its form, or the only one so led."""
    for form in INSTEAD_OF.get(one.form, (one.form,)):
        if (one.form, form) == (Form.PLACE, Form.NAME) and one.value and not one.preposition:
            return None  # "what about France?" after the Belt and Road Forum
        alike = [each for each in there if each.form is form]
        for some in ([each for each in alike if each.preposition == one.preposition], alike):
            if len(some) == 1:
                return some[0]
    return None


def _inside(one: Mention, about: Topic) -> bool:
    return about.start <= one.start and one.end <= about.end


def _beside(said: Said, before: Before) -> str:
    if before.family == "zh":
        return f"{said.text}：{before.text}"
    bare = before.text.rstrip("? \u00a0\u202f")
    joined = " " if LED.match(said.text) and said.family == before.family else " – "
    return f"{bare}{joined}{said.text}" + (" ?" if before.family == "fr" else "?")
