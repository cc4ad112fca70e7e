"""Questions that leave their topic to a pronoun, or out: "When did it end?", “主题是什么？”.

Conservative: a question that could name what its pronoun stands for is left as it is.
"""

from __future__ import annotations

import regex

from language.chinese import tagged_words
from language.followup_rules import FollowUps, Fronting, Omitting, Replacing, Tagged
from qa.followups.mentions import RULES, Form, mentions, names
from qa.followups.topics import Topic, in_front, inside


def refers(phrase: str, family: str) -> bool:
    """Tell whether *phrase* asks something or has a pronoun: it is not a mere noun."""
    return bool(RULES[family].asks.search(phrase) or RULES[family].refers.search(phrase))


def completed(question: str, family: str, topic: Topic, other: str) -> str | None:
    """Return *question* with *topic* for its pronoun, or None if it stands on its own.

    Args:
        question: What was asked.
        family: Its language, one of RULES.
        topic: Of the question before.
        other: The language of the question before.
    """
    rules = RULES[family]
    match rules.completing:
        case Replacing():
            return _replacing(question, topic, other, rules, rules.completing)
        case Fronting():
            return _fronting(question, topic, rules, rules.completing)
        case Omitting():
            spaced = not isinstance(RULES[other].phrases, Tagged)
            text = f"{inside(topic.text)} " if spaced else topic.text
            return _omitting(question, text, family, rules.completing)


def _replacing(
    question: str, topic: Topic, other: str, rules: FollowUps, ways: Replacing
) -> str | None:
    if ways.short.fullmatch(question):
        return in_front(topic.text, question, rules.colon)
    pronoun = ways.pronoun.search(question)
    if not pronoun:
        return _pointed(question, topic, rules, ways)
    if ways.empty.search(question):
        return None
    word, before, after = pronoun.group().lower(), *_around(question, pronoun)
    whose = word in ways.owning and bool(regex.match(r"\s\p{L}", after))
    reach = ways.reach_owned if whose else ways.reach
    if not reach.fullmatch(before[:1].lower() + before[1:]) or regex.match(r"\s\p{Lu}", after):
        return None
    person = word in ways.persons
    # Who built the bridge? When was he born? – of him nothing is known but that.
    no_person = person and not topic.person and not _may_be_person(topic.text, other)
    if no_person or (word in ways.many and not _may_be_many(topic.text)):
        return in_front(topic.text, question, rules.colon)
    return _put(before, after, (person and topic.person) or topic.text, whose)


def _pointed(question: str, topic: Topic, rules: FollowUps, ways: Replacing) -> str | None:
    """Where is *that forum*? How long does *that* take? Who lives *there*?"""
    noun = ways.same.search(question)
    if noun and topic.text.casefold().split()[-1] == noun["noun"].casefold():
        return _put(*_around(question, noun), topic.text)
    if not ways.pointing.search(question):
        return None
    return in_front(topic.text, question, rules.colon)


def _around(question: str, match: regex.Match[str]) -> tuple[str, str]:
    return question[: match.start()], question[match.end() :]


def _may_be_person(topic: str, other: str) -> bool:
    return any(one.form is Form.NAME for one in mentions(topic, other))


def _may_be_many(topic: str) -> bool:
    """Tell whether *topic* is a plural, several, a name, or Chinese, which does not say."""
    return bool(regex.search(r"s$|\b(?:and|et)\b|\p{Lu}[\w-]*$|\p{Han}", topic))


def _put(before: str, after: str, topic: str, whose: bool = False) -> str:
    part = regex.fullmatch(r"\s(?P<noun>\p{Ll}+)(?P<mark>\s*\??)", after) if whose else None
    if part:  # What was its theme?
        the = "the" if before else "The"
        return f"{before}{the} {part['noun']} of {inside(topic)}{part['mark']}"
    topic = inside(topic) if before else topic[:1].upper() + topic[1:]
    if whose:
        topic += "’" if topic.endswith("s") else "’s"
    return before + topic + after


def _fronting(question: str, topic: Topic, rules: FollowUps, ways: Fronting) -> str | None:
    if not ways.short.fullmatch(question):
        pronoun = ways.pronoun.match(question.rstrip(" ?"))
        if not pronoun or ways.empty.search(question) or ways.named.search(pronoun.group()):
            return None
    return in_front(topic.text, question, rules.colon)


def _omitting(question: str, topic: str, family: str, ways: Omitting) -> str | None:
    rules = RULES[family]
    of = rules.phrases.of
    pronoun = rules.refers.search(question)
    if pronoun is None:
        if ways.part.match(question) and rules.asks.search(question):
            return f"{topic}{of}{question}"
        return topic + question if _has_no_topic(question, rules, ways) else None
    before, after = _around(question, pronoun)
    object_of_verb = len(before) <= 5 and rules.asks.search(before) and ways.tail.fullmatch(after)
    if not (ways.leads.fullmatch(before) or object_of_verb):
        return None
    bare = pronoun.groupdict().get("bare")  # 那里, 这有什么
    if not bare and pronoun.group()[0] in ways.these:
        noun = next((word for word, _ in tagged_words(after)), "")
        if not noun or not topic.strip().endswith(noun):
            return None
        after = after.removeprefix(noun)
    if names(after, family):
        return None
    return (
        before + topic + (of if pronoun.group() == ways.whose and after[:1] != of else "") + after
    )


def _has_no_topic(question: str, rules: FollowUps, ways: Omitting) -> bool:
    """Tell whether *question* has no noun but what it counts: 有多少*人*参加, 什么*时候*结束."""
    asks = rules.asks.search(question)
    if not asks or len(question) > ways.longest:
        return False
    if not ways.leads.fullmatch(question[: asks.start()]):
        return False
    before = ""
    for word, tag in tagged_words(question):
        if not tag.startswith(ways.verbal) and not ways.counted.search(before):
            return False
        before += word
    return True
