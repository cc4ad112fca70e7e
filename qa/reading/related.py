"""Where some of what was read tells of what is asked, and some of another thing or number of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from language.asking import kinds_of
from language.relations import tells_another
from qa.counted import counting
from qa.question import Question
from qa.reading.another import speaks_of_another
from qa.reading.candidates import Sentence, of_a_row, text_of
from qa.reading.fitness import RELATED

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Measured on articles that nothing is fitted on.  Of right sentences for "how many guests" 26 of 41
# have a figure beside that noun, of others 24 of 445: a third as likely beside those (.15 to .7 do
# the same), of 12 stated between languages 7 were right, now 9; in one language nothing changes.
# Of 1,241 questions that nothing is fitted on, of sentences that tell of other acts or roles than
# the question 98 were likely and wrong and 6 likely and right, none of those the likeliest.
UNCOUNTED, UNRELATED = 0.35, 0.25


def counted_first(
    question: Question, sentences: Sequence[Sentence], chances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return how likely sentences answer where some count what *question* asks the number of."""
    counted = np.array([_counts(question, sentence) for sentence in sentences], bool)
    if not counted.any():
        return chances
    return np.where(counted, chances, UNCOUNTED * chances)


def related_first(
    question: Question, sentences: Sequence[Sentence], chances: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return how likely sentences answer where some tell of somebody or something else.

    Who inspected a bridge did not design it, its mayor is no deputy, the upper mill not the lower.
    """
    another = np.array([speaks_of_another(question, each) for each in sentences], bool)
    less = np.where(another | _less_likely(sentences, chances, another), UNRELATED, 1.0)
    if not kinds_of(question.text).isdisjoint(RELATED):
        others = np.array([_tells_another(question, each) for each in sentences], bool)
        less = np.where(others, UNRELATED, less)
    return less * chances


def _less_likely(
    sentences: Sequence[Sentence], chances: NDArray[np.float64], another: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Tell which sentences are less likely than one of their passage that is of another thing.

    What makes that likely, the passage, makes them so too.
    """
    numbers = [each.ranked.hit.record.number for each in sentences]
    of_another = {
        number: max(float(c) for n, c, other in zip(numbers, chances, another, strict=True)
                    if n == number and other)
        for number in {n for n, other in zip(numbers, another, strict=True) if other}
    }  # fmt: skip
    return np.array(
        [
            chance < of_another.get(number, 0.0)
            for number, chance in zip(numbers, chances, strict=True)
        ],
        bool,
    )


def _tells_another(question: Question, sentence: Sentence) -> bool:
    passage = sentence.ranked.hit.record.passage
    if of_a_row(sentence):  # a row has its unit and what it is of elsewhere
        return False
    text = text_of(sentence)
    return tells_another(question.text, question.language, text, passage.language, passage.title)


def _counts(question: Question, sentence: Sentence) -> bool:
    passage = sentence.ranked.hit.record.passage
    text = text_of(sentence)
    return bool(counting(question.text, question.language, text, passage.language))
