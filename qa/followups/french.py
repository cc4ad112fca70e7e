"""French questions whose topic is a pronoun, or left out: « Où a-t-il eu lieu ? »."""

from __future__ import annotations

import regex

from qa.followups.topics import Topic, in_front
from qa.followups.words import PARTS

IMPERSONAL = regex.compile(
    r"\by (?:a-t|a t|avait|eut)"
    r"|(?:faut|s['’]agit|passe-t|existe-t|reste-t|restait|fait|convient)-il"
    r"|(?:suffit|vaut)-il|s['’](?:est|était)-il passé|est-il (?:arrivé|mis fin)"
    r"|\bil (?:y a|faut|s['’]agit|fait|existe)\b",
    regex.IGNORECASE,
)
ASKS = (
    r"(?i:(?:(?:en|à|a|de|dans|par|pour|sur|avec|depuis) )?"
    r"(?:qui|que|quoi|quand|où|comment|pourquoi|quel(?:le)?s?(?: \p{Ll}+){1,2}"
    r"|combien(?: d(?:e |['’])\p{Ll}+)?))"
)
# When *was it* built? Who *has built it*? How many *took part in it*? What is *its* name?
PRONOUN = regex.compile(
    rf"(?:{ASKS} |(?i:qu['’])|(?=\p{{Lu}}))(?:ne |n['’]|y |se |s['’]|l[ea]s? )?"
    r"\p{L}+[- ](?:t-)?(?:ils?|elles?)\b"
    rf"|{ASKS} (?:est-ce )?(?:qu['’])?(?:ils?|elles?)\b"
    rf"|{ASKS} l['’](?:a|ont|avait|avaient)\b"
    rf"|{ASKS} y (?:a(?! pas)|ont|avait|avaient|était|étaient|participe)\b"
    rf"|(?i:qui) (?:le|la|les) \p{{Ll}}+$|{ASKS} y \p{{Ll}}+ent$"
    r"|(?i:quel(?:le)?s? en) (?:est|sont|était|étaient|fut|furent)\b"
    r"|(?i:quel(?:le)?s? (?:est|sont|était|étaient|fut|furent) )(?:son|sa|ses|leurs?)\s"
    r"|(?i:son|sa|ses|leurs?)\s(?=\p{Ll}+$)"
)
NAMED = regex.compile(
    r"(?<=[\s'’])\p{Lu}|\d|[\"“«]|\b(?:le|la|les|un|une|au|aux|ce|cet|cette|ces)\s"
    r"|\bl['’](?!(?:a|ont|avait|avaient|on)\b)"
)
# Since when does he lead *it*? Not the article.
CLITIC = regex.compile(r"\bl[ea]s? (?=\p{Ll}+(?:-(?:t-)?(?:ils?|elles?))?$)")
SHORT = regex.compile(
    r"(?:(?i:combien|qui)(?: (?:de |d['’])\p{Ll}+)?(?: (?:ont|a|sont|est|était|étaient))?"
    r"(?: participé| venus?| venues| présente?s?| gagné| assisté)?"
    r"|(?i:quel(?:le)?s?) (?:est|sont|était|étaient|fut|furent) (?:le |la |les |l['’])"
    rf"(?:{PARTS['fr']})|(?i:lesquel(?:le)?s|laquelle|lequel|(?:depuis )?quand|où)"
    r"|(?i:pourquoi|comment|(?:en )?quelle année))\s*\??"
)


def completed(question: str, topic: Topic, _other: str) -> str | None:
    """Return *question* with its topic, or None if it stands on its own."""
    if SHORT.fullmatch(question):
        return in_front(topic.text, question, " : ")
    pronoun = PRONOUN.match(question.rstrip(" ?"))
    if not pronoun or IMPERSONAL.search(question):
        return None
    if NAMED.search(CLITIC.sub("", pronoun.group())):
        return None
    return in_front(topic.text, question, " : ")
