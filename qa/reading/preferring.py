"""Which of several readings of a question the documents bear out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.documents import Passage
from language.tags import family
from language.terms import passage_terms
from qa.question import Question
from qa.reading.candidates import Ranked

# How much less likely, in log odds, the best passage may be with the topic in front, and how much
# it must hold: of the words of the topic, and of what the best passage without the topic holds of
# the question's weight.  How much likelier an older topic must make it than the last.
# benchmarks/README.md has what each gains and spoils.
ALLOWED, OF_TOPIC, OF_QUESTION = 2.0, 0.5, 0.8
OLDER = 1.0


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What one reading of a question retrieves, best first."""

    question: Question
    ranked: Sequence[Ranked]

    @property
    def odds(self) -> float:
        """The log odds of the best passage."""
        return self.ranked[0].odds if self.ranked else float("-inf")


def preferred(plain: Retrieved, others: Sequence[Retrieved]) -> int:
    """Return which reading is meant: 0 for *plain*, else the number of one of *others*.

    Args:
        plain: The question as it is.
        others: The same with what was spoken of last in front, then with something older.  Words
            that a passage lacks make it less likely: a question about something else is no nearer
            to any with the topic in front.
    """
    best, least = 0, plain.odds - ALLOWED
    for number, other in enumerate(others, 1):
        if other.odds >= least and _borne_out(plain, other):
            best, least = number, other.odds + OLDER
    return best


def _borne_out(plain: Retrieved, other: Retrieved) -> bool:
    """Tell whether the best passage of *other* speaks of the topic and of what is asked."""
    if not (plain.ranked and other.ranked):
        return bool(other.ranked)
    alone, both = (_terms(one.ranked[0].hit.record.passage) for one in (plain, other))
    asked = plain.question
    language = other.ranked[0].hit.record.passage.language
    own = plain.ranked[0].hit.record.passage.language
    if family(own) == family(asked.language) != family(language):
        return False  # shares of words in two languages are not comparable
    of_question = asked.share(both, language)
    least = OF_QUESTION * asked.share(alone, own)
    return of_question >= least and _of_topic(asked, other.question, both, language) >= OF_TOPIC


def _terms(passage: Passage) -> frozenset[str]:
    return frozenset(passage_terms(passage.text, passage.language))


def _of_topic(plain: Question, other: Question, terms: frozenset[str], language: str) -> float:
    """Return the share of the words that *other* adds to *plain* which are among *terms*."""
    words: list[tuple[str, ...]] = [(one,) for one in other.weights if one not in plain.weights]
    if family(language) != family(plain.language):
        words = [one for one in other.translations if one not in plain.translations]
    return sum(not terms.isdisjoint(one) for one in words) / len(words) if words else 1.0
