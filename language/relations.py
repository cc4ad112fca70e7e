"""What somebody does or is: who designed a bridge is not who inspected it, its mayor no deputy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex

from language.asking import any_of
from language.chinese import to_simplified
from language.languages import KNOWN
from language.tags import family

HAN = "zh"
# Nobody's birth, death or wedding is told by what else he did.
OF_A_LIFE = frozenset({"birth", "die", "marry"})
# When something is held is told by any date beside its name.
HELD = frozenset({"organise"})

Patterns = Mapping[str, regex.Pattern[str]]


@dataclass(frozen=True, slots=True)
class _Forms:
    acts: Patterns
    roles: Patterns
    second: regex.Pattern[str]
    owns: regex.Pattern[str]
    last: bool


SENDING = any_of(one.relations.sending for one in KNOWN.values() if one.relations)


def tells_another(
    question: str, asked_in: str, text: str, language: str, heading: str = ""
) -> bool:
    """Tell whether *text* has words for what somebody does or is, but none for what is asked.

    Args:
        question: Who, when or where.
        asked_in: Its BCP 47 tag.
        text: A sentence that may answer it.
        language: Of *text*, BCP 47.
        heading: What *text* stands under: it may say what is asked.
    """
    asked, told = _forms(family(asked_in)), _forms(family(language))
    if asked is None or told is None:
        return False
    question, text, heading = (
        to_simplified(each) if family(tag) == HAN else each
        for each, tag in ((question, asked_in), (text, language), (heading, language))
    )
    acts, role = _named(asked.acts, question) - HELD, _role(asked, question)
    if _second_in_one(asked, question, role, told, text):
        return True
    done, are = _named(told.acts, text), _whole(told.roles, text)
    if acts:
        return acts.isdisjoint(done | _named(told.acts, heading)) and bool(done or acts & OF_A_LIFE)
    return bool(role) and bool(are or done) and role.isdisjoint(are | _whole(told.roles, heading))


def acts_in(text: str, language: str) -> frozenset[str]:
    """Return what *text* says that somebody does, by the names that all languages share."""
    forms = _forms(family(language))
    if forms is None:
        return frozenset()
    return _named(forms.acts, to_simplified(text) if family(language) == HAN else text)


def without_acts(question: str, language: str) -> str:
    """Return *question* without words for what somebody does; empty where it has none."""
    forms = _forms(family(language))
    if forms is None:
        return ""
    text = to_simplified(question) if family(language) == HAN else question
    patterns = [forms.acts[name] for name in _named(forms.acts, text)]
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return text if patterns else ""


def asks_of_sending(question: str) -> bool:
    """Tell whether *question*, in any language, asks when or by whom something was sent."""
    return SENDING.search(question) is not None


def _named(patterns: Patterns, text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in patterns.items() if pattern.search(text))


def _whole(patterns: Patterns, text: str) -> frozenset[str]:
    """Return the names of those that stand in no longer one: 董事长 is no 长 of any sort."""
    places = [
        (*match.span(), name)
        for name, pattern in patterns.items()
        for match in pattern.finditer(text)
    ]
    return frozenset(
        name
        for start, end, name in places
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in places)
    )


def _role(forms: _Forms, question: str) -> frozenset[str]:
    """Return the role that is asked about: the secretary where it is that of a mayor."""
    places = [
        (match.start(), match.end(), name)
        for name, pattern in forms.roles.items()
        for match in pattern.finditer(question)
        if not forms.owns.match(question, match.end())
    ]
    if not places:
        return frozenset()
    meant = max(places)[0] if forms.last else min(places)[0]
    meant = next((at for at, end, _ in places if at < meant < end), meant)
    return frozenset(name for at, _, name in places if at == meant)


def _second_in_one(
    asked: _Forms, question: str, role: frozenset[str], told: _Forms, text: str
) -> bool:
    """Tell whether a deputy is asked for and *text* has none, or the other way."""
    given = told.second.search(text)
    if asked.second.search(question):
        return given is None
    if given is None or not role:
        return False
    firsts = (
        _first(told, text, match) for name in role for match in told.roles[name].finditer(text)
    )
    return not any(firsts)


def _first(forms: _Forms, text: str, role: regex.Match[str]) -> bool:
    """Tell whether nothing beside a *role* says that it is a deputy's."""
    return not any(
        not text[second.end() : role.start()].strip(" -")
        if second.end() <= role.start()
        else not text[role.end() : second.start()].strip(" -")
        for second in forms.second.finditer(text)
    )


@cache
def _forms(language: str) -> _Forms | None:
    known = KNOWN.get(language)
    rules = known.relations if known else None
    if rules is None:
        return None

    def made(patterns: Mapping[str, str]) -> Patterns:
        whole = "{}" if language == HAN else r"\b(?:{})\b"
        return {name: regex.compile(whole.format(each), regex.I) for name, each in patterns.items()}

    seconds = rules.second if language == HAN else rf"\b(?:{rules.second})"
    return _Forms(
        made(rules.acts), made(rules.roles), regex.compile(seconds, regex.I),
        regex.compile(rules.owns), rules.last,
    )  # fmt: skip
