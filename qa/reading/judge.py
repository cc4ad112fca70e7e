"""How likely a passage or a sentence answers: logistic regressions, small enough to read.

The weights in ``judge.json`` were fitted by training/fit_judge.py and training/fit_found.py on
public training sets; the file says on which.  Evidence in the question's language and in another
one has weights of its own: across languages words agree by accident only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Situation = Literal["same", "cross"]

# What it weighs, in the order of columns; qa/reading/features.py finds the values.
PASSAGE_FEATURES = (
    "cosine",  # to the question
    "overlap",  # share of the question's term weight that BM25 finds
    "translated",  # the same of its words in the passage's language, where that is another
    "figures",  # 1 if it states the years, numbers and ordinals of the question, -1 if none
    "names",  # share of the question's proper names that it lacks
)
# What a search weighs that reads nothing, of a passage as it was retrieved.
FOUND_FEATURES = (
    "odds",  # log odds of the passage
    "behind",  # how far they are below the best of its situation
)
RERANK_FEATURES = (
    "retrieved",  # log odds of the passage as it was retrieved
    "best cosine",  # of its sentences, across languages
    "best coverage",
    "best next",
    "best form",
    "best words",
    "best evidence",
)
SENTENCE_FEATURES = (
    "passage",  # log odds of the passage once it was read
    "cosine",  # of the sentence to the question, across languages
    "coverage",  # share of the question's term weight that the sentence holds
    "context",  # the same with the title and the sentences before it in the passage
    "next",  # the same with the sentence after it
    "form",  # 1 if it holds what the question asks for (a date, a figure), -1 if not, else 0
    "name",  # the same for who and where
    "reason",  # the same for why
    "figures",  # as for passages: of the title and the passage up to the end of the sentence
    "length",  # logarithm of its columns; of a lead-in with its list, of the longest line
    "first",  # 1 if it begins its passage
    "asks",  # 1 if it is itself a question
    "words",  # log odds of the likeliest answer in it, as the trained reader sees it
    "evidence",  # log odds of its belonging to what answers, as the trained reader sees it
    "agreed",  # 1 if another passage that was read gives the same words
    "edition",  # 1 if it states the question's ordinals, -1 if others only; as figures
    "names",  # share of the question's proper names that it lacks; as figures
    "sort",  # 1 for a person where one is asked for, or a place, -1 if not, else 0
    "theme",  # 1 if it says which theme or title it is, where that is asked for, -1 if not, else 0
    "list",  # the same for an enumeration
    "called",  # the same for how something is called
    "definition",  # the same for what something is
)

# The choice says which sentence, these say whether any: the best values of all candidates.  How
# far the chosen one leads says nothing: sources that agree are close together.
BEST = ("cosine", "context", "words", "evidence")
# What the chosen one lacks says more than that another is better.
CHOSEN = ("figures", "edition", "names")
CONFIDENCE_FEATURES = ("choice", *CHOSEN, *(f"best {name}" for name in BEST))

Weights = dict[str, dict[str, float]]  # by feature name, by situation
T = TypeVar("T")


class Outcome(IntEnum):
    """What a candidate is good for; the better is the greater."""

    NOTHING = 0
    POSSIBLE = 1
    ANSWER = 2


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a candidate answers, and from which on it is worth showing."""

    answer: float
    possible: float

    def outcome(self, probability: float) -> Outcome:
        """Return what a candidate that is so likely is good for."""
        if probability >= self.answer:
            return Outcome.ANSWER
        return Outcome.POSSIBLE if probability >= self.possible else Outcome.NOTHING


@dataclass(frozen=True, slots=True)
class Judge:
    """Log odds from features; which weights are used depends on the situation."""

    passage: Weights
    rerank: Weights
    choice: Weights
    confidence: Weights
    calibration: Weights  # low, high and bias of the log odds, by the question's language
    thresholds: dict[str, Thresholds]  # by the question's language, "other", or "cross"
    unread: Weights  # of what a search finds and nothing reads

    def passages(self, situation: Situation, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log odds of passages as they were retrieved, columns PASSAGE_FEATURES."""
        return log_odds(self.passage[situation], PASSAGE_FEATURES, rows)

    def found_odds(self, situation: Situation, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log odds that passages hold an answer, columns FOUND_FEATURES.

        Those of both situations compare.
        """
        return log_odds(self.unread[situation], FOUND_FEATURES, rows)

    def reranked(self, situation: Situation, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log odds of passages that were read, columns RERANK_FEATURES."""
        return log_odds(self.rerank[situation], RERANK_FEATURES, rows)

    def probabilities(
        self, situation: Situation, language: str, rows: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return how likely each candidate answers, 0 to 1, columns SENTENCE_FEATURES.

        Args:
            situation: Whether the candidates are in the question's language.
            language: Of the question: scores of languages are not comparable as they are.
            rows: The candidates of one question, all of them.
        """
        features = confidence_features(self.choice[situation], rows)
        odds = log_odds(self.confidence[situation], CONFIDENCE_FEATURES, features)
        # Beta calibration (Kull, Silva Filho and Flach 2017), on questions that the weights were
        # not fitted on: it may be sure of what is unlikely and not of what is likely.
        known = _of(self.calibration, situation, language)
        low, high = np.logaddexp(0, -odds), np.logaddexp(0, odds)
        changed = known["high"] * high - known["low"] * low + known["bias"]
        chance: NDArray[np.float64] = 1 / (1 + np.exp(-changed))
        return chance

    def limits(self, situation: Situation, language: str) -> Thresholds:
        """Return what probabilities of a *situation* are held against, in a question's language."""
        return _of(self.thresholds, situation, language)


def _of(known: dict[str, T], situation: Situation, language: str) -> T:
    """Return what is *known* of a situation: across languages, or by the question's language."""
    if situation == "cross":
        return known["cross"]
    return known.get(language) or known["other"]


def confidence_features(choice: dict[str, float], rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return, for each candidate of one question, what CONFIDENCE_FEATURES names."""
    columns = [SENTENCE_FEATURES.index(name) for name in BEST]
    best = np.broadcast_to(rows[:, columns].max(0), (len(rows), len(BEST)))
    own = rows[:, [SENTENCE_FEATURES.index(name) for name in CHOSEN]]
    return np.column_stack([log_odds(choice, SENTENCE_FEATURES, rows), own, best])


def log_odds(
    weights: dict[str, float], names: tuple[str, ...], rows: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return what linear *weights*, by feature name, make of *rows*, columns *names*."""
    odds: NDArray[np.float64] = rows @ np.array([weights[name] for name in names])
    return odds + weights.get("bias", 0.0)


@cache
def fitted_judge() -> Judge:
    """Return the judge that comes with the program."""
    content = json.loads(files("qa").joinpath("reading", "judge.json").read_text(encoding="utf-8"))
    names = ("passage", "rerank", "choice", "confidence", "calibration", "unread")
    thresholds = {key: Thresholds(**limits) for key, limits in content["thresholds"].items()}
    return Judge(**{name: content[name] for name in names}, thresholds=thresholds)
