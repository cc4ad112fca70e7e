"""How likely a passage or a sentence answers: logistic regressions, small enough to read.

The weights in ``judge.json`` were fitted by benchmarks/fit_judge.py on public training sets; the
file says on which.  Evidence in the question's language and in another one has weights of its
own: across languages words agree by accident only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Situation = Literal["same", "cross"]

PASSAGE_FEATURES = ("cosine", "overlap")
SENTENCE_FEATURES = (
    "passage",  # log odds of the passage
    "cosine",  # of the sentence to the question
    "coverage",  # share of the question's term weight that the sentence holds
    "context",  # the same with the title and the sentences before it in the passage
    "form",  # 1 if it holds what the question asks for (a date, a figure), -1 if not, else 0
    "length",  # logarithm of its columns
    "asks",  # 1 if it is itself a question
)
# The choice says which sentence, these say whether any: the best values of all candidates.
BEST = ("passage", "cosine", "context")
CONFIDENCE_FEATURES = ("choice", *(f"best {name}" for name in BEST))

Weights = dict[str, dict[str, float]]  # by feature name, by situation


@dataclass(frozen=True, slots=True)
class Judge:
    """Log odds from features; which weights are used depends on the situation."""

    passage: Weights
    choice: Weights
    confidence: Weights
    threshold: float  # probability below which the program declines

    def passages(self, situation: Situation, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log odds of passages, features in the order of PASSAGE_FEATURES."""
        return _log_odds(self.passage[situation], PASSAGE_FEATURES, rows)

    def sentences(self, situation: Situation, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log odds of one question's candidates, columns as SENTENCE_FEATURES."""
        features = confidence_features(self.choice[situation], rows)
        return _log_odds(self.confidence[situation], CONFIDENCE_FEATURES, features)


def confidence_features(choice: dict[str, float], rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return, for each candidate of one question, what CONFIDENCE_FEATURES names."""
    columns = [SENTENCE_FEATURES.index(name) for name in BEST]
    best = np.broadcast_to(rows[:, columns].max(0), (len(rows), len(BEST)))
    return np.column_stack([_log_odds(choice, SENTENCE_FEATURES, rows), best])


def _log_odds(
    weights: dict[str, float], names: tuple[str, ...], rows: NDArray[np.float64]
) -> NDArray[np.float64]:
    odds: NDArray[np.float64] = rows @ np.array([weights[name] for name in names])
    return odds + weights.get("bias", 0.0)


def probability(log_odds: float) -> float:
    """Return the probability that *log_odds* stand for."""
    return float(1 / (1 + np.exp(-log_odds)))


@cache
def fitted_judge() -> Judge:
    """Return the judge that comes with the program."""
    content = json.loads(files("qa").joinpath("judge.json").read_text(encoding="utf-8"))
    names = ("passage", "choice", "confidence", "threshold")
    return Judge(*(content[name] for name in names))
