"""Questions that leave their topic to a pronoun, or out: "When did it end?", “主题是什么？”.

Conservative: a question that could name what its pronoun stands for is left as it is.
"""

from __future__ import annotations

import regex

from qa.followups import chinese, english, french
from qa.followups.topics import Topic
from qa.followups.words import ASKS

COMPLETED = {"en": english.completed, "fr": french.completed, "zh": chinese.completed}
PRONOUN = {
    "en": english.PRONOUN,
    "fr": regex.compile(r"\b(?:ils?|elles?|son|sa|ses|leurs?)\b", regex.IGNORECASE),
    "zh": chinese.PRONOUN,
}


def completed(question: str, family: str, topic: Topic, other: str) -> str | None:
    """Return *question* with *topic* for its pronoun, or None if it stands on its own.

    Args:
        question: What was asked.
        family: Its language: en, fr, zh.
        topic: Of the question before.
        other: The language of the question before.
    """
    return COMPLETED[family](question, topic, other)


def refers(phrase: str, family: str) -> bool:
    """Tell whether *phrase* asks something or has a pronoun: it is not a mere noun."""
    return bool(ASKS[family].search(phrase) or PRONOUN[family].search(phrase))
