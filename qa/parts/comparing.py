"""The things that a question is asked of one by one: 2017 and 2019, the first and the second."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import regex

from language.followup_rules import Grammar
from language.part_rules import PartRules
from qa.followups.mentions import RULES, Form, Mention, mentions
from qa.followups.topics import contracted
from qa.parts.nouns import alone, is_noun, phrase_end

# Things that stand in a row without being asked of together: in 2017 and 2019.
ONE_BY_ONE = frozenset({Form.ORDINAL, Form.YEAR})
# What else is compared where the question says that it compares.
COMPARED = ONE_BY_ONE | {Form.PLACE, Form.NAME, Form.DATE, Form.MONTH, Form.QUOTED}
FRONT = regex.compile(r"(?P<things>[^:：]{3,80}?)(?P<rest>\s?[:：].*|[?？]?$)", regex.DOTALL)


@dataclass(frozen=True, slots=True)
class Thing:
    """One of the things compared."""

    label: str  # as the question calls it
    question: str  # with only this one in it


@dataclass(frozen=True, slots=True)
class _Row:
    """Things of one form in a row."""

    things: Sequence[Mention]
    noun: str  # that stands after the first, and not after the last; with the space before it
    called: str  # what all of them are, as far as it is known
    end: int  # of the row in the question


def compared(question: str, family: str, rules: PartRules) -> list[Thing]:
    """Return the things that *question* is asked of one by one, with their questions, or none.

    Years and ordinals in a row are; other things where the question says that it compares them.
    What is asked of all at once (in total, between 2017 and 2019) is one question.
    """
    compares = rules.compares.search(question) is not None
    differs = rules.differs.search(question) is not None
    rest = rules.differs.sub("", rules.compares.sub("", question, count=1))
    each = bool(rules.distributes.search(rest) or rules.each.search(rest))
    if not (compares or differs) and rules.together.search(rest):
        return []
    rest = rules.distributes.sub("", rest)
    row = _row(rest, family, rules, COMPARED if compares or differs or each else ONE_BY_ONE)
    if row:
        return [_thing(rest, row, one, family, rules) for one in row.things]
    return _named(rest, family, rules) if compares else []


def _row(text: str, family: str, rules: PartRules, forms: Collection[Form]) -> _Row | None:
    there = mentions(text, family)
    for at, first in enumerate(there):
        things, noun = [first], ""
        for other in there[at + 1 :] if first.form in forms else []:
            between = text[things[-1].end : other.lead]
            joint = regex.fullmatch(rf"(?P<noun>.*?){rules.joins.pattern}", between, regex.I)
            if other.form is not first.form or not joint or not is_noun(joint["noun"], family):
                break
            noun = noun or joint["noun"]
            things.append(other)
        end = things[-1].end
        if noun and text.startswith(noun, end):
            end += len(noun)
        elif noun and not alone(text, end, family):
            continue
        if len({text[one.start : one.end].lower() for one in things}) > 1:
            return _Row(things, noun, noun or _called(text, first, things[-1], family), end)
    return None


def _called(text: str, first: Mention, last: Mention, family: str) -> str:
    """Return the noun after the *last* thing of a row."""
    alone = text[: first.start] + text[last.start :]  # the second *forum*, without the first
    end = first.start + last.end - last.start
    return alone[end : max(end, phrase_end(alone, first.start, family))]


def _thing(text: str, row: _Row, thing: Mention, family: str, rules: PartRules) -> Thing:
    first, name, after = row.things[0], text[thing.start : thing.end], text[row.end :]
    lead = text[thing.lead : thing.start]
    if first.preposition and not thing.preposition:
        lead = ""  # in the first and the second: "in" holds for both
    elif thing.preposition and not first.preposition:
        lead = lead[len(thing.preposition) :].lstrip()  # compared *to* the second
    lead = lead or text[first.lead : first.start]
    of = rules.each.match(after, 1)  # in 2017 and in 2019 *each*
    after = after[of.end() :] if of else after
    label = name + (row.called if thing.form is Form.ORDINAL else "")
    called = f"{thing.article or first.article} {label}".strip()
    question = text[: first.lead] + lead + name + row.noun + _instead(rules, after, called, family)
    return Thing(label, question[:1].upper() + question[1:])


def _instead(rules: PartRules, text: str, thing: str, family: str) -> str:
    """Return *text* with *thing* for "each": how many attended *the first forum*."""

    def put(match: regex.Match[str]) -> str:
        led = f"{match['prep']} {thing}" if match["prep"] else thing
        grammar = RULES[family].phrases
        return contracted(led, grammar) if isinstance(grammar, Grammar) else led

    return rules.each.sub(put, text)


def _named(text: str, family: str, rules: PartRules) -> list[Thing]:
    """Return two things that are compared by name: Sony and Honda, the founders of A and B."""
    front = FRONT.fullmatch(text)
    joints = list(rules.joins.finditer(front["things"])) if front else []
    if not front or len(joints) != 1:
        return []
    name, other = front["things"][: joints[0].start()], front["things"][joints[0].end() :]
    return [
        Thing(label, asked[:1].upper() + asked[1:] + _instead(rules, front["rest"], asked, family))
        for label, asked in _alike(name, other, family)
    ]


def _alike(name: str, other: str, family: str) -> list[tuple[str, str]]:
    """Return two things with what is compared of both, where only one has it."""
    grammar = RULES[family].phrases
    if isinstance(grammar, Grammar):
        links = "|".join(sorted(grammar.links | {"in", "at", "of", "en", "à"}))
        led = regex.match(rf".*\s(?:{links})\s(?:the\s)?", name)
        if led and not regex.search(rf"\s(?:{links})\s", other):
            return [(name[led.end() :], name), (other, led.group() + other)]
        return [(name, name), (other, other)]
    tail = next(
        (each[each.index(grammar.of) :] for each in (other, name) if grammar.of in each), ""
    )
    labels = [each.partition(grammar.of)[0] for each in (name, other)]
    return [(label, label + tail) for label in labels]
