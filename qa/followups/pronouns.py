"""Questions that leave their topic to a pronoun, or out: "When did it end?", “主题是什么？”.

Conservative: a question that could name what its pronoun stands for is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from language.chinese import tagged_words
from language.followup_rules import FollowUps, Fronting, Omitting, Replacing, Tagged
from qa.followups.mentions import RULES, Form, mentions, names
from qa.followups.topics import Before, Topic, in_front, inside

SEVERAL = regex.compile(r"(?<![isu])s$|\b(?:and|et)\b")
BOTH = 2
PAIR = regex.compile(r"\p{Lu}[\w-]* and \p{Lu}[\w-]*")


def refers(phrase: str, family: str) -> bool:
    """Tell whether *phrase* asks something or has a pronoun: it is not a mere noun."""
    return bool(RULES[family].asks.search(phrase) or RULES[family].refers.search(phrase))


def completed(question: str, family: str, before: Before) -> str | None:
    """Return *question* with the topic of *before* for its pronoun, or None if it needs none.

    Args:
        question: What was asked.
        family: Its language, one of RULES.
        before: The question before, which has a topic.
    """
    rules, topic, other = RULES[family], before.about, before.family
    if topic is None:
        return None
    match rules.completing:
        case Replacing():
            return _replacing(question, topic, before, rules, rules.completing)
        case Fronting():
            return _fronting(question, topic, rules, rules.completing)
        case Omitting():
            spaced = not isinstance(RULES[other].phrases, Tagged)
            text = f"{inside(topic.text)} " if spaced else topic.text
            return _omitting(question, text, family, rules.completing)


def _replacing(
    question: str, topic: Topic, before: Before, rules: FollowUps, ways: Replacing
) -> str | None:
    part = ways.part_last.fullmatch(question)
    if part:
        of = f"{part['asks']} {rules.phrases.of} {inside(topic.text)}"
        return of + (part["rest"] or "") + rules.question_mark
    if ways.short.fullmatch(question):
        return in_front(topic.text, question, rules.colon)
    pronoun = ways.pronoun.search(question)
    if not pronoun:
        return _pointed(question, (topic, *before.earlier), rules, ways)
    if ways.empty.search(question):
        return None
    word, left, right = pronoun.group().lower(), *_around(question, pronoun)
    whose = word in ways.owning and bool(regex.match(r"\s\p{L}", right))
    if not _reached(left[:1].lower() + left[1:], right, ways, whose):
        return None
    compared = word in ways.many and ways.compared.search(question)
    text = _both(before, ways) if compared else None
    text = text or _meant(word, before, ways)
    return _put(left, right, text, whose) if text else in_front(topic.text, question, rules.colon)


def _both(before: Before, ways: Replacing) -> str | None:
    """Return the two things last spoken of, if each is one: what have *they* in common."""
    topics = list(dict.fromkeys(one.text for one in (before.about, *before.earlier) if one))[:2]
    if len(topics) < BOTH or any(map(SEVERAL.search, topics)):
        return None
    return f"{topics[1]}{ways.also}{topics[0]}"


def _meant(word: str, before: Before, ways: Replacing) -> str | None:
    """Return what the pronoun *word* stands for; None where that can only be named beside it."""
    topics = [one for one in (before.about, *before.earlier) if one]
    if word in ways.many:
        several = (text for one in topics if (text := _plural(one, ways)))
        like = topics[0].text if _may_be_many(topics[0].text) else None
        return next(several, like)
    if word in ways.persons:
        # Who built the bridge? When was he born? – of him nothing is known but that.
        persons = (one for one in topics if one.person or _may_be_person(one.text, before.family))
        meant = next(persons, None)
        return (meant.person or meant.text) if meant else None
    return topics[0].text


def _reached(before: str, after: str, ways: Replacing, whose: bool) -> bool:
    """Tell whether a pronoun between *before* and *after* can only stand for the topic.

    An object does not stand for the subject of its own clause (principle B, Chomsky 1981).
    """
    if regex.match(r"\s\p{Lu}", after):
        return False
    if whose:
        return bool(ways.reach_owned.fullmatch(before))
    around = (
        (ways.reach, None),
        (ways.reach_object, ways.tail_object),
        (ways.reach_clause, ways.tail_clause),
    )
    return any(
        reach.fullmatch(before) and (tail is None or tail.fullmatch(after))
        for reach, tail in around
    )


def _plural(topic: Topic, ways: Replacing) -> str | None:
    """Return what *they* are, as *topic* says it: several, in or beside it; or any of a kind."""
    pair = PAIR.search(topic.text)
    if pair and pair.end() < len(topic.text):
        return pair.group()  # of the Lewis and Clark *expedition*
    if SEVERAL.search(topic.text):
        return topic.text
    for single, many in ways.plurals:
        text, changed = regex.subn(single, many, topic.text)
        if changed:
            return text
    return next(filter(SEVERAL.search, topic.beside), None)


def _pointed(
    question: str, topics: Sequence[Topic], rules: FollowUps, ways: Replacing
) -> str | None:
    """Where is *that forum*? How long does *that* take? Who lives *there*?"""
    nouns = [*ways.same.finditer(question), *ways.resumed.finditer(question)]
    for topic in topics:
        head = topic.text.partition(f" {rules.phrases.of} ")[0].split()[-1].casefold()
        for noun in nouns:
            if head == noun["noun"].casefold() and noun.group().casefold() != topic.text.casefold():
                return _put(*_around(question, noun), topic.text)
    if not ways.pointing.search(question):
        return None
    return in_front(topics[0].text, question, rules.colon)


def _around(question: str, match: regex.Match[str]) -> tuple[str, str]:
    return question[: match.start()], question[match.end() :]


def _may_be_person(topic: str, other: str) -> bool:
    return any(one.form is Form.NAME for one in mentions(topic, other))


def _may_be_many(topic: str) -> bool:
    """Tell whether *topic* is a plural, several, a name, or Chinese, which does not say."""
    return bool(SEVERAL.search(topic) or regex.search(r"\p{Lu}[\w-]*$|\p{Han}", topic))


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
        lacks = ways.short.match(question) or _has_no_topic(question, rules, ways)
        return topic + question if lacks else None
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
