"""Questions that may leave out what they are about: which is the best kind, why was it chosen.

Words cannot tell "why was the system chosen?" from a question about something else: the documents
are asked both ways (``qa.reading.preferring``).
"""

from __future__ import annotations

from language.followup_rules import Tagged
from language.tags import family
from language.terms import question_terms
from qa.followups.mentions import RULES, Form, mentions
from qa.followups.resolving import previous
from qa.followups.topics import in_front

NAMED = {Form.QUOTED, Form.NAME, Form.PLACE, Form.ORDINAL}


def with_topic(question: str, language: str, before: str | None) -> tuple[str, ...]:
    """Return *question* with what was spoken of in front, as it may be meant.

    Args:
        question: As it was understood by rule.
        language: Its BCP 47 tag.
        before: The questions before as they were understood, a line each.

    Returns:
        The topic of the question before in front, then one of an older question; nothing where
        *question* names something, defines a word or has the topic already.
    """
    spoken, last = family(language), previous(before)
    if last is None or spoken != last.family or not _may_leave_out(question, spoken):
        return ()  # who changes the language begins anew
    rules = RULES[spoken]
    terms = set(question_terms(question, spoken))
    topics = dict.fromkeys(one.text for one in (last.about, *last.earlier) if one)
    new = [one for one in topics if not set(question_terms(one, last.family)) <= terms]
    if new[:1] != list(topics)[:1]:
        return ()  # it says itself that it is of the topic
    return tuple(in_front(one, question, rules.colon) for one in _ends(new))


def _ends(topics: list[str]) -> list[str]:
    """Return the latest of *topics* and the one that the conversation began with."""
    return list(dict.fromkeys((*topics[:1], *topics[-1:])))


def _may_leave_out(question: str, spoken: str) -> bool:
    """Tell whether *question* asks something and has no name of what it asks about."""
    rules = RULES.get(spoken)
    if rules is None:
        return False
    if not (rules.asks.search(question) or isinstance(rules.phrases, Tagged) or "?" in question):
        return False
    named = any(one.form in NAMED for one in mentions(question, spoken))
    return not (named or rules.defines.match(question))
