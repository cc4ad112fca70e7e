"""The parts of a question: what is asked, of which of the things compared."""

from __future__ import annotations

from dataclasses import dataclass

from language.languages import KNOWN
from language.part_rules import PartRules
from language.tags import family
from qa.followups.mentions import RULES, mentions
from qa.parts.choosing import choice
from qa.parts.comparing import Thing, compared
from qa.parts.completing import complete, lacks_topic
from qa.parts.sharing import each_count, each_noun
from qa.parts.splitting import clauses

ARTICLE = 4  # characters, with its space
MOST = 12  # parts; each is answered as a question of its own, and takes its time


@dataclass(frozen=True, slots=True)
class Asked:
    """A part of a question, as it can be asked by itself."""

    question: str
    label: str = ""  # the thing that it is asked of, where things are compared
    chosen: bool = False  # whether it is asked which of two things has more
    named_only: bool = False  # nothing is asked of it: compare Italy and France


def parts_of(question: str, language: str) -> list[Asked]:
    """Return the parts of *question*, two to MOST; none where it is one question.

    Args:
        question: As it was understood.
        language: Its BCP 47 tag.
    """
    spoken = family(language)
    rules = KNOWN[spoken].parts if spoken in KNOWN and spoken in RULES else None
    if rules is None:
        return []
    asked = rules.polite.sub("", question, count=1)
    if not asked.strip():
        return []
    chosen = [Asked(one.question, one.label, chosen=True) for one in choice(asked, rules)]
    if chosen:
        return chosen
    indirect = asked != question
    things = compared(asked, spoken, rules) or [Thing("", asked)]
    parts = [
        Asked(part, thing.label, named_only=_names_only(part, thing.label))
        for thing in things
        for clause in each_count(thing.question, RULES[spoken].question_mark, rules)
        or _completed(clauses(thing.question, rules, indirect=indirect), spoken)
        for part in _asked_apart(clause, spoken, rules)
    ]
    return parts if 1 < len(parts) <= MOST else []


def _asked_apart(clause: str, spoken: str, rules: PartRules) -> list[str]:
    mark = RULES[spoken].question_mark
    return [f"{part}{mark}" for part in each_noun(clause.removesuffix(mark), rules)]


def _names_only(question: str, label: str) -> bool:
    """Tell whether *question* is *label*, with at most an article before it."""
    if not label:
        return False
    before, named, after = question.casefold().partition(label.casefold())
    return bool(named) and len(before) <= ARTICLE and not after.strip(" ?？")


def _completed(parts: list[str], spoken: str) -> list[str]:
    mark = RULES[spoken].question_mark
    first = parts[0][:1].upper() + parts[0][1:] + mark
    later = next((part + mark for part in parts[1:] if mentions(part, spoken)), None)
    if later and not mentions(first, spoken) and lacks_topic(first, spoken):
        first = complete(parts[0], spoken, later)  # and what is the population *of France*?
    return [first, *(complete(part, spoken, first) for part in parts[1:])]
