"""English questions whose topic is a pronoun, or left out: "When did it end?", "How many came?"."""

from __future__ import annotations

import regex

from qa.followups.mentions import Form, mentions
from qa.followups.topics import Topic, in_front, inside
from qa.followups.words import PARTS

PRONOUN = regex.compile(
    r"\b(?P<word>it|they|them|he|him|she|its|their|his|her)\b(?!['’])", regex.IGNORECASE
)
PERSONS = {"he", "him", "his", "she", "her"}
MANY = {"they", "them", "their"}
OF = {"its", "their", "his", "her"}
# What may stand before the pronoun: nothing it could mean.
BEFORE = regex.compile(
    r"(?:(?:in|on|at|for|from|to|by|with|of) )?(?:(?:who|whom|what|when|where|why|which|how)\b)?"
    r"(?: ?(?!(?:that|because|if|while|as|before|after|when|the|an?|this|these)\b)\p{Ll}+){0,4} ?",
)
BEFORE_OF = regex.compile(
    r"(?:(?:who|what|when|where|why|which|how)(?: \p{Ll}+)?"
    r"(?: (?:is|are|was|were|did|does|has|had))? )?"
)
# Who moved *his* court: whoever did.
WHO_SAID_HE = regex.compile(
    r"who (?!is|are|was|were|did|does)\p{Ll}+"
    r" (?:he|she|they|its|his|her|their|it (?:is|was|has|had|would))\b",
    regex.IGNORECASE,
)
# Who is *it* in "what is it called when", "does it take to", "is it important that"?
EMPTY = regex.compile(
    r"\bit (?!\p{Ll}+ed\b|held|built|sold|given|taken|brought|sent|moved)(?:\p{Ll}+ ){1,3}"
    r"(?:to|that|when|if|who|whether|how|for)\s|\bit (?:to|\p{Ll}+ that)\b"
    r"|\b(?:does|did|would|will) it (?:take|cost)\b.* to\b"
    r"|\bit (?:rain|snow|mean|matter)|\bis it (?:like|called)\b",
    regex.IGNORECASE,
)
SHORT = regex.compile(
    r"(?:(?:(?i:how (?:many|much))(?: \p{Ll}+){0,2}|(?i:who))(?: (?:was|were|has|have|had))?"
    r" (?:\p{Ll}+ed|came|went|won|lost|spoke|took part|were there|there)(?: there)?"
    rf"|(?i:what|which|who) (?:is|are|was|were) the (?:{PARTS['en']})"
    r"|(?i:what|who) (?:was|were) \p{Ll}+ed"
    r"|(?i:(?:to|by|for|with|from) whom|who|(?:since )?when|where|why)"
    r"|(?i:how(?: (?:many|much|long|far|old|big))?)"
    r"|(?:(?i:in) )?(?i:what|which) (?:year|place|city|country))(?: exactly)?\s*\??"
)


def completed(question: str, topic: Topic, other: str) -> str | None:
    """Return *question* with its topic, or None if it stands on its own."""
    if SHORT.fullmatch(question):
        return in_front(topic.text, question, ": ")
    pronoun = PRONOUN.search(question)
    if not pronoun or EMPTY.search(question) or WHO_SAID_HE.match(question):
        return None
    before, after = question[: pronoun.start()], question[pronoun.end() :]
    whose = pronoun["word"].lower() in OF and bool(regex.match(r"\s\p{L}", after))
    allowed = BEFORE_OF if whose else BEFORE
    if not allowed.fullmatch(before[:1].lower() + before[1:]) or regex.match(r"\s\p{Lu}", after):
        return None
    person = pronoun["word"].lower() in PERSONS
    if person and not topic.person and not _may_be_person(topic.text, other):
        # Who built the bridge? When was he born? – of him nothing is known but that.
        return in_front(topic.text, question, ": ")
    if pronoun["word"].lower() in MANY and not _may_be_many(topic.text):
        return in_front(topic.text, question, ": ")
    said = (person and topic.person) or topic.text
    return _put(before, said, after, whose)


def _may_be_person(topic: str, other: str) -> bool:
    return any(one.form is Form.NAME for one in mentions(topic, other))


def _may_be_many(topic: str) -> bool:
    """Tell whether *topic* is a plural, several, a name, or Chinese, which does not say."""
    return bool(regex.search(r"s$|\b(?:and|et)\b|\p{Lu}[\w-]*$|\p{Han}", topic))


def _put(before: str, said: str, after: str, whose: bool) -> str:
    part = regex.fullmatch(r"\s(?P<noun>\p{Ll}+)(?P<mark>\s*\??)", after) if whose else None
    if part:  # What was its theme?
        the = "the" if before else "The"
        return f"{before}{the} {part['noun']} of {inside(said)}{part['mark']}"
    said = inside(said) if before else said[:1].upper() + said[1:]
    if whose:
        said += "’" if said.endswith("s") else "’s"
    return before + said + after
