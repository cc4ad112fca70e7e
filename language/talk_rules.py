"""What a language tells of talk with the program itself: greetings, thanks, "what can you do?".

Patterns are of the module ``regex``, for text in lower case, without accents, in Simplified
characters and with straight apostrophes: as :func:`language.talking.alike` writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Act(Enum):
    """What somebody does who does not ask what the documents say."""

    HELP = "help"  # asks what the program can do
    WHO = "who"  # asks what it is
    FAREWELL = "farewell"
    THANKS = "thanks"
    GREETING = "greeting"
    NODDING = "nodding"  # says that it was heard, and no more
    DOCUMENTS = "documents"  # asks which there are, perhaps *about* something
    MENTIONS = "mentions"  # asks for every place that names what it is *about*
    DISAGREE = "disagree"  # asks in what sources differ, perhaps *about* something
    SAID = "said"  # asks what somebody wrote, *by* whom, perhaps *about* something
    SPEAKERS = "speakers"  # asks who wrote *about* something
    OVERVIEW = "overview"  # asks for the main points *of* documents, or of a subject
    TIMELINE = "timeline"  # asks what happened when in documents, or of a subject
    CONTENTS = "contents"  # asks what a text is about: of documents only, else it is a question


@dataclass(frozen=True, slots=True)
class Talk:
    """How it is said.

    ``small`` are the units that a text wholly consists of to be one of these acts: "hi there, how
    are you?" has two and a filler.  ``whole`` are patterns of the whole text, which may have the
    groups *about*, *of* and *by*.
    """

    small: Mapping[Act, str]
    filler: str  # words between the units that say nothing
    apart: str  # what parts the units, at the least
    whole: Mapping[Act, tuple[str, ...]]
    polite: str  # what may stand before a whole pattern and says nothing
    polite_after: str
    begins: str  # what a question begins with that follows a greeting without a comma
    nouns: str  # what documents are called
    aside: str  # words beside a noun that say of no document which it is: "all", "whole"
    beside: str  # what is left in front once the noun is gone: *the document* about
    # How a language's name as CLDR has it is written as an adjective: {name}, and where the
    # adjective stands: {tongue} and {noun}.
    tongue: str
    in_tongue: str
    # Ways to name a language that CLDR has not, patterns by BCP 47 tag.
    tongues: Mapping[str, str] = field(default_factory=dict)
    # What asks about the question before where there is one: "how does it work?"
    leaning: str = r"(?!)"
    # Before a year, or behind it: from then on, or up to then; patterns.
    from_then: str = r"(?!)"
    up_to_then: str = r"(?!)"
    # What kinds of documents are called, by names that all languages share: minutes, news.
    kinds: Mapping[str, str] = field(default_factory=dict)
