"""Chinese questions whose topic is a pronoun, or left out: “它在哪里举行？”, “主题是什么？”."""

from __future__ import annotations

import regex

from language.chinese import tagged_words
from qa.followups.mentions import names
from qa.followups.topics import Topic, inside
from qa.followups.words import ASKS, PARTS

PRONOUN = regex.compile(
    r"(?:[它他她牠祂][们們]?|[该該此](?=\p{Han})|[这這][届屆次个個座场場](?=\p{Han})?|其(?![中他它实實余餘次]))"
)
LEADS = regex.compile(
    r"(?:\p{Han}{1,2}[了过過])?(?:[那在有于於对對从從是由与與和跟]|[请請][问問]|其中|[时時]候|什[么麼]|[谁誰哪几幾何]|[么麼])*"
)
TAIL = regex.compile(r"[吗嗎呢了的？?\s]*")
PART = regex.compile(rf"(?:{PARTS['zh']})(?:是|[为為]|有|在|多|如何|怎|\s*[？?]|$)")
# Words that an asking clause without a topic is made of: verbs, particles, pronouns, measures.
FIGURE = regex.compile(r"[\da-zA-Z]")
VERBAL = tuple("r v a p u d y x c m q".split())
COUNTED = regex.compile(r"(?:多少|[几幾哪].?|什[么麼])$")
LONGEST = 12  # characters; longer clauses say enough


def completed(question: str, about: Topic, other: str) -> str | None:
    """Return *question* with its topic, or None if it stands on its own."""
    topic = about.text if other == "zh" else f"{inside(about.text)} "
    pronoun = PRONOUN.search(question)
    if pronoun is None:
        if PART.match(question) and ASKS["zh"].search(question):
            return f"{topic}的{question}"
        return topic + question if _has_no_topic(question) else None
    before, after = question[: pronoun.start()], question[pronoun.end() :]
    object_of_verb = len(before) <= 5 and ASKS["zh"].search(before) and TAIL.fullmatch(after)
    if not (LEADS.fullmatch(before) or object_of_verb):
        return None
    if pronoun.group()[0] in "该該此这這":
        noun = next((word for word, _ in tagged_words(after)), "")
        if not noun or not about.text.endswith(noun):
            return None
        after = after.removeprefix(noun)
    if names(after, "zh"):
        return None
    of = "的" if pronoun.group() == "其" and after[:1] != "的" else ""
    return before + topic + of + after


def _has_no_topic(question: str) -> bool:
    """Tell whether *question* has no noun but what it counts: 有多少*人*参加, 什么*时候*结束."""
    asks = ASKS["zh"].search(question)
    if not asks or len(question) > LONGEST or not LEADS.fullmatch(question[: asks.start()]):
        return False
    before = ""
    for word, tag in tagged_words(question):
        if not tag.startswith(VERBAL) and not COUNTED.search(before):
            return False
        before += word
    return not FIGURE.search(question)
