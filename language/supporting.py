"""What a question asks that a sentence must have words for: the thing priced, who was there."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.support_rules import SupportRules
from language.tags import family

HAN = "zh"


@dataclass(frozen=True, slots=True)
class Support:
    """The patterns of :class:`SupportRules`, compiled."""

    untold: regex.Pattern[str]
    pronoun: regex.Pattern[str]
    whether: regex.Pattern[str]
    event: regex.Pattern[str]
    price: regex.Pattern[str]
    attends: regex.Pattern[str]
    attended: regex.Pattern[str]
    minutes: regex.Pattern[str]
    meeting: regex.Pattern[str]
    parts: regex.Pattern[str]
    joined: regex.Pattern[str]
    particles: regex.Pattern[str]
    role: regex.Pattern[str]
    attribute: regex.Pattern[str]


@cache
def support(language: str) -> Support | None:
    """Return the patterns of a *family* of languages; None where it is not told what is needed."""
    known = KNOWN.get(language)
    rules = known.support if known else None
    if rules is None:
        return None
    patterns = {each.name: getattr(rules, each.name) for each in fields(SupportRules)}
    return Support(**{name: regex.compile(each, regex.I) for name, each in patterns.items()})


def as_matched(text: str, language: str) -> str:
    """Return *text* as the patterns match it: Chinese in Simplified characters."""
    return to_simplified(text) if family(language) == HAN else text


def of_another_role(question: str, text: str, language: str) -> bool:
    """Tell whether *text* has the role that *question* asks for, of something else only.

    保安经理 is not 物业经理.
    """
    rules = support(family(language))
    asked = rules.role.search(as_matched(question, language)) if rules else None
    if asked is None:
        return False
    told = as_matched(text, language)
    if regex.search(f"{asked['of']}.{{0,3}}{asked['role']}", told):
        return False
    return regex.search(rf"(?<=\p{{Han}}{{2}}){asked['role']}", told) is not None
