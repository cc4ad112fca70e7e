"""A part of a question is given what it lacks of the first: who gave the speech, at which forum."""

from __future__ import annotations

from language.followup_rules import Tagged
from qa.followups.mentions import RULES, FollowUp, Form, mentions
from qa.followups.resolving import resolve
from qa.followups.substitution import substituted
from qa.followups.topics import Before, Topic, in_front, inside, topic
from qa.parts.nouns import ONES, alone

# What names something that a part can be about without the first.
NAMED = {Form.QUOTED, Form.PLACE, Form.NAME, Form.ORDINAL}
DATED = {Form.DATE, Form.YEAR}
AGAIN = {Form.ORDINAL, Form.YEAR, Form.DATE, Form.MONTH, Form.PLACE}


def complete(part: str, language: str, first: str) -> str:
    """Return *part* of a question as it can be asked by itself.

    Args:
        part: A clause that asks something.
        language: Its BCP 47 family, one of RULES.
        first: The first part, with its question mark.
    """
    asked = part[:1].upper() + part[1:] + RULES[language].question_mark
    before = Before(first, language, topic(first, language))
    again = _asked_again(part, before)
    if again or (before.about and lacks_topic(first, language)):
        return again or asked
    resolved = resolve(asked, language, first)
    if resolved != asked or before.about is None:
        return resolved
    asked = _with_noun(asked, before, before.about)
    named = {other.form for other in mentions(asked, language)} & NAMED
    helps = not named and _helps(asked, before, before.about)
    return _led(asked, before.about, before) if helps else asked


def lacks_topic(question: str, language: str) -> bool:
    """Tell whether *question* is about nothing, or about a part of what it does not say."""
    about = topic(question, language)
    return about is None or bool(RULES[language].names_part.fullmatch(about.text))


def _asked_again(part: str, before: Before) -> str | None:
    """Return the first part with another year or ordinal, where *part* says no more than that.

    How many came in 2017 and how many *in 2019*?
    """
    named = mentions(part, before.family)
    if len(named) != 1 or named[0].form not in AGAIN:
        return None
    unsaid = ONES.sub("", part[: named[0].lead] + " " + part[named[0].end :])
    if isinstance(before.rules.phrases, Tagged):
        again = "".join(unsaid.split()) in before.text
    else:
        again = set(unsaid.lower().split()) <= set(before.text.lower().split())
    if not again:
        return None
    return substituted(FollowUp(part[named[0].lead : named[0].end], before.family), before)


def _with_noun(part: str, before: Before, about: Topic) -> str:
    """Return *part* with the noun that its ordinal lacks: attended the second *forum*."""
    first = [one for one in mentions(about.text, before.family) if one.form is Form.ORDINAL]
    noun = about.text[first[0].end :] if first else ""
    if not noun.strip() or noun.strip() in part:
        return part
    for ordinal in mentions(part, before.family):
        if ordinal.form is Form.ORDINAL and alone(part, ordinal.end, before.family):
            return part[: ordinal.end] + noun + ONES.sub("", part[ordinal.end :], count=1)
    return part


def _helps(part: str, before: Before, about: Topic) -> bool:
    """Tell whether *part* is about the topic of the first, and does not say so."""
    named = about.text.casefold() in part.casefold()
    if named or before.rules.names_part.fullmatch(about.text):
        return False
    if topic(part, before.family) is None:
        return True
    return any(one.form in NAMED | DATED for one in mentions(about.text, before.family))


def _led(part: str, about: Topic, before: Before) -> str:
    if isinstance(before.rules.phrases, Tagged):
        return about.text + part
    return in_front(inside(about.text), part, before.rules.colon)
