"""What is central among texts, and how not to say it twice."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# The share of a step that follows what is alike; the rest goes where the prior says.
DAMPING = 0.85
# How much being central counts against being like what was chosen.
TRADE = 0.7

Matrix = NDArray[np.float64]


def centrality(alike: Matrix, prior: Matrix | None = None) -> Matrix:
    """Return how central each text is: the shares sum to 1.

    Continuous LexRank (Erkan and Radev 2004, "LexRank: Graph-based Lexical Centrality as Salience
    in Text Summarization", JAIR 22): the stationary distribution of a walk from text to text by
    their similarity.  With a prior it is biased LexRank (Otterbacher, Erkan and Radev 2009), the
    walk returning to what a subject is near to.

    Args:
        alike: Similarities, shape ``(texts, texts)``; negative ones count as none.
        prior: Where the walk begins anew, not negative; anywhere if it is not given.
    """
    count = len(alike)
    if not count:
        return np.zeros(0)
    start = np.full(count, 1 / count)
    if prior is not None and prior.sum() > 0:
        start = prior / prior.sum()
    steps = np.maximum(alike, 0)
    np.fill_diagonal(steps, 0)
    sums = steps.sum(axis=1, keepdims=True)
    # From a text that is like no other the walk begins anew.
    steps = np.where(sums > 0, steps / np.where(sums > 0, sums, 1), start)
    walk = np.eye(count) - DAMPING * steps.T
    shares = np.asarray(np.linalg.solve(walk, (1 - DAMPING) * start), np.float64)
    shares /= shares.sum()
    return shares


def diverse(
    scores: Matrix,
    alike: Matrix,
    count: int,
    groups: Sequence[object] = (),
    most: int | None = None,
    same: float = math.inf,
) -> list[int]:
    """Return the places of at most *count* texts that score high and differ, the best first.

    Maximal marginal relevance (Carbonell and Goldstein 1998, SIGIR).

    Args:
        scores: Of the texts, not negative.
        alike: Similarities, 1 for the same, shape ``(texts, texts)``.
        count: How many at most.
        groups: What each text belongs to.
        most: How many of a group at most.
        same: From which similarity on two texts are never both chosen.
    """
    worth = scores / (scores.max(initial=0) or 1)
    chosen: list[int] = []
    left = list(range(len(scores)))
    while left and len(chosen) < count:
        nearest = alike[np.ix_(left, chosen)].max(axis=1) if chosen else np.zeros(len(left))
        best = left[int(np.argmax(TRADE * worth[left] - (1 - TRADE) * nearest))]
        chosen.append(best)
        full = most is not None and sum(groups[one] == groups[best] for one in chosen) >= most
        left = [
            each
            for each in left
            if each != best
            and alike[each, best] < same
            and not (full and groups[each] == groups[best])
        ]
    return chosen
